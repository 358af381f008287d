import type { Said, Say } from '#domain/conversation.ts';
import type { Words } from '#words/words.ts';
import { helpActions, helpBody } from './help.ts';
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
} from './parts.ts';
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
 * a card. A button carries what it says and the question it answers, so that the card can show both afterwards.
 */
export function saidMessage(
  said: readonly Said[],
  words: Words,
  reader: Reader,
): Drawn | PlainText | undefined {
  const texts = said.flatMap((one) => (one.text ? [say(words, one.text)] : []));
  const cards = said.flatMap((one) => (one.card ? [one.card] : []));
  const buttons = said.flatMap((one) => one.buttons ?? []);
  if (texts.length + cards.length + buttons.length === 0) return undefined;
  if (cards.length + buttons.length === 0) return { text: texts.join('\n\n') };
  const asked = shorten(texts.join('\n'), ASKED_LENGTH);
  const actions: CardAction[] = buttons.map(({ title, hears }) => {
    const shown = say(words, title);
    return press(shown, 'conversation.say', { hears, title: shown, asked, once: true });
  });
  const body: CardElement[] = texts.flatMap((text) => plain(text));
  for (const card of cards) {
    body.push(...(card.name === 'profile' ? profileBody(card.values ?? {}, words) : helpBody(words)));
    if (card.name === 'profile') actions.push(openTab(words('bot:profile.edit'), reader, 'profile'));
    else if (buttons.length === 0) actions.push(...helpActions(words));
  }
  return draw(reader, texts[0] ?? words(`bot:${cards[0]?.name ?? 'help'}.title`), { body, actions });
}

/** A question of the conversation after one of its buttons was pressed. */
export function answeredCard(asked: string, answer: string, words: Words, reader: Reader): Drawn {
  const text = words('bot:pressed.you', { answer });
  return draw(reader, text, { body: [...plain(asked), ...plain(text, { isSubtle: true })] });
}
