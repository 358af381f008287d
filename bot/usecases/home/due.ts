import { closingDue } from '#usecases/closing/closing.ts';
import { cohortDue } from '#usecases/cohorts/importSteps.ts';
import { laterDue } from '#usecases/enrolment/later.ts';
import { rippleDue } from '#usecases/exchanges/ripples.ts';
import { figuresDue } from '#usecases/insights/figures.ts';
import { publishDue } from '#usecases/insights/publishing.ts';
import { lineDue } from '#usecases/life/lines.ts';
import { meetingDue } from '#usecases/meetings/feedback.ts';
import { nudgeDue } from '#usecases/nudges/nudges.ts';
import { pairDue } from '#usecases/pairs/introductions.ts';
import { retentionDue } from '#usecases/privacy/retention.ts';
import { movingDue } from '#usecases/roster/moving.ts';
import type { DueKind } from '#usecases/story/dueKind.ts';

/** Everything that falls due by rule. */
export const DUE: readonly DueKind<Record<string, string>>[] = [
  ...cohortDue,
  ...pairDue,
  ...meetingDue,
  closingDue,
  rippleDue,
  nudgeDue,
  laterDue,
  figuresDue,
  lineDue,
  publishDue,
  retentionDue,
  movingDue,
];
