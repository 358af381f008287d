import type { NoticeView } from '#usecases/notice.ts';
import type { Words } from '#words/words.ts';
import { agreementSignedCard } from './agreementSigned.ts';
import { agreementToSignCard } from './agreementToSign.ts';
import { announcementCard } from './announcement.ts';
import { announcementReplyCard } from './announcementReply.ts';
import { feedbackCard } from './feedback.ts';
import { decideCard, firstChatCard } from './firstChat.ts';
import { introductionCard } from './introduction.ts';
import { introductionEndedCard } from './introductionEnded.ts';
import { invitationCard } from './invitation.ts';
import { leftOutCard } from './leftOut.ts';
import { pairedCard } from './paired.ts';
import type { Drawn, Reader } from './parts.ts';
import { searchNewsCard } from './searchNews.ts';

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
