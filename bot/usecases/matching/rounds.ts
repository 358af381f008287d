import { type CohortId, toInstant } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { type CircleSize, mustGoOn } from '#domain/cohorts/cohort.ts';
import { inCircles } from '#domain/matching/circles/room.ts';
import { matchCohort } from '#domain/matching/matchCohort.ts';
import type { RoundMessage } from '#domain/matching/messages.ts';
import { toCandidate } from '#domain/matching/rules.ts';
import type { MatchOptions, MatchPerson, RoundResult, Two } from '#domain/matching/types.ts';
import { type Around, twoKey, whoStays } from '#domain/matching/wishes.ts';
import { getCohortIn, type OpenCohort, openAsChampion } from '#usecases/cohorts/cohorts.ts';
import { requireContact } from '#usecases/cohorts/contactPersons.ts';
import type { InCohort } from '#usecases/story/actor.ts';
import { audit } from '#usecases/story/audit.ts';
import type { Context } from '#usecases/story/context.ts';
import type { Chores } from '#usecases/story/notices.ts';
import { inChunks } from '#usecases/story/parallel.ts';
import { retrying } from '#usecases/story/partition.ts';
import { Conflict } from '#usecases/story/ports.ts';
import { type Joined, type Loaded, loadPeople, presentIn, toMatchPeople } from './matchPeople.ts';
import { publishRoundNow } from './publication.ts';
import { RunningRound } from './run.ts';
import { nextNumber, stageRound } from './stage.ts';
import { readRound, roundIn, roundKey, roundsIn } from './view.ts';
import { addWishes, wishesIn } from './wishes.ts';

export const roundChores: Chores<RoundMessage> = {
  publishRound: (ctx, { cohort, round }) => publishRoundNow(ctx, cohort, round),
};

/** What a champion asks of a run: more wishes, and whether the pairs of the run before may change. */
export interface RunAsked {
  pins?: readonly Two[];
  bans?: readonly Two[];
  fresh?: boolean;
  /** The same press again answers the round that it ran. */
  press?: string;
}

/** So many people are read before a run shows how far it is. */
const READ_AT_ONCE = 100;
/** Up to this many are introduced or left out before the champion's own request is answered. */
const AT_ONCE = 50;

/**
 * Runs a matching round over everybody who joined and has room. Nobody but the champions sees it until it is
 * published; an earlier round that was not published is set aside, and its pairs stay together unless somebody
 * ruled them out or a fresh look is asked for. Answers the number of the round.
 */
export async function runRound(ctx: Context, at: InCohort, asked: RunAsked = {}): Promise<number> {
  const { pins = [], bans = [], press } = asked;
  const wishes = [
    ...pins.map((two) => ({ ...two, wish: 'pin' as const })),
    ...bans.map((two) => ({ ...two, wish: 'ban' as const })),
  ];
  if (wishes.length > 0) await addWishes(ctx, at, wishes);
  const rows = await openAsChampion(ctx, at, ['member', 'pair', 'round', 'wish', 'run', 'contact']);
  const known = roundsIn(rows).find((round) => press && round.press === press);
  if (known) return known.number;
  mustGoOn(getCohortIn(rows), ctx.clock.now());
  requireContact(rows);
  if (roundsIn(rows).some(({ state }) => state === 'publishing'))
    throw new Refusal('conflict', 'cohort:round.stillPublishing');
  const present = await presentIn(ctx, rows);
  if (present.length === 0) throw new Refusal('conflict', 'cohort:round.nobody');
  const running = new RunningRound(ctx, at, rows);
  try {
    return await match(ctx, { at, rows, present, running, press, isFresh: asked.fresh === true });
  } finally {
    await running.leave();
  }
}

interface Run {
  at: InCohort;
  rows: OpenCohort;
  /** Who may meet somebody new. */
  present: Joined[];
  running: RunningRound;
  press: string | undefined;
  isFresh: boolean;
}

async function match(ctx: Context, run: Run): Promise<number> {
  const { rows, running } = run;
  const people = await gather(ctx, run);
  const dateMs = ctx.clock.now();
  const { fitFloor: floor, circle } = getCohortIn(rows);
  const asCandidate = (person: MatchPerson) => inCircles(toCandidate(person, dateMs), circle);
  const around = whoStays({
    ...{ wishes: wishesIn(rows), before: run.isFresh ? [] : await pairsBefore(ctx, run), floor },
    ...{ people: new Map(people.map((person) => [person.id, asCandidate(person)])) },
    circle,
  });
  const options = { floor, dateMs, pins: [...around.pins, ...around.kept], bans: around.bans };
  const result = await search(ctx, people, { options, circle, running });
  const number = await nextNumber(ctx, rows);
  await stageRound(rows, { number, result, running });
  const outcome = { number, result, around, waited: waitedIn(people) };
  await retrying(ctx, () => flip(ctx, run, outcome));
  return number;
}

interface Searched {
  options: MatchOptions;
  circle: CircleSize | undefined;
  running: RunningRound;
}

async function search(
  ctx: Context,
  people: MatchPerson[],
  { options, circle, running: { signal, watch } }: Searched,
): Promise<RoundResult> {
  if (circle) {
    const found = await ctx.matchCircles?.(people, { ...options, size: circle }, { signal, watch });
    if (found === undefined) throw new Refusal('conflict', 'cohort:round.outOfTime');
    return found;
  }
  if (!ctx.match) return matchCohort(people, options, watch);
  return ctx.match(people, options, { signal, watch });
}

async function gather(ctx: Context, { rows, present, running }: Run): Promise<MatchPerson[]> {
  const people: Loaded[] = [];
  for (const chunk of inChunks(present, READ_AT_ONCE)) {
    running.signal.throwIfAborted();
    people.push(...(await loadPeople(ctx, rows, chunk)));
    running.watch('gather', people.length, present.length);
  }
  return toMatchPeople(people);
}

/** Whom the run before would have introduced, as long as it is neither published nor set aside. */
async function pairsBefore(ctx: Context, { at, rows }: Run): Promise<Two[]> {
  const before = roundsIn(rows).findLast(({ state }) => state === 'reviewed');
  return before ? (await readRound(ctx, at.cohort, before)).proposals : [];
}

const waitedIn = (people: readonly MatchPerson[]): number =>
  people.filter(({ role, room, waiting }) => role === 'executive' && room > 0 && waiting).length;

interface Outcome {
  number: number;
  result: RoundResult;
  around: Around;
  waited: number;
}

/** Makes the new round the one to review, unless the rounds it started from are no longer the same. */
async function flip(ctx: Context, run: Run, { number, result, around, waited }: Outcome): Promise<void> {
  const { at, press } = run;
  const rows = await run.running.sign();
  const etags = (from: OpenCohort) =>
    from
      .list('round')
      .map(({ etag }) => etag)
      .join();
  if (etags(rows) !== etags(run.rows)) throw new Conflict('the rounds of this cohort');
  for (const { id, value } of rows.list('round'))
    if (value.state === 'reviewed') rows.put('round', id, { ...value, state: 'discarded' });
  const { covered, total, waiting } = result.totals;
  const { pins, kept, bans } = around;
  const { circle } = getCohortIn(run.rows);
  rows.create('round', roundKey(number), {
    ...{ number, state: 'reviewed', by: at.person, provenBest: result.provenBest },
    ...{ covered, total, waiting, waited, ranAt: toInstant(ctx.clock.now()) },
    ...(press ? { press } : {}),
    ...(circle && { areCircles: true, gap: result.gap ?? 1 }),
    ...(circle?.mixed && { areTeams: true }),
    around: { pins: pins.length, kept: kept.length, bans: bans.length },
  });
  const cohort = getCohortIn(rows);
  if (cohort.state === 'draft' || cohort.state === 'enrolling')
    rows.put('cohort', '', { ...cohort, state: 'matching' });
  audit(ctx, rows, { by: at.person, did: 'runRound', about: `${number}` });
  await rows.commit();
}

/**
 * Publishes a reviewed round: from here on the two of each proposal are introduced. Twice is once. Refuses while
 * it would introduce two whom a champion has ruled out since.
 */
export async function publishRound(ctx: Context, at: InCohort, number: number): Promise<void> {
  const rows = await openAsChampion(ctx, at, ['round', 'wish', 'pair', 'contact']);
  const round = roundIn(rows, number);
  if (round.state === 'discarded') throw new Refusal('gone', 'cohort:round.discarded');
  const { proposals, leftOut } = await readRound(ctx, at.cohort, round);
  if (round.state === 'reviewed') {
    mustGoOn(getCohortIn(rows), ctx.clock.now());
    requireContact(rows);
    const ruledOut = new Set(
      wishesIn(rows)
        .filter(({ wish }) => wish === 'ban')
        .map(twoKey),
    );
    if (proposals.some((two) => ruledOut.has(twoKey(two))))
      throw new Refusal('conflict', 'cohort:round.ruledOut');
    rows.put('round', roundKey(number), { ...round, state: 'publishing' });
    rows.put('cohort', '', { ...getCohortIn(rows), state: 'running' });
    audit(ctx, rows, { by: at.person, did: 'publishRound', about: `${number}` });
    rows.tell({ kind: 'publishRound', cohort: at.cohort, round: number });
    await rows.commit();
  }
  if (proposals.length + leftOut.length <= AT_ONCE) await publishAtOnce(ctx, at.cohort, number);
}

/** The worker has the same to do from the outbox: where it is the faster, it is in good hands. */
async function publishAtOnce(ctx: Context, cohort: CohortId, number: number): Promise<void> {
  try {
    await publishRoundNow(ctx, cohort, number);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    ctx.log.info({ cohort, round: number }, 'the worker publishes this round');
  }
}
