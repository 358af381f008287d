import { type Drawn, draw, heading, openTab, plain, press, type Reader } from '#teams/cards/parts.ts';
import type { NoticeView } from '#usecases/notices/notice.ts';
import type { Words } from '#words/words.ts';

/** Nobody this time: why, what comes next, and what the reader can do. */
export function leftOutCard(
  view: Extract<NoticeView, { kind: 'leftOut' }>,
  words: Words,
  reader: Reader,
): Drawn {
  const cohort = view.cohortName;
  const search =
    view.role === 'executive'
      ? [press(words('bot:leftOut.search'), 'search.start', { cohort: view.cohort }, { style: 'positive' })]
      : [];
  return draw(reader, words('bot:leftOut.summary', { cohort }), {
    body: [
      heading(words('bot:leftOut.title')),
      ...plain(words('bot:leftOut.lead', { cohort })),
      ...plain(view.reason),
      ...plain(words(`bot:leftOut.next_${view.role}`)),
    ],
    actions: [...search, openTab(words('bot:leftOut.profile'), reader, 'profile')],
  });
}
