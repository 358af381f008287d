import { RoundBody, type RoundComparison, Rounds, RoundView, RunningRound } from '#api/contract/contract.ts';
import { route } from '#api/http/route.ts';
import { asId, type PersonId } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import type { Two } from '#domain/matching/types.ts';
import { twoKey } from '#domain/matching/wishes.ts';
import { publishRound, runRound } from '#usecases/matching/rounds.ts';
import { cancelRound, watchRounds } from '#usecases/matching/run.ts';
import { listRounds, type RoundSeen } from '#usecases/matching/view.ts';
import { sayLeftOut, sayReasons } from '#usecases/pairs/reasons.ts';
import type { Words } from '#words/words.ts';
import { atOf } from './at.ts';

function presentRound(words: Words, seen: RoundSeen): RoundView {
  const named = (person: PersonId) => ({ person, name: seen.name(person) });
  return {
    round: seen.number,
    state: seen.state,
    ranAt: seen.ranAt,
    provenBest: seen.provenBest,
    around: seen.around ?? { pins: 0, kept: 0, bans: 0 },
    covered: seen.covered,
    total: seen.total,
    figures: seen.figures,
    comparison: presentComparison(seen),
    proposals: seen.proposals.map(({ executive, mentor, fit, reasons, state }) => ({
      executive: named(executive),
      mentor: named(mentor),
      fit,
      reasons: sayReasons(words, reasons, 'champion'),
      state,
      isNew: seen.comparison?.added.has(twoKey({ executive, mentor })) ?? false,
    })),
    leftOut: seen.leftOut.map(({ person, role, reason }) => ({
      ...{ ...named(person), role },
      reason: sayLeftOut(words, reason, role),
    })),
  };
}

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
    before: comparison.before,
  };
}

const numberOf = (text: string | undefined): number => {
  if (!text || !/^\d{1,4}$/.test(text)) throw new Refusal('missing', 'cohort:round.missing');
  return Number(text);
};

const twosIn = (list: { executive: string; mentor: string }[] = []): Two[] =>
  list.map(({ executive, mentor }) => ({ executive: asId(executive), mentor: asId(mentor) }));

export const roundRoutes = [
  route('rounds', {
    answer: Rounds,
    run: async ({ ctx, actor, params, words }) => {
      const rounds = await listRounds(ctx, atOf({ params, actor }));
      return { rounds: rounds.map((round) => presentRound(words, round)) };
    },
  }),
  route('runRound', {
    body: RoundBody,
    answer: RoundView,
    status: 201,
    run: async ({ ctx, actor, params, body, words }) => {
      const asked = { pins: twosIn(body?.pins), bans: twosIn(body?.bans), fresh: body?.fresh ?? false };
      return presentRound(words, await runRound(ctx, atOf({ params, actor }), asked));
    },
  }),
  route('runningRound', {
    answer: RunningRound,
    run: ({ ctx, actor, params }) => watchRounds(ctx, atOf({ params, actor })),
  }),
  route('cancelRound', {
    answer: RunningRound,
    run: ({ ctx, actor, params }) => cancelRound(ctx, atOf({ params, actor })),
  }),
  route('publishRound', {
    answer: RoundView,
    run: async ({ ctx, actor, params, words }) => {
      const at = atOf({ params, actor });
      return presentRound(words, await publishRound(ctx, at, numberOf(params.round)));
    },
  }),
];
