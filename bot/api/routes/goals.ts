import { GoalBody, PairView } from '#api/contract/contract.ts';
import { route } from '#api/http/route.ts';
import { asId, type GoalId } from '#domain/basics/ids.ts';
import { addGoal, changeGoal } from '#usecases/pairs/goals.ts';
import { pairOf, seePair } from './pairs.ts';

export const goalRoutes = [
  route('addGoal', {
    body: GoalBody,
    answer: PairView,
    status: 201,
    run: async (asked) => {
      const { ctx, actor, params, body } = asked;
      await addGoal(ctx, actor.person, pairOf(params), body);
      return seePair(asked);
    },
  }),
  /** If-Match carries the goal's etag as it was read. */
  route('changeGoal', {
    body: GoalBody,
    answer: PairView,
    run: async (asked) => {
      const { ctx, actor, params, body, etag } = asked;
      const goal = asId<GoalId>(params.goal ?? '');
      await changeGoal(ctx, actor.person, pairOf(params), { goal, wording: body, seen: etag });
      return seePair(asked);
    },
  }),
];
