import { describe, expect, it } from 'vitest';
import { asId, type PersonId, type TopicId } from '#domain/basics/ids.ts';
import {
  type CircleOptions,
  type CircleResult,
  circlesOf,
  knownIn,
} from '#domain/matching/circles/circle.ts';
import { findCircles } from '#domain/matching/circles/findCircles.ts';
import { flawOf } from '#domain/matching/circles/flawOf.ts';
import { areMixed, FURTHER, furtherIn } from '#domain/matching/circles/mix.ts';
import { keepsApart } from '#domain/matching/circles/together.ts';
import { fitOf } from '#domain/matching/fit.ts';
import { type Candidate, keepsRules, toCandidates } from '#domain/matching/rules.ts';
import type { MatchPerson } from '#domain/matching/types.ts';
import { seeded } from '#tests/bench/random.ts';
import { aSmallCohort, someWishes } from '#tests/bot/domain/matching/smallCohort.ts';
import { aSolver } from '#threads/circleSolver.ts';

const PYTHON = asId<TopicId>('python');
const DAY = Date.UTC(2026, 10, 23);
const SIZE = { least: 2, most: 3 };
const solve = await aSolver();
const find = (people: readonly MatchPerson[], options: CircleOptions): CircleResult => {
  const found = findCircles(people, options, { solve });
  if (!found) throw new Error('no time');
  return found;
};

/** Circles with one and waited, the lowest fit, and the value, in the order of their weight. */
type Objective = [covered: number, waiting: number, worst: number, value: number];
const isBetter = (one: Objective, other: Objective): boolean => {
  const at = one.findIndex((value, level) => value !== other[level]);
  return at >= 0 && one[at]! > other[at]!;
};

/** The best there is, by trying every circle of every executive. */
function bestByTrying(
  people: readonly MatchPerson[],
  { size, floor, dateMs, bans = [] }: CircleOptions,
): Objective {
  const all = toCandidates(people, dateMs).filter(({ room }) => room > 0);
  const executives = all.filter(({ role }) => role === 'executive');
  const mentors = all.filter(({ role }) => role === 'mentor');
  const maySit = (executive: Candidate, mentor: Candidate) =>
    keepsRules(executive, mentor) &&
    fitOf(executive, mentor) >= floor &&
    !bans.some((ban) => ban.executive === executive.id && ban.mentor === mentor.id);
  const circles = executives.map((executive) => {
    const able = [...mentors.keys()].filter((m) => maySit(executive, mentors[m]!));
    return subsets(able).filter((some) => {
      if (some.length < size.least || some.length > size.most) return false;
      const all = [executive, ...some.map((m) => mentors[m]!)];
      return keepsApart(all) === '' && (!size.mixed || areMixed(all));
    });
  });
  let best: Objective = [0, 0, 0, 0];
  const next = (e: number, used: ReadonlySet<number>, so: Objective): void => {
    const executive = executives[e];
    if (!executive) {
      const found: Objective = [so[0], so[1], so[0] === 0 ? 0 : so[2], so[3]];
      if (isBetter(found, best)) best = found;
      return;
    }
    next(e + 1, used, so);
    for (const some of circles[e]!) {
      if (some.some((m) => used.has(m))) continue;
      const sitting = some.map((m) => mentors[m]!);
      const fits = sitting.map((mentor) => fitOf(executive, mentor));
      const further = size.mixed ? FURTHER * furtherIn({ executive, mentors: sitting }) : 0;
      const known = knownIn({ executive, mentors: sitting });
      const value = known + further + fits.reduce((sum, fit) => sum + fit, 0);
      const waited = so[1] + Number(executive.waiting);
      next(e + 1, new Set([...used, ...some]), [so[0] + 1, waited, Math.min(so[2], ...fits), so[3] + value]);
    }
  };
  next(0, new Set(), [0, 0, 1000, 0]);
  return best;
}

const subsets = (all: readonly number[]): number[][] =>
  Array.from({ length: 2 ** all.length }, (_, bits) => all.filter((__, n) => (bits >> n) & 1));

const objectiveOf = ({ totals, value }: CircleResult): Objective => [
  ...([totals.covered, totals.waiting, totals.worst] as const),
  value,
];

describe('circles', () => {
  it('are as good as any there are, level by level, the last to one part in a thousand', () => {
    let [opened, several] = [0, 0];
    for (let seed = 1; seed <= 240; seed++) {
      const random = seeded(seed);
      const kind = { executives: 1 + random.below(3), mentors: 5 + random.below(5), topics: 2 };
      const people = aSmallCohort(random, kind);
      const bans = someWishes(random, kind, 2);
      const options = { size: SIZE, floor: random.below(2) * 150, dateMs: DAY, bans };
      const found = find(people, options);
      expect(flawOf(people, options, found), `seed ${seed}`).toBe('');
      const [best, mine] = [bestByTrying(people, options), objectiveOf(found)];
      expect(mine.slice(0, 3), `seed ${seed}`).toEqual(best.slice(0, 3));
      expect(mine[3], `seed ${seed}`).toBeGreaterThanOrEqual(best[3] * 0.999 - 1);
      opened += found.totals.covered;
      several += Number(found.totals.covered > 1);
    }
    expect(opened).toBeGreaterThan(40);
    expect(several).toBeGreaterThan(5);
  });

  it('are the same whatever order people come in', () => {
    for (let seed = 1; seed <= 10; seed++) {
      const people = aSmallCohort(seeded(seed), { executives: 3, mentors: 9, topics: 3 });
      const options = { size: SIZE, floor: 0, dateMs: DAY };
      expect(find(people.toReversed(), options)).toEqual(find(people, options));
    }
  });

  it('have whoever was pinned in them, before all else', () => {
    let kept = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const people = aSmallCohort(seeded(seed), { executives: 3, mentors: 9, topics: 3 });
      const free = find(people, { size: SIZE, floor: 0, dateMs: DAY });
      const [pair] = free.pairs.toReversed();
      if (!pair) continue;
      const options = {
        size: SIZE,
        floor: 900,
        dateMs: DAY,
        pins: free.pairs.filter((two) => two.executive === pair.executive),
      };
      const found = find(people, options);
      expect(flawOf(people, options, found)).toBe('');
      expect(
        found.pairs.filter(({ executive }) => executive === pair.executive).map(({ mentor }) => mentor),
      ).toEqual(options.pins.map(({ mentor }) => mentor));
      kept++;
    }
    expect(kept).toBeGreaterThan(20);
  });

  it('are not told when the solver runs out of time, whenever that is', () => {
    const people = aSmallCohort(seeded(3), { executives: 3, mentors: 9, topics: 3 });
    const options = { size: SIZE, floor: 0, dateMs: DAY };
    let all = 0;
    const counting: typeof solve = (asked) => {
      all++;
      return solve(asked);
    };
    expect(findCircles(people, options, { solve: counting })).toBeDefined();
    for (let stops = 1; stops <= all; stops++) {
      let asked = 0;
      const tired = findCircles(people, options, {
        solve: (programme) => (++asked < stops ? solve(programme) : 'outOfTime'),
      });
      expect(tired).toBeUndefined();
    }
  });
});

const DEPARTMENTS = ['finance', 'finance', 'finance', 'risk', 'legal', ''];
/** A few departments, mostly one, and some of whom none is known. */
function aCohortOfDepartments(seed: number): MatchPerson[] {
  const random = seeded(seed);
  const kind = { executives: 1 + random.below(3), mentors: 5 + random.below(4), topics: 2 };
  return aSmallCohort(random, kind).map((person) => ({
    ...person,
    department: DEPARTMENTS[random.below(DEPARTMENTS.length)] ?? '',
  }));
}

describe('project teams', () => {
  const TEAM = { ...SIZE, mixed: true as const };

  it('are mixed, and as good as any mixed ones there are', () => {
    let [opened, barred] = [0, 0];
    for (let seed = 1; seed <= 240; seed++) {
      const people = aCohortOfDepartments(seed);
      const options = { size: TEAM, floor: 0, dateMs: DAY };
      const found = find(people, options);
      expect(flawOf(people, options, found), `seed ${seed}`).toBe('');
      const [best, mine] = [bestByTrying(people, options), objectiveOf(found)];
      expect(mine.slice(0, 3), `seed ${seed}`).toEqual(best.slice(0, 3));
      expect(mine[3], `seed ${seed}`).toBeGreaterThanOrEqual(best[3] * 0.999 - 1);
      opened += found.totals.covered;
      barred += find(people, { ...options, size: SIZE }).totals.covered - found.totals.covered;
    }
    expect(opened).toBeGreaterThan(40);
    expect(barred).toBeGreaterThan(0);
  });

  it('grow beyond the fewest where whoever is pinned comes from one department', () => {
    const person = (id: string, role: 'executive' | 'mentor', department: string): MatchPerson => ({
      ...{ id: asId<PersonId>(id), role, department, room: 1, waiting: false, timeZone: 'UTC' },
      ...{ wants: role === 'executive' ? [PYTHON] : [], interests: [], meets: [], languages: ['en'] },
      offers: role === 'mentor' ? [{ topic: PYTHON, strength: 3 }] : [],
      ...{ managerChain: [], excludes: [], former: [] },
    });
    const executive = person('e', 'executive', 'finance');
    const near = [person('m1', 'mentor', 'finance'), person('m2', 'mentor', 'finance')];
    const pins = near.map(({ id }) => ({ executive: executive.id, mentor: id }));
    const sitting = (further: string, most: number) => {
      const people = [executive, ...near, person('m3', 'mentor', further)];
      const options = { size: { ...TEAM, most }, floor: 0, dateMs: DAY, pins };
      const found = find(people, options);
      expect(flawOf(people, options, found)).toBe('');
      return found.pairs.map(({ mentor }) => mentor);
    };
    expect(sitting('risk', 3)).toEqual(['m1', 'm2', 'm3']);
    expect(sitting('risk', 2)).toEqual([]);
    expect(sitting('finance', 3)).toEqual([]);
  });

  it('are refused by the checker where all come from one department, known or not', () => {
    const people = aCohortOfDepartments(1);
    const options = { size: TEAM, floor: 0, dateMs: DAY };
    for (const department of ['finance', '']) {
      const alike = people.map((person) => ({ ...person, department }));
      expect(find(alike, options).pairs).toEqual([]);
      const circles = find(alike, { ...options, size: SIZE });
      if (circles.pairs.length > 0)
        expect(flawOf(alike, options, circles)).toContain('all come from one department');
    }
  });
});

describe('the checker of circles', () => {
  const people = aSmallCohort(seeded(8), { executives: 4, mentors: 12, topics: 2 });
  const options: CircleOptions = { size: SIZE, floor: 0, dateMs: DAY };
  const found = find(people, options);
  const [first = []] = circlesOf(found.pairs);
  const [one, other] = first;
  if (!one || !other) throw new Error('nobody sits in a circle');
  const change = (id: string, over: (person: MatchPerson) => Partial<MatchPerson>) =>
    people.map((person) => (person.id === id ? { ...person, ...over(person) } : person));

  it.each([
    ['rank between two mentors', change(one.mentor, () => ({ managerChain: [other.mentor] }))],
    ['rank towards the executive', change(one.executive, () => ({ managerChain: [one.mentor] }))],
    ['an exclusion between two mentors', change(other.mentor, () => ({ excludes: [one.mentor] }))],
    ['two who met before', change(one.mentor, () => ({ former: [one.executive] }))],
    ['a language that one lacks', change(one.mentor, () => ({ languages: ['eo'] }))],
    ['no hour that all work', change(one.mentor, () => ({ timeZone: 'Pacific/Honolulu' }))],
    ['no room', change(one.mentor, () => ({ room: 0 }))],
    ['nothing that is wanted', change(one.mentor, () => ({ offers: [] }))],
  ])('finds %s', (_what, changed) => {
    expect(flawOf(people, options, found)).toBe('');
    expect(flawOf(changed, options, found)).not.toBe('');
  });

  it('finds a circle of another size, somebody in two, whoever was ruled out, a thin fit and another sum', () => {
    const wrong = (pairs: CircleResult['pairs']) => flawOf(people, options, { ...found, pairs });
    expect(wrong(found.pairs.filter((two) => two.executive !== one.executive || two === one))).not.toBe('');
    const elsewhere = found.pairs.find(({ executive }) => executive !== one.executive);
    if (elsewhere) expect(wrong([...found.pairs, { ...one, executive: elsewhere.executive }])).not.toBe('');
    expect(flawOf(people, { ...options, bans: [one] }, found)).not.toBe('');
    expect(flawOf(people, { ...options, floor: 1000 }, found)).not.toBe('');
    expect(flawOf(people, options, { ...found, value: found.value + 100 })).not.toBe('');
  });
});
