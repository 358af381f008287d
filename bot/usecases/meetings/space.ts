import type { OccurrenceId, PairId, PersonId, PromptId } from '#domain/basics/ids.ts';
import { type Feedback, sharedWords } from '#domain/meetings/feedback.ts';
import { byStart, type Meeting, readingOf } from '#domain/meetings/meetings.ts';
import { findPrompt } from '#domain/meetings/prompts/library.ts';
import { type OpenPair, openSpace } from '#usecases/pairs/pairs.ts';
import type { Context } from '#usecases/story/context.ts';
import { findGiven, isToldByOthers } from './given.ts';

/** A conversation of a pair, as one of the two may know it. */
export interface MeetingSeen extends Pick<Meeting, 'startedAt' | 'plannedEnd'> {
  occurrence: OccurrenceId;
  state: ReturnType<typeof readingOf>;
  /** Of a meeting that one of them told of. */
  told: Meeting['offScreen'];
  /** Nobody else has said how it was: it can be taken back. */
  canTakeBack: boolean;
  /** What the reader said; undefined before. */
  mine: Feedback | undefined;
  /** The partner's words, only where the partner shares them. */
  partner: { learned: string; surprised: string };
}

/** The conversations of a pair whose space is open, latest first. */
export async function listMeetings(ctx: Context, person: PersonId, id: PairId): Promise<MeetingSeen[]> {
  return viewOfMeetings(await openSpace(ctx, person, id), ctx.clock.now());
}

export function viewOfMeetings({ rows, me }: OpenPair, nowMs: number): MeetingSeen[] {
  const feedback = rows.list('feedback').map(({ value }) => value);
  return byStart(rows.list('meeting').map(({ value }) => value))
    .reverse()
    .map((meeting) => ({ ...meeting, state: readingOf(meeting, nowMs) }))
    .map(({ occurrence, startedAt, plannedEnd, state, offScreen }) => ({
      ...{ occurrence, startedAt, plannedEnd, state, told: offScreen },
      canTakeBack: offScreen !== undefined && !isToldByOthers(rows, occurrence, me.person),
      mine: findGiven(rows, occurrence, me.person),
      partner: sharedWords(feedback, me.person, occurrence),
    }));
}

/** The questions that a pair whose space is open put aside for later. */
export async function listKept(ctx: Context, person: PersonId, id: PairId): Promise<PromptId[]> {
  return viewOfKept(await openSpace(ctx, person, id));
}

/** One that the library no longer has is left out. */
export const viewOfKept = ({ rows }: OpenPair): PromptId[] =>
  rows
    .list('prompt')
    .filter(({ value }) => value.state === 'kept' && findPrompt(value.prompt))
    .map(({ value }) => value.prompt);
