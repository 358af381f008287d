import { Container, OpenUrlAction } from '@microsoft/teams.cards';
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
import { raiseAction } from '#teams/cards/raise.ts';
import type { Words } from '#words/words.ts';
import { choicesBody } from './choices.ts';
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
  const links = said.flatMap((one) => linksOf(one, words, reader));
  const choices = said.flatMap((one) => one.choices ?? []);
  const pressed = cards.length + buttons.length + links.length + choices.length;
  if (texts.length + pressed === 0) return undefined;
  if (pressed === 0) return { text: texts.join('\n\n') };
  const asked = shorten(texts.join('\n'), ASKED_LENGTH);
  const actions: CardAction[] = buttons.map(({ title, hears, at }) => {
    const shown = say(words, title);
    const memory = cards.length > 0 ? {} : { title: shown, asked };
    return press(shown, 'conversation.say', { hears, once: true, ...(at && { at }), ...memory });
  });
  actions.push(...links);
  const isTabLinked = said.some(({ opensTab }) => opensTab === 'profile');
  if (cards.includes('profile') && !isTabLinked)
    actions.push(openTab(words('bot:profile.edit'), reader, 'profile'));
  if (cards.includes('help') && buttons.length === 0) actions.push(...helpActions(words));
  const body = said.flatMap((one, n) => {
    const drawn = bodyOf(one, words, reader);
    const isBelowChoices = said[n - 1]?.choices !== undefined && drawn.length > 0;
    return isBelowChoices ? [new Container(...drawn).withSeparator(true).withSpacing('Large')] : drawn;
  });
  return draw(reader, texts[0] ?? words(`bot:${cards[0] ?? 'help'}.title`), { body, actions });
}

const TAB_TITLES = { profile: 'bot:profile.edit', concern: 'concern:open', privacy: 'privacy:open' } as const;

/** Ways out of the chat: to a person, to the place in the tab; and the field that goes to one person alone. */
const linksOf = ({ opens, opensTab, raises }: Line, words: Words, reader: Reader): CardAction[] => [
  ...(raises ? [raiseAction(raises, words)] : []),
  ...(opens ? [new OpenUrlAction(opens.url, { title: say(words, opens.title) })] : []),
  ...(opensTab ? [openTab(words(TAB_TITLES[opensTab]), reader, opensTab)] : []),
];

const bodyOf = ({ text, card, choices }: Line, words: Words, reader: Reader): CardElement[] => [
  ...(text ? plain(say(words, text)) : []),
  ...(choices ? choicesBody(choices, text ? shorten(say(words, text), ASKED_LENGTH) : '', words) : []),
  ...(card?.name === 'profile' ? profileBody(card.values ?? {}, words) : []),
  ...(card?.name === 'help' ? helpBody(words, reader) : []),
];

/** A question of the conversation after one of its buttons was pressed. */
export function answeredCard(asked: string, answer: string, words: Words, reader: Reader): Drawn {
  const text = words('bot:pressed.you', { answer });
  return draw(reader, text, { body: [...plain(asked), ...plain(text, { isSubtle: true })] });
}
