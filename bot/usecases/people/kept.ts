import type { CohortId, Day } from '#domain/basics/ids.ts';
import { keptUntil } from '#domain/privacy/retention.ts';
import type { Context } from '#usecases/story/context.ts';
import type { DueNoun } from '#usecases/story/due.ts';

const DAY_MS = 86_400_000;

export interface AboutKept extends Record<string, string> {
  cohort: CohortId;
}

/** The people of a cohort are kept no longer: looked at by `usecases/privacy/retention`. */
const keptNoun: DueNoun<AboutKept> = { noun: 'retention' };

/** The day after the last on which a cohort with this last day keeps its people. */
export const pointToKept = (ctx: Context, cohort: CohortId, endsOn: Day): Promise<void> =>
  ctx.due.point(Date.parse(keptUntil(endsOn, ctx.keptDays)) + DAY_MS, keptNoun, { cohort });
