import type { Words } from '#words/words.ts';

/** One thing people can type. The manifest lists the same titles; the help card is made from this table. */
export interface Command {
  /** At most 128 characters, as typed. */
  title: string;
  /** Other spellings that mean the same, in lower case. */
  also: readonly string[];
  /** Key of the catalogue that says what it does. */
  description: string;
  /** What happens: the bot's own answer, a verb, or the conversation hears the title. */
  does: 'help' | 'status' | 'hear' | 'news.mute' | 'news.unmute';
}

export const COMMANDS: readonly Command[] = [
  { title: 'help', also: ['?'], description: 'bot:commands.help', does: 'hear' },
  { title: 'profile', also: ['my profile'], description: 'bot:commands.profile', does: 'hear' },
  { title: 'status', also: ['my status'], description: 'bot:commands.status', does: 'status' },
  {
    title: 'stop news',
    also: ['mute news', 'no news'],
    description: 'bot:commands.stopNews',
    does: 'news.mute',
  },
  { title: 'start news', also: ['unmute news'], description: 'bot:commands.startNews', does: 'news.unmute' },
  { title: 'hello', also: ['hi'], description: 'bot:commands.hello', does: 'hear' },
];

const normalised = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[.!]+$/, '')
    .replace(/\s+/g, ' ');

/** The command somebody typed, or undefined for everything else they may say. */
export function findCommand(text: string): Command | undefined {
  const typed = normalised(text);
  return COMMANDS.find((command) => command.title === typed || command.also.includes(typed));
}

/** Title and description of every command, in the reader's language: for the help card and the manifest. */
export const listCommands = (words: Words): { title: string; description: string }[] =>
  COMMANDS.map(({ title, description }) => ({ title, description: words(description) }));
