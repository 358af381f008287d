import { type Day, type Instant, type PersonId, toInstant } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { seenText } from '#domain/basics/visible.ts';
import { WORTH_MAX, WORTH_MIN } from '#domain/meetings/feedback.ts';

/** Row `closing_<endsOn>_<person>`: what a member says at the end of the time they all agreed on. */
export interface Closing {
  endsOn: Day;
  person: PersonId;
  /** Was it worth the time: 1–5, for the writer alone. */
  worth: number;
  /** What they take with them, and thanks. May be empty. */
  words: string;
  /** Whether the others may read `words`. */
  shared: boolean;
  at: Instant;
  /** 1 for the first wording, counting up. */
  seq: number;
}

export const CLOSING_WORDS_MAX = 2000;

export type ClosingSaid = Pick<Closing, 'worth' | 'words' | 'shared'>;
export type ClosingDecision =
  | { kind: 'stale' }
  | { kind: 'unchanged' }
  | { kind: 'changed'; closing: Closing };

/**
 * What a member says, or says anew, at the end of a time; `seen` is the `seq` they had before their eyes, 0 for none.
 * Throws `Refusal` for a face out of range and for words that are too long.
 */
export function decideClosing(
  known: Closing | undefined,
  said: ClosingSaid,
  by: { person: PersonId; endsOn: Day; seen: number; nowMs: number },
): ClosingDecision {
  const { worth, shared } = said;
  if (!Number.isInteger(worth) || worth < WORTH_MIN || worth > WORTH_MAX)
    throw new Refusal('invalid', 'closing:worth');
  const words = seenText(said.words);
  if (words.length > CLOSING_WORDS_MAX)
    throw new Refusal('invalid', 'closing:tooLong', { max: CLOSING_WORDS_MAX });
  const isSame = known?.worth === worth && known.words === words && known.shared === shared;
  if (isSame) return { kind: 'unchanged' };
  if ((known?.seq ?? 0) !== by.seen) return { kind: 'stale' };
  const { person, endsOn } = by;
  const closing = { endsOn, person, worth, words, shared, at: toInstant(by.nowMs), seq: by.seen + 1 };
  return { kind: 'changed', closing };
}
