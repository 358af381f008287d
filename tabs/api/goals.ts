import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { GoalBody, Goals, GoalView } from '#api/contract/goals.ts';
import { again, contentOf } from './again.ts';
import { call, type Tagged } from './call.ts';
import { note } from './note.ts';
import { spaceKey } from './pairs.ts';
import { usePress } from './press.ts';

export const useGoals = (pair: string) =>
  useQuery({
    queryKey: spaceKey(pair, 'goals'),
    queryFn: again('goals', { params: { pair } }),
    select: contentOf,
  });

/** The goals with this one as it is now, in its place or as the last. */
export const withGoal = ({ goals }: Goals, changed: GoalView): Goals => ({
  goals: goals.some(({ goal }) => goal === changed.goal)
    ? goals.map((one) => (one.goal === changed.goal ? changed : one))
    : [...goals, changed],
});

/** A change of one goal answers it; when it fails, all are read again: somebody else may have been quicker. */
function useGoalChange<Input>(pair: string, change: (input: Input) => Promise<GoalView>) {
  const queries = useQueryClient();
  const queryKey = spaceKey(pair, 'goals');
  return useMutation({
    mutationFn: change,
    onSuccess: (goal) =>
      note<Tagged<Goals>>(queries, queryKey, ({ content }) => ({
        etag: '',
        content: withGoal(content, goal),
      })),
    onError: () => queries.invalidateQueries({ queryKey }),
  });
}

export function useAddGoal(pair: string) {
  const once = usePress();
  return useGoalChange(pair, (body: GoalBody) =>
    once((press) => call('addGoal', { params: { pair }, body, press })),
  );
}

export const useChangeGoal = (pair: string, goal: string) =>
  useGoalChange(pair, ({ body, etag }: { body: GoalBody; etag: string }) =>
    call('changeGoal', { params: { pair, goal }, body, etag }),
  );
