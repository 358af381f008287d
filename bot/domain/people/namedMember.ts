import type { Role } from './person.ts';

/**
 * Row `named_<role>_<person>` of a cohort: somebody who takes part there and agreed to be named to those who are
 * invited to it. A projection; the row is not there for anybody else.
 */
export interface NamedMember {
  name: string;
}

/** So many are named at most: enough to see that one would not be alone, too few to tell who does not take part. */
export const NAMED_MAX = 6;

/** A member who agreed, as read. */
export interface NamedRow extends NamedMember {
  person: string;
  role: Role;
}

/**
 * Who is named to a reader: to an executive the executives, to a mentor mentors and executives, half and half where
 * there are many. Nobody is named to themselves.
 */
export function namedTo(
  reader: { person: string; role: Role },
  rows: readonly NamedRow[],
): readonly NamedRow[] {
  const others = rows.filter(({ person }) => person !== reader.person);
  const executives = others.filter(({ role }) => role === 'executive');
  if (reader.role === 'executive') return executives.slice(0, NAMED_MAX);
  const mentors = others.filter(({ role }) => role === 'mentor');
  const [most, few] = executives.length > mentors.length ? [executives, mentors] : [mentors, executives];
  const ofFew = Math.min(few.length, NAMED_MAX / 2);
  return [...most.slice(0, NAMED_MAX - ofFew), ...few.slice(0, ofFew)];
}
