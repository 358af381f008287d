import { performance } from 'node:perf_hooks';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { whenIdle } from '#threads/idle.ts';

const busy = { idle: 0, active: 1, utilization: 0.9 };
const idle = { idle: 1, active: 0, utilization: 0.05 };

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
afterEach(() => {
  vi.restoreAllMocks();
});

it('does something once, as soon as there is little to do', () => {
  const look = vi.spyOn(performance, 'eventLoopUtilization').mockReturnValue(busy);
  const work = vi.fn();
  whenIdle(work);
  vi.advanceTimersByTime(10_000);
  expect(work).not.toHaveBeenCalled();
  look.mockReturnValue(idle);
  vi.advanceTimersByTime(10_000);
  expect(work).toHaveBeenCalledOnce();
});

it('does nothing when it is called off', () => {
  vi.spyOn(performance, 'eventLoopUtilization').mockReturnValue(idle);
  const work = vi.fn();
  whenIdle(work)();
  vi.advanceTimersByTime(10_000);
  expect(work).not.toHaveBeenCalled();
});
