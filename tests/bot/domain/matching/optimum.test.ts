import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asId, type TopicId } from '#domain/basics/ids.ts';
import { PlainFits } from '#domain/matching/checker/plainFits.ts';
import { FitRows, type Suits } from '#domain/matching/engine/fitRows.ts';
import { SharedRows, shareRows } from '#domain/matching/engine/sharedRows.ts';
import { fitOf } from '#domain/matching/fit.ts';
import { matchCohort } from '#domain/matching/matchCohort.ts';
import { type Problem, readProblem } from '#domain/matching/problem.ts';
import { areFreeOfRank, type Candidate, keepsRules, mayMeet } from '#domain/matching/rules.ts';
import type { MatchPerson } from '#domain/matching/types.ts';
import { aCompany, DAY } from '#tests/bench/cohort.ts';
import { seeded } from '#tests/bench/random.ts';
import { bestByHighs, bestByTrying, instanceOf, objectiveOf } from './otherSolvers.ts';
import { aSmallCohort, someWishes } from './smallCohort.ts';

const dateMs = DAY;

describe('the optimum', () => {
  it('is the best of all assignments in 200 small cohorts, on all four levels', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const random = seeded(seed);
      const size = {
        executives: 1 + random.below(4),
        mentors: 1 + random.below(4),
        topics: 2 + random.below(5),
      };
      const people = aSmallCohort(random, size);
      const floor = random.part() < 0.7 ? 0 : random.below(400);
      const options = { floor, dateMs, bans: someWishes(random, size, 2) };
      const result = matchCohort(people, options);
      expect(objectiveOf(result), `seed ${seed}`).toEqual(bestByTrying(instanceOf(people, options)));
      expect(result.provenBest, `seed ${seed}`).toBe(true);
    }
  });

  it('is that of HiGHS in 20 cohorts of sixty', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const random = seeded(1000 + seed);
      const size = {
        executives: 20 + random.below(15),
        mentors: 20 + random.below(20),
        topics: 3 + random.below(12),
      };
      const people = aSmallCohort(random, size);
      const options = { floor: random.below(2) * 200, dateMs };
      const result = matchCohort(people, options);
      expect(objectiveOf(result), `seed ${seed}`).toEqual(bestByHighs(instanceOf(people, options)));
      expect(result.provenBest, `seed ${seed}`).toBe(true);
    }
  });

  it('is proven for cohorts of every size, with pins and bans', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const random = seeded(seed);
        const size = {
          executives: 1 + random.below(60),
          mentors: 1 + random.below(60),
          topics: 1 + random.below(12),
        };
        const people = aSmallCohort(random, size);
        const [pins, bans] = [someWishes(random, size, 6), someWishes(random, size, 6)];
        const result = matchCohort(people, { floor: random.below(2) * 150, dateMs, pins, bans });
        expect(result.provenBest).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the fit of the engine and of the checker', () => {
  it('is the plain fit, permille for permille', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const random = seeded(seed);
      const people = aSmallCohort(random, { executives: 12, mentors: 15, topics: 2 + random.below(20) });
      const problem = readProblem(people, { floor: random.below(2) * 300, dateMs });
      const [rows, checkers] = [new FitRows(problem), new PlainFits(problem.executives, problem.mentors)];
      for (const e of problem.executives.keys()) expectPlainFits(problem, { e, rows, checkers });
    }
  });

  function expectPlainFits(
    { executives, mentors, floor }: Problem,
    { e, rows, checkers }: { e: number; rows: FitRows; checkers: PlainFits },
  ): void {
    const executive = executives[e] as Candidate;
    const { mentor: whom, fit } = checkers.row(e);
    const fits = new Map(Array.from(whom, (m, k) => [m, fit[k]]));
    for (const [m, mentor] of mentors.entries()) {
      const plain = keepsRules(executive, mentor) ? fitOf(executive, mentor) : 0;
      expect(rows.row(e)[m]).toBe(plain < floor ? 0 : plain);
      if (areFreeOfRank(executive, mentor) && mayMeet(executive, mentor))
        expect(fits.get(m) ?? 0).toBe(plain);
    }
  }
});

describe('rows that a helper works out', () => {
  it('are those of the engine, up to where the engine has come', () => {
    const people = aCompany({ executives: 60, mentors: 900 });
    const problem = readProblem(people, { floor: 0, dateMs });
    const memory = shareRows(60);
    const shared = new SharedRows(memory);
    const [own, helped] = [new FitRows(problem), new FitRows(problem, { shared })];
    helped.suits(20);
    shared.help(problem);
    const pairsOf = ({ pairs, from, end, beyond }: Suits) => [...pairs.slice(from, end), beyond];
    for (const e of problem.executives.keys()) {
      expect(pairsOf(helped.suits(e))).toEqual(pairsOf(own.suits(e)));
      expect(helped.suits(e).pairs === memory.pairs).toBe(e > 20);
    }
  });
});

const proven = (people: MatchPerson[], floor = 0) => {
  const result = matchCohort(people, { floor, dateMs });
  expect(result.provenBest).toBe(true);
  return result;
};

describe('a cohort of a shape of its own', () => {
  it('of forty executives and four thousand mentors leaves out only whom all report to', () => {
    const { totals, leftOut } = proven(aCompany({ executives: 40, mentors: 4000 }));
    expect(totals.covered).toBe(39);
    expect(leftOut.filter(({ role }) => role === 'executive').map(({ person }) => person)).toEqual([
      'p000000',
    ]);
  });

  it('of two hundred executives and ten mentors fills every place', () => {
    const people = aCompany({ executives: 200, mentors: 10 });
    const room = people.reduce((sum, one) => sum + (one.role === 'mentor' ? one.room : 0), 0);
    const { pairs, totals } = proven(people);
    expect(pairs.length).toBeLessThanOrEqual(room);
    expect(totals.covered).toBe(pairs.length);
  });

  it('where everybody wants one topic serves as many as its mentors have room for', () => {
    const people = aCompany({ executives: 150, mentors: 150 });
    const topic = people[0]?.wants[0];
    if (!topic) throw new Error('the first executive wants something');
    const alike = people.map((one) => (one.role === 'executive' ? { ...one, wants: [topic] } : one));
    const { totals } = proven(alike);
    expect(totals.covered).toBeGreaterThan(20);
    expect(totals.covered).toBeLessThan(150);
  });

  it('where few speak of the same thing loses nobody from a list', () => {
    const people = aCompany({ executives: 1000, mentors: 1000 }).map((one, n) => {
      const own = asId<TopicId>(`own:${n % 50}`);
      const offers = [{ topic: own, strength: 3 as const }];
      return one.role === 'executive' ? { ...one, wants: [own] } : { ...one, offers };
    });
    expect(proven(people).totals.covered).toBe(994);
  });

  it('where nobody fits pairs nobody', () => {
    const people = aCompany({ executives: 50, mentors: 50 });
    const strangers = people.map((one) => (one.role === 'mentor' ? { ...one, languages: ['is'] } : one));
    const result = proven(strangers);
    expect(result.pairs).toEqual([]);
    expect(result.totals).toEqual({ covered: 0, total: 50, waiting: 0, fit: 0, worst: 0 });
    expect(result.leftOut).toHaveLength(100);
  });

  it('where everybody is alike pairs everybody', () => {
    const people = aCompany({ executives: 80, mentors: 80 });
    const [executive, mentor] = [people[0], people[80]];
    if (!executive || !mentor) throw new Error('there are people');
    const { wants } = executive;
    const offers = wants.map((topic) => ({ topic, strength: 3 as const }));
    const twins = people.map(({ id, role }) => {
      const like = role === 'executive' ? executive : { ...mentor, offers, timeZone: executive.timeZone };
      return { ...like, id, role, room: 1, languages: ['en'], managerChain: [], former: [], waiting: false };
    });
    const { totals } = proven(twins);
    expect(totals.covered).toBe(80);
    expect(totals.fit).toBe(80 * totals.worst);
  });

  it('without anybody is matched too', () => {
    expect(proven([]).totals).toEqual({ covered: 0, total: 0, waiting: 0, fit: 0, worst: 0 });
    expect(proven(aCompany({ executives: 3, mentors: 1 }).slice(0, 3)).leftOut).toHaveLength(3);
  });
});

describe('a rematch', () => {
  it('leaves running pairs alone and never repeats a former pair', () => {
    const people = aCompany({ executives: 60, mentors: 60 });
    const first = proven(people);
    const kept = first.pairs.filter((_, n) => n % 3 !== 0);
    const later = people.map((one) => {
      const met = first.pairs.flatMap(({ executive, mentor }) =>
        executive === one.id ? [mentor] : mentor === one.id ? [executive] : [],
      );
      const running = kept.filter(({ executive, mentor }) => [executive, mentor].includes(one.id)).length;
      return { ...one, room: one.room - running, former: [...one.former, ...met] };
    });
    const second = proven(later);
    const keys = new Set(first.pairs.map(({ executive, mentor }) => `${executive} ${mentor}`));
    expect(second.pairs.filter(({ executive, mentor }) => keys.has(`${executive} ${mentor}`))).toEqual([]);
    for (const { id, room } of later)
      expect(
        second.pairs.filter((two) => [two.executive, two.mentor].includes(id)).length,
      ).toBeLessThanOrEqual(room);
    expect(second.pairs.length).toBeGreaterThan(0);
  });
});

describe('pins and bans', () => {
  const people = aCompany({ executives: 40, mentors: 50 });
  const free = matchCohort(people, { floor: 0, dateMs });

  it('are kept, and everything else stays best', () => {
    const bans = free.pairs.slice(0, 5);
    const result = matchCohort(people, { floor: 0, dateMs, bans });
    expect(result.provenBest).toBe(true);
    for (const { executive, mentor } of bans)
      expect(result.pairs.some((two) => two.executive === executive && two.mentor === mentor)).toBe(false);
    expect(objectiveOf(result)).toEqual(bestByHighs(instanceOf(people, { floor: 0, dateMs, bans })));
  });

  it('change nothing when they say what the round says anyway', () => {
    const { pairs, provenBest } = matchCohort(people, { floor: 0, dateMs, pins: free.pairs });
    expect(provenBest).toBe(true);
    expect(pairs).toEqual(free.pairs);
  });
});
