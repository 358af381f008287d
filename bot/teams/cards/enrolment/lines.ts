import type { Line, Say } from '#domain/enrolment/conversation.ts';
import {
  type CardAction,
  type CardElement,
  type Drawn,
  draw,
  openTab,
  plain,
  press,
  type Reader,
  shorten,
} from '#teams/cards/parts.ts';
import type { Words } from '#words/words.ts';
import { helpActions, helpBody } from './help.ts';
import { profileBody } from './profile.ts';

/** How much of a question its buttons carry. */
const ASKED_LENGTH = 1500;

/** A message without a card. */
export interface PlainText {
  text: string;
}

const say = (words: Words, { word, values }: Say): string => words(word, values);

/**
 * Everything the bot says in one turn, as one message: plain text alone where there is nothing to press, else
 * a card. A button carries what it says and the question it answers, so that the card can show both afterwards;
 * a profile stays as it is.
 */
export function saidMessage(
  said: readonly Line[],
  words: Words,
  reader: Reader,
): Drawn | PlainText | undefined {
  const texts = said.flatMap((one) => (one.text ? [say(words, one.text)] : []));
  const cards = said.flatMap((one) => (one.card ? [one.card.name] : []));
  const buttons = said.flatMap((one) => one.buttons ?? []);
  if (texts.length + cards.length + buttons.length === 0) return undefined;
  if (cards.length + buttons.length === 0) return { text: texts.join('\n\n') };
  const asked = shorten(texts.join('\n'), ASKED_LENGTH);
  const actions: CardAction[] = buttons.map(({ title, hears, at }) => {
    const shown = say(words, title);
    const memory = cards.length > 0 ? {} : { title: shown, asked };
    return press(shown, 'conversation.say', { hears, once: true, ...(at && { at }), ...memory });
  });
  if (cards.includes('profile')) actions.push(openTab(words('bot:profile.edit'), reader, 'profile'));
  if (cards.includes('help') && buttons.length === 0) actions.push(...helpActions(words));
  const body = said.flatMap((one) => bodyOf(one, words));
  return draw(reader, texts[0] ?? words(`bot:${cards[0] ?? 'help'}.title`), { body, actions });
}

const bodyOf = ({ text, card }: Line, words: Words): CardElement[] => [
  ...(text ? plain(say(words, text)) : []),
  ...(card?.name === 'profile' ? profileBody(card.values ?? {}, words) : []),
  ...(card?.name === 'help' ? helpBody(words) : []),
];

/** A question of the conversation after one of its buttons was pressed. */
export function answeredCard(asked: string, answer: string, words: Words, reader: Reader): Drawn {
  const text = words('bot:pressed.you', { answer });
  return draw(reader, text, { body: [...plain(asked), ...plain(text, { isSubtle: true })] });
}
