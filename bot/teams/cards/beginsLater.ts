import type { LeaveHeard } from '#domain/pairs/leaveRange.ts';
import { calendarDay, plain, type Reader } from '#teams/cards/parts.ts';
import type { Words } from '#words/words.ts';

/** That a leave which begins later cannot be noted ahead. */
export const beginsLater = ({ begins }: Pick<LeaveHeard, 'begins'>, words: Words, reader: Reader) =>
  begins ? plain(words('acts:away.begins', { day: calendarDay(begins, reader) })) : [];
