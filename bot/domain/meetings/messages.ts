import type { OccurrenceId, PairId, PersonId } from '#domain/basics/ids.ts';

/** Copies the numbers of one feedback to the pair's cohort, without words or name. */
export type MeetingMessage = {
  kind: 'projectMeasure';
  pair: PairId;
  occurrence: OccurrenceId;
  person: PersonId;
};
