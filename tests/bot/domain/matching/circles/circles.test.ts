import { describe, expect, it } from 'vitest';
import { asId, type PersonId, type TopicId } from '#domain/basics/ids.ts';
import {
  type CircleOptions,
  type CircleResult,
  circlesOf,
  GAP,
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
const solve = aSolver();
const find = async (people: readonly MatchPerson[], options: CircleOptions): Promise<CircleResult> => {
  const found = await findCircles(people, options, { solve });
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
  it('are as good as any there are, level by level, the last to one part in a thousand', async () => {
    let [opened, several] = [0, 0];
    for (let seed = 1; seed <= 240; seed++) {
      const random = seeded(seed);
      const kind = { executives: 1 + random.below(3), mentors: 5 + random.below(5), topics: 2 };
      const people = aSmallCohort(random, kind);
      const bans = someWishes(random, kind, 2);
      const options = { size: SIZE, floor: random.below(2) * 150, dateMs: DAY, bans };
      const found = await find(people, options);
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

  it('are the same whatever order people come in', async () => {
    for (let seed = 1; seed <= 10; seed++) {
      const people = aSmallCohort(seeded(seed), { executives: 3, mentors: 9, topics: 3 });
      const options = { size: SIZE, floor: 0, dateMs: DAY };
      expect(await find(people.toReversed(), options)).toEqual(await find(people, options));
    }
  });

  it('have whoever was pinned in them, before all else', async () => {
    let kept = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const people = aSmallCohort(seeded(seed), { executives: 3, mentors: 9, topics: 3 });
      const free = await find(people, { size: SIZE, floor: 0, dateMs: DAY });
      const [pair] = free.pairs.toReversed();
      if (!pair) continue;
      const options = {
        size: SIZE,
        floor: 900,
        dateMs: DAY,
        pins: free.pairs.filter((two) => two.executive === pair.executive),
      };
      const found = await find(people, options);
      expect(flawOf(people, options, found)).toBe('');
      expect(
        found.pairs.filter(({ executive }) => executive === pair.executive).map(({ mentor }) => mentor),
      ).toEqual(options.pins.map(({ mentor }) => mentor));
      kept++;
    }
    expect(kept).toBeGreaterThan(20);
  });

  it('are found without the solver where bounds and circles meet, else by it among those that could be better', async () => {
    const asked = { usual: 0, hurried: 0, alone: 0 };
    const found = async (kind: keyof typeof asked, people: readonly MatchPerson[], passes?: number) => {
      const result = await findCircles(
        people,
        { size: SIZE, floor: 0, dateMs: DAY },
        {
          solve: (programme) => {
            asked[kind] += Number(programme.relativeGap > 0);
            return solve(programme);
          },
          ...(passes !== undefined && { passes }),
        },
      );
      if (!result) throw new Error('no time');
      return result;
    };
    for (let seed = 1; seed <= 120; seed++) {
      const people = aSmallCohort(seeded(seed), { executives: 3, mentors: 9, topics: 3 });
      const all = [
        await found('usual', people),
        await found('hurried', people, 2),
        await found('alone', people, 0),
      ];
      const best = Math.max(...all.map(({ value }) => value));
      for (const one of all) {
        expect(objectiveOf(one).slice(0, 3), `seed ${seed}`).toEqual(objectiveOf(all[0]!).slice(0, 3));
        expect(one.gap, `seed ${seed}`).toBeLessThanOrEqual(GAP);
        expect(one.value, `seed ${seed}`).toBeGreaterThanOrEqual(best * (1 - GAP) - 5);
      }
    }
    expect(asked.usual).toBeLessThan(asked.hurried);
    expect(asked.hurried).toBeGreaterThan(10);
    expect(asked.alone).toBeGreaterThanOrEqual(asked.hurried);
  });

  it('are told with how far they may lie from the best when the solver runs out of time, whenever that is', async () => {
    const [never, seen] = [async () => 'outOfTime' as const, { proven: 0, near: 0, open: 0, none: 0 }];
    const look = async (seed: number, passes: number) => {
      const random = seeded(seed);
      const kind = { executives: 2 + random.below(4), mentors: 5 + random.below(4), topics: 2 };
      const people = aSmallCohort(random, kind);
      const options = { size: SIZE, floor: 0, dateMs: DAY };
      const best = bestByTrying(people, options);
      let asked = 0;
      const isOver = () => asked++ >= passes;
      const tired = await findCircles(people, options, { solve: never, isOver });
      if (!tired) return 'none';
      expect(flawOf(people, options, tired), `seed ${seed}`).toBe('');
      const mine = objectiveOf(tired);
      expect(isBetter(mine, [best[0], best[1], best[2], best[3] + 1]), `seed ${seed}`).toBe(false);
      if (tired.gap === 1) return 'open';
      expect(mine.slice(0, 3), `seed ${seed}`).toEqual(best.slice(0, 3));
      expect(mine[3], `seed ${seed}`).toBeGreaterThanOrEqual(best[3] * (1 - tired.gap) - 5);
      return tired.gap > GAP ? 'near' : 'proven';
    };
    for (let seed = 1; seed <= 240; seed++)
      for (const passes of [0, 2, 5, 80]) seen[await look(seed, passes)]++;
    expect(seen.proven).toBeGreaterThan(100);
    expect(seen.near).toBeGreaterThan(10);
    expect(seen.open).toBeGreaterThan(10);
  });

  it('are as good as any where too few mentors are there for all', async () => {
    let [left, asked] = [0, 0];
    for (let seed = 1; seed <= 120; seed++) {
      const random = seeded(seed);
      const people = aSmallCohort(random, { executives: 5, mentors: 5 + random.below(3), topics: 2 });
      const options = { size: SIZE, floor: 0, dateMs: DAY };
      const found = await findCircles(people, options, {
        solve: (programme) => {
          asked++;
          return solve(programme);
        },
      });
      expect(flawOf(people, options, found!), `seed ${seed}`).toBe('');
      const [best, mine] = [bestByTrying(people, options), objectiveOf(found!)];
      expect(mine.slice(0, 3), `seed ${seed}`).toEqual(best.slice(0, 3));
      expect(mine[3], `seed ${seed}`).toBeGreaterThanOrEqual(best[3] * 0.999 - 1);
      left += found!.totals.total - found!.totals.covered;
    }
    expect(left).toBeGreaterThan(100);
    expect(asked).toBeGreaterThan(10);
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

  it('are mixed, and as good as any mixed ones there are', async () => {
    let [opened, barred] = [0, 0];
    for (let seed = 1; seed <= 240; seed++) {
      const people = aCohortOfDepartments(seed);
      const options = { size: TEAM, floor: 0, dateMs: DAY };
      const found = await find(people, options);
      expect(flawOf(people, options, found), `seed ${seed}`).toBe('');
      const [best, mine] = [bestByTrying(people, options), objectiveOf(found)];
      expect(mine.slice(0, 3), `seed ${seed}`).toEqual(best.slice(0, 3));
      expect(mine[3], `seed ${seed}`).toBeGreaterThanOrEqual(best[3] * 0.999 - 1);
      opened += found.totals.covered;
      barred += (await find(people, { ...options, size: SIZE })).totals.covered - found.totals.covered;
    }
    expect(opened).toBeGreaterThan(40);
    expect(barred).toBeGreaterThan(0);
  });

  it('grow beyond the fewest where whoever is pinned comes from one department', async () => {
    const person = (id: string, role: 'executive' | 'mentor', department: string): MatchPerson => ({
      ...{ id: asId<PersonId>(id), role, department, room: 1, waiting: false, timeZone: 'UTC' },
      ...{ wants: role === 'executive' ? [PYTHON] : [], interests: [], meets: [], languages: ['en'] },
      offers: role === 'mentor' ? [{ topic: PYTHON, strength: 3 }] : [],
      ...{ managerChain: [], excludes: [], former: [] },
    });
    const executive = person('e', 'executive', 'finance');
    const near = [person('m1', 'mentor', 'finance'), person('m2', 'mentor', 'finance')];
    const pins = near.map(({ id }) => ({ executive: executive.id, mentor: id }));
    const sitting = async (further: string, most: number) => {
      const people = [executive, ...near, person('m3', 'mentor', further)];
      const options = { size: { ...TEAM, most }, floor: 0, dateMs: DAY, pins };
      const found = await find(people, options);
      expect(flawOf(people, options, found)).toBe('');
      return found.pairs.map(({ mentor }) => mentor);
    };
    expect(await sitting('risk', 3)).toEqual(['m1', 'm2', 'm3']);
    expect(await sitting('risk', 2)).toEqual([]);
    expect(await sitting('finance', 3)).toEqual([]);
  });

  it('are refused by the checker where all come from one department, known or not', async () => {
    const people = aCohortOfDepartments(1);
    const options = { size: TEAM, floor: 0, dateMs: DAY };
    for (const department of ['finance', '']) {
      const alike = people.map((person) => ({ ...person, department }));
      expect((await find(alike, options)).pairs).toEqual([]);
      const circles = await find(alike, { ...options, size: SIZE });
      if (circles.pairs.length > 0)
        expect(flawOf(alike, options, circles)).toContain('all come from one department');
    }
  });
});

describe('the checker of circles', async () => {
  const people = aSmallCohort(seeded(8), { executives: 4, mentors: 12, topics: 2 });
  const options: CircleOptions = { size: SIZE, floor: 0, dateMs: DAY };
  const found = await find(people, options);
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
