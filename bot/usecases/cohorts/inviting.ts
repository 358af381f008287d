import type { Message } from '#domain/all/messages.ts';
import type { PersonId } from '#domain/basics/ids.ts';
import type { PartOfInviting } from '#domain/cohorts/messages.ts';
import type { InCohort } from '#usecases/story/actor.ts';
import type { Context } from '#usecases/story/context.ts';
import { inChunks } from '#usecases/story/parallel.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';
import { findRow } from '#usecases/story/rows.ts';
import { getCohortIn, type OpenCohort, openAsChampion } from './cohorts.ts';

/** People in one row, who are invited in one go: less than what a worker has time for. */
const PART_SIZE = 200;
const ROWS = 90;

/** People are asked for the first time, or once more. */
type Inviting = PartOfInviting & { kind: 'goOnInviting' | 'goOnAskingAgain' };
/** Whatever is done with many people of a cohort, part after part. */
type InParts = Extract<Message, PartOfInviting>;

const keyOf = (invite: string, part: number): string => `${invite}_${String(part).padStart(4, '0')}`;

/**
 * Writes down who is invited, and has it done part after part: from here on it goes on by itself. Before its last row
 * is there nobody is told.
 */
export async function stageInviting(
  ctx: Context,
  at: InCohort,
  people: readonly PersonId[],
  kind: Inviting['kind'] = 'goOnInviting',
): Promise<void> {
  await stageParts(ctx, at, people, async (rows, invite) => {
    const cohort = getCohortIn(rows);
    rows.put('cohort', '', { ...cohort, state: cohort.state === 'draft' ? 'enrolling' : cohort.state });
    rows.tell({ kind, cohort: at.cohort, person: at.person, invite, part: 0 });
  });
}

/** Writes down whom something is done with; `begin` sees to that it is begun, in the transaction of the last rows. Answers under which id. */
export async function stageParts(
  ctx: Context,
  at: InCohort,
  people: readonly PersonId[],
  begin: (rows: OpenCohort, invite: string) => Promise<void>,
): Promise<string> {
  const invite = ctx.ids.next('invite');
  await retrying(ctx, async () => {
    const rows = await openAsChampion(ctx, at);
    for (const [n, part] of inChunks(people, PART_SIZE).entries()) {
      rows.put('audience', keyOf(invite, n), { people: part });
      if (n % ROWS === ROWS - 1) await rows.commit();
    }
    await begin(rows, invite);
    await rows.commit();
  });
  return invite;
}

/** Does one part, then has the next one done; what was done is done for whoever comes after a crash. */
export async function goOnInParts<Part extends InParts>(
  ctx: Context,
  message: Part,
  doNow: (ctx: Context, at: InCohort, people: readonly PersonId[]) => Promise<void>,
): Promise<void> {
  const { cohort, person, invite, part } = message;
  const staged = await findRow(ctx, 'cohorts', cohort, 'audience', keyOf(invite, part));
  if (!staged) return;
  await doNow(ctx, { cohort, person }, staged.value.people);
  const rows = await Partition.pick(ctx, cohort, [['audience', keyOf(invite, part)]]);
  rows.remove('audience', keyOf(invite, part));
  rows.tell({ ...message, part: part + 1 });
  await rows.commit();
}
