import type { CohortId } from '#domain/basics/ids.ts';

export type RoundMessage = { kind: 'publishRound'; cohort: CohortId; round: number };
