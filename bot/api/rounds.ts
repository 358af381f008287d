import { asId, type PersonId } from '#domain/ids.ts';
import { Refusal } from '#domain/refusal.ts';
import { sayLeftOut, sayReasons } from '#usecases/reasons.ts';
import { listRounds, publishRound, type RoundSeen, runRound } from '#usecases/rounds.ts';
import type { Words } from '#words/words.ts';
import { atOf } from './at.ts';
import { RoundBody, Rounds, RoundView } from './contract.ts';
import { route } from './route.ts';

const presentRound = (words: Words, seen: RoundSeen): RoundView => ({
  round: seen.number,
  state: seen.state,
  ranAt: seen.ranAt,
  provenBest: seen.provenBest,
  covered: seen.covered,
  total: seen.total,
  proposals: seen.proposals.map(({ executive, mentor, fit, reasons, state }) => ({
    executive: { person: executive.person, name: executive.name },
    mentor: { person: mentor.person, name: mentor.name },
    fit,
    reasons: sayReasons(words, reasons, 'champion'),
    state,
  })),
  leftOut: seen.leftOut.map(({ person, name, role, reason }) => ({
    ...{ person, name, role },
    reason: sayLeftOut(words, reason, role),
  })),
});

const numberOf = (text: string | undefined): number => {
  if (!text || !/^\d{1,4}$/.test(text)) throw new Refusal('missing', 'cohort:round.missing');
  return Number(text);
};

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
      const twos = (list: { executive: string; mentor: string }[] = []) =>
        list.map(({ executive, mentor }) => ({
          executive: asId<PersonId>(executive),
          mentor: asId<PersonId>(mentor),
        }));
      const wishes = { pins: twos(body?.pins), bans: twos(body?.bans) };
      const at = atOf({ params, actor });
      return presentRound(words, await runRound(ctx, at, wishes));
    },
  }),
  route('publishRound', {
    answer: RoundView,
    run: async ({ ctx, actor, params, words }) => {
      const at = atOf({ params, actor });
      return presentRound(words, await publishRound(ctx, at, numberOf(params.round)));
    },
  }),
];
