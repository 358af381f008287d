import type { AgreementBody } from '#api/contract/agreement.ts';

const WEEKS = { weekly: 1, fortnightly: 2, monthly: 4, none: 2 } as const;
const MINUTES = 60;

/**
 * The same weekday and hour on the reader's clock, so many weeks later as was agreed on, two without a rhythm; never
 * before `nowMs`.
 */
export function sameHourLater(
  startedAt: string,
  rhythm: AgreementBody['rhythm'],
  nowMs: number,
): { startTime: string; endTime: string } {
  const start = new Date(startedAt);
  // A meeting that began late is planned for the quarter of an hour it was meant for.
  start.setMinutes(Math.floor(start.getMinutes() / 15) * 15, 0, 0);
  do start.setDate(start.getDate() + 7 * WEEKS[rhythm]);
  while (start.getTime() <= nowMs);
  const end = new Date(start.getTime() + MINUTES * 60_000);
  return { startTime: start.toISOString(), endTime: end.toISOString() };
}
