import { Away, Conflict } from '#usecases/story/ports.ts';
import type { Outcome } from './telling.ts';

/** How work ended that broke, by the kind of its error; never by what it says. */
function outcomeOf(error: unknown): Outcome {
  if (error instanceof Away) return 'away';
  return error instanceof Conflict ? 'conflict' : 'failed';
}

/** Runs work and says how long it took and how it ended. What it answers, or throws, is passed on. */
export async function timed<T>(
  work: () => Promise<T>,
  ended: (outcome: Outcome, ms: number) => void,
): Promise<T> {
  const beganMs = performance.now();
  try {
    const answer = await work();
    ended('done', performance.now() - beganMs);
    return answer;
  } catch (error) {
    ended(outcomeOf(error), performance.now() - beganMs);
    throw error;
  }
}
