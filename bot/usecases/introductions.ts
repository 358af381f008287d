import type { Reason } from '#domain/cohort.ts';
import { type CohortId, type PairId, type PersonId, toMs } from '#domain/ids.ts';
import { type AnswerState, decideAnswer, decideEnd, newIntroduction } from '#domain/introduction.ts';
import type { Profile, Role, Settings } from '#domain/person.ts';
import type { Context } from './context.ts';
import { openPair } from './pairs.ts';
import { Partition, retrying } from './partition.ts';
import { releaseSlot, reserveSlot } from './slots.ts';

export interface Introducing {
  /** Made from cohort, round and the two people, so that the same introduction has the same id. */
  pair: PairId;
  cohort: CohortId;
  executive: PersonId;
  mentor: PersonId;
  reasons: Reason[];
  fit: number;
}

/**
 * Introduces two people to each other: a place of each, links, pointers to the end, then the pair with its two
 * notices in one transaction. Safe to repeat and to resume after a crash at any point.
 */
export async function introduce(ctx: Context, made: Introducing): Promise<'introduced' | 'noRoom'> {
  const rows = await Partition.open(ctx, 'pairs', made.pair, ['pair']);
  if (rows.find('pair')) return 'introduced';
  if (!(await reserveBoth(ctx, made))) return 'noRoom';
  const members = await Promise.all([
    memberFor(ctx, made.executive, 'executive'),
    memberFor(ctx, made.mentor, 'mentor'),
  ]);
  const pair = newIntroduction({ ...made, members }, ctx.clock.now());
  for (const { answerBy } of pair.members) {
    await ctx.due.point(toMs(answerBy), { noun: 'introduction', pair: made.pair });
  }
  rows.create('pair', '', pair);
  rows.tell({ kind: 'projectPair', pair: made.pair });
  for (const { person: to } of pair.members) {
    const notice = { kind: 'introduction' as const, pair: made.pair };
    rows.tell({ kind: 'notify', job: `introduction_${made.pair}`, to, notice });
  }
  await createOnce(() => rows.commit());
  return 'introduced';
}

/** Somebody else who made the same pair a moment earlier did the same. */
async function createOnce(commit: () => Promise<void>): Promise<void> {
  try {
    await commit();
  } catch (error) {
    if (!(error instanceof Error && error.name === 'Conflict')) throw error;
  }
}

async function reserveBoth(ctx: Context, made: Introducing): Promise<boolean> {
  const { pair, cohort, executive, mentor } = made;
  if (!(await reserveSlot(ctx, executive, pair, { cohort, role: 'executive' }))) return false;
  if (await reserveSlot(ctx, mentor, pair, { cohort, role: 'mentor' })) return true;
  const madeMeanwhile = await ctx.tables.find('pairs', pair, 'pair');
  if (!madeMeanwhile) await releaseSlot(ctx, executive, pair);
  return madeMeanwhile !== undefined;
}

async function memberFor(ctx: Context, person: PersonId, role: Role) {
  const rows = await Partition.open(ctx, 'people', person, ['settings', 'profile']);
  const settings: Settings | undefined = rows.find('settings')?.value;
  const profile: Profile | undefined = rows.find('profile')?.value;
  return { person, role, timeZone: settings?.timeZone ?? profile?.timeZone ?? 'UTC' };
}

/**
 * One member's yes or "not this time". The first tells nobody anything; the yes that completes the pair makes it,
 * once, and tells everybody. What is answered depends on nothing the others declined.
 */
export async function answerIntroduction(
  ctx: Context,
  person: PersonId,
  id: PairId,
  answer: 'yes' | 'notThisTime',
): Promise<{ state: AnswerState }> {
  return retrying(async () => {
    const { rows, pair, me } = await openPair(ctx, person, id);
    const decided = decideAnswer(pair, me, { answer, nowMs: ctx.clock.now() });
    if (decided.kind === 'unchanged') return { state: decided.state };
    rows.put('pair', '', decided.pair);
    if (decided.state === 'paired') {
      rows.tell({ kind: 'projectPair', pair: id });
      for (const { person: to } of pair.members) {
        rows.tell({ kind: 'notify', job: `paired_${id}`, to, notice: { kind: 'paired', pair: id } });
      }
    }
    await rows.commit();
    return { state: decided.state };
  });
}

/**
 * Due at each member's own moment: an introduction without two yeses ends for them, with the same words whatever
 * the cause. Once all know, the pair is closed and its places are free.
 */
export async function endIfDue(ctx: Context, id: PairId): Promise<void> {
  await retrying(async () => {
    const rows = await Partition.open(ctx, 'pairs', id, ['pair']);
    const pair = rows.find('pair')?.value;
    if (!pair) return;
    const { tell, ended } = decideEnd(pair, ctx.clock.now());
    for (const to of tell) {
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
