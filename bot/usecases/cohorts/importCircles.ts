import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CohortId, PersonId } from '#domain/basics/ids.ts';
import type { ImportProblem } from '#domain/cohorts/import.ts';
import type { StagedLine } from '#domain/cohorts/importLine.ts';
import { findCircles, LinesByName } from '#domain/cohorts/managers.ts';
import { factsHolding } from '#domain/people/said.ts';
import type { Context } from '#usecases/story/context.ts';
import { inParallel } from '#usecases/story/parallel.ts';
import { Partition } from '#usecases/story/partition.ts';

/** So many lines are looked at before others have a turn. */
const SLICE = 1_000;

/**
 * What only shows in all lines together: two lines for one person, and circles that close over managers we know
 * from earlier, not from this file alone.
 */
export async function findAcrossLines(
  ctx: Context,
  cohort: CohortId,
  lines: readonly StagedLine[],
): Promise<ImportProblem[]> {
  const here = new LinesByName<StagedLine>();
  const lineOf = new Map<PersonId, StagedLine>();
  const problems: ImportProblem[] = [];
  await inSlices(lines, (line) => {
    here.add(line);
    if (!line.person) return;
    const first = lineOf.get(line.person);
    if (first) problems.push({ ...problemAt(line, 'mail', 'samePerson'), values: { first: first.line } });
    else lineOf.set(line.person, line);
  });
  if (lineOf.size === 0) return [];
  return [...problems, ...(await findCirclesWithRows(ctx, { cohort, lines, here, lineOf }))];
}

const problemAt = ({ line }: StagedLine, column: ImportProblem['column'], word: string): ImportProblem => ({
  ...{ line, column, word, values: {} },
});

interface Lines {
  cohort: CohortId;
  lines: readonly StagedLine[];
  here: LinesByName<StagedLine>;
  lineOf: Map<PersonId, StagedLine>;
}

/**
 * A line leads to its manager's line, or up the rows until they come back to somebody who has a line. Each row is
 * read once.
 */
async function findCirclesWithRows(
  ctx: Context,
  { cohort, lines, here, lineOf }: Lines,
): Promise<ImportProblem[]> {
  const isInFile = (line: StagedLine) => line.manager !== '' && line.isManagerHere;
  const above = new Map<StagedLine, StagedLine>();
  const outside: StagedLine[] = [];
  await inSlices(lines, (line) => {
    const manager = isInFile(line) ? here.find(line.manager) : lineOf.get(line.above as PersonId);
    if (manager) above.set(line, manager);
    else if (line.above) outside.push(line);
  });
  const rows = new Rows(ctx, cohort, lineOf);
  await inParallel(outside, async (line) => {
    const manager = await rows.climb(line.above as PersonId);
    if (manager) above.set(line, manager);
  });
  return [...findCircles(lines, (line) => above.get(line))]
    .filter((circle) => !circle.every(isInFile))
    .map(([first]) => problemAt(first as StagedLine, 'manager', 'circleWithKnown'));
}

/** A chain of rows that is longer than this is no line of command, and is not followed. */
const LONGEST_CHAIN = 10_000;

/** Everybody above those who have no line, as the rows say. */
class Rows {
  readonly #ctx: Context;
  readonly #cohort: CohortId;
  readonly #lineOf: Map<PersonId, StagedLine>;
  readonly #read = new Map<PersonId, Promise<PersonId | ''>>();
  readonly #ends = new Map<PersonId, StagedLine | undefined>();

  constructor(ctx: Context, cohort: CohortId, lineOf: Map<PersonId, StagedLine>) {
    this.#ctx = ctx;
    this.#cohort = cohort;
    this.#lineOf = lineOf;
  }

  /** The first of the chain who has a line; undefined when it ends before, or goes in a circle of its own. */
  async climb(from: PersonId): Promise<StagedLine | undefined> {
    const passed = new Set<PersonId>();
    let at: PersonId | '' = from;
    while (at !== '' && !this.#lineOf.has(at) && !this.#ends.has(at)) {
      if (passed.has(at) || passed.size > LONGEST_CHAIN) break;
      passed.add(at);
      at = await this.#managerOf(at);
    }
    const end = at === '' ? undefined : (this.#lineOf.get(at) ?? this.#ends.get(at));
    for (const one of passed) this.#ends.set(one, end);
    return end;
  }

  #managerOf(person: PersonId): Promise<PersonId | ''> {
    const known = this.#read.get(person);
    if (known !== undefined) return known;
    const read = Partition.open(this.#ctx, 'people', person).then(
      (rows) =>
        // Two rows that turned out to be one person: it goes on from the other.
        rows.find('person')?.value.joinedTo || factsHolding(this.#cohort, rows.list('said')).manager,
    );
    this.#read.set(person, read);
    return read;
  }
}

async function inSlices<T>(all: readonly T[], look: (one: T) => void): Promise<void> {
  for (const [n, one] of all.entries()) {
    look(one);
    if (n % SLICE === SLICE - 1) await nextTurn();
  }
}
