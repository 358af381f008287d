import type { Notice } from '#domain/all/notices.ts';
import type { PersonId } from '#domain/basics/ids.ts';
import type { Channel } from '#domain/people/person.ts';
import {
  type AnnouncementFacts,
  announcementNotices,
  foreseeAnnouncement,
} from '#usecases/announcements/notices.ts';
import { type ClosingFacts, closingNotices } from '#usecases/closing/notices.ts';
import { type CohortFacts, cohortNotices } from '#usecases/cohorts/notices.ts';
import { type ConcernFacts, concernNotices } from '#usecases/concerns/notices.ts';
import { type GatheringFacts, gatheringNotices } from '#usecases/gatherings/notices.ts';
import { type RoundFacts, roundNotices } from '#usecases/matching/notices.ts';
import { type MeetingFacts, meetingNotices } from '#usecases/meetings/notices.ts';
import { type NudgeFacts, nudgeNotices } from '#usecases/nudges/notices.ts';
import { type PairFacts, pairNotices } from '#usecases/pairs/notices.ts';
import { type SearchFacts, searchNotices } from '#usecases/searches/notices.ts';
import { type SponsorFacts, sponsorNotices } from '#usecases/sponsors/notices.ts';
import type { Context } from '#usecases/story/context.ts';
import type { Composers } from '#usecases/story/notices.ts';
import type { SendOutcome } from '#usecases/story/ports.ts';
import type { SettledFacts } from './settled.ts';

/** What a notice says, before it is put into words. */
export type Facts =
  | CohortFacts
  | SponsorFacts
  | AnnouncementFacts
  | GatheringFacts
  | PairFacts
  | RoundFacts
  | SearchFacts
  | MeetingFacts
  | ClosingFacts
  | NudgeFacts
  | ConcernFacts;

const COMPOSE: Composers<Notice, Facts> = {
  ...cohortNotices,
  ...sponsorNotices,
  ...announcementNotices,
  ...gatheringNotices,
  ...pairNotices,
  ...roundNotices,
  ...searchNotices,
  ...meetingNotices,
  ...closingNotices,
  ...nudgeNotices,
  ...concernNotices,
};

/** The content of a notice as the rows stand now; undefined when it is no longer due for this person. */
export async function composeNotice(ctx: Context, to: PersonId, notice: Notice): Promise<Facts | undefined> {
  const compose = COMPOSE[notice.kind] as (
    ctx: Context,
    to: PersonId,
    notice: Notice,
  ) => Promise<Facts | undefined>;
  if (!Object.hasOwn(COMPOSE, notice.kind)) throw new Error('nobody here knows this kind of notice');
  return compose(ctx, to, notice);
}

/** Reads together what `composeNotice` will ask for each of these people; it may leave out anything. */
export async function foresee(ctx: Context, people: readonly PersonId[], notice: Notice): Promise<void> {
  if (notice.kind === 'announcement') await foreseeAnnouncement(ctx, people, notice);
}

export interface Recipient {
  person: PersonId;
  locale: string;
  timeZone: string;
  channel: Channel;
}

/** Sends one notice to one person's bot chat. Never repeats by itself; says what is known of the outcome. */
export interface Messenger {
  send(to: Recipient, facts: Facts): Promise<SendOutcome>;
  /** Puts what became of a card in its place. It may be repeated: nobody is notified. */
  update(to: Recipient, activity: string, facts: SettledFacts): Promise<SendOutcome>;
  /** Takes a message away. It may be repeated: what is gone is gone. */
  remove(to: Recipient, activity: string): Promise<SendOutcome>;
}
