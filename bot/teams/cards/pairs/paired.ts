import { type Drawn, draw, heading, listNames, openTab, plain, type Reader } from '#teams/cards/parts.ts';
import type { NoticeView } from '#usecases/notices/notice.ts';
import type { Words } from '#words/words.ts';

/** Everybody said yes: the first step, and the way to it. */
export function pairedCard(
  view: Extract<NoticeView, { kind: 'paired' }>,
  words: Words,
  reader: Reader,
): Drawn {
  const partners = listNames(view.partners, reader);
  return draw(reader, words('bot:paired.summary', { partners }), {
    body: [
      heading(words('bot:paired.title')),
      ...plain(words('bot:paired.lead', { partners })),
      ...plain(words(`bot:paired.next_${view.role}`)),
    ],
    actions: [openTab(words('bot:paired.open'), reader, `pair/${view.pair}`)],
  });
}
