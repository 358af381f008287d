import type { CohortId } from '#domain/basics/ids.ts';

export type GatheringNotice =
  /** To a mentor: they are gathered. */
  | { kind: 'gathering'; cohort: CohortId; gathering: string }
  /** To whoever was asked: it does not take place. */
  | { kind: 'gatheringOff'; cohort: CohortId; gathering: string };

export type GatheringMessage =
  /** All mentors are told, or told that it is called off. */
  { kind: 'tellGathering'; cohort: CohortId; gathering: string };
