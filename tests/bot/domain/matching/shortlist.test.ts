import { describe, expect, it } from 'vitest';
import { matchCohort } from '#domain/matching/matchCohort.ts';
import { keepsRules, toCandidate } from '#domain/matching/rules.ts';
import { SHORT, type Shortlist, shortlistAll } from '#domain/matching/shortlist.ts';
import { aCompany, DAY } from '#tests/bench/cohort.ts';

const people = aCompany({ executives: 250, mentors: 300 });
const options = { floor: 0, dateMs: DAY };
const { certificate } = matchCohort(people, options);
const priced = shortlistAll(people, options, certificate);
const byFit = shortlistAll(people, options, { prices: [] });

/** By mentor on how many lists. */
const counts = (lists: Shortlist[]) => {
  const on = new Map<string, number>();
  for (const { mentor } of lists.flatMap(({ mentors }) => mentors)) on.set(mentor, (on.get(mentor) ?? 0) + 1);
  return on;
};

describe('shortlists of three', () => {
  it('hold the best by fit minus price, and nobody whom the rules keep apart', () => {
    for (const { executive, mentors } of priced) {
      expect(mentors.length).toBeLessThanOrEqual(SHORT);
      for (const { mentor } of mentors) {
        const [one, other] = [executive, mentor].map((id) => people.find((person) => person.id === id));
        if (!one || !other) throw new Error('both take part');
        expect(keepsRules(toCandidate(one, DAY), toCandidate(other, DAY))).toBe(true);
      }
    }
  });

  it('spread mentors: nobody is on more than 12, and at most 15 % are on none', () => {
    const on = counts(priced);
    expect(Math.max(...on.values())).toBeLessThanOrEqual(12);
    expect(300 - on.size).toBeLessThanOrEqual(45);
  });

  it('would all name the same few by fit alone', () => {
    const on = counts(byFit);
    expect(Math.max(...on.values())).toBeGreaterThan(20);
    expect(300 - on.size).toBeGreaterThan(90);
  });
});
