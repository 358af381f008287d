import { type CohortId, type PairId, type PersonId, toMs } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { asSeenBy, endsFor, gathered, withOne } from '#domain/pairs/circle.ts';
import {
  type AnswerState,
  agree,
  decideAnswer,
  decideEnd,
  decideReminder,
  memberOf,
  withTimeForChat,
} from '#domain/pairs/introduction.ts';
import { type IntroductionAnswer, isGoing, type Pair, type PairMember } from '#domain/pairs/pair.ts';
import type { Role } from '#domain/people/person.ts';
import { settingsIn } from '#usecases/people/settings.ts';
import { lookAt, lookSoon } from '#usecases/story/cardDue.ts';
import type { Context } from '#usecases/story/context.ts';
import { pointTo } from '#usecases/story/due.ts';
import { dueKind } from '#usecases/story/dueKind.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';
import { anew } from '#usecases/story/readOnce.ts';
import { endPair } from './ending.ts';
import { nextNudges } from './nudgesDue.ts';
import { findPair, openPair } from './pairs.ts';
import { resumeDue } from './pause.ts';

export async function memberFor(ctx: Context, person: PersonId, role: Role) {
  const rows = await Partition.open(ctx, 'people', person);
  const { timeZone } = settingsIn(rows);
  return { person, name: rows.find('person')?.value.name ?? '', role, timeZone };
}

/** Everything that falls due for an introduction, pointed to before the change it belongs to. */
export async function pointToMoments(ctx: Context, id: PairId, { members }: Pair): Promise<void> {
  const moments = members.flatMap(({ answerBy, remindAt }) => [remindAt, answerBy]);
  const points = moments.flatMap((at) => (at ? [pointTo(toMs(at), introductionDue, { pair: id })] : []));
  await ctx.due.pointAll(points);
}

/** Whose cards an answer settles that makes no pair: a pair settles them when it is told. */
function settledBy(state: AnswerState, pair: Pair, me: PairMember): PairMember[] {
  if (state === 'paired') return [];
  return state === 'firstChat' ? pair.members : [me];
}

const pointToSettled = (ctx: Context, id: PairId, members: readonly PairMember[]): Promise<void> =>
  ctx.due.pointAll(
    members.map(({ person }) => lookSoon(ctx.clock.now(), { about: 'introduction', id, person })),
  );

async function timeForChat(ctx: Context, id: PairId, pair: Pair): Promise<Pair> {
  const known = await Promise.all(pair.members.map(({ person, role }) => memberFor(ctx, person, role)));
  const timed = withTimeForChat(
    pair,
    known.map(({ timeZone }) => timeZone),
  );
  await pointToMoments(ctx, id, timed);
  return timed;
}

/**
 * One member's answer. The first tells nobody anything; the one that completes the pair, or the wish for a first
 * chat, tells everybody, once, in the same words. What is answered depends on nothing the others declined.
 */
export async function answerIntroduction(
  ctx: Context,
  person: PersonId,
  id: PairId,
  answer: IntroductionAnswer,
): Promise<{ state: AnswerState }> {
  return retrying(ctx, async () => {
    const { rows, pair, me } = await openPair(ctx, person, id);
    const decided = decideAnswer(pair, me, { answer, nowMs: ctx.clock.now() });
    if (decided.kind === 'unchanged') return { state: decided.state };
    const { state } = decided;
    const truth = rows.find('pair')?.value;
    if (truth && !memberOf(truth, person))
      return answerApart(ctx, rows, { truth, seen: decided.pair, id, me });
    rows.put('pair', '', state === 'firstChat' ? await timeForChat(ctx, id, decided.pair) : decided.pair);
    if (state === 'paired') {
      await ctx.due.pointAll([nextNudges(ctx.clock.now(), id)]);
      rows.tell({ kind: 'projectPair', pair: id });
    }
    if (state === 'paired' && pair.asked)
      rows.tell({ kind: 'advanceSearch', cohort: pair.cohort, person: pair.asked, ended: '' });
    if (state === 'paired' || state === 'firstChat') tellAll(rows, { state, pair, id, by: person });
    await pointToSettled(ctx, id, settledBy(state, pair, me));
    await rows.commit();
    return { state };
  });
}

/**
 * Somebody the circle has begun without answers late: only their own answer is noted, whatever it is, and they hear
 * what whoever waits hears.
 */
async function answerApart(
  ctx: Context,
  rows: Partition<'pairs'>,
  { truth, seen, id, me }: { truth: Pair; seen: Pair; id: PairId; me: PairMember },
): Promise<{ state: AnswerState }> {
  rows.put('pair', '', withOne(truth, memberOf(seen, me.person) ?? me));
  await pointToSettled(ctx, id, [me]);
  await rows.commit();
  return { state: 'waiting' };
}

/**
 * Whoever leaves a programme withdraws from the introductions that are open there, as quietly as with a no of their
 * own, and a pair of theirs ends as it does when somebody ends it. Safe to repeat.
 */
export async function withdraw(ctx: Context, person: PersonId, cohort: CohortId): Promise<void> {
  const links = (await Partition.open(ctx, 'people', person)).list('pair');
  for (const { id } of links.filter(({ value }) => value.cohort === cohort)) {
    if ((await seenPair(ctx, id as PairId, person))?.state === 'introduced')
      await declineIfOpen(ctx, person, id as PairId);
    anew(ctx);
    const pair = await seenPair(ctx, id as PairId, person);
    if (pair && isGoing(pair)) await endPair(ctx, person, id as PairId);
  }
}

async function seenPair(ctx: Context, id: PairId, person: PersonId): Promise<Pair | undefined> {
  const pair = await findPair(ctx, id);
  const seen = pair && asSeenBy(pair, person);
  return seen && memberOf(seen, person) ? seen : undefined;
}

async function declineIfOpen(ctx: Context, person: PersonId, id: PairId): Promise<void> {
  try {
    await answerIntroduction(ctx, person, id, 'notThisTime');
  } catch (error) {
    // It came to its end, or became a pair, a moment earlier.
    if (!(error instanceof Refusal)) throw error;
  }
}

/** In the same words; whoever answered last hears it at once. */
function tellAll(
  rows: Partition<'pairs'>,
  { state, pair, id, by }: { state: 'paired' | 'firstChat'; pair: Pair; id: PairId; by?: PersonId },
): void {
  for (const { person: to } of pair.members)
    rows.tell({
      ...{ kind: 'notify', job: `${state}_${id}`, to, notice: { kind: state, pair: id } },
      answers: to === by,
    });
}

/** Whose answers have closed: a circle begins, or has a first chat, with those who would like to. */
async function gatherIfDue(
  ctx: Context,
  id: PairId,
  { rows, pair }: { rows: Partition<'pairs'>; pair: Pair },
): Promise<Pair> {
  const together = gathered(pair, ctx.clock.now());
  if (!together) return pair;
  const decided = agree(together, ctx.clock.now());
  const state = decided.state === 'paired' ? 'paired' : 'firstChat';
  const next = state === 'firstChat' ? await timeForChat(ctx, id, decided.pair) : decided.pair;
  rows.put('pair', '', next);
  if (state === 'paired') {
    await ctx.due.pointAll([nextNudges(ctx.clock.now(), id)]);
    rows.tell({ kind: 'projectPair', pair: id });
  }
  tellAll(rows, { state, pair: next, id });
  return next;
}

const introductionDue = dueKind<{ pair: PairId }>('introduction', (ctx, { pair }) => endIfDue(ctx, pair));

export const pairDue = [introductionDue, resumeDue];

/**
 * Due at each member's own moments: an introduction without two yeses ends for them, with the same words whatever
 * the cause. Once all know, the pair is closed and its places are free. Before, whoever has had time for a first
 * chat and not decided is asked once.
 */
export async function endIfDue(ctx: Context, id: PairId): Promise<void> {
  await retrying(ctx, async () => {
    const rows = await Partition.open(ctx, 'pairs', id);
    const known = rows.find('pair')?.value;
    if (!known) return;
    const pair = await gatherIfDue(ctx, id, { rows, pair: known });
    for (const to of decideReminder(pair, ctx.clock.now()))
      rows.tell({ kind: 'notify', job: `decide_${id}`, to, notice: { kind: 'decide', pair: id } });
    const { tell: told, ended } = decideEnd(pair, ctx.clock.now());
    const tell = [...told, ...endsFor(pair, ctx.clock.now()).map(({ person }) => person)];
    const asked = tell.map((person) => ({ about: 'introduction' as const, id, person }));
    await ctx.due.pointAll(asked.map((card) => lookAt(ctx.clock.now(), card)));
    for (const to of tell) {
      if (to === pair.asked) {
        rows.tell({ kind: 'advanceSearch', cohort: pair.cohort, person: to, ended: id });
        continue;
      }
      const notice = { kind: 'introductionEnded' as const, pair: id };
      rows.tell({ kind: 'notify', job: `introductionEnded_${id}`, to, notice });
    }
    if (ended) {
      rows.put('pair', '', ended);
      rows.tell({ kind: 'projectPair', pair: id });
    }
    await rows.commit();
  });
}
