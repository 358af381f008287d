import { GoalBody, Goals, GoalView } from '#api/contract/goals.ts';
import { goalOf, pairOf } from '#api/http/params.ts';
import { pressOf } from '#api/http/press.ts';
import { route } from '#api/http/route.ts';
import { addGoal, changeGoal, type GoalSeen, listGoals } from '#usecases/pairs/goals.ts';

const presentGoal = (seen: GoalSeen): GoalView => ({
  goal: seen.goal,
  etag: String(seen.seq),
  isMine: seen.isMine,
  ownerFirstName: seen.ownerFirstName,
  text: seen.text,
  confidence: seen.confidence,
  state: seen.state,
  at: seen.at,
  history: seen.steps.map(({ text, confidence, state, at }) => ({ text, confidence, state, at })),
});

export const goalRoutes = [
  route('goals', {
    answer: Goals,
    hasEtag: true,
    run: async ({ ctx, actor, params }) => ({
      goals: (await listGoals(ctx, actor.person, pairOf(params))).map(presentGoal),
    }),
  }),
  route('addGoal', {
    body: GoalBody,
    answer: GoalView,
    status: 201,
    run: async ({ ctx, actor, params, body, press }) =>
      presentGoal(await addGoal(ctx, actor.person, pairOf(params), body, pressOf({ press, ctx }))),
  }),
  /** If-Match carries the goal's etag as it was read. */
  route('changeGoal', {
    body: GoalBody,
    answer: GoalView,
    run: async ({ ctx, actor, params, body, etag }) => {
      const change = { goal: goalOf(params), wording: body, seen: etag };
      return presentGoal(await changeGoal(ctx, actor.person, pairOf(params), change));
    },
  }),
];
