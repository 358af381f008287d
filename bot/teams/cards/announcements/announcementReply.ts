import { type Drawn, draw, heading, plain, type Reader } from '#teams/cards/parts.ts';
import type { NoticeView } from '#usecases/notices/notice.ts';
import type { Words } from '#words/words.ts';

/** What a recipient answered, for the champion who sent the announcement. */
export function announcementReplyCard(
  view: Extract<NoticeView, { kind: 'announcementReply' }>,
  words: Words,
  reader: Reader,
): Drawn {
  const names = { from: view.from, cohort: view.cohortName };
  return draw(reader, words('bot:announcementReply.summary', { from: view.from }), {
    body: [
      heading(words('bot:announcementReply.title')),
      ...plain(words('bot:announcementReply.lead', names), { isSubtle: true }),
      ...plain(view.title, { weight: 'Bolder' }),
      ...plain(view.text),
    ],
  });
}
