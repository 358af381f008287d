import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Books } from './books.ts';
import { INVARIANTS, violationsIn } from './consistency.ts';
import { FAULTS } from './faults.ts';
import { aGoodWorld } from './goodWorld.ts';

/** Places at which each fault is planted. */
const PLACES = 12;

let good: Books;
beforeAll(async () => {
  good = await aGoodWorld();
}, 60_000);

it('finds nothing in a good world', () => {
  expect(violationsIn(good)).toEqual([]);
});

it('has a fault for every invariant', () => {
  const broken = new Set(FAULTS.map(({ breaks }) => breaks));
  expect(INVARIANTS.map(({ name }) => name).filter((name) => !broken.has(name))).toEqual([]);
});

describe.each(FAULTS.map((fault) => [`${fault.does}: ${fault.breaks}`, fault] as const))('%s', (_, fault) => {
  it('is found wherever it is planted, and as nothing else', () => {
    fc.assert(
      fc.property(fc.nat(1_000), (n) => {
        const found = violationsIn(fault.plant(good, n));
        expect([...new Set(found.map(({ invariant }) => invariant))], JSON.stringify(found)).toEqual([
          fault.breaks,
        ]);
        for (const { sentence } of found) expect(sentence).toMatch(/^[^\n]+\.$/);
      }),
      { numRuns: PLACES },
    );
  });
});
