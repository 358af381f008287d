import { listedCommands } from '#domain/hearing/acts/commands.ts';
import { type CardAction, type CardElement, heading, plain, press, type Reader } from '#teams/cards/parts.ts';
import { languageOf } from '#words/languages.ts';
import type { Words } from '#words/words.ts';

/** What one can say, from the table of commands. */
export const helpBody = (words: Words, { locale }: Reader): CardElement[] => [
  heading(words('bot:help.title')),
  ...plain(words('bot:help.lead')),
  ...listedCommands(languageOf(locale)).flatMap(({ title, description }) =>
    plain(`• ${title}: ${words(description)}`),
  ),
];

export const helpActions = (words: Words): CardAction[] => [
  press(words('bot:help.profile'), 'conversation.say', { hears: 'profile' }),
  press(words('bot:help.status'), 'conversation.say', { hears: 'status' }),
];
