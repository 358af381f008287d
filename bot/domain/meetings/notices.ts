import type { OccurrenceId, PairId } from '#domain/basics/ids.ts';

export type MeetingNotice = { kind: 'feedback'; pair: PairId; occurrence: OccurrenceId };
