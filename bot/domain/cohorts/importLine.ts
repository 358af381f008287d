import type { PersonId } from '#domain/basics/ids.ts';
import type { Role } from '#domain/people/person.ts';
import type { SaidFacts } from '#domain/people/said.ts';

export interface NumberedLine extends ImportLine {
  /** The line of the file it starts on, from 1. */
  line: number;
}

/** One line of an import, already checked. Who it speaks of is looked up when it is applied. */
export interface ImportLine {
  name: string;
  mail: string;
  directoryId: string;
  role: Role;
  /** Mail address or directory id of whoever stands above; empty when not said. */
  manager: string;
  department: string;
  location: string;
}

/** What a line says of somebody, with the person its manager turned out to be. */
export const factsOf = (
  { name, mail, department, location }: ImportLine,
  manager: PersonId | '',
): SaidFacts => ({
  ...{ name, mail, manager, department, location },
});
