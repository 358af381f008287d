import fc from 'fast-check';
import type { CellOf, ExactCell } from '#domain/insights/cube.ts';
import type { Answer } from '#domain/insights/measures.ts';
import type { Role } from '#domain/people/person.ts';

/** One answer in the life of two cohorts: when it was given, when it arrived, in which of them. */
interface Given {
  cohort: 'a' | 'b';
  who: number;
  month: number;
  /** So many months late. */
  late: number;
  /** So often: some say much more than others. */
  times: number;
}

export interface World {
  people: number;
  /** By person, by cohort. */
  roles: Role[][];
  given: Given[];
  /** From which month on everything of a person is gone. */
  gone: (number | undefined)[];
}

const MONTHS = 4;
const role = fc.constantFrom<Role>('executive', 'executive', 'mentor');
/** Whether and how somebody answers in one month of one cohort. */
const answering = fc.record({
  says: fc.constantFrom(true, true, false),
  late: fc.constantFrom(0, 0, 0, 0, 1, 2),
  times: fc.constantFrom(1, 1, 1, 5, 20),
});

const givenIn = (
  cohort: Given['cohort'],
  { says, late, times }: { says: boolean; late: number; times: number },
  { who, month, isIn = '' }: { who: number; month: number; isIn: string | undefined },
): Given[] => (says && isIn.includes(cohort) ? [{ cohort, who, month, late, times }] : []);

/** Cohorts that share people, late answers, leavers, and people who say twenty times as much as others. */
export const worlds: fc.Arbitrary<World> = fc.integer({ min: 7, max: 11 }).chain((people) => {
  const each = <Value>(value: fc.Arbitrary<Value>, length = people) =>
    fc.array(value, { minLength: length, maxLength: length });
  return fc
    .record({
      roles: each(fc.tuple(role, role)),
      isIn: each(fc.constantFrom('a', 'a', 'b', 'ab')),
      months: each(each(fc.tuple(answering, answering), MONTHS)),
      gone: each(fc.constantFrom(...Array.from({ length: 9 }, () => undefined), 2, 3, 4)),
    })
    .map(({ roles, isIn, months, gone }) => ({
      ...{ people, roles, gone },
      given: months.flatMap((own, who) =>
        own.flatMap(([inA, inB], n) => [
          ...givenIn('a', inA, { who, month: n + 1, isIn: isIn[who] }),
          ...givenIn('b', inB, { who, month: n + 1, isIn: isIn[who] }),
        ]),
      ),
    }));
});

export type Publisher = (
  answers: readonly Answer[],
  known: readonly CellOf[],
  months: { since: string; through: string },
) => ExactCell[];
const named = (month: number): string => `2027-${String(month).padStart(2, '0')}`;

/** What has arrived by a month and is not gone, of one cohort; only the answer `said` is 1, all others are 0. */
const answersAt = (
  world: World,
  cohort: string,
  { month, said }: { month: number; said?: number },
): Answer[] =>
  world.given.flatMap((one, n) => {
    const gone = world.gone[one.who];
    if (one.cohort !== cohort || one.month + one.late > month || (gone !== undefined && gone <= month))
      return [];
    const answer: Answer = {
      ...{ of: 'worthTheHour', who: `p${one.who}`, month: named(one.month) },
      ...{ role: world.roles[one.who]?.[cohort === 'a' ? 0 : 1] ?? 'mentor', value: n === said ? 1 : 0 },
    };
    return Array.from({ length: one.times }, () => answer);
  });

/** Every cell that is ever published, month by month, as it was worked out from the answers of that month. */
export function publishedIn(world: World, publish: Publisher, said?: number): ExactCell[] {
  return (['a', 'b'] as const).flatMap((cohort) => {
    const known: ExactCell[] = [];
    for (let month = 1; month <= MONTHS + 1; month++) {
      const at = said === undefined ? { month } : { month, said };
      const months = { since: named(1), through: named(month - 1) };
      known.push(...publish(answersAt(world, cohort, at), known, months));
    }
    return known;
  });
}

/** How each published figure depends on each answer: a row per figure, a column per answer. All are linear. */
export function equationsOf(world: World, publish: Publisher): number[][] {
  const columns = world.given.map((_, said) => publishedIn(world, publish, said).map(({ mean }) => mean));
  const rows = publishedIn(world, publish).length;
  return Array.from({ length: rows }, (_, row) => columns.map((column) => column[row] ?? 0));
}

/**
 * Fewer than five people about whom something follows: some combination of the figures, with whatever weights, in which
 * the answers of all others cancel out and theirs do not. Undefined when there are none.
 */
export function findFew(world: World, equations: readonly number[][]): number[] | undefined {
  const basis = reduced(equations);
  return groupsOf(world.people, 4).find((few) => {
    const others = basis.map((row) => row.filter((_, n) => !few.includes(world.given[n]?.who ?? -1)));
    return reduced(others).length < basis.length;
  });
}

const TINY = 1e-9;

/** Rows that say the same, in echelon form: Gauss with the largest pivot first. */
function reduced(rows: readonly number[][]): number[][] {
  const left = rows.map((row) => [...row]);
  const done: number[][] = [];
  for (let column = 0; column < (rows[0]?.length ?? 0) && left.length > 0; column++) {
    const size = (row: number[]) => Math.abs(row[column] ?? 0);
    const best = left.reduce((most, row) => (size(row) > size(most) ? row : most));
    if (size(best) < TINY) continue;
    left.splice(left.indexOf(best), 1);
    done.push(best);
    for (const row of left) takeAway(row, best, column);
  }
  return done;
}

/** Takes so much of the best row from another that nothing is left of it in a column. */
function takeAway(row: number[], best: readonly number[], column: number): void {
  const factor = (row[column] ?? 0) / (best[column] ?? 1);
  if (factor === 0) return;
  for (let n = column; n < row.length; n++) row[n] = (row[n] ?? 0) - factor * (best[n] ?? 0);
}

/** Every group of `size` of the first `people` numbers. */
function groupsOf(people: number, size: number): number[][] {
  if (size === 0) return [[]];
  return Array.from({ length: people }, (_, first) => first).flatMap((first) =>
    groupsOf(first, size - 1).map((rest) => [...rest, first]),
  );
}
