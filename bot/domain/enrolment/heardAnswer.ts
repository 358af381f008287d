import type { TopicId } from '#domain/basics/ids.ts';
import type { TopicList } from '#domain/hearing/topicList.ts';
import type { Role } from '#domain/people/person.ts';
import type { Profile } from '#domain/profile/profile.ts';
import type { Choice, Step } from './conversation.ts';

/** What one message changed in a profile. */
export interface Hearing {
  profile: Profile;
  /** Topics added, by list, in the order they were named. */
  added: Choice[];
  removed: TopicId[];
  /** Said not to be meant, where there was nothing to take off. */
  denied: TopicId[];
  /** Perhaps meant, to be confirmed. */
  offered: Choice[];
  /** Questions this message answered. */
  answers: Set<Step>;
  /** Put right something said at an earlier question; the present one is still open. */
  isCorrection: boolean;
  /** The list of that earlier question. */
  correctedList: TopicList | undefined;
  /** Somebody was described by age or generation. */
  byAge: boolean;
  /** More people than anybody should promise: what was said. */
  askedRoom: number;
  /** Whom this message added to those not to meet, as written. */
  excluded: string[];
  /** What there was no place for: people not to meet, languages. */
  notKept: string[];
  /** There was no place for another topic in this list. */
  isFull: TopicList | undefined;
}

export interface Before {
  step: Step;
  role: Role;
  profile: Profile;
  /** What the last answer added, to be replaced by "no, I meant …". */
  last: { list: TopicList | ''; topics: TopicId[] };
  /** What the last card offers, and nobody has confirmed. */
  offered: readonly Choice[];
}
