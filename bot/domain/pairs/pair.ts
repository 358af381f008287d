import type { CohortId, Day, GoalId, Instant, OccurrenceId, PersonId, PromptId } from '#domain/basics/ids.ts';
import type { Reason } from '#domain/cohorts/cohort.ts';
import type { Role } from '#domain/people/person.ts';

export type PairState = 'introduced' | 'active' | 'paused' | 'ended';
/** What one person said to an introduction. Only ever shown to that person. */
export type Answer = 'none' | 'yes' | 'meetFirst' | 'notThisTime' | 'withdrawn';
/** What one can say to an introduction; `meetFirst`: a first chat, and then the decision. */
export type Said = 'yes' | 'meetFirst' | 'notThisTime';

export interface PairMember {
  person: PersonId;
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
}

export interface Pair {
  cohort: CohortId;
  state: PairState;
  members: PairMember[];
  reasons: Reason[];
  fit: number;
  introducedAt: Instant;
  /** Since when all would like to meet, at least one of them before deciding; empty when none asked for that. */
  firstChatSince?: Instant | '';
  /** The executive who asked for this introduction outside any round; empty when nobody did. */
  asked?: PersonId | '';
  activeSince: Instant | '';
  endedAt: Instant | '';
}

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

export interface AgreementText {
  /** Must be true to be signed: what is said here stays here. */
  confidentiality: boolean;
  respectForTime: string;
  whatItIs: string;
  whatItIsNot: string;
  executiveWantsToLearn: string;
  howEachHelps: string;
  whereAndHow: string;
  rhythm: 'none' | 'weekly' | 'fortnightly' | 'monthly';
  endsOn: Day;
}

/** Row `agreement_<version>` (4 digits). Never changed once written: a change is a new version. */
export interface Agreement {
  version: number;
  text: AgreementText;
  by: PersonId;
  at: Instant;
}

/** Row `signature_<version>_<person>`. */
export interface Signature {
  version: number;
  person: PersonId;
  at: Instant;
}

export interface Goal {
  goal: GoalId;
  owner: PersonId;
  text: string;
  /** 1–5. */
  confidence: number;
  at: Instant;
  /** 1 for the first wording, counting up. */
  seq: number;
  state: 'open' | 'reached' | 'dropped';
}

/** Row `meeting_<occurrence>`. */
export interface Meeting {
  occurrence: OccurrenceId;
  /** Teams' meeting id; several occurrences of a recurring meeting share it. */
  teamsMeeting: string;
  teamsChat: string;
  startedAt: Instant;
  plannedEnd: Instant;
  endedAt: Instant | '';
  state: 'open' | 'ended';
}

/** The one live row `panel`: what both see. */
export interface Panel {
  occurrence: OccurrenceId;
  prompt: PromptId;
  /** Who answers first. */
  first: PersonId;
  /** Counts every change; the seed of the next draw. */
  turn: number;
}

/** Row `prompt_<id>`: what became of one prompt in this pair. */
export interface PromptUse {
  prompt: PromptId;
  drawn: number;
  state: 'drawn' | 'passed' | 'kept';
  at: Instant;
}

/** Row `feedback_<occurrence>_<person>`. */
export interface Feedback {
  occurrence: OccurrenceId;
  person: PersonId;
  /** 1–5. */
  worthTheHour: number;
  learned: string;
  surprised: string;
  balanced: 'yes' | 'partly' | 'no' | '';
  candid: 'yes' | 'partly' | 'no' | '';
  goOn: 'yes' | 'unsure' | 'no' | '';
  /** Whether the partner may read `learned` and `surprised`. */
  shared: boolean;
  at: Instant;
  from: 'panel' | 'card' | 'tab';
}
