import { describe, expect, it } from 'vitest';
import { asId, toInstant } from '#domain/basics/ids.ts';
import { decideGoal, newGoal } from '#domain/pairs/goals.ts';

const [clara, aisha] = [asId<never>('clara'), asId<never>('aisha')];
const NOW = Date.parse('2026-11-23T09:00:00.000Z');
const wording = { text: 'Understand AI', confidence: 2, state: 'open' as const };
const goal = (seq = 1) => ({ ...newGoal(asId('g1'), clara, wording, toInstant(NOW)), seq });
const change = (over: object = {}) => ({ by: clara, wording, seen: 1, nowMs: NOW + 1000, ...over });

describe('a goal', () => {
  it('is worded anew by its owner alone, each wording a step', () => {
    const decided = decideGoal(goal(), change({ wording: { ...wording, confidence: 4 } }));
    expect(decided).toMatchObject({ kind: 'changed', goal: { confidence: 4, seq: 2, owner: clara } });
    expect(() => decideGoal(goal(), change({ by: aisha }))).toThrow('pair:goals.notYours');
  });

  it('stays as it is by the same words, and tells whoever saw an older wording', () => {
    expect(decideGoal(goal(), change())).toEqual({ kind: 'unchanged' });
    expect(decideGoal(goal(3), change({ seen: 2 }))).toEqual({ kind: 'stale' });
  });

  it('takes two hundred wordings and no more', () => {
    const anew = { wording: { ...wording, text: 'Something else' } };
    expect(decideGoal(goal(199), change({ ...anew, seen: 199 }))).toMatchObject({ goal: { seq: 200 } });
    expect(() => decideGoal(goal(200), change({ ...anew, seen: 200 }))).toThrow('pair:goals.tooManySteps');
  });
});
