import type { Act } from '#domain/hearing/acts/acts.ts';
import { findCommand } from '#domain/hearing/acts/commands.ts';
import type { Heard } from '#domain/hearing/heard.ts';
import { actsToAnswer } from './acts.ts';

/** What somebody would like to do with a pair of theirs. */
export type Parting = 'pause' | 'end' | 'resume';

const BY_ACT: Partial<Record<Act, Parting>> = { pause: 'pause', endPair: 'end' };
const BY_COMMAND: Record<string, Parting> = { pausePair: 'pause', endPair: 'end', resumePair: 'resume' };

/**
 * Whether a message asks for a break, an end or going on again, weightier things aside: care comes first, and leaving
 * ends a pair anyway. `isOpen`: a question of the bot is open, which a wish for a break is more likely about.
 */
export function partingIn(text: string, heard: Heard, { isOpen }: { isOpen: boolean }): Parting | undefined {
  if (heard.isHeavy) return undefined;
  const [act] = actsToAnswer(heard.acts, false);
  const parting = BY_COMMAND[findCommand(text)?.name ?? ''] ?? (act && BY_ACT[act]);
  return isOpen && parting !== 'end' ? undefined : parting;
}
