import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExactCell } from '#domain/insights/cube.ts';
import { OPINIONS } from '#domain/insights/measures.ts';
import { rounded } from '#domain/insights/rounding.ts';

const about = { role: 'all' as const, from: '2026-11', to: '2026-11' };
/** As it is published that these people said this, where it may be told of `told` of them that they did. */
const shown = (of: ExactCell['of'], values: readonly number[], told = 50) =>
  rounded(
    {
      ...about,
      of,
      mean: values.reduce((sum, value) => sum + value, 0) / values.length,
      people: values.length,
    },
    told,
  );
const people = fc.integer({ min: 5, max: 60 });
const ends = { share: [0, 1], scale: [1, 5] } as const;
const endsOf = (of: ExactCell['of']) => (of === 'began' || of === 'now' ? ends.scale : ends.share);

describe('a published figure', () => {
  it.each(OPINIONS)('%s never says that all are alike: one who said the opposite reads the same', (of) => {
    const [low, high] = endsOf(of);
    fc.assert(
      fc.property(people, fc.nat(80), (n, told) => {
        for (const [all, other] of [
          [high, low],
          [low, high],
        ] as const) {
          const alike = Array.from({ length: n }, () => all);
          expect(shown(of, alike, told)).toEqual(shown(of, [...alike.slice(1), other], told));
        }
      }),
    );
  });

  it.each(OPINIONS)('%s moves by one step at most when one person says something else', (of) => {
    const [low, high] = endsOf(of);
    const value = fc.double({ min: low, max: high, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 5, maxLength: 60 }), value, (values, other) => {
        const scale = of === 'began' || of === 'now';
        const steps = scale ? [1, 0.5, 0.2] : [20, 10, 5];
        const step = steps[values.length >= 20 ? 2 : values.length >= 10 ? 1 : 0] ?? 0;
        const moved = Math.abs(shown(of, values).value - shown(of, [...values.slice(1), other]).value);
        expect(moved).toBeLessThanOrEqual(step + 1e-9);
      }),
    );
  });

  it('is rounded as coarsely as for few where no more may be told to have answered', () => {
    const twelve = Array.from({ length: 12 }, (_, n) => (n < 8 ? 1 : 0));
    expect(shown('candid', twelve, 50).value).toBe(70);
    expect(shown('candid', twelve, 9).value).toBe(60);
  });

  it('says “or more” and “or less” at its ends', () => {
    expect(shown('candid', [1, 1, 1, 1, 1])).toMatchObject({ value: 80, edge: 'orMore' });
    expect(shown('candid', [0, 0, 0, 0, 0])).toMatchObject({ value: 20, edge: 'orLess' });
    expect(shown('now', [5, 5, 5, 5, 5])).toMatchObject({ value: 4, edge: 'orMore' });
    expect(shown('candid', [1, 1, 1, 0, 0])).toMatchObject({ value: 60, edge: '' });
  });
});
