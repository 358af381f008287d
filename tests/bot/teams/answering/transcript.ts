import type { Role } from '#domain/people/person.ts';

/** What the bot asks, or how it leaves it, after a turn. */
export type Asks =
  | 'wants'
  | 'offers'
  | 'interests'
  | 'meet'
  | 'languages'
  | 'excludes'
  | 'review'
  | 'which'
  | 'person'
  | 'finished'
  | 'stopped'
  | 'goOn'
  | 'tooLong';

/** `says`, the title of a button that is `presses`ed or the topics it `ticks`, what the bot then asks, and what else it must say. */
export interface Line {
  says?: string;
  presses?: string;
  /** Topics ticked among those the last card offers, in one list. */
  ticks?: string[];
  /** The own words that stand on the last card are kept. */
  keepsOwn?: true;
  /** Days of silence before it. */
  afterDays?: number;
  /** Teams delivers it twice. */
  twice?: true;
  asks: Asks;
  /** A sentence of the enrolment catalogue, or of another by its full name, that must be among the answer. */
  with?: string;
}

/** What the profile must hold in the end: exactly this. `a|b` either would do, `~x` would do but need not be. */
export interface Meant {
  wants: string[];
  offers: string[];
  interests: string[];
  meets: string[];
  reach?: string[];
  languages: string[];
  capacity?: number;
  excludes?: string[];
}

/** A whole conversation of one plainly invented person. */
export interface Talk {
  name: string;
  role: Role;
  lines: Line[];
  meant: Meant;
}
