import type { OccurrenceId, PersonId } from '#domain/basics/ids.ts';
import type { Feedback } from '#domain/meetings/feedback.ts';
import type { Partition } from '#usecases/story/partition.ts';

export const keyOf = (occurrence: OccurrenceId, person: PersonId): string => `${occurrence}_${person}`;

/** What somebody said about a meeting. */
export const findGiven = (
  rows: Partition<'pairs'>,
  occurrence: OccurrenceId,
  person: PersonId,
): Feedback | undefined => rows.find('feedback', keyOf(occurrence, person))?.value;

export const hasGiven = (rows: Partition<'pairs'>, occurrence: OccurrenceId, person: PersonId): boolean =>
  findGiven(rows, occurrence, person) !== undefined;

/** Whether somebody else has said how it was: then they met, whatever others say. */
export const isToldByOthers = (rows: Partition<'pairs'>, occurrence: OccurrenceId, me: PersonId): boolean =>
  rows.list('feedback').some(({ value }) => value.occurrence === occurrence && value.person !== me);
