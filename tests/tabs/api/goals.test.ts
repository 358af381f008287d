import { expect, test } from 'vitest';
import type { GoalView } from '#api/contract/goals.ts';
import { withGoal } from '#tabs/api/goals.ts';

const aGoal = (goal: string, text = goal): GoalView => ({
  ...{ goal, text, etag: '1', isMine: true, ownerFirstName: 'Clara', confidence: 2, state: 'open' },
  ...{ at: '2026-11-23T09:00:00.000Z', history: [] },
});
const goals = [aGoal('listen'), aGoal('ask')];

test('a goal that changed stays in its place', () => {
  const changed = aGoal('listen', 'Listen more');
  expect(withGoal({ goals }, changed)).toEqual({ goals: [changed, goals[1]] });
});

test('a new goal comes last', () => {
  expect(withGoal({ goals }, aGoal('walk'))).toEqual({ goals: [...goals, aGoal('walk')] });
});
