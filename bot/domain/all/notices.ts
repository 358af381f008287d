import type { AnnouncementNotice } from '#domain/announcements/notices.ts';
import type { ClosingNotice } from '#domain/closing/notices.ts';
import type { CohortNotice } from '#domain/cohorts/notices.ts';
import type { ConcernNotice } from '#domain/concerns/notices.ts';
import type { GatheringNotice } from '#domain/gatherings/notices.ts';
import type { RoundNotice } from '#domain/matching/notices.ts';
import type { MeetingNotice } from '#domain/meetings/notices.ts';
import type { NudgeNotice } from '#domain/nudges/notices.ts';
import type { PairNotice } from '#domain/pairs/notices.ts';
import type { SearchNotice } from '#domain/searches/notices.ts';
import type { SponsorNotice } from '#domain/sponsors/notices.ts';

/** What the bot can say on its own. The content is made from the rows when it is sent, never stored here. */
export type Notice =
  | CohortNotice
  | SponsorNotice
  | AnnouncementNotice
  | GatheringNotice
  | PairNotice
  | RoundNotice
  | SearchNotice
  | MeetingNotice
  | ClosingNotice
  | NudgeNotice
  | ConcernNotice;

type When = 'atOnce' | 'inWorkingHours';

/**
 * When each notice may arrive that is no answer to an act of its reader: in their working hours, except after a
 * meeting, except the end of an introduction, whose hour was fixed when it was made, and except a concern.
 */
const WHEN: Record<Notice['kind'], When> = {
  invitation: 'inWorkingHours',
  separated: 'inWorkingHours',
  champion: 'inWorkingHours',
  contact: 'inWorkingHours',
  sponsor: 'inWorkingHours',
  inName: 'inWorkingHours',
  inNameAnswered: 'inWorkingHours',
  announcement: 'inWorkingHours',
  announcementTest: 'atOnce',
  announcementReply: 'inWorkingHours',
  gathering: 'inWorkingHours',
  gatheringOff: 'inWorkingHours',
  introduction: 'inWorkingHours',
  paired: 'inWorkingHours',
  firstChat: 'inWorkingHours',
  decide: 'inWorkingHours',
  introductionEnded: 'atOnce',
  paused: 'inWorkingHours',
  resumed: 'inWorkingHours',
  leftCircle: 'inWorkingHours',
  pairEnded: 'inWorkingHours',
  oneLine: 'inWorkingHours',
  agreementToSign: 'inWorkingHours',
  agreementSigned: 'inWorkingHours',
  spaceClosed: 'inWorkingHours',
  leftOut: 'inWorkingHours',
  searchNews: 'inWorkingHours',
  feedback: 'atOnce',
  nudge: 'inWorkingHours',
  concern: 'atOnce',
  didYouMeet: 'atOnce',
  met: 'inWorkingHours',
  closing: 'inWorkingHours',
};

/** Whether a notice waits for its reader's working hours, where it answers nothing that they did. */
export const keepsQuiet = (notice: Notice): boolean => WHEN[notice.kind] === 'inWorkingHours';

/**
 * Whether a notice is brought to somebody whom Teams would not let us write to the last time: what a champion sends
 * on purpose, what an installation or a visit to the tab asks for, and a concern. Anything else would only be refused
 * again.
 */
export const triesAgain = ({ kind }: Notice): boolean =>
  kind === 'invitation' ||
  kind === 'contact' ||
  kind === 'inName' ||
  kind === 'announcement' ||
  kind === 'concern';
