import type { Candidate } from '#domain/matching/rules.ts';
import type { Circle } from './circle.ts';

/** From how many departments the people of a project team come, at least. */
export const FEWEST_DEPARTMENTS = 2;
/** What each department beside the executive's is worth to a team, in permille of fit. */
export const FURTHER = 200;

/** Where these come from, each once; of whoever it is not known for it says nothing. */
export const departmentsOf = (all: readonly Candidate[]): Set<string> =>
  new Set(all.flatMap(({ department }) => department || []));

export const areMixed = (all: readonly Candidate[]): boolean => departmentsOf(all).size >= FEWEST_DEPARTMENTS;

/** The departments that a team has beside its executive's. */
export function furtherIn({ executive, mentors }: Circle<Candidate>): number {
  const found = departmentsOf(mentors);
  found.delete(executive.department ?? '');
  return found.size;
}
