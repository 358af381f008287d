import {
  RoundBody,
  type RoundComparison,
  type RoundFigures,
  RoundRan,
  Rounds,
  type RoundView,
  RunningRound,
  WishBody,
  Wishes,
  WishView,
} from '#api/contract/rounds.ts';
import { cohortAt, roundOf, twoOf } from '#api/http/params.ts';
import { route } from '#api/http/route.ts';
import { byName } from '#domain/basics/collation.ts';
import type { PersonId } from '#domain/basics/ids.ts';
import type { RoundFigures as Figures } from '#domain/matching/comparison.ts';
import { gradeOf } from '#domain/matching/fit.ts';
import type { Two } from '#domain/matching/types.ts';
import { twoKey } from '#domain/matching/wishes.ts';
import { publishRound, runRound } from '#usecases/matching/rounds.ts';
import { cancelRound, watchRounds } from '#usecases/matching/run.ts';
import { listRounds, type RoundSeen } from '#usecases/matching/view.ts';
import { addWish, listWishes, takeBackWish, type WishSeen } from '#usecases/matching/wishes.ts';
import { sayKinds, sayLeftOut } from '#usecases/pairs/reasons.ts';
import { knownLocale } from '#words/languages.ts';
import type { Words } from '#words/words.ts';

function presentRound(words: Words, seen: RoundSeen, locale: string): RoundView {
  const inOrder = byName(locale);
  const named = (person: PersonId) => ({ person, name: seen.name(person) });
  return {
    round: seen.number,
    state: seen.state,
    ranAt: seen.ranAt,
    provenBest: seen.provenBest,
    around: seen.around ?? { pins: 0, kept: 0, bans: 0 },
    covered: seen.covered,
    total: seen.total,
    figures: presentFigures(seen.figures),
    comparison: presentComparison(seen),
    proposals: seen.proposals
      .map(({ executive, mentor, fit, reasons, state }) => ({
        executive: named(executive),
        mentor: named(mentor),
        fit: gradeOf(fit),
        reasons: sayKinds(words, reasons),
        state,
        isNew: seen.comparison?.added.has(twoKey({ executive, mentor })) ?? false,
      }))
      .sort((a, b) => inOrder(a.executive, b.executive) || inOrder(a.mentor, b.mentor)),
    leftOut: seen.leftOut
      .map(({ person, role, reason }) => ({
        ...{ ...named(person), role },
        reason: sayLeftOut(words, reason, role),
      }))
      .sort(inOrder),
  };
}

const presentFigures = ({ covered, total, waiting, waited, weakest }: Figures): RoundFigures => ({
  ...{ covered, total, waiting, waited },
  weakest: weakest > 0 ? gradeOf(weakest) : null,
});

function presentComparison({ comparison, name }: RoundSeen): RoundComparison | null {
  if (!comparison) return null;
  const named = (person: PersonId) => ({ person, name: name(person) });
  const two = ({ executive, mentor }: Two) => ({ executive: named(executive), mentor: named(mentor) });
  return {
    round: comparison.round,
    added: comparison.added.size,
    stayed: comparison.stayed,
    gone: comparison.gone.map(two),
    newlyMatched: comparison.newlyMatched.map(({ person, role }) => ({ ...named(person), role })),
    newlyLeftOut: comparison.newlyLeftOut.map(({ person, role }) => ({ ...named(person), role })),
    before: presentFigures(comparison.before),
  };
}

const presentWish = ({ executive, mentor, names, wish, at, etag }: WishSeen): WishView => ({
  executive: { person: executive, name: names.executive },
  mentor: { person: mentor, name: names.mentor },
  wish,
  at,
  etag,
});

export const roundRoutes = [
  route('rounds', {
    answer: Rounds,
    run: async ({ ctx, actor, params, words }) => {
      const rounds = await listRounds(ctx, cohortAt({ params, actor }));
      return { rounds: rounds.map((round) => presentRound(words, round, knownLocale(actor.locale))) };
    },
  }),
  route('runRound', {
    body: RoundBody,
    answer: RoundRan,
    status: 201,
    run: async ({ ctx, actor, params, body, press }) => {
      const { pins = [], bans = [], fresh = false } = body ?? {};
      const asked = { pins: pins.map(twoOf), bans: bans.map(twoOf), fresh, press };
      return { round: await runRound(ctx, cohortAt({ params, actor }), asked) };
    },
  }),
  route('runningRound', {
    answer: RunningRound,
    run: ({ ctx, actor, params }) => watchRounds(ctx, cohortAt({ params, actor })),
  }),
  route('cancelRound', {
    run: ({ ctx, actor, params }) => cancelRound(ctx, cohortAt({ params, actor })),
  }),
  route('publishRound', {
    run: ({ ctx, actor, params }) => publishRound(ctx, cohortAt({ params, actor }), roundOf(params)),
  }),
  route('wishes', {
    answer: Wishes,
    run: async ({ ctx, actor, params }) => ({
      wishes: (await listWishes(ctx, cohortAt({ params, actor }))).map(presentWish),
    }),
  }),
  route('wish', {
    body: WishBody,
    answer: WishView,
    run: async ({ ctx, actor, params, body }) =>
      presentWish(await addWish(ctx, cohortAt({ params, actor }), { ...twoOf(params), wish: body.wish })),
  }),
  route('takeBackWish', {
    run: ({ ctx, actor, params, etag }) =>
      takeBackWish(ctx, cohortAt({ params, actor }), twoOf(params), etag),
  }),
];
