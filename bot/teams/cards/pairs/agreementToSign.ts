import { type Drawn, draw, heading, listNames, openTab, plain, type Reader } from '#teams/cards/parts.ts';
import type { NoticeView } from '#usecases/notices/notice.ts';
import type { Words } from '#words/words.ts';

/** A version of the agreement waits for this reader; it is read and signed in the tab. */
export function agreementToSignCard(
  view: Extract<NoticeView, { kind: 'agreementToSign' }>,
  words: Words,
  reader: Reader,
): Drawn {
  const values = { version: view.version, partners: listNames(view.partners, reader) };
  return draw(reader, words('bot:agreementToSign.summary', values), {
    body: [
      heading(words('bot:agreementToSign.title')),
      ...plain(words('bot:agreementToSign.lead', values)),
      ...plain(words('bot:agreementToSign.next')),
    ],
    actions: [openTab(words('bot:agreementToSign.open'), reader, `pair/${view.pair}`)],
  });
}
