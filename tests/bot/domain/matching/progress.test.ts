import { expect, test } from 'vitest';
import { asId } from '#domain/basics/ids.ts';
import { isRunning, progressOf, type RoundRun } from '#domain/matching/progress.ts';
import { PHASES } from '#domain/matching/types.ts';

const aRun: RoundRun = {
  ...{ state: 'running', run: 'run-1', by: asId('noor'), startedAt: asId('2026-11-23T09:00:00.000Z') },
  ...{ at: asId('2026-11-23T09:00:10.000Z'), phase: 'gather', part: 5, cancelAsked: false },
};
const at = (time: string) => Date.parse(`2026-11-23T${time}.000Z`);

test('a run goes on from nothing to the end, never back', () => {
  const steps = (['gather', ...PHASES, 'save'] as const).flatMap((step) =>
    [0, 3, 7].map((done) => progressOf(step, done, 7).part),
  );
  expect(steps).toEqual(steps.toSorted((a, b) => a - b));
  expect([steps[0], steps.at(-1)]).toEqual([0, 100]);
});

test('a step without a measure is at its beginning, and nothing is more than done', () => {
  expect(progressOf('check', 0, 0)).toEqual({ phase: 'check', part: 85 });
  expect(progressOf('save', 9, 3).part).toBe(100);
});

test('a run that has not shown for a minute is taken for dead', () => {
  expect(isRunning(aRun, at('09:01:09'))).toBe(true);
  expect(isRunning(aRun, at('09:01:10'))).toBe(false);
  expect(isRunning({ ...aRun, state: 'idle' }, at('09:00:11'))).toBe(false);
  expect(isRunning(undefined, at('09:00:11'))).toBe(false);
});
