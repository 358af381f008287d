import { kindOf, shapeOf } from '#domain/all/shapes.ts';
import { type Books, type Invariant, placeOf } from '#tests/soak/books.ts';
import { type PlacedRow, TABLES, type TableName } from '#usecases/story/ports.ts';

/** Every row is of a kind that is known, and reads as its kind says; none had to be set aside. */
export const readable: Invariant = {
  name: 'every row can be read',
  check: ({ rows }: Books) => TABLES.flatMap((table) => rows[table].flatMap((row) => wrongIn(table, row))),
};

function wrongIn(table: TableName, row: PlacedRow): string[] {
  const place = placeOf(table, row);
  if (table === 'due') return isPointer(row) ? [] : [`${place} is no pointer that can be read.`];
  if (kindOf(row.key) === 'unreadable') return [`${place} was set aside because it could not be read.`];
  const check = shapeOf(table, row.partition, row.key);
  if (!check) return [`${place} is of no kind that is known.`];
  return check(row.value) ? [] : [`${place} cannot be read as its kind says.`];
}

/** Pointers that cannot be read lie in a partition of their own. */
const isPointer = ({ partition, key, value }: PlacedRow): boolean => {
  const { at, work } = value as { at?: string; work?: { noun?: string } };
  return partition === '0' && key.startsWith(`${at}_`) && work?.noun !== undefined;
};
