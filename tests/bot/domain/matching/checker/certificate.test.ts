import { describe, expect, it } from 'vitest';
import { findFlaw } from '#domain/matching/checker/checker.ts';
import { matchCohort } from '#domain/matching/matchCohort.ts';
import type { MatchResult } from '#domain/matching/types.ts';
import { aCompany, DAY } from '#tests/bench/cohort.ts';

const people = aCompany({ executives: 40, mentors: 32, seed: 3 });
const options = { floor: 0, dateMs: DAY };
const proven = matchCohort(people, options);
const flawOf = (change: (claim: MatchResult) => void, wishes = {}) => {
  const claim = structuredClone(proven);
  change(claim);
  return findFlaw(people, { ...options, ...wishes }, claim);
};
const first = <T>(items: T[]): T => {
  if (items[0] === undefined) throw new Error('there is nothing to tamper with');
  return items[0];
};

describe('the checker', () => {
  it('accepts what the engine found', () => {
    expect(flawOf(() => undefined)).toBe('');
    expect(proven.totals.covered).toBeLessThan(proven.totals.total);
  });

  it.each<[string, string, (claim: MatchResult) => void]>([
    ['a pair fewer', 'covered', ({ pairs }) => void pairs.pop()],
    ['a pair twice', 'pair', ({ pairs }) => void pairs.push(first(pairs))],
    ['a fit said too high', 'pair', ({ pairs }) => void first(pairs).fit++],
    ['somebody nobody knows', 'pair', ({ pairs }) => Object.assign(first(pairs), { mentor: 'nobody' })],
    ['a price too low', 'total', ({ certificate }) => void first(certificate.prices).price--],
    ['a price too high', 'total', ({ certificate }) => void first(certificate.prices).price++],
    [
      'a price below nothing',
      'price',
      ({ certificate }) => Object.assign(first(certificate.prices), { price: -1 }),
    ],
    [
      'half a price',
      'price',
      ({ certificate }) =>
        Object.assign(first(certificate.prices), { price: first(certificate.prices).price + 0.5 }),
    ],
    ['no prices', 'total', ({ certificate }) => Object.assign(certificate, { prices: [] })],
    ['a worst pair said too low', 'worst', ({ certificate }) => void certificate.least--],
    ['a worst pair said too high', 'pair', ({ certificate }) => void certificate.least++],
    [
      'no reason why the worst is not better',
      'worst',
      ({ certificate }) => Object.assign(certificate, { worst: undefined }),
    ],
    ['a cut without a mentor', 'covered', ({ certificate }) => void certificate.covered.mentors.pop()],
    ['a cut without an executive', 'covered', ({ certificate }) => void certificate.covered.executives.pop()],
    [
      'a waiting cut made up',
      'waiting',
      ({ certificate }) => Object.assign(certificate.waiting, { executives: people.map(({ id }) => id) }),
    ],
  ])('rejects %s', (_, flaw, change) => {
    expect(flawOf(change)).toBe(flaw);
  });

  it('rejects a cut that pairs cross, though its numbers are right', () => {
    const met = new Set(proven.pairs.map(({ executive }) => executive));
    const leftOut = people.filter(({ id, role }) => role === 'executive' && !met.has(id)).map(({ id }) => id);
    expect(
      flawOf(({ certificate }) => {
        certificate.covered = { executives: leftOut, mentors: [] };
      }),
    ).toBe('cut');
  });

  it('rejects other pairs that keep all rules but are worth less', () => {
    const bans = proven.pairs.slice(0, 4);
    const other = matchCohort(people, { ...options, bans });
    expect(other.provenBest).toBe(true);
    const worse = { ...other, certificate: proven.certificate };
    expect(['covered', 'waiting', 'worst', 'total', 'pair']).toContain(findFlaw(people, options, worse));
    expect(['cut', 'total', 'worst', 'covered']).toContain(findFlaw(people, options, other));
  });

  it('rejects a pair that was banned, a pin that was forgotten and a fit below the floor', () => {
    const { executive, mentor } = first(proven.pairs);
    const free = people.find(({ id, role }) => role === 'mentor' && id !== mentor);
    expect(flawOf(() => undefined, { bans: [{ executive, mentor }] })).toBe('pair');
    expect(flawOf(() => undefined, { floor: proven.totals.worst + 1 })).toBe('pair');
    const pins = [{ executive, mentor: free?.id ?? mentor }];
    const pinned = matchCohort(people, { ...options, pins });
    expect(pinned.provenBest).toBe(true);
    expect(findFlaw(people, { ...options, pins }, { ...pinned, pairs: pinned.pairs.slice(1) })).not.toBe('');
  });
});
