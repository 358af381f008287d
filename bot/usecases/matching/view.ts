import type { CohortId, PersonId } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import {
  compareRuns,
  figuresOf,
  type RoundComparison,
  type RoundFigures,
  type RunResult,
} from '#domain/matching/comparison.ts';
import type { LeftOut, Proposal, Round } from '#domain/matching/rounds.ts';
import { type OpenCohort, openAsChampion } from '#usecases/cohorts/cohorts.ts';
import { namesOf } from '#usecases/people/contacts.ts';
import type { InCohort } from '#usecases/story/actor.ts';
import type { Context } from '#usecases/story/context.ts';
import { listRows } from '#usecases/story/rows.ts';

/** A round as it lies in its rows. */
export interface RoundRead {
  round: Round;
  proposals: Proposal[];
  leftOut: LeftOut[];
}

export interface RoundSeen extends Round {
  proposals: Proposal[];
  leftOut: LeftOut[];
  figures: RoundFigures;
  /** With the run before, unless that was published: its pairs are no longer a question. */
  comparison: (RoundComparison & { round: number }) | undefined;
  name(person: PersonId): string;
}

export const roundKey = (n: number): string => String(n).padStart(4, '0');

/** Proposals and left-outs of one round alone, however many rounds were run before. */
export async function readRound(ctx: Context, cohort: CohortId, round: Round): Promise<RoundRead> {
  const of = { prefix: roundKey(round.number) };
  const [proposals, leftOut] = await Promise.all([
    listRows(ctx, 'cohorts', cohort, 'proposal', of),
    listRows(ctx, 'cohorts', cohort, 'leftout', of),
  ]);
  return {
    round,
    proposals: proposals.map(({ value }) => value),
    leftOut: leftOut.map(({ value }) => value),
  };
}

/** Every round that was not set aside, newest first. */
export async function listRounds(ctx: Context, at: InCohort): Promise<RoundSeen[]> {
  const rows = await openAsChampion(ctx, at, ['round']);
  const shown = roundsIn(rows).filter(({ state }) => state !== 'discarded');
  return viewsOfRounds(ctx, at.cohort, { rows, shown: shown.reverse() });
}

/** One round: who would meet whom, why, and who is left out. */
export async function getRound(ctx: Context, at: InCohort, number: number): Promise<RoundSeen> {
  const rows = await openAsChampion(ctx, at, ['round']);
  const [seen] = await viewsOfRounds(ctx, at.cohort, { rows, shown: [roundIn(rows, number)] });
  if (!seen) throw new Refusal('missing', 'cohort:round.missing');
  return seen;
}

/** Oldest first. */
export const roundsIn = (rows: OpenCohort): Round[] => rows.list('round').map(({ value }) => value);

export function roundIn(rows: OpenCohort, number: number): Round {
  const row = rows.find('round', roundKey(number));
  if (!row) throw new Refusal('missing', 'cohort:round.missing');
  return row.value;
}

async function viewsOfRounds(
  ctx: Context,
  cohort: CohortId,
  { rows, shown }: { rows: OpenCohort; shown: Round[] },
): Promise<RoundSeen[]> {
  const read = await Promise.all(
    shown.map(async (round) => {
      const before = beforeThis(rows, round);
      const [now, old] = await Promise.all([
        readRound(ctx, cohort, round),
        before && readRound(ctx, cohort, before),
      ]);
      return { now, old };
    }),
  );
  const name = await namesOf(
    ctx,
    read.flatMap(({ now, old }) => [...peopleOf(now), ...peopleOf(old)]),
  );
  return read.map(({ now, old }) => viewOfRound(now, old, name));
}

/** The run that a reviewed round is compared with. */
function beforeThis(rows: OpenCohort, round: Round): Round | undefined {
  if (round.state !== 'reviewed') return undefined;
  const before = roundsIn(rows).findLast(({ number }) => number < round.number);
  return before?.state === 'discarded' ? before : undefined;
}

const peopleOf = (read: RoundRead | undefined): PersonId[] => [
  ...(read?.proposals ?? []).flatMap(({ executive, mentor }) => [executive, mentor]),
  ...(read?.leftOut ?? []).map(({ person }) => person),
];

const resultOf = ({ round, proposals, leftOut }: RoundRead): RunResult => ({
  ...{ pairs: proposals, leftOut, covered: round.covered, total: round.total },
  ...{ waiting: round.waiting ?? 0, waited: round.waited ?? 0 },
});

function viewOfRound(now: RoundRead, old: RoundRead | undefined, name: RoundSeen['name']): RoundSeen {
  const result = resultOf(now);
  return {
    ...now.round,
    ...{ proposals: now.proposals, leftOut: now.leftOut, figures: figuresOf(result), name },
    comparison: old && { ...compareRuns(resultOf(old), result), round: old.round.number },
  };
}
