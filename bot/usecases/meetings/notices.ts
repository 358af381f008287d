import type { Instant, OccurrenceId, PairId, PersonId } from '#domain/basics/ids.ts';
import type { Meeting } from '#domain/meetings/meetings.ts';
import type { MeetingNotice } from '#domain/meetings/notices.ts';
import type { Told } from '#domain/meetings/offScreen.ts';
import { type About, aboutOf } from '#usecases/pairs/notices.ts';
import { findOpenPair, firstNameIn, hasSpace, type OpenPair } from '#usecases/pairs/pairs.ts';
import type { Context } from '#usecases/story/context.ts';
import type { Composers } from '#usecases/story/notices.ts';
import { hasGiven } from './given.ts';

/** A meeting that a card asks about; `told` where somebody told of it. */
export interface MeetingAbout extends About {
  pair: PairId;
  occurrence: OccurrenceId;
  /** First name of the reader. */
  me: string;
  told?: Told;
}

export type MeetingFacts =
  | (MeetingAbout & { kind: 'feedback' })
  | (MeetingAbout & { kind: 'met' })
  /** `isMet`: one of them has said meanwhile that they did. */
  | (MeetingAbout & { kind: 'didYouMeet'; startedAt: Instant; isMet: boolean });

export const meetingAbout = (
  open: OpenPair,
  { occurrence, offScreen }: Pick<Meeting, 'occurrence' | 'offScreen'>,
): MeetingAbout => ({
  ...{ pair: open.id, occurrence, me: firstNameIn(open.pair, open.me.person) },
  ...aboutOf(open),
  ...(offScreen && { told: offScreen }),
});

/** Nothing for who has said how it was, in the panel or the tab, and of a meeting that was taken back. */
async function findAsked(
  ctx: Context,
  to: PersonId,
  { pair, occurrence }: MeetingNotice,
): Promise<{ open: OpenPair; meeting: Meeting } | undefined> {
  const open = await findOpenPair(ctx, to, pair);
  const meeting = open?.rows.find('meeting', occurrence)?.value;
  if (!open || !meeting || !hasSpace(open) || hasGiven(open.rows, occurrence, to)) return undefined;
  return { open, meeting };
}

export const meetingNotices: Composers<MeetingNotice, MeetingFacts> = {
  /** Not while the conversation goes on: whoever dropped out may have come back. */
  async feedback(ctx, to, notice) {
    const asked = await findAsked(ctx, to, notice);
    if (asked?.meeting.state !== 'ended') return undefined;
    return { kind: 'feedback', ...meetingAbout(asked.open, asked.meeting) };
  },

  async didYouMeet(ctx, to, notice) {
    const asked = await findAsked(ctx, to, notice);
    const outcome = asked?.meeting.outcome;
    if (!asked || (outcome !== 'unsure' && outcome !== 'met')) return undefined;
    const about = meetingAbout(asked.open, asked.meeting);
    return {
      kind: 'didYouMeet',
      ...about,
      startedAt: asked.meeting.startedAt,
      isMet: outcome === 'met',
    };
  },

  async met(ctx, to, notice) {
    const asked = await findAsked(ctx, to, notice);
    return asked && { kind: 'met', ...meetingAbout(asked.open, asked.meeting) };
  },
};
