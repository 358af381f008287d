import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ExactCell, nextCells } from '#domain/insights/cube.ts';
import type { Answer } from '#domain/insights/measures.ts';
import { ROLES } from '#domain/people/person.ts';
import { equationsOf, findFew, type Publisher, publishedIn, type World, worlds } from './attacker.ts';

const said = (people: number, over: Partial<Answer> = {}): Answer[] =>
  Array.from({ length: people }, (_, n) => ({
    ...{ of: 'candid' as const, who: `p${n}`, role: 'executive' as const, month: '2026-11', value: 1 },
    ...over,
  }));
const mentors = (people: number, over: Partial<Answer> = {}): Answer[] =>
  said(people, { role: 'mentor', ...over }).map((one) => ({ ...one, who: `m${one.who}` }));
const november = { since: '2026-11', through: '2026-11' };
const december = { since: '2026-11', through: '2026-12' };

describe('the cube', () => {
  it('says nothing of fewer than five people, however often they answered', () => {
    expect(nextCells([...said(4), ...said(4), ...said(4)], [], november)).toEqual([]);
  });

  it('waits for the month to be over', () => {
    expect(nextCells(said(9), [], { since: '2026-11', through: '2026-10' })).toEqual([]);
  });

  it('tells roles apart where five of each have answered, else it shows them together, never both', () => {
    const roles = (answers: Answer[]) => nextCells(answers, [], november).map(({ role }) => role);
    expect(roles([...said(5), ...mentors(5)])).toEqual(['executive', 'mentor']);
    expect(roles([...said(9), ...mentors(4)])).toEqual(['all']);
    expect(roles([...said(2), ...mentors(2)])).toEqual([]);
    const fewExecutives = nextCells([...said(5), ...mentors(5)], [], {
      ...november,
      couldAnswer: (role) => (role === 'executive' ? 8 : 20),
    });
    expect(fewExecutives).toMatchObject([{ role: 'all', people: 10 }]);
  });

  it('counts everybody once, by the mean of their own answers', () => {
    const loud = Array.from({ length: 50 }, () => said(1, { value: 0 })).flat();
    const [cell] = nextCells([...said(5), ...loud], [], november);
    expect(cell?.people).toBe(5);
    expect(cell?.mean).toBeCloseTo(0.8 + 1 / 51 / 5);
  });

  it('joins months that are not enough with the next ones, and goes on behind what was published', () => {
    const first = nextCells([...said(3), ...said(5, { month: '2026-12' })], [], december);
    expect(first).toMatchObject([{ from: '2026-11', to: '2026-12', people: 5 }]);
    const late = said(9, { month: '2026-11', value: 0 });
    const january = said(6, { month: '2027-01' });
    const next = nextCells([...late, ...january], first, { since: '2026-11', through: '2027-01' });
    expect(next).toMatchObject([{ from: '2027-01', to: '2027-01', mean: 1, people: 6 }]);
  });
});

/** Every way in which the suppression is made weaker, and what it then forgets. */
const WEAKER: Record<string, Publisher> = {
  'a minimum of four': (answers, known, months) => {
    const open = answers.filter(({ month }) => month > (known.at(-1)?.to ?? '') && month <= months.through);
    return cellOf(open, 4, { role: 'all', ...months });
  },
  'a total beside the roles': (answers, known, months) => {
    const open = answers.filter(({ month }) => month > (known.at(-1)?.to ?? '') && month <= months.through);
    return (['all', ...ROLES] as const).flatMap((role) =>
      cellOf(
        open.filter((one) => role === 'all' || one.role === role),
        5,
        { role, ...months },
      ),
    );
  },
  'figures since the start, month by month': (answers, _known, months) =>
    cellOf(
      answers.filter(({ month }) => month <= months.through),
      5,
      { role: 'all', ...months },
    ),
  'months that are worked out again': (answers, _known, months) =>
    [...Map.groupBy(answers, ({ month }) => month)].flatMap(([month, own]) =>
      month <= months.through ? cellOf(own, 5, { role: 'all', since: month, through: month }) : [],
    ),
};

function cellOf(
  answers: readonly Answer[],
  fewest: number,
  { role, since, through }: { role: ExactCell['role']; since: string; through: string },
): ExactCell[] {
  const means = [...Map.groupBy(answers, ({ who }) => who).values()].map(
    (own) => own.reduce((sum, { value }) => sum + value, 0) / own.length,
  );
  if (means.length < fewest) return [];
  const mean = means.reduce((sum, value) => sum + value, 0) / means.length;
  return [{ of: 'worthTheHour', role, from: since, to: through, mean, people: means.length }];
}

describe('whoever computes with all that was ever published', () => {
  it('finds nothing about fewer than five people: leavers, late answers, loud people, shared cohorts', () => {
    let published = 0;
    fc.assert(
      fc.property(worlds, (world) => {
        const equations = equationsOf(world, nextCells);
        published += equations.length;
        expect(findFew(world, equations)).toBeUndefined();
      }),
      { numRuns: 150 },
    );
    expect(published).toBeGreaterThan(100);
  });

  it('finds that nobody decides more than a fifth of a figure, however much they say', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        for (const row of equationsOf(world, nextCells)) {
          const shares = Map.groupBy(row.keys(), (n) => world.given[n]?.who);
          for (const columns of shares.values())
            expect(columns.reduce((sum, n) => sum + (row[n] ?? 0), 0)).toBeLessThanOrEqual(0.2 + 1e-9);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('sees the same cells for ever: what comes later changes none of them', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const cells = publishedIn(world, nextCells).map(({ role, to }) => `${role} ${to}`);
        for (const cohort of ['a', 'b']) {
          const own = publishedIn(
            { ...world, given: world.given.filter((one) => one.cohort === cohort) },
            nextCells,
          );
          expect(new Set(own.map(({ role, to }) => `${role} ${to}`)).size).toBe(own.length);
          for (const { role, to } of own) expect(cells).toContain(`${role} ${to}`);
        }
      }),
      { numRuns: 50 },
    );
  });

  const finds = (equationsIn: (world: World) => number[][]): boolean =>
    fc
      .sample(worlds, { numRuns: 300, seed: 11 })
      .some((world) => findFew(world, equationsIn(world)) !== undefined);

  it.each(Object.entries(WEAKER))('finds somebody with %s', (_name, publish) => {
    expect(finds((world) => equationsOf(world, publish))).toBe(true);
  });

  it('finds somebody with a total beside two cohorts', () => {
    const together = (world: World): World => ({
      ...world,
      given: world.given.map((one) => ({ ...one, cohort: 'a' })),
    });
    const beside = (world: World) => [world, together(world)].flatMap((one) => equationsOf(one, nextCells));
    expect(finds(beside)).toBe(true);
  });
});
