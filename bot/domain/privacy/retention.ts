import { dayFrom } from '#domain/basics/days.ts';
import type { Day } from '#domain/basics/ids.ts';

/** What is held about somebody is kept for so many days after the last programme they are part of. */
export const KEPT_DAYS = 365;

/** The last day on which a programme that ends on this day keeps anybody. */
export const keptUntil = (endsOn: Day, keptDays: number): Day => dayFrom(Date.parse(endsOn), keptDays);
