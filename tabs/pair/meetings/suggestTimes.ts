const SATURDAY = 6;
const SUNDAY = 0;
const HOUR = 10;

/** Ten o'clock on the next working day of whoever reads, for so many minutes: a start that the dialog can change. */
export function suggestTimes(now: Date, minutes: number): { startTime: string; endTime: string } {
  const start = new Date(now);
  do start.setDate(start.getDate() + 1);
  while (start.getDay() === SATURDAY || start.getDay() === SUNDAY);
  start.setHours(HOUR, 0, 0, 0);
  const end = new Date(start.getTime() + minutes * 60_000);
  return { startTime: start.toISOString(), endTime: end.toISOString() };
}
