import { RestError } from '@azure/data-tables';
import { beforeEach, expect, test, vi } from 'vitest';
import { inTime } from '#storage/inTime.ts';
import { Away } from '#usecases/story/ports.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

const never = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
/** What became of a question so far. */
function watched(question: Promise<unknown>): { state: unknown } {
  const seen: { state: unknown } = { state: 'asked' };
  question.then(
    () => {
      seen.state = 'answered';
    },
    (error: unknown) => {
      seen.state = error instanceof Away ? 'away' : error;
    },
  );
  return seen;
}

test('silence is away within five seconds', async () => {
  const seen = watched(inTime()(never));
  await vi.advanceTimersByTimeAsync(5_000);
  expect(seen.state).toBe('away');
});

test('while others are answered, what stands in the queue is waited for, but not for ever', async () => {
  const answered = inTime();
  const seen = watched(answered(never));
  for (let second = 0; second < 15; second++) {
    await answered(async () => second);
    await vi.advanceTimersByTimeAsync(1_000);
  }
  expect(seen.state).toBe('asked');
  for (let second = 0; second < 10; second++) {
    await answered(async () => second);
    await vi.advanceTimersByTimeAsync(1_000);
  }
  expect(seen.state).toBe('away');
});

test('what another service answers is no sign of life', async () => {
  const seen = watched(inTime()(never));
  const other = inTime();
  for (let second = 0; second < 5; second++) {
    await other(async () => second);
    await vi.advanceTimersByTimeAsync(1_000);
  }
  expect(seen.state).toBe('away');
});

test.each([
  [503, Away],
  [429, Away],
  [408, Away],
  [undefined, Away],
  [409, RestError],
  [404, RestError],
])('an answer with status %s is what it is', async (statusCode, kind) => {
  const refuse = async () => {
    throw new RestError('no', statusCode === undefined ? {} : { statusCode });
  };
  await expect(inTime()(refuse)).rejects.toBeInstanceOf(kind);
});
