import type { Notice } from '#domain/announcements/announcement.ts';
import type { PersonId } from '#domain/basics/ids.ts';
import {
  composeAnnouncement,
  composeAnnouncementReply,
  composeInvitation,
} from '#usecases/cohorts/notices.ts';
import { composeLeftOut } from '#usecases/matching/notices.ts';
import type { NoticeView } from '#usecases/notices/notice.ts';
import {
  composeAgreementSigned,
  composeAgreementToSign,
  composeDecide,
  composeFeedback,
  composeFirstChat,
  composeIntroduction,
  composeIntroductionEnded,
  composePaired,
} from '#usecases/pairs/notices.ts';
import { composeSearchNews } from '#usecases/searches/notices.ts';
import type { Context } from '#usecases/story/context.ts';
import type { Words } from '#words/words.ts';

/** The content of a notice as the rows stand now; undefined when it is no longer due for this person. */
export async function composeNotice(
  ctx: Context,
  to: PersonId,
  notice: Notice,
  words: Words,
): Promise<NoticeView | undefined> {
  switch (notice.kind) {
    case 'invitation':
      return composeInvitation(ctx, to, notice, words);
    case 'introduction':
      return composeIntroduction(ctx, to, notice, words);
    case 'paired':
      return composePaired(ctx, to, notice, words);
    case 'firstChat':
      return composeFirstChat(ctx, to, notice, words);
    case 'decide':
      return composeDecide(ctx, to, notice, words);
    case 'leftOut':
      return composeLeftOut(ctx, to, notice, words);
    case 'searchNews':
      return composeSearchNews(ctx, to, notice, words);
    case 'introductionEnded':
      return composeIntroductionEnded(ctx, to, notice, words);
    case 'agreementToSign':
      return composeAgreementToSign(ctx, to, notice, words);
    case 'agreementSigned':
      return composeAgreementSigned(ctx, to, notice, words);
    case 'feedback':
      return composeFeedback(ctx, to, notice, words);
    case 'announcement':
      return composeAnnouncement(ctx, to, notice, words);
    case 'announcementReply':
      return composeAnnouncementReply(ctx, to, notice, words);
    default:
      return notice satisfies never;
  }
}
