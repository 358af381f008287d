import type { Day, PersonId } from '#domain/basics/ids.ts';
import type { Role } from '#domain/people/person.ts';
import type { SaidFacts } from '#domain/people/said.ts';

/** One line of an import, already checked. Who it speaks of is looked up when it is applied. */
export interface ImportLine {
  /** The line of the file it starts on, from 1. */
  line: number;
  name: string;
  mail: string;
  directoryId: string;
  role: Role;
  /** Directory id, else mail address of whoever stands above; empty when not said. */
  manager: string;
  /** The manager has a line of their own. */
  isManagerHere: boolean;
  department: string;
  location: string;
  /** What else of them is kept in this cohort, by name; missing for nothing. */
  attributes?: Record<string, string>;
  /** The day they are back from a leave, to come or gone by; missing where nothing is said. */
  awayUntil?: Day;
  /** The day before, where that is what the list says: their last day away. */
  lastAway?: Day;
}

/** A line compared with the rows as they stood when the file was checked. */
export interface StagedLine extends ImportLine {
  would: 'add' | 'change' | 'nothing';
  /** Whom we knew by this mail or directory id; empty when nobody. */
  person: PersonId | '';
  /** Whoever stands above as far as we knew them, by the file or else by the rows. */
  above: PersonId | '';
  /** The member's row stands as the line wants it: there is nothing to be written there. */
  keepsPlace?: true;
}

/** What a line says of somebody, with the person its manager turned out to be. */
export const factsOf = (
  { name, mail, department, location }: ImportLine,
  manager: PersonId | '',
): SaidFacts => ({
  ...{ name, mail, manager, department, location },
});
