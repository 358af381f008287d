import {
  AdaptiveCard,
  type CardElementArray,
  ExecuteAction,
  type IExecuteAction,
  type IOpenUrlAction,
  type IShowCardAction,
  OpenUrlAction,
  RichTextBlock,
  SubmitAction,
  TextBlock,
  TextRun,
} from '@microsoft/teams.cards';
import type { PersonId } from '#domain/basics/ids.ts';
import { chatAddress } from '#domain/people/chatAddress.ts';
import { directionOf, shownIn } from '#words/languages.ts';
import { type Words, wordsFor } from '#words/words.ts';

/** Who reads a card: language, clock, and the ids that deep links need. */
export interface Reader {
  /** BCP 47. */
  locale: string;
  /** IANA name. */
  timeZone: string;
  teamsAppId: string;
  /** Id of the bot. */
  appId: string;
  /** Where our own pictures lie, without a slash at the end. */
  publicUrl: string;
}

/** A message with one card. `summary` is what a notification shows, and what is read aloud. */
export interface Drawn {
  attachments: { contentType: typeof CARD_TYPE; content: AdaptiveCard }[];
  summary: string;
  /** For a message of a chat turn that is to be shown as settled later. */
  asks?: { person: PersonId; search: string };
}

/** The card of each notice of a noun. */
export type Cards<Facts extends { kind: string }> = {
  [K in Facts['kind']]: (facts: Extract<Facts, { kind: K }>, words: Words, reader: Reader) => Drawn;
};

export type CardAction = IExecuteAction | IOpenUrlAction | IShowCardAction;
export type CardElement = CardElementArray[number];

export const CARD_TYPE = 'application/vnd.microsoft.card.adaptive';
/** Teams shows the first six actions of a card. */
const MOST_ACTIONS = 6;
const TITLE_LENGTH = 80;
/** A card may hold so many lines of one text as blocks of their own; the rest goes on in the last one. */
const MOST_LINES = 40;

/**
 * One card, Adaptive Cards 1.5. `summary` may hold people's words: it is never read as markup. `fallbackText` may
 * be, so there is none; the message's own summary stands in where cards are not shown.
 */
export function draw(
  reader: Reader,
  summary: string,
  content: { body: CardElement[]; actions?: CardAction[] },
): Drawn {
  const card = new AdaptiveCard(...content.body)
    .with$schema('http://adaptivecards.io/schemas/adaptive-card.json')
    .withVersion('1.5')
    .withLang(shownIn(reader.locale).split('-')[0] ?? 'en')
    .withSpeak(summary);
  if (directionOf(reader.locale) === 'rtl') card.withRtl(true);
  if (content.actions?.length) card.withActions(...content.actions.slice(0, MOST_ACTIONS));
  return { attachments: [{ contentType: CARD_TYPE, content: card }], summary };
}

/** The heading of a card: words of the catalogue alone, since a TextBlock reads Markdown. */
export const heading = (text: string): CardElement =>
  new TextBlock(text, { style: 'heading', size: 'Large', weight: 'Bolder', wrap: true });

/** A small heading inside a card: words of the catalogue alone. */
export const subheading = (text: string): CardElement =>
  new TextBlock(text, { weight: 'Bolder', wrap: true, spacing: 'Medium' });

/** Who can see what stands above it: words of the catalogue alone. */
export const whoSees = (text: string): CardElement =>
  new TextBlock(text, { size: 'Small', isSubtle: true, wrap: true, spacing: 'Small' });

interface Look {
  weight?: 'Bolder';
  size?: 'Small' | 'Large';
  isSubtle?: boolean;
}

/**
 * Text that may hold somebody's own words, one block per line. Text runs are shown letter by letter: no Markdown,
 * no HTML, no links. Empty text gives no element.
 */
export function plain(text: string, look: Look = {}): CardElement[] {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/).filter((line) => line.trim() !== '');
  const rest = lines.splice(MOST_LINES);
  return [...lines, rest.join(' ')]
    .filter((line) => line !== '')
    .map((line) => new RichTextBlock().withInlines(new TextRun(asWritten(line), look)));
}

/** Which programme a card speaks of, under its heading; nothing where none is named. */
export const programme = (cohortName: string | undefined): CardElement[] =>
  plain(cohortName ?? '', { size: 'Small', isSubtle: true });

/** A name and what it stands for, in one line. The value may hold somebody's own words. */
export const named = (name: string, value: string): CardElement =>
  new RichTextBlock({ spacing: 'Small' }).withInlines(
    new TextRun(name, { weight: 'Bolder' }),
    new TextRun(asWritten(value.replace(/\s+/g, ' '))),
  );

/** The one thing that clients do work out in a text run is `{{DATE(…)}}`: a word joiner keeps it as written. */
export const asWritten = (line: string): string => line.replace(/\{\{(?=(?:DATE|TIME)\()/g, '{\u2060{');

/** A list of short texts, one line each. */
export const bullets = (texts: readonly string[]): CardElement[] =>
  texts.flatMap((text) => plain(`• ${text}`));

/**
 * A button that does a verb. Clients without Action.Execute send the same as Action.Submit, the verb inside the
 * data.
 */
export function press(
  title: string,
  verb: string,
  data: Record<string, unknown>,
  look: { style?: 'positive' | undefined; withInputs?: boolean; isQuiet?: boolean } = {},
): IExecuteAction {
  const associatedInputs = look.withInputs ? 'auto' : 'none';
  const shown = shorten(title);
  const submit = new SubmitAction({ title: shown, data: { ...data, verb }, associatedInputs });
  const execute = new ExecuteAction({ title: shown, verb, data, associatedInputs, fallback: submit });
  if (look.style) {
    execute.withStyle(look.style);
    submit.withStyle(look.style);
  }
  // Behind the card's menu.
  if (look.isQuiet) execute.withMode('secondary');
  return execute;
}

/** At most `length` letters, an ellipsis included; never half an emoji. */
export const shorten = (text: string, length = TITLE_LENGTH): string => {
  const letters = [...text];
  return letters.length <= length ? text : `${letters.slice(0, length - 1).join('')}…`;
};

/** A button that opens our personal tab, at `place` (such as `pair/<id>`) when one is given. */
export function openTab(title: string, reader: Reader, place = ''): IOpenUrlAction {
  const context = place ? `?context=${encodeURIComponent(JSON.stringify({ subEntityId: place }))}` : '';
  const app = encodeURIComponent(reader.teamsAppId);
  return new OpenUrlAction(`https://teams.microsoft.com/l/entity/${app}/home${context}`, { title });
}

/** A button that opens the chat with these people; `message` stands in the box, to be changed and sent by hand. */
export function openChat(title: string, mails: readonly string[], message = ''): IOpenUrlAction {
  const said = message ? `&message=${encodeURIComponent(message)}` : '';
  return new OpenUrlAction(`${chatAddress(mails.join(','))}${said}`, {
    title: shorten(title),
  });
}

/** A button that opens Teams' own invitation to a meeting, filled in. A blank is `%20` there, never `+`. */
export function openMeeting(
  title: string,
  plan: { subject: string; mails: readonly string[]; startsAt: string; endsAt: string },
): IOpenUrlAction {
  const { subject, mails, startsAt, endsAt } = plan;
  const asked = { subject, attendees: mails.join(','), startTime: startsAt, endTime: endsAt };
  const query = Object.entries(asked)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
  return new OpenUrlAction(`https://teams.microsoft.com/l/meeting/new?${query}`, { title: shorten(title) });
}

/** Names as a sentence has them: "Clara, Jonas and Amir" in the language of the sentence; whoever was erased has none. */
export const listNames = (names: readonly string[], reader: Reader): string =>
  new Intl.ListFormat(shownIn(reader.locale), { type: 'conjunction' }).format(
    names.map((name) => name || wordsFor(reader.locale)('common:erased')),
  );

/** The partners, and one list with the reader in it for a sentence that names both: "Clara, Amir and you". */
export function withReader(names: readonly string[], reader: Reader) {
  const you = wordsFor(reader.locale)('common:you');
  const first = listNames([you, ...names], reader);
  return {
    ...{ partners: listNames(names, reader), partnersAndYou: listNames([...names, you], reader) },
    ...{ youAndPartners: first, YouAndPartners: first.charAt(0).toLocaleUpperCase() + first.slice(1) },
  };
}

/** Weekday, day and month in the reader's own time zone. */
export const day = (instant: string, reader: Reader): string =>
  new Intl.DateTimeFormat(shownIn(reader.locale), {
    ...{ weekday: 'long', day: 'numeric', month: 'long', timeZone: reader.timeZone },
  }).format(new Date(instant));

/** Weekday, day, month and time in the reader's own time zone. */
export const moment = (instant: string, reader: Reader): string =>
  new Intl.DateTimeFormat(shownIn(reader.locale), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: 'numeric',
    minute: '2-digit',
    timeZone: reader.timeZone,
  }).format(new Date(instant));

/** A calendar day such as `2027-03-12`, with its weekday, in the reader's language. */
export const calendarDay = (day: string, reader: Reader): string =>
  new Intl.DateTimeFormat(shownIn(reader.locale), {
    ...{ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
  }).format(new Date(day));

/** What a card tells one person of their pair. */
interface PairNews {
  pair: string;
  cohortName: string;
  /** Where its words stand: `summary`, `title`, `lead`, `next`, `open`. */
  key: string;
  values: Record<string, string | number>;
  /** Which part of the pair's page its button opens; its beginning where left out. */
  part?: string;
}

/** Something that happened in a pair: what it is, what comes next, and the way there. */
export const pairNews = (
  { pair, cohortName, key, values, part }: PairNews,
  words: Words,
  reader: Reader,
): Drawn =>
  draw(reader, words(`${key}.summary`, values), {
    body: [
      heading(words(`${key}.title`)),
      ...programme(cohortName),
      ...plain(words(`${key}.lead`, values)),
      ...plain(words(`${key}.next`, values)),
    ],
    actions: [openTab(words(`${key}.open`), reader, ['pair', pair, part].filter(Boolean).join('/'))],
  });
