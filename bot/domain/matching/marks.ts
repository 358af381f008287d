import type { Much, Preference } from '#domain/cohorts/attributes/attributes.ts';
import { plainLetters } from '#domain/cohorts/importColumns.ts';

/** What it costs in fit, in permille, when two are alike in something a round would rather have differ. */
const COSTS: Record<Much, number> = { little: 40, some: 100, much: 200 };

/** What somebody is like where a cohort prefers difference: what it costs to share it, what it is, and how it reads. */
export function marksOf(
  prefers: readonly Preference[] | undefined,
  { department, attributes = {} }: { department: string; attributes?: Record<string, string> | undefined },
): string[] {
  return (prefers ?? []).flatMap(({ name, much }) => {
    const value = plainLetters(name === '' ? department : attributeOf(attributes, name)).trim();
    return value === '' ? [] : [`${COSTS[much]} ${name} ${value}`];
  });
}

/** Names are what champions call columns: also `constructor`. */
const attributeOf = (attributes: Record<string, string>, name: string): string =>
  (Object.hasOwn(attributes, name) && attributes[name]) || '';

/** What a mark costs two who share it. */
export const costOf = (mark: string): number => Number.parseInt(mark, 10);

/** The same people without marks that nobody shares: they cost nobody anything. */
export function onlyShared<One extends { marks?: string[] }>(people: readonly One[]): One[] {
  const counts = new Map<string, number>();
  for (const { marks = [] } of people)
    for (const mark of marks) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  return people.map((one) =>
    one.marks ? { ...one, marks: one.marks.filter((mark) => (counts.get(mark) ?? 0) > 1) } : one,
  );
}
