import type { RoundResult } from '#domain/matching/types.ts';
import { withoutOwnWords } from '#domain/pairs/reasons.ts';
import type { OpenCohort } from '#usecases/cohorts/cohorts.ts';
import type { Context } from '#usecases/story/context.ts';
import { listRows } from '#usecases/story/rows.ts';
import type { RunningRound } from './run.ts';
import { roundKey, roundsIn } from './view.ts';

const BATCH = 90;

/** Above everything a run that broke off may have left behind. */
export async function nextNumber(ctx: Context, rows: OpenCohort): Promise<number> {
  const isUsed = async (n: number) => {
    const first = { prefix: roundKey(n), limit: 1 };
    const found = await Promise.all([
      listRows(ctx, 'cohorts', rows.id, 'proposal', first),
      listRows(ctx, 'cohorts', rows.id, 'leftout', first),
    ]);
    return found.flat().length > 0;
  };
  let next = (roundsIn(rows).at(-1)?.number ?? 0) + 1;
  while (await isUsed(next)) next++;
  return next;
}

interface Staged {
  number: number;
  result: RoundResult;
  running: RunningRound;
}

/** Proposals and left-outs, which nobody sees before the round's own row is there. */
export async function stageRound(
  rows: OpenCohort,
  { number: round, result, running }: Staged,
): Promise<void> {
  const of = result.pairs.length + result.leftOut.length;
  let done = 0;
  const commitWhenFull = async () => {
    done += 1;
    if (done % BATCH !== 0) return;
    running.signal.throwIfAborted();
    await rows.commit();
    running.watch('save', done, of);
  };
  for (const [n, { executive, mentor, fit, reasons }] of result.pairs.entries()) {
    const said = { executive, mentor, fit, reasons: withoutOwnWords(reasons) };
    rows.create('proposal', `${roundKey(round)}_${String(n + 1).padStart(5, '0')}`, {
      ...{ round, ...said, pair: '', state: 'proposed' },
    });
    await commitWhenFull();
  }
  for (const { person, role, reason } of result.leftOut) {
    rows.create('leftout', `${roundKey(round)}_${person}_${role}`, { round, person, role, reason });
    await commitWhenFull();
  }
  await rows.commit();
}
