import type { PairId, PersonId } from '#domain/basics/ids.ts';
import type { Channel } from '#domain/people/person.ts';

/** What the table `lookups` finds, by partition: keys of others to our ids, and small things that many share. */
export interface LookupRows {
  /** By directory id, lower-case. */
  oid: Account;
  /** By mail address or sign-in name, lower-case. */
  mail: { person: PersonId };
  /** By `meeting_<digest>` and `chat_<digest>` of Teams' ids. */
  meeting: { pair: PairId };
  /** In a few partitions `changed_<n>`, by time: a live panel comes to this turn now. Kept for a minute. */
  changed: { pair: PairId; turn: number };
  /** By place: an activity or a press that was answered. */
  seen_activity: Mark;
  seen_press: Mark;
  /** By a random id: what the bot still has to say after a press. */
  unsaid: Unsaid;
  /** By name: who does something alone, until when in ms since 1970. */
  lease: { holder: string; until: number };
  /** The tenant's budget of sends, used up until a moment in ms since 1970; until when Teams wants none at all. */
  budget: { until: number; pausedUntil?: number };
}

/** The person of an account, and what there is no need to look up again. */
export interface Account {
  person: PersonId;
  /** The account itself has been here; else an import has only named it. */
  isMet: boolean;
  /** Teams' directory has told its addresses. */
  isAsked: boolean;
  /** Addresses that were looked up, newest last. */
  seen: string[];
}

/** The bot's next message after a press, and where it is said. */
export interface Unsaid {
  person: PersonId;
  channel: Channel;
  /** The press that it follows, as Teams calls it; may be empty. */
  replyTo: string;
  /** As it goes out, in JSON; its end stands in `rest` where one property cannot hold it. */
  message: string;
  rest?: string;
  /** Since when it is being said, in ms since 1970; 0 while nobody says it. */
  sinceMs: number;
}

/** Something that must happen once. */
export interface Mark {
  id: string;
  state: 'begun' | 'done';
  atMs: number;
  /** Of the last press in somebody's chat: who pressed, and what was answered, so that a repeat hears the same. */
  person?: PersonId;
  answer?: string;
}
