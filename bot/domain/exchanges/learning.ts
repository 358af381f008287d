import { type Instant, type LearningId, type PersonId, toInstant } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { monthOf } from '#domain/meetings/feedback.ts';
import type { Role } from '#domain/people/person.ts';

/** `ripple`: what changed in a team or a policy because of the pair. */
export const LEARNING_KINDS = ['learned', 'surprised', 'ripple'] as const;
export const LEARNING_TEXT_MAX = 1000;

/** Row `learning_<id>`: what somebody keeps of it, apart from any feedback. */
export interface Learning {
  learning: LearningId;
  writer: PersonId;
  kind: (typeof LEARNING_KINDS)[number];
  text: string;
  /** Whether the others of the pair may read it; else its writer alone. */
  shared: boolean;
  at: Instant;
  /** 1 for the first wording, counting up. */
  seq: number;
}

export type LearningWording = Pick<Learning, 'kind' | 'text' | 'shared'>;

export const newLearning = (
  learning: LearningId,
  writer: PersonId,
  { kind, text, shared }: LearningWording,
  nowMs: number,
): Learning => ({ learning, writer, kind, text, shared, at: toInstant(nowMs), seq: 1 });

/** The only way out of the rows: what one person of the pair may read. */
export const learningsFor = (learnings: readonly Learning[], reader: PersonId): Learning[] =>
  learnings.filter(({ writer, shared }) => shared || writer === reader);

/** For whoever wants to change one: what they may not read is not there, and what they may not change is theirs to read. */
export function ownLearning(learning: Learning | undefined, person: PersonId): Learning {
  const [seen] = learningsFor(learning ? [learning] : [], person);
  if (!seen) throw new Refusal('missing', 'pair:learning.missing');
  if (seen.writer !== person) throw new Refusal('forbidden', 'pair:learning.notYours');
  return seen;
}

/**
 * What may leave the pair of a learning that is shared: that there is one, and whether it is a ripple, in the month in
 * which it is seen so first, since the figures of a month that is over stay as they are.
 */
export const countOf = ({ kind, shared }: Learning, role: Role, nowMs: number) =>
  shared
    ? {
        kind: kind === 'ripple' ? ('ripple' as const) : ('learned' as const),
        ...{ role, month: monthOf(toInstant(nowMs)) },
      }
    : undefined;

export type LearningDecision =
  | { kind: 'stale' }
  | { kind: 'unchanged' }
  | { kind: 'changed'; learning: Learning };

/**
 * Other words, or another audience; `seen` is the `seq` that the writer had before their eyes. It keeps its moment. A
 * press that comes twice finds what it wrote.
 */
export function decideLearning(
  learning: Learning,
  { kind, text, shared }: LearningWording,
  seen: number,
): LearningDecision {
  if (learning.kind === kind && learning.text === text && learning.shared === shared)
    return { kind: 'unchanged' };
  if (learning.seq !== seen) return { kind: 'stale' };
  return { kind: 'changed', learning: { ...learning, kind, text, shared, seq: learning.seq + 1 } };
}
