import type { Words } from '#words/words.ts';
import { type CardAction, type Drawn, draw, heading, plain, press, type Reader } from './parts.ts';

/** What a card becomes once it is answered: the same heading, what was done, no buttons that do it again. */
export function doneCard(title: string, text: string, reader: Reader, actions: CardAction[] = []): Drawn {
  return draw(reader, text, { body: [heading(title), ...plain(text)], actions });
}

/** An invitation that may still be answered: "later" and "not for me" leave the door open. */
export const answeredInvitation = (
  words: Words,
  reader: Reader,
  said: { cohort: string; answer: 'join' | 'pass' | 'later' },
): Drawn => {
  const again = press(
    words('bot:invitation.join'),
    'enrolment.answer',
    { cohort: said.cohort, answer: 'join' },
    { style: 'positive' },
  );
  const title = words('bot:invitation.title');
  return doneCard(
    title,
    words(`bot:enrolment.${said.answer}`),
    reader,
    said.answer === 'join' ? [] : [again],
  );
};
