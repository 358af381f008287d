import { DroppedAttribute } from '#api/contract/cohorts.ts';
import {
  LeftOut,
  Proposals,
  RoundBody,
  type RoundComparison,
  type RoundFigures,
  RoundPageAsked,
  RoundRan,
  Rounds,
  type RoundView,
  RunningRound,
  WishBody,
  Wishes,
  WishView,
} from '#api/contract/rounds.ts';
import { pageOf } from '#api/http/page.ts';
import { cohortAt, roundOf, twoOf } from '#api/http/params.ts';
import { route } from '#api/http/route.ts';
import { byName, isNamed } from '#domain/basics/collation.ts';
import type { PersonId } from '#domain/basics/ids.ts';
import { circlesOf, GAP } from '#domain/matching/circles/circle.ts';
import type { RoundFigures as Figures } from '#domain/matching/comparison.ts';
import { gradeOf } from '#domain/matching/fit.ts';
import type { Two } from '#domain/matching/types.ts';
import { twoKey } from '#domain/matching/wishes.ts';
import type { Role } from '#domain/people/person.ts';
import { dropAttribute } from '#usecases/cohorts/changing.ts';
import { publishRound, runRound } from '#usecases/matching/rounds.ts';
import { cancelRound, watchRounds } from '#usecases/matching/run.ts';
import { getRound, listRounds, type RoundSeen } from '#usecases/matching/view.ts';
import { addWish, listWishes, takeBackWish, type WishSeen } from '#usecases/matching/wishes.ts';
import { sayKinds, sayLeftOut } from '#usecases/pairs/reasons.ts';
import { knownLocale } from '#words/languages.ts';
import type { Words } from '#words/words.ts';

function presentRound(words: Words, seen: RoundSeen, locale: string): RoundView {
  const [proposals, leftOut] = [presentProposals(words, seen, locale), presentLeftOut(words, seen, locale)];
  return {
    round: seen.number,
    state: seen.state,
    ranAt: seen.ranAt,
    provenBest: seen.provenBest,
    areCircles: seen.areCircles ?? false,
    areTeams: seen.areTeams ?? false,
    gap: seen.gap && seen.gap > GAP ? seen.gap : 0,
    around: seen.around ?? { pins: 0, kept: 0, bans: 0 },
    covered: seen.covered,
    total: seen.total,
    figures: presentFigures(seen.figures),
    comparison: presentComparison(seen),
    counts: { proposals: proposals.length, leftOut: leftOut.length, people: peopleIn(seen.proposals) },
    proposals: pageOf(proposals, FIRST).shown,
    leftOut: pageOf(leftOut, FIRST).shown,
  };
}

const FIRST = { from: '0' };

function presentProposals(words: Words, seen: RoundSeen, locale: string): RoundView['proposals'] {
  const inOrder = byName(locale);
  const named = (person: PersonId) => ({ person, name: seen.name(person) || words('common:erased') });
  const isNew = (two: Two) => seen.comparison?.added.has(twoKey(two)) ?? false;
  const groups = seen.areCircles ? circlesOf(seen.proposals) : seen.proposals.map((one) => [one]);
  return groups
    .flatMap(([first, ...others]) => {
      if (!first) return [];
      const all = [first, ...others];
      const fit = all.reduce((sum, one) => sum + one.fit, 0) / all.length;
      return {
        executive: named(first.executive),
        mentor: named(first.mentor),
        ...{ fit: gradeOf(fit), fitOfFirst: gradeOf(first.fit), state: first.state, isNew: isNew(first) },
        reasons: sayKinds(words, first.reasons),
        beside: others.map((one) => ({
          ...{ ...named(one.mentor), fit: gradeOf(one.fit), state: one.state, isNew: isNew(one) },
          reasons: sayKinds(words, one.reasons),
        })),
      };
    })
    .sort((a, b) => inOrder(a.executive, b.executive) || inOrder(a.mentor, b.mentor));
}

const peopleIn = (proposals: readonly Two[]): number =>
  new Set(proposals.flatMap(({ executive, mentor }) => [executive, mentor])).size;

const presentLeftOut = (words: Words, seen: RoundSeen, locale: string): RoundView['leftOut'] =>
  seen.leftOut
    .map(({ person, role, reason }) => ({
      ...{ person, name: seen.name(person), role },
      reason: sayLeftOut(words, reason, role),
    }))
    .sort(byName(locale));

const presentFigures = ({ covered, total, waiting, waited, weakest }: Figures): RoundFigures => ({
  ...{ covered, total, waiting, waited },
  weakest: weakest > 0 ? gradeOf(weakest) : null,
});

/** So many names of what is different are enough to see what it is about. */
const NAMES_AT_MOST = 8;

function presentComparison({ comparison, name }: RoundSeen): RoundComparison | null {
  if (!comparison) return null;
  const named = (person: PersonId) => ({ person, name: name(person) });
  const somebody = ({ person, role }: { person: PersonId; role: Role }) => ({ ...named(person), role });
  const two = ({ executive, mentor }: Two) => ({ executive: named(executive), mentor: named(mentor) });
  return {
    round: comparison.round,
    added: comparison.added.size,
    stayed: comparison.stayed,
    counts: {
      gone: comparison.gone.length,
      newlyMatched: comparison.newlyMatched.length,
      newlyLeftOut: comparison.newlyLeftOut.length,
    },
    gone: comparison.gone.slice(0, NAMES_AT_MOST).map(two),
    newlyMatched: comparison.newlyMatched.slice(0, NAMES_AT_MOST).map(somebody),
    newlyLeftOut: comparison.newlyLeftOut.slice(0, NAMES_AT_MOST).map(somebody),
    before: presentFigures(comparison.before),
  };
}

const presentWish = ({ executive, mentor, names, wish, at, etag, isTogether }: WishSeen): WishView => ({
  executive: { person: executive, name: names.executive },
  mentor: { person: mentor, name: names.mentor },
  wish,
  at,
  etag,
  isTogether,
});

export const roundRoutes = [
  route('dropAttribute', {
    query: DroppedAttribute,
    run: ({ ctx, actor, params, query }) => dropAttribute(ctx, cohortAt({ params, actor }), query.name),
  }),
  route('rounds', {
    answer: Rounds,
    run: async ({ ctx, actor, params, words }) => {
      const rounds = await listRounds(ctx, cohortAt({ params, actor }));
      return { rounds: rounds.map((round) => presentRound(words, round, knownLocale(actor.locale))) };
    },
  }),
  route('proposals', {
    query: RoundPageAsked,
    answer: Proposals,
    run: async ({ ctx, actor, params, query, words }) => {
      const seen = await getRound(ctx, cohortAt({ params, actor }), roundOf(params));
      const isLookedFor = isNamed(query.find);
      const found = presentProposals(words, seen, knownLocale(actor.locale)).filter(
        ({ executive, mentor, beside }) =>
          isLookedFor({ name: [executive, mentor, ...beside].map(({ name }) => name).join(' ') }),
      );
      const { shown, ...page } = pageOf(found, query);
      return { proposals: shown, ...page };
    },
  }),
  route('leftOut', {
    query: RoundPageAsked,
    answer: LeftOut,
    run: async ({ ctx, actor, params, query, words }) => {
      const seen = await getRound(ctx, cohortAt({ params, actor }), roundOf(params));
      const found = presentLeftOut(words, seen, knownLocale(actor.locale)).filter(isNamed(query.find));
      const { shown, ...page } = pageOf(found, query);
      return { leftOut: shown, ...page };
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
