import { dayFrom } from '#domain/basics/days.ts';
import { type Day, toMs } from '#domain/basics/ids.ts';
import { type Meeting, numberOf } from '#domain/meetings/meetings.ts';

/** Where a meeting stands in the time of a pair: the first; the next two; later ones; those around the agreed end. */
export const PROMPT_STAGES = ['first', 'early', 'later', 'closing'] as const;
export type PromptStage = (typeof PROMPT_STAGES)[number];

const EARLY_UNTIL = 3;
/** The last meeting of a monthly rhythm is no further from the end. Long past it the two simply go on. */
const CLOSING_DAYS = 31;

/** `endsOn`: the day until which they agreed to meet. */
export function promptStage(meetings: Meeting[], meeting: Meeting, endsOn: Day | undefined): PromptStage {
  const number = numberOf(meetings, meeting.occurrence);
  if (number <= 1) return 'first';
  const around = (days: number): Day => dayFrom(toMs(meeting.startedAt), days);
  if (endsOn && around(-CLOSING_DAYS) <= endsOn && endsOn <= around(CLOSING_DAYS)) return 'closing';
  return number <= EARLY_UNTIL ? 'early' : 'later';
}
