import { type CellOf, FEWEST } from '#domain/insights/cube.ts';
import { answersIn } from '#domain/insights/measures.ts';
import type { Publication } from '#domain/insights/publication.ts';
import { type Books, type Invariant, type Kept, rowsOf } from '#tests/soak/books.ts';

/** No figure is about fewer than five people, neither of those who did nor of those who did not, and none overlap. */
export const figures: Invariant = {
  name: 'no figure is about fewer than five people',
  check: (books) => {
    const publications = rowsOf(books, 'cohorts', 'publication');
    return [
      ...publications.flatMap(steps),
      ...[...Map.groupBy(publications, ({ partition }) => partition)].flatMap(([cohort, all]) =>
        cells(books, cohort, all),
      ),
    ];
  },
};

const steps = ({ partition, id, value }: Kept<Publication>): string[] =>
  Object.entries(value.steps)
    .filter(([, { reads, count, of }]) => reads === 'some' && (count < FEWEST || of - count < FEWEST))
    .map(([step, { count, of }]) => `${partition} published on ${id} that ${count} of ${of} have ${step}.`);

function cells(books: Books, cohort: string, publications: readonly Kept<Publication>[]): string[] {
  const all = publications.flatMap(({ value }) => value.cells);
  // Answers of whoever was erased since went with them.
  const measures = [
    ...rowsOf(books, 'cohorts', 'measure'),
    ...books.erased.flatMap(({ answers }) => answers),
  ].filter(({ partition }) => partition === cohort);
  const answers = answersIn(measures);
  return all.flatMap((cell, n) => {
    const said = answers.filter(
      ({ of, role, month }) =>
        of === cell.of &&
        (cell.role === 'all' || role === cell.role) &&
        month >= cell.from &&
        month <= cell.to,
    );
    const people = new Set(said.map(({ who }) => who)).size;
    const name = `${cell.of} of ${cell.role} from ${cell.from} to ${cell.to} in ${cohort}`;
    return [
      ...(people < FEWEST ? [`The figure ${name} is about ${people} people.`] : []),
      ...(all.slice(n + 1).some((other) => overlap(cell, other))
        ? [`The figure ${name} overlaps another.`]
        : []),
    ];
  });
}

const overlap = (one: CellOf, other: CellOf): boolean =>
  one.of === other.of &&
  (one.role === other.role || one.role === 'all' || other.role === 'all') &&
  one.from <= other.to &&
  other.from <= one.to;
