import { findCommand } from '#domain/hearing/acts/commands.ts';
import { hearActs } from '#domain/hearing/acts/hearActs.ts';
import { sentencesOf } from '#domain/hearing/text/sentences.ts';

/**
 * Whether a message may speak of topics at all: nothing else than a greeting, a button's word or a question to the bot
 * does not, nor does one in which care comes first. Costs a fraction of hearing.
 */
export function isWorthReading(text: string): boolean {
  const sentences = sentencesOf(text);
  if (sentences.length === 0 || findCommand(text)) return false;
  const { isHeavy, mute } = hearActs(text, sentences);
  return !isHeavy && mute.size < sentences.length;
}
