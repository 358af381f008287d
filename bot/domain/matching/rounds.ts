import type { Instant, PairId, PersonId } from '#domain/basics/ids.ts';
import type { Reason } from '#domain/pairs/reasons.ts';
import type { Role } from '#domain/people/person.ts';

export type LeftOutReason =
  | 'noProfile'
  | 'otherLanguages'
  | 'noTopic'
  | 'noLanguage'
  | 'noTime'
  | 'noRoom'
  | 'belowFloor'
  | 'noPartner';

export const ROUND_STATES = ['reviewed', 'publishing', 'published', 'discarded'] as const;
type RoundState = (typeof ROUND_STATES)[number];
export const PROPOSAL_STATES = ['proposed', 'introduced', 'noRoom'] as const;
type ProposalState = (typeof PROPOSAL_STATES)[number];

export interface Round {
  number: number;
  state: RoundState;
  ranAt: Instant;
  by: PersonId;
  /** The press that ran it; missing where the caller named none. */
  press?: string;
  /** True only when a checker verified the certificate of the optimum. */
  provenBest: boolean;
  /** A round of circles, checked. */
  areCircles?: boolean;
  /** Of circles: how far below the best they may lie at most, as a part of it; 1 where that is not known. */
  gap?: number;
  /** They are project teams: their people come from different departments. */
  areTeams?: boolean;
  covered: number;
  total: number;
  /** Executives who were left out last time: with a mentor now, and all of them. */
  waiting?: number;
  waited?: number;
  /** What the run had to keep to: pins, pairs of the run before, and two ruled out. */
  around?: { pins: number; kept: number; bans: number };
}

/** Row `proposal_<round>_<n>`: who would meet whom. */
export interface Proposal {
  round: number;
  executive: PersonId;
  mentor: PersonId;
  /** Permille. */
  fit: number;
  reasons: Reason[];
  /** Set when published. */
  pair: PairId | '';
  state: ProposalState;
}

/** Row `leftout_<round>_<person>`. */
export interface LeftOut {
  round: number;
  person: PersonId;
  role: Role;
  reason: LeftOutReason;
}
