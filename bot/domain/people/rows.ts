import type { Channel, Person, Settings } from './person.ts';
import type { Photo } from './photo.ts';
import type { Said } from './said.ts';
import type { SameAs } from './sameAs.ts';

/** Rows in the partition of a person. */
export interface PersonRows {
  person: Person;
  /** `said_<cohort>`: what the champions of a cohort say of this person; counts there. */
  said: Said;
  /** `sameas_<cohort>`: whose account this address is, by the word of a champion there. */
  sameas: SameAs;
  settings: Settings;
  channel: Channel;
  /** In the partition `photo_<person>`. */
  photo: Photo;
}
