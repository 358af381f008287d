import type { AnnouncementId, CohortId, Instant, PersonId } from '#domain/basics/ids.ts';

export interface Announcement {
  announcement: AnnouncementId;
  by: PersonId;
  title: string;
  text: string;
  audience: 'everyone' | 'executives' | 'mentors';
  at: Instant;
  state: 'sending' | 'sent';
}

export type DeliveryState = 'queued' | 'reserved' | 'sent' | 'skipped' | 'failed' | 'unknown';
export type DeliveryReason =
  | ''
  | 'notInstalled'
  | 'blocked'
  | 'muted'
  | 'notDue'
  | 'throttled'
  | 'refused'
  | 'unanswered';

/** Table deliveries, PartitionKey `<job>_<shard>`, RowKey person: the state of one message for one person. */
export interface Delivery {
  job: string;
  person: PersonId;
  state: DeliveryState;
  reason: DeliveryReason;
  attempts: number;
  at: Instant;
  /** The activity id the connector answered with; empty until sent. */
  activity: string;
}

/** What the bot can say on its own. The content is made from the rows when it is sent, never stored here. */
export type Notice =
  | { kind: 'invitation'; cohort: CohortId }
  | { kind: 'introduction'; pair: string }
  | { kind: 'paired'; pair: string }
  | { kind: 'introductionEnded'; pair: string }
  /** All would like to meet, at least one of them before deciding. */
  | { kind: 'firstChat'; pair: string }
  /** There was time for a first chat: shall it go on? */
  | { kind: 'decide'; pair: string }
  /** A published round had nobody for this person. */
  | { kind: 'leftOut'; cohort: CohortId; round: number }
  /** How an executive's search goes on, or that it is over. */
  | { kind: 'searchNews'; cohort: CohortId; search: string; past: string }
  | { kind: 'agreementToSign'; pair: string; version: number }
  | { kind: 'agreementSigned'; pair: string; version: number }
  | { kind: 'feedback'; pair: string; occurrence: string }
  | { kind: 'announcement'; cohort: CohortId; announcement: AnnouncementId }
  | {
      kind: 'announcementReply';
      cohort: CohortId;
      announcement: AnnouncementId;
      from: PersonId;
      reply: string;
    };

/** Row `reply_<id>` in the writer's own partition of people; shown to the cohort's champions, for whom it was written. */
export interface Reply {
  announcement: AnnouncementId;
  from: PersonId;
  text: string;
  at: Instant;
}
