import { doneCard } from '#teams/cards/done.ts';
import { type Drawn, day, draw, heading, openTab, plain, type Reader } from '#teams/cards/parts.ts';
import type { Words } from '#words/words.ts';

/** Says that somebody turned to the reader; who and what is read in the tab alone, where nobody looks over a shoulder. */
export function concernCard(_facts: { kind: 'concern' }, words: Words, reader: Reader): Drawn {
  return draw(reader, words('concern:notice.summary'), {
    body: [
      heading(words('concern:notice.title')),
      ...plain(words('concern:notice.text')),
      ...plain(words('concern:notice.next')),
    ],
    actions: [openTab(words('concern:open'), reader, 'concern')],
  });
}

/** What takes the place of the field: who has it, who will know and by when, and not a word of what was written. */
export function raisedCard(
  { name, answerBy }: { name: string; answerBy: string },
  words: Words,
  reader: Reader,
): Drawn {
  const values = { name, when: day(answerBy, reader) };
  return doneCard(words('concern:raised.heading'), words('concern:raised.text', values), reader, {
    actions: [openTab(words('concern:open'), reader, 'concern')],
  });
}
