import { beforeEach, expect, it, vi } from 'vitest';
import { tellStanding } from '#bot/standing.ts';

beforeEach(() => void vi.useFakeTimers());

it('is said at once and again, also after the queue was away, until it is ended', async () => {
  const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
  const standing = vi
    .fn()
    .mockResolvedValueOnce({ waiting: 2, lateS: 0 })
    .mockRejectedValueOnce(new Error('away'))
    .mockResolvedValue({ waiting: 3, lateS: 61 });
  const stop = tellStanding({ standing }, log, 1_000);
  await vi.advanceTimersByTimeAsync(2_500);
  expect(log.info.mock.calls).toEqual([
    [{ waiting: 2, lateS: 0 }, 'how the queue stands'],
    [{ waiting: 3, lateS: 61 }, 'how the queue stands'],
  ]);
  expect(log.warn).toHaveBeenCalledTimes(1);
  stop();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(standing).toHaveBeenCalledTimes(3);
});
