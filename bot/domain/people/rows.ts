import type { Channel, Person, Settings } from './person.ts';
import type { Said } from './said.ts';

/** Rows in the partition of a person. */
export interface PersonRows {
  person: Person;
  /** `said_<cohort>`: what the champions of a cohort say of this person; counts there. */
  said: Said;
  settings: Settings;
  channel: Channel;
}
