import type { OccurrenceId, PairId } from '#domain/basics/ids.ts';

/**
 * `feedback`: how it was, after a meeting that Teams told of. `didYouMeet`: whether they did, where Teams told nothing.
 * `met`: how it was, after one of which somebody else told.
 */
export type MeetingNotice = {
  kind: 'feedback' | 'didYouMeet' | 'met';
  pair: PairId;
  occurrence: OccurrenceId;
};
