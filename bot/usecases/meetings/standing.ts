import { type MeetingStanding, meetingStanding } from '#domain/meetings/stage.ts';
import type { OpenPair } from '#usecases/pairs/pairs.ts';
import { findGiven } from './given.ts';
import { meetingsIn } from './meetings.ts';

/** Where one member of a pair whose space is open stands with its meetings, from the rows just read. */
export const standingOf = ({ rows, me }: OpenPair, nowMs: number): MeetingStanding =>
  meetingStanding(meetingsIn(rows), {
    nowMs,
    toldOf: (occurrence) => findGiven(rows, occurrence, me.person),
  });
