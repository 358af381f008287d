import type { CohortView } from '#api/contract/cohorts.ts';

export const PARTS = [
  'overview',
  'people',
  'rounds',
  'announcements',
  'insights',
  'review',
  'about',
] as const;
export type Part = (typeof PARTS)[number];

/** What a champion does next with a cohort; its words stand under `next`. `part` is where, if anywhere. */
export interface WhatNext {
  kind:
    | 'nameContact'
    | 'waitForContact'
    | 'import'
    | 'invite'
    | 'waitForYes'
    | 'run'
    | 'review'
    | 'unmatched'
    | 'waitForAnswers'
    | 'write'
    | 'closed';
  part?: Part;
  /** How many people or pairs the sentence speaks of. */
  count: number;
  /** So few that no number is said, or circles or teams where others have pairs. */
  context?: 'aFew' | 'circle' | 'team';
}

/** Where people meet in circles or teams, a sentence that speaks of pairs says something else, under `_circle` or `_team`. */
export const formatOf = ({ circle }: Pick<CohortView, 'circle'>): { context?: 'circle' | 'team' } =>
  circle ? { context: circle.mixed ? 'team' : 'circle' } : {};

const FEWEST_FOR_A_ROUND = 2;

/** The one thing that comes next, from where the cohort stands. */
export function whatNext({ state, contact, counts, circle, unmatchedForLong }: CohortView): WhatNext {
  const format = formatOf({ circle });
  const { members, invited, joined, introduced, paired } = counts;
  if (state === 'closed') return { kind: 'closed', count: 0, ...format };
  if (contact === 'missing') return { kind: 'nameContact', part: 'people', count: 0 };
  if (members === 0) return { kind: 'import', part: 'people', count: 0 };
  if (contact === 'asked') return { kind: 'waitForContact', part: 'people', count: 0 };
  if (invited < members) return { kind: 'invite', part: 'people', count: members - invited };
  if (state === 'matching' && joined >= FEWEST_FOR_A_ROUND)
    return { kind: 'review', part: 'rounds', count: 0 };
  if (unmatchedForLong === 'few') return { kind: 'unmatched', part: 'rounds', count: 0, context: 'aFew' };
  if (unmatchedForLong > 0) return { kind: 'unmatched', part: 'rounds', count: unmatchedForLong };
  if (introduced > 0) return { kind: 'waitForAnswers', part: 'rounds', count: introduced, ...format };
  if (paired > 0) return { kind: 'write', part: 'announcements', count: paired, ...format };
  if (joined < FEWEST_FOR_A_ROUND) return { kind: 'waitForYes', part: 'people', count: joined };
  return { kind: 'run', part: 'rounds', count: joined, ...format };
}
