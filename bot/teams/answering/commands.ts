import { findCommand } from '#domain/hearing/commands.ts';
import type { Words } from '#words/words.ts';

/** One thing people can type. The help card and the manifest list the same ones. */
export interface Command {
  /** At most 128 characters, as typed. */
  title: string;
  /** Key of the catalogue that says what it does. */
  description: string;
}

/** The conversation hears every one of them; a status and the wish for a mentor are answered here. */
export const COMMANDS: readonly Command[] = [
  { title: 'help', description: 'bot:commands.help' },
  { title: 'profile', description: 'bot:commands.profile' },
  { title: 'status', description: 'bot:commands.status' },
  { title: 'find me a mentor', description: 'bot:commands.search' },
  { title: 'stop news', description: 'bot:commands.stopNews' },
  { title: 'start news', description: 'bot:commands.startNews' },
  { title: 'hello', description: 'bot:commands.hello' },
];

/** Title and description of every command, in the reader's language: for the help card and the manifest. */
export const listCommands = (words: Words): { title: string; description: string }[] =>
  COMMANDS.map(({ title, description }) => ({ title, description: words(description) }));

/** Whether somebody asks where things stand, and nothing else. */
export const asksForStatus = (text: string): boolean => /^\W*(?:my )?status\W*$/i.test(text);

/** Whether somebody asks for a mentor, and nothing else. */
export const asksForMentor = (text: string): boolean => findCommand(text)?.name === 'search';
