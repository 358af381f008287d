import type { Channel, Person, Settings } from './person.ts';

/** Rows in the partition of a person. */
export interface PersonRows {
  person: Person;
  settings: Settings;
  channel: Channel;
}
