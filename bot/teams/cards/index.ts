import { announcementCard } from '#teams/cards/announcements/announcement.ts';
import { announcementReplyCard } from '#teams/cards/announcements/announcementReply.ts';
import { invitationCard } from '#teams/cards/cohorts/invitation.ts';
import { leftOutCard } from '#teams/cards/matching/leftOut.ts';
import { feedbackCard } from '#teams/cards/meetings/feedback.ts';
import { agreementSignedCard } from '#teams/cards/pairs/agreementSigned.ts';
import { agreementToSignCard } from '#teams/cards/pairs/agreementToSign.ts';
import { decideCard, firstChatCard } from '#teams/cards/pairs/firstChat.ts';
import { introductionCard } from '#teams/cards/pairs/introduction.ts';
import { introductionEndedCard } from '#teams/cards/pairs/introductionEnded.ts';
import { pairedCard } from '#teams/cards/pairs/paired.ts';
import { searchNewsCard } from '#teams/cards/searches/searchNews.ts';
import type { NoticeView } from '#usecases/notices/notice.ts';
import type { Words } from '#words/words.ts';
import type { Drawn, Reader } from './parts.ts';

/** The card of a notice, in the reader's language and time zone. */
export function cardFor(view: NoticeView, words: Words, reader: Reader): Drawn {
  switch (view.kind) {
    case 'invitation':
      return invitationCard(view, words, reader);
    case 'introduction':
      return introductionCard(view, words, reader);
    case 'paired':
      return pairedCard(view, words, reader);
    case 'firstChat':
      return firstChatCard(view, words, reader);
    case 'decide':
      return decideCard(view, words, reader);
    case 'leftOut':
      return leftOutCard(view, words, reader);
    case 'searchNews':
      return searchNewsCard(view, words, reader);
    case 'introductionEnded':
      return introductionEndedCard(view, words, reader);
    case 'agreementToSign':
      return agreementToSignCard(view, words, reader);
    case 'agreementSigned':
      return agreementSignedCard(view, words, reader);
    case 'feedback':
      return feedbackCard(view, words, reader);
    case 'announcement':
      return announcementCard(view, words, reader);
    case 'announcementReply':
      return announcementReplyCard(view, words, reader);
    default:
      return view satisfies never;
  }
}
