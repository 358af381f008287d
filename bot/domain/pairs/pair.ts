import type { CohortId, Day, Instant, PersonId } from '#domain/basics/ids.ts';
import type { Role } from '#domain/people/person.ts';
import type { Reason } from './reasons.ts';

export const PAIR_STATES = ['introduced', 'active', 'paused', 'ended'] as const;
export type PairState = (typeof PAIR_STATES)[number];
/** What one person said to an introduction. Only ever shown to that person. */
export const ANSWERS = ['none', 'yes', 'meetFirst', 'notThisTime', 'withdrawn'] as const;
export type Answer = (typeof ANSWERS)[number];
/** What one can say to an introduction; `meetFirst`: a first chat, and then the decision. */
export const INTRODUCTION_ANSWERS = ['yes', 'meetFirst', 'notThisTime'] as const;
export type IntroductionAnswer = (typeof INTRODUCTION_ANSWERS)[number];

/** What one person wishes once their pair has ended. */
export const NEW_MATCH_WISHES = ['somebodyNew', 'notNow'] as const;
export type NewMatchWish = (typeof NEW_MATCH_WISHES)[number];

export interface PairMember {
  person: PersonId;
  /** The whole name, as it was when the two were introduced. */
  name: string;
  role: Role;
  answer: Answer;
  /**
   * The moment this reader learns that the introduction ended, whatever the cause (decline, silence,
   * withdrawal): 09:00 of their own zone, five working days after the introduction, or ten after the first
   * chat was agreed on.
   */
  answerBy: Instant;
  /** When this member is asked once, while undecided, whether it goes on after the first chat. */
  remindAt?: Instant;
  /** Would be introduced to the others again. Only ever shown to this member. */
  again?: boolean;
  /** Of a project team: which of its departments they come from, by a number; missing where that is not known. */
  comesFrom?: number;
  /** Why this mentor is in a circle: what they and the executive have for each other, and what all share. */
  reasons?: Reason[];
  /** Whether this member would like somebody new, once the pair has ended. Only ever shown to this member. */
  newMatch?: NewMatchWish;
}

/** Somebody who was introduced, and is not of the circle; `leftAt`: they were. */
export interface Apart extends PairMember {
  leftAt?: Instant;
}

interface Introduced {
  cohort: CohortId;
  /** As it was when the two were introduced. */
  cohortName: string;
  members: PairMember[];
  /** Of a circle. */
  apart?: Apart[];
  /** A circle whose people come from different departments. */
  isTeam?: true;
  reasons: Reason[];
  fit: number;
  introducedAt: Instant;
  /** The executive who asked for this introduction outside any round. */
  asked?: PersonId;
  /** Since when all would like to meet, at least one of them before deciding. */
  firstChatSince?: Instant;
  /** Since when they are known to stand in one reporting line. */
  oneLineSince?: Instant;
  /** How often the pair was paused and went on, so that a later change is told from an earlier one. */
  turns?: number;
}

/** Waits for all to say yes. */
export interface Introduction extends Introduced {
  state: 'introduced';
}

/** All said yes, and it goes on. */
export interface ActivePair extends Introduced {
  state: 'active';
  activeSince: Instant;
}

/** A break that one of them takes for all, with the day it goes on. */
export interface Pause {
  by: PersonId;
  until: Day;
  /** The moment at which it goes on by itself. */
  resumesAt: Instant;
  /** It stands for a leave that a champion or a list said, over what stood before. Nobody is shown it. */
  leave?: { before?: Pause };
}

/** It rests; nothing is asked of anybody meanwhile. */
export interface PausedPair extends Introduced {
  state: 'paused';
  activeSince: Instant;
  pause: Pause;
}

export type GoingPair = ActivePair | PausedPair;

/** Who ended it is kept nowhere. */
export interface EndedPair extends Introduced {
  state: 'ended';
  endedAt: Instant;
  /** Who is not at the company any more, where that ended it. */
  gone?: PersonId;
  /** Missing where no pair came of the introduction. */
  activeSince?: Instant;
}

export type Pair = Introduction | GoingPair | EndedPair;

/** Since when all had said yes; undefined for an introduction, also for one that ended. */
export const activeSinceOf = (pair: Pair): Instant | undefined =>
  pair.state === 'introduced' ? undefined : pair.activeSince;

export const isGoing = (pair: Pair): pair is GoingPair => pair.state === 'active' || pair.state === 'paused';

/** The projection in the partition of a person: `pair_<pair>`. */
export interface PairLink {
  cohort: CohortId;
  role: Role;
  /** The others: two people are introduced to each other once, by whatever way. */
  partners?: PersonId[];
}

/** Capacity, insert-once: `slot_<n>` with n below the person's capacity. */
export interface Slot {
  pair: string;
}
