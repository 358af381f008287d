import {
  type CellView,
  InsightsView,
  type LookView,
  ReviewBody,
  ReviewView,
  type StepView,
  Tweaks,
} from '#api/contract/insights.ts';
import { cohortAt } from '#api/http/params.ts';
import { route } from '#api/http/route.ts';
import type { Step } from '#domain/insights/measures.ts';
import type { Look } from '#domain/insights/review.ts';
import type { Cell } from '#domain/insights/rounding.ts';
import type { Gap, StepShown } from '#domain/insights/steps.ts';
import { getInsights, type Insights } from '#usecases/insights/insights.ts';
import { getReview, listTweaks, type ReviewSeen, recordReview } from '#usecases/insights/reviews.ts';
import { knownLocale } from '#words/languages.ts';

const presentCell = ({ of, role, from, to, value, edge }: Cell): CellView => ({
  ...{ of, role, from, to },
  ...{ value, edge },
});
const presentStep = ({ reads, count, of, on }: StepShown): StepView => ({ reads, count, of, on });
const presentGap = (gap: Gap | undefined) =>
  gap ? { reads: gap.reads, count: gap.reads === 'some' ? gap.count : 0 } : null;

const eachStep = <From, To>(steps: Record<Step, From>, present: (one: From) => To): Record<Step, To> => ({
  signed: present(steps.signed),
  met: present(steps.met),
  learned: present(steps.learned),
  ripple: present(steps.ripple),
});

function presentInsights(seen: Insights): InsightsView {
  if (seen.state === 'tooFew') return { state: 'tooFew', needed: seen.needed };
  const { needed, on, through, cells, steps, funnel, waiting, hand } = seen;
  return {
    ...{ state: 'there', needed, on, through, funnel, waiting },
    cells: cells.map(presentCell),
    steps: eachStep(steps, (readings) => readings.map(presentStep)),
    hand: { signed: presentGap(hand.signed), met: presentGap(hand.met) },
  };
}

const presentLook = ({ look, on, funnel, steps, cells }: Look): LookView => ({
  ...{ look, on, funnel },
  steps: eachStep(steps, presentStep),
  cells: cells.map(presentCell),
});

const presentReview = ({
  name,
  startsOn,
  endsOn,
  champions,
  sponsor,
  looks,
  etag,
  review,
}: ReviewSeen): ReviewView => ({
  ...{ name, startsOn, endsOn, champions, sponsor, etag },
  looks: looks.map(presentLook),
  review: review ? { decision: review.decision, tweaks: review.tweaks, by: review.by, at: review.at } : null,
});

export const insightRoutes = [
  route('insights', {
    answer: InsightsView,
    run: async ({ ctx, actor, params }) =>
      presentInsights(await getInsights(ctx, cohortAt({ params, actor }))),
  }),
  route('review', {
    answer: ReviewView,
    run: async ({ ctx, actor, params }) => {
      const reader = { locale: knownLocale(actor.locale) };
      return presentReview(await getReview(ctx, cohortAt({ params, actor }), reader));
    },
  }),
  route('recordReview', {
    body: ReviewBody,
    answer: ReviewView,
    run: async ({ ctx, actor, params, body, etag }) => {
      const said = { ...body, etag, locale: knownLocale(actor.locale) };
      return presentReview(await recordReview(ctx, cohortAt({ params, actor }), said));
    },
  }),
  route('tweaks', {
    answer: Tweaks,
    run: async ({ ctx, actor }) => ({ reviews: await listTweaks(ctx, actor) }),
  }),
];
