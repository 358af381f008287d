import { asId, type GoalId } from '#domain/ids.ts';
import { addGoal, changeGoal } from '#usecases/goals.ts';
import { getPair } from '#usecases/pairSpace.ts';
import { GoalBody, PairView } from './contract.ts';
import { pairOf } from './pairs.ts';
import { presentPair } from './pairView.ts';
import { route } from './route.ts';

export const goalRoutes = [
  route('addGoal', {
    body: GoalBody,
    answer: PairView,
    status: 201,
    run: async ({ ctx, actor, params, body, words }) => {
      await addGoal(ctx, actor.person, pairOf(params), body);
      return presentPair(await getPair(ctx, actor.person, pairOf(params), words), words);
    },
  }),
  /** If-Match carries the goal's etag as it was read. */
  route('changeGoal', {
    body: GoalBody,
    answer: PairView,
    run: async ({ ctx, actor, params, body, words, etag }) => {
      const goal = asId<GoalId>(params.goal ?? '');
      await changeGoal(ctx, actor.person, pairOf(params), { goal, wording: body, seen: etag });
      return presentPair(await getPair(ctx, actor.person, pairOf(params), words), words);
    },
  }),
];
