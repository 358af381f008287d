import { type Drawn, draw, heading, listNames, openTab, plain, type Reader } from '#teams/cards/parts.ts';
import type { NoticeView } from '#usecases/notices/notice.ts';
import type { Words } from '#words/words.ts';

/** Everybody signed the same version: the shared space is open. */
export function agreementSignedCard(
  view: Extract<NoticeView, { kind: 'agreementSigned' }>,
  words: Words,
  reader: Reader,
): Drawn {
  const partners = listNames(view.partners, reader);
  return draw(reader, words('bot:agreementSigned.summary', { partners }), {
    body: [
      heading(words('bot:agreementSigned.title')),
      ...plain(words('bot:agreementSigned.lead', { partners })),
      ...plain(words(`bot:agreementSigned.next_${view.role}`)),
    ],
    actions: [openTab(words('bot:agreementSigned.open'), reader, `pair/${view.pair}`)],
  });
}
