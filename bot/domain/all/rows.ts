/** Which rows live in which table (README, *Data*). The row key is `kind` or `kind_<id>`. */
import type { AnnouncementRows, ReplyRows } from '#domain/announcements/rows.ts';
import type { ClosingRows } from '#domain/closing/rows.ts';
import type { CohortRows, OwnCohortRows } from '#domain/cohorts/rows.ts';
import type { ConcernRows } from '#domain/concerns/rows.ts';
import type { ConversationRows } from '#domain/enrolment/rows.ts';
import type { ExchangeRows } from '#domain/exchanges/rows.ts';
import type { GatheringRows } from '#domain/gatherings/rows.ts';
import type { InsightRows } from '#domain/insights/rows.ts';
import type { RoundRows } from '#domain/matching/rows.ts';
import type { MeetingRows } from '#domain/meetings/rows.ts';
import type { NudgeRows } from '#domain/nudges/rows.ts';
import type { OwnPairRows, PairRows } from '#domain/pairs/rows.ts';
import type { PersonRows } from '#domain/people/rows.ts';
import type { ErasingRows } from '#domain/privacy/rows.ts';
import type { ProfileRows } from '#domain/profile/rows.ts';
import type { SearchRows } from '#domain/searches/rows.ts';
import type { OwnSponsorRows, SponsorRows } from '#domain/sponsors/rows.ts';
import type { Outbox } from './messages.ts';

/** What could not be read when its owner wrote it anew, as it stood. */
interface UnreadableRows {
  /** `unreadable_<its key>_<digest>`. */
  unreadable: object;
}

interface OutboxRows {
  outbox: Outbox;
}

interface PeopleRows
  extends PersonRows,
    ProfileRows,
    OwnCohortRows,
    OwnSponsorRows,
    ReplyRows,
    OwnPairRows,
    SearchRows,
    NudgeRows,
    ConversationRows,
    ErasingRows,
    UnreadableRows,
    OutboxRows {}

interface PairsRows extends PairRows, MeetingRows, ExchangeRows, ClosingRows, UnreadableRows, OutboxRows {}

interface ConcernsRows extends ConcernRows, UnreadableRows, OutboxRows {}

export interface CohortsRows
  extends CohortRows,
    SponsorRows,
    AnnouncementRows,
    GatheringRows,
    RoundRows,
    InsightRows,
    OutboxRows {}

/** The tables of truth: a partition is read and written as a whole. */
export interface RowsOf {
  people: PeopleRows;
  pairs: PairsRows;
  cohorts: CohortsRows;
  concerns: ConcernsRows;
}
