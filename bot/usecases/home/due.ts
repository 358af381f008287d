import { cohortDue } from '#usecases/cohorts/importSteps.ts';
import { laterDue } from '#usecases/enrolment/later.ts';
import { meetingDue } from '#usecases/meetings/feedback.ts';
import { pairDue } from '#usecases/pairs/introductions.ts';
import type { DueKind } from '#usecases/story/dueKind.ts';

/** Everything that falls due by rule. */
export const DUE: readonly DueKind<Record<string, string>>[] = [
  ...cohortDue,
  ...pairDue,
  ...meetingDue,
  laterDue,
];
