import type { CohortId, PersonId } from '#domain/basics/ids.ts';
import type { Line, Say, Step } from '#domain/enrolment/conversation.ts';
import type { Role } from '#domain/people/person.ts';
import type { Speech } from '#domain/profile/labels.ts';
import type { Profile } from '#domain/profile/profile.ts';

/** Where somebody stands, most settled first where several hold: a pair, an introduction, open questions … */
export const STANDINGS = ['unknown', 'invited', 'joining', 'joined', 'introduced', 'paired', 'left'] as const;
export type StandingState = (typeof STANDINGS)[number];

/** What the bot knows of whoever it answers; names, days and times as the reader reads them. */
export interface Standing {
  state: StandingState;
  firstName: string;
  role?: Role | undefined;
  /** The question that is open, in state `joining`. */
  step?: Step | undefined;
  /** Missing for somebody without an invitation. */
  cohort?: { id: CohortId; name: string; isOpen: boolean; endsOn: string; champions: string[] } | undefined;
  /**
   * Whom to turn to outside the line: contact, else stand-in, but never a champion, a partner or somebody in either's
   * reporting line; missing where nobody is left.
   */
  contact?: { name: string; mail?: string } | undefined;
  /**
   * Who would get a concern that is raised here, and by what day they would get in touch: the first of contact and
   * stand-in whom the bot reaches; missing where it reaches nobody.
   */
  receiver?: { cohort: CohortId; to: PersonId; name: string; by: string } | undefined;
  partners: string[];
  /** Those of the cohort above alone: what ends with leaving it. */
  here: { paired: string[]; introduced: string[] };
  nextMeeting?: string | undefined;
  /** An executive who may look for a mentor now. */
  isSearchPossible: boolean;
  hoursPerMonth: number;
  /** Missing where nothing was told yet. */
  profile?: Profile | undefined;
  speech: Speech;
}

/** A line that may also open a chat with a person; pressing that tells the bot nothing. */
export interface ActLine extends Line {
  opens?: { title: Say; url: string };
}

/**
 * What the use case does: `stop`, `skip`, `search`, `review`, `met` and `away` (which asks until when)
 * at once, as each can be undone; `leave` only once
 * it was confirmed (`confirmedIn`).
 */
export type Does = 'stop' | 'skip' | 'search' | 'review' | 'met' | 'away' | 'leave';

export interface ActAnswer {
  said: ActLine[];
  does?: Does;
  /** The open question follows. */
  thenAsk: boolean;
}

export type ActAnswers<Kind extends string> = Record<Kind, (at: Standing) => ActAnswer>;
export type Button = NonNullable<Line['buttons']>[number];
