import { type GoalId, type Instant, type PersonId, toInstant } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { requireRoom } from '#domain/basics/room.ts';

export const GOAL_STATES = ['open', 'reached', 'dropped'] as const;
type GoalState = (typeof GOAL_STATES)[number];
export const GOAL_TEXT_MAX = 500;
/** How sure somebody feels of reaching it: from not at all to very. */
export const CONFIDENCES = [1, 2, 3, 4, 5] as const;
export const CONFIDENCE_MIN = 1;
export const CONFIDENCE_MAX = 5;

export interface Goal {
  goal: GoalId;
  owner: PersonId;
  text: string;
  /** From `CONFIDENCE_MIN` to `CONFIDENCE_MAX`. */
  confidence: number;
  at: Instant;
  /** 1 for the first wording, counting up. */
  seq: number;
  state: GoalState;
}

export type GoalWording = Pick<Goal, 'text' | 'confidence' | 'state'>;

export const newGoal = (goal: GoalId, owner: PersonId, wording: GoalWording, at: Instant): Goal => ({
  goal,
  owner,
  ...wordingOf(wording),
  at,
  seq: 1,
});

export type GoalDecision = { kind: 'stale' } | { kind: 'unchanged' } | { kind: 'changed'; goal: Goal };

/** Only the owner words a goal anew; `seen` is the `seq` the writer had before their eyes. */
export function decideGoal(
  goal: Goal,
  change: { by: PersonId; wording: GoalWording; seen: number; nowMs: number },
): GoalDecision {
  if (goal.owner !== change.by) throw new Refusal('forbidden', 'pair:goals.notYours');
  const wording = wordingOf(change.wording);
  if (goal.seq !== change.seen) return { kind: 'stale' };
  if (isSameWording(goal, wording)) return { kind: 'unchanged' };
  if (!isClosing(goal, wording)) requireRoom('goalSteps', goal.seq);
  return { kind: 'changed', goal: { ...goal, ...wording, at: toInstant(change.nowMs), seq: goal.seq + 1 } };
}

/** An open goal can always be reached or let go, however often it has changed. */
const isClosing = (before: GoalWording, now: GoalWording): boolean =>
  before.state === 'open' && now.state !== 'open';

const wordingOf = ({ text, confidence, state }: GoalWording): GoalWording => ({ text, confidence, state });

const isSameWording = (a: GoalWording, b: GoalWording): boolean =>
  a.text === b.text && a.confidence === b.confidence && a.state === b.state;
