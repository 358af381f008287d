import { describe, expect, it } from 'vitest';
import { Expiring } from '#domain/basics/expiring.ts';

const FOR = { forMs: 100 };

describe('what is known for a while', () => {
  it('is found until it is over, by the clock that is handed in', () => {
    const kept = new Expiring<string>(10);
    kept.keep('a', 'one', { nowMs: 1_000, ...FOR });
    expect([kept.find('a', 1_099), kept.find('a', 1_100), kept.find('b', 1_000)]).toEqual([
      'one',
      undefined,
      undefined,
    ]);
  });

  it('is replaced by what is kept under the same key, and lasts anew', () => {
    const kept = new Expiring<string>(10);
    kept.keep('a', 'one', { nowMs: 0, ...FOR });
    kept.keep('a', 'two', { nowMs: 50, ...FOR });
    expect([kept.find('a', 120), kept.find('a', 150)]).toEqual(['two', undefined]);
  });

  it('is never more than there is room for: the one kept first goes first', () => {
    const kept = new Expiring<number>(3);
    for (let n = 0; n < 5; n++) kept.keep(`${n}`, n, { nowMs: n, ...FOR });
    kept.keep('2', 22, { nowMs: 5, ...FOR });
    kept.keep('5', 5, { nowMs: 6, ...FOR });
    expect(['1', '2', '3', '4', '5'].map((key) => kept.find(key, 6))).toEqual([
      undefined,
      22,
      undefined,
      4,
      5,
    ]);
  });

  it('lasts as long as each was kept for', () => {
    const kept = new Expiring<string>(10);
    kept.keep('long', 'in', { nowMs: 0, forMs: 1_000 });
    kept.keep('short', 'out', { nowMs: 0, forMs: 10 });
    expect([kept.find('long', 20), kept.find('short', 20)]).toEqual(['in', undefined]);
  });
});
