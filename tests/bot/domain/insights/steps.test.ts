import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asId, type Day } from '#domain/basics/ids.ts';
import { gapOf, nextReading, type StepShown } from '#domain/insights/steps.ts';

const on = asId<Day>('2027-01-04');

/** One week: how many there are by then, and how many of them have taken the step. */
interface Week {
  of: number;
  count: number;
}
type Reading = typeof nextReading;

/** People come, and of those who have not taken the step some take it. */
const weeks: fc.Arbitrary<Week[]> = fc
  .array(fc.record({ come: fc.nat(7), took: fc.nat(9) }), { minLength: 1, maxLength: 7 })
  .map((changes) => {
    let [of, count] = [0, 0];
    return changes.map(({ come, took }) => {
      of += come;
      count += Math.min(took, of - count);
      return { of, count };
    });
  });

function readings(life: readonly Week[], read: Reading): StepShown[] {
  const all: StepShown[] = [];
  for (const week of life) all.push(read(all.at(-1), { ...week, on }));
  return all;
}

/**
 * Every number of people who may have taken the step by each week, for somebody who knows who there was, every reading,
 * and how readings come about; and which of them may follow each other.
 */
function possible(life: readonly Week[], read: Reading): { pairs: [number, number][][]; first: number[] } {
  const shown = readings(life, read);
  const sets = life.map(({ of }, n) =>
    Array.from({ length: of + 1 }, (_, count) => count).filter(
      (count) => JSON.stringify(read(shown[n - 1], { of, count, on })) === JSON.stringify(shown[n]),
    ),
  );
  // Only what has a week before and after it.
  for (let n = 1; n < sets.length; n++)
    sets[n] = (sets[n] ?? []).filter((now) => sets[n - 1]?.some((before) => before <= now));
  for (let n = sets.length - 2; n >= 0; n--)
    sets[n] = (sets[n] ?? []).filter((now) => sets[n + 1]?.some((after) => after >= now));
  const pairs = sets
    .slice(1)
    .map((now, n) =>
      (sets[n] ?? []).flatMap((before) =>
        now.filter((count) => count >= before).map((count): [number, number] => [before, count]),
      ),
    );
  return { pairs, first: sets[0] ?? [] };
}

/** Whether of some four people anything follows: that they all have or all have not, or did or did not that week. */
function isTelling(life: readonly Week[], read: Reading): boolean {
  const { pairs, first } = possible(life, read);
  const counts = [first, ...pairs.map((some) => some.map(([, now]) => now))];
  const surely = counts.some((some, n) => {
    const of = life[n]?.of ?? 0;
    const few = Math.min(4, of);
    return !some.some((count) => count >= few) || !some.some((count) => count <= of - few);
  });
  return (
    surely ||
    pairs.some((some, n) => {
      const [before, now] = [life[n]?.of ?? 0, life[n + 1]?.of ?? 0];
      const come = Math.min(4, now - before);
      // All of the newest have, or none of them; and any four who had not may all have done so by now.
      const allCame = some.some(([was, is]) => is >= was + come);
      const noneCame = some.some(([was, is]) => is <= now - come && is >= was);
      const four = Math.min(4, before);
      const anyTook = before === 0 || some.some(([was, is]) => was <= before - four && is >= was + four);
      return !allCame || !noneCame || !anyTook;
    })
  );
}

describe('a step', () => {
  it('reads a number only where five have and five have not', () => {
    const read = (count: number, of: number) => nextReading(undefined, { count, of, on }).reads;
    expect([0, 4, 5, 15, 16, 20].map((count) => read(count, 20))).toEqual([
      ...['few', 'few', 'some', 'some', 'most', 'most'],
    ]);
    expect(read(3, 8)).toBe('tooFew');
  });

  it('stays as it was published until five more have taken it', () => {
    const first = nextReading(undefined, { count: 6, of: 30, on });
    expect(nextReading(first, { count: 10, of: 30, on: asId('2027-01-11') })).toBe(first);
    expect(nextReading(first, { count: 11, of: 30, on: asId('2027-01-11') })).toMatchObject({
      ...{ reads: 'some', count: 11, of: 30, on: '2027-01-11' },
    });
  });

  it('says how many have not in the same way', () => {
    const gap = (count: number) => gapOf(nextReading(undefined, { count, of: 20, on }));
    expect(gap(3)).toEqual({ reads: 'most' });
    expect(gap(12)).toEqual({ reads: 'some', count: 8 });
    expect(gap(19)).toEqual({ reads: 'few' });
    expect(gapOf(nextReading(undefined, { count: 2, of: 4, on }))).toBeUndefined();
  });

  it('never tells of four people whether they have, or did that week, over any weeks', () => {
    const read = new Set<string>();
    fc.assert(
      fc.property(weeks, (life) => {
        for (const { reads } of readings(life, nextReading)) read.add(reads);
        expect(isTelling(life, nextReading)).toBe(false);
      }),
      { numRuns: 2_000 },
    );
    expect([...read].sort()).toEqual(['few', 'most', 'some', 'tooFew']);
  });

  const live: Reading = (_before, { count, of }) => ({ reads: 'some', count, of, on, least: count });
  const fresh: Reading = (_before, now) => nextReading(undefined, now);
  const four: Reading = (before, now) => {
    const least = before?.least ?? 0;
    if (before && now.count - least < 2) return before;
    return now.of - now.count < 5 || now.count < 5
      ? nextReading(undefined, now)
      : { ...live(undefined, now) };
  };
  it.each(
    Object.entries({
      'the number of today': live,
      'no memory of what was published': fresh,
      'two more': four,
    }),
  )('would tell with %s', (_name, weaker) => {
    const found = fc.sample(weeks, { numRuns: 2_000, seed: 7 }).some((life) => isTelling(life, weaker));
    expect(found).toBe(true);
  });
});
