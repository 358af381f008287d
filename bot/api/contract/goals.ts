import { z } from 'zod';
import { CONFIDENCE_MAX, CONFIDENCE_MIN, GOAL_STATES, GOAL_TEXT_MAX } from '#domain/pairs/goals.ts';
import { count, id, instant, someText } from './basics.ts';

export const GoalBody = z.object({
  text: someText(GOAL_TEXT_MAX),
  confidence: z.number().int().min(CONFIDENCE_MIN).max(CONFIDENCE_MAX),
  state: z.enum(GOAL_STATES).default('open'),
});
export type GoalBody = z.input<typeof GoalBody>;

export const GoalView = z.object({
  goal: id,
  etag: z.string(),
  isMine: z.boolean(),
  ownerFirstName: z.string(),
  text: z.string(),
  confidence: count,
  state: z.enum(GOAL_STATES),
  at: instant,
  /** Oldest first, the present one last. */
  history: z.array(
    z.object({ text: z.string(), confidence: count, state: z.enum(GOAL_STATES), at: instant }),
  ),
});
export type GoalView = z.infer<typeof GoalView>;
export const Goals = z.object({ goals: z.array(GoalView) });
export type Goals = z.infer<typeof Goals>;

export interface GoalShapes {
  goals: { answer: Goals };
  addGoal: { body: GoalBody; answer: GoalView };
  changeGoal: { body: GoalBody; answer: GoalView };
}
