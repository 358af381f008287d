import type { MomentView } from '#api/contract/exchanges.ts';

/** What happened on one day of the reader's calendar. */
export interface DayOfWay {
  /** As `2026-11-24`. */
  day: string;
  /** A moment of it, to be written out. */
  at: string;
  moments: MomentView[];
}

/** The day on which a moment stands: a meeting that was told of has a day and no hour. */
const whenOf = (moment: MomentView): string =>
  moment.kind === 'meeting' && moment.told ? `${moment.told.day}T12:00:00Z` : moment.at;

/** What came first on a day is read first: they met, and then what was kept of it. */
const ORDER: readonly MomentView['kind'][] = ['meeting', 'learning', 'exchange', 'signature'];

/** Latest day first; `dayOf` is the reader's day at a moment in milliseconds. */
export function byDay(moments: readonly MomentView[], dayOf: (ms: number) => string): DayOfWay[] {
  const days = new Map<string, DayOfWay>();
  for (const moment of moments) {
    const told = moment.kind === 'meeting' ? moment.told : null;
    const day = told ? told.day : dayOf(Date.parse(moment.at));
    const known = days.get(day) ?? { day, at: whenOf(moment), moments: [] };
    known.moments.push(moment);
    days.set(day, known);
  }
  const placeOf = ({ kind }: MomentView) => ORDER.indexOf(kind);
  return [...days.values()]
    .sort((a, b) => (a.day < b.day ? 1 : -1))
    .map((one) => ({ ...one, moments: one.moments.toSorted((a, b) => placeOf(a) - placeOf(b)) }));
}
