import {
  type Instant,
  type JottingId,
  type OccurrenceId,
  type PersonId,
  toInstant,
} from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { seenText } from '#domain/basics/visible.ts';

/** Row `jotting_<id>`: a line that a member of a pair jots down while they meet. */
export interface Jotting {
  jotting: JottingId;
  person: PersonId;
  occurrence: OccurrenceId;
  text: string;
  /** Whether the others may read it. */
  shared: boolean;
  at: Instant;
  /** 1 for the first wording, counting up. */
  seq: number;
}

export const JOTTING_MAX = 500;

/** What is written, and for whom. */
export type Jotted = Pick<Jotting, 'text' | 'shared'>;

export const newJotting = (
  made: Pick<Jotting, 'jotting' | 'person' | 'occurrence'>,
  { text, shared }: Jotted,
  nowMs: number,
): Jotting => ({ ...made, text: written(text), shared, at: toInstant(nowMs), seq: 1 });

export type JottingDecision =
  | { kind: 'stale' }
  | { kind: 'unchanged' }
  | { kind: 'changed'; jotting: Jotting };

/**
 * Another wording or another audience, by its writer, whatever became of the meeting; `seen` is the `seq` they had
 * before their eyes. When it was jotted stays.
 */
export function decideJotting(known: Jotting, { text, shared }: Jotted, seen: number): JottingDecision {
  const words = written(text);
  if (known.text === words && known.shared === shared) return { kind: 'unchanged' };
  if (known.seq !== seen) return { kind: 'stale' };
  return { kind: 'changed', jotting: { ...known, text: words, shared, seq: known.seq + 1 } };
}

function written(text: string): string {
  const words = seenText(text);
  if (words === '') throw new Refusal('invalid', 'pair:jotting.empty');
  if (words.length > JOTTING_MAX) throw new Refusal('invalid', 'pair:jotting.tooLong', { max: JOTTING_MAX });
  return words;
}

/** Whether a member may read it: what somebody kept to themselves is theirs alone. */
export const isReadableBy = (one: Pick<Jotting, 'person' | 'shared'>, reader: PersonId): boolean =>
  one.shared || one.person === reader;
