import type { Messenger } from '#usecases/home/notices.ts';
import type { DueKind } from '#usecases/story/dueKind.ts';
import type { SendOutcome, TurnKind } from '#usecases/story/ports.ts';
import { timed } from './outcome.ts';
import type { Sending, Sent, Telling } from './telling.ts';
import { countedJob } from './told.ts';

/** A turn of the bot. Which calls of storage stand in it is not told: they would tell what was said; of a meeting nothing. */
export function watchTurn(telling: Telling, kind: TurnKind, run: () => Promise<void>): Promise<void> {
  if (kind === 'event') return run();
  const open = telling.open('turn', { isFirst: true });
  return timed(
    () => open.within(run),
    (outcome, ms) => {
      telling.took('turns', ms, { kind, outcome });
      open.end({ kind, outcome }, outcome === 'done');
    },
  );
}

/** A chore, or something that fell due: told by its name where it is about a cohort, else counted as quiet. */
export function watchJob<T>(telling: Telling, name: string, work: () => Promise<T>): Promise<T> {
  const job = countedJob(name);
  const open = job === 'quiet' ? undefined : telling.open('job', { isFirst: true, isWhole: true });
  return timed(
    () => (open ? open.within(work) : work()),
    (outcome, ms) => {
      telling.took('jobs', ms, { job, outcome });
      open?.end({ job, outcome }, outcome === 'done');
    },
  );
}

/** The same kinds, each watched by its noun. */
export const watchDue = (
  telling: Telling,
  kinds: readonly DueKind<Record<string, string>>[],
): DueKind<Record<string, string>>[] =>
  kinds.map((kind) => ({
    ...kind,
    look: (ctx, about) => watchJob(telling, kind.noun, () => kind.look(ctx, about)),
  }));

/** The same messenger; how sendings ended is counted, never what was sent or to whom, and a concern not at all. */
export function watchMessenger(telling: Telling, messenger: Messenger): Messenger {
  const told = async (does: Sending, work: () => Promise<SendOutcome>): Promise<SendOutcome> => {
    const end = (outcome: Sent) => telling.count('deliveries', { does, outcome });
    try {
      const outcome = await work();
      end(outcome.state === 'failed' ? outcome.reason : outcome.state);
      return outcome;
    } catch (error) {
      end('unknown');
      throw error;
    }
  };
  return {
    send: (to, facts) => {
      const send = () => messenger.send(to, facts);
      return facts.kind === 'concern' ? send() : told('send', send);
    },
    update: (to, activity, facts) => told('update', () => messenger.update(to, activity, facts)),
    remove: (to, activity) => told('remove', () => messenger.remove(to, activity)),
  };
}
