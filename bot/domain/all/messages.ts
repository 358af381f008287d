import type { Amend, AnnouncementMessage } from '#domain/announcements/messages.ts';
import type { Instant, PersonId } from '#domain/basics/ids.ts';
import type { CohortMessage } from '#domain/cohorts/messages.ts';
import type { EnrolmentMessage } from '#domain/enrolment/messages.ts';
import type { GatheringMessage } from '#domain/gatherings/notices.ts';
import type { LifeMessage } from '#domain/life/messages.ts';
import type { RoundMessage } from '#domain/matching/messages.ts';
import type { PairMessage } from '#domain/pairs/messages.ts';
import type { PeopleMessage } from '#domain/people/messages.ts';
import type { PrivacyMessage } from '#domain/privacy/messages.ts';
import type { RosterMessage } from '#domain/roster/messages.ts';
import type { SearchMessage } from '#domain/searches/messages.ts';
import type { Notice } from './notices.ts';

/**
 * Brings one notice to one person; the same job reaches the same person at most once. `answers`: it answers what
 * this person did themselves, so that it never waits for their working hours.
 */
export type Notify = { kind: 'notify'; job: string; to: PersonId; notice: Notice; answers?: boolean };

/** Brings one notice to everybody for whom a delivery of this job waits in a shard; each hears it at most once. */
export type Broadcast = { kind: 'broadcast'; job: string; shard: number; notice: Notice };

/** What has to be done after a change and is no notice. */
export type Chore =
  | PeopleMessage
  | CohortMessage
  | AnnouncementMessage
  | GatheringMessage
  | PairMessage
  | RoundMessage
  | SearchMessage
  | EnrolmentMessage
  | LifeMessage
  | PrivacyMessage
  | RosterMessage;

/** One thing to do after a change, in the same transaction as the change; removed when it is done. */
export type Message = Notify | Broadcast | Amend | Chore;

export interface Outbox {
  message: Message;
  at: Instant;
}
