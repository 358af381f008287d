import type { Words } from '#words/words.ts';
import {
  type CardAction,
  type Drawn,
  draw,
  heading,
  openTab,
  plain,
  press,
  programme,
  type Reader,
} from './parts.ts';

/** What a card becomes once it is answered: the same heading, what was done, no buttons that do it again. */
export function doneCard(
  title: string,
  text: string,
  reader: Reader,
  { actions = [], about = '' }: { actions?: CardAction[]; about?: string } = {},
): Drawn {
  return draw(reader, text, { body: [heading(title), ...programme(about), ...plain(text)], actions });
}

/** What is asked once more before it is done, since it cannot be taken back. */
interface Sure {
  /** A heading, words of the catalogue alone, and what would follow. */
  title: string;
  text: string;
  yes: CardAction;
  /** Leads back to the card that was there. */
  no: CardAction;
}

export const sureCard = ({ title, text, yes, no }: Sure, reader: Reader): Drawn =>
  doneCard(title, text, reader, { actions: [no, yes] });

/** An invitation that may still be answered: "later" and "not for me" leave the door open. */
export const answeredInvitation = (
  words: Words,
  reader: Reader,
  said: { cohort: string; cohortName?: string; answer: 'join' | 'pass' | 'later' },
): Drawn => {
  const again = press(
    words('bot:invitation.join'),
    'enrolment.answer',
    { cohort: said.cohort, answer: 'join' },
    { style: 'positive' },
  );
  const title = words('bot:invitation.title');
  return doneCard(title, words(`bot:enrolment.${said.answer}`), reader, {
    actions: said.answer === 'join' ? [] : [again],
    about: said.cohortName ?? '',
  });
};

/** An invitation that somebody took up: it asks for nothing any more. Who left may join again. */
export function settledInvitation(
  words: Words,
  reader: Reader,
  { cohort, cohortName, state }: { cohort: string; cohortName: string; state: string },
): Drawn {
  const again = press(words('bot:invitation.join'), 'enrolment.answer', { cohort, answer: 'join' });
  const open = openTab(words('bot:settled.open'), reader);
  const text = words(`bot:settled.invitation_${state === 'left' ? 'left' : 'joined'}`, {
    cohort: cohortName,
  });
  const actions = [...(state === 'left' ? [again] : []), open];
  return doneCard(words('bot:invitation.title'), text, reader, { actions, about: cohortName });
}
