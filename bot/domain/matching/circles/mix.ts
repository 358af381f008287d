import { FEWEST_DEPARTMENTS } from '#domain/cohorts/cohort.ts';
import { isNobody } from '#domain/cohorts/importCells.ts';
import { plainLetters } from '#domain/cohorts/importColumns.ts';
import type { Candidate } from '#domain/matching/rules.ts';
import type { Circle } from './circle.ts';

/** What each department beside the executive's is worth to a team, in permille of fit. */
export const FURTHER = 200;

/** Written where a department is not known. */
const UNKNOWN = new Set([
  ...['unknown', 'not known', 'undefined', 'unassigned', 'not assigned', 'tbd', 'tbc', 'nan', 'null', '0'],
  ...['unbekannt', 'nicht bekannt', 'keine angabe', 'nicht zugeordnet', 'offen'],
  ...['inconnu', 'non renseigne', 'a definir', 'desconocido', 'sin asignar', 'por definir'],
  ...['不明', 'なし', '無', '無し', '未定', '未設定', 'غير معروف', 'غير محدد', 'لا يوجد'],
]);

/** A department as it is compared; empty where a cell says that there is none, or that nobody knows. */
export function departmentWritten(text: string): string {
  const plain = plainLetters(text).trim();
  return isNobody(text) || !/[\p{L}\p{N}]/u.test(plain) || UNKNOWN.has(plain) ? '' : plain;
}

/** Where these come from, each once; of whoever it is not known for it says nothing. */
export const departmentsOf = (all: readonly Candidate[]): Set<string> =>
  new Set(all.flatMap(({ department }) => department || []));

export const areMixed = (all: readonly Candidate[]): boolean => departmentsOf(all).size >= FEWEST_DEPARTMENTS;

/** Which of the departments of all each comes from, by a number alone; nothing where that is not known. */
export function numbered(all: readonly Candidate[]): (number | undefined)[] {
  const found = [...departmentsOf(all)];
  return all.map(({ department }) => (department ? found.indexOf(department) : undefined));
}

/** The departments that a team has beside its executive's. */
export function furtherIn({ executive, mentors }: Circle<Candidate>): number {
  const found = departmentsOf(mentors);
  found.delete(executive.department ?? '');
  return found.size;
}
