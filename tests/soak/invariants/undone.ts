import { toMs } from '#domain/basics/ids.ts';
import {
  type Books,
  deliveriesIn,
  type Invariant,
  type Pointer,
  pointersIn,
  rowsOf,
} from '#tests/soak/books.ts';

/** How late the tick and the worker may be. */
const LATE_MS = 3 * 60_000;

/** What was to be done by now is done, and for what is to come there is somebody who looks then. */
export const nothingUndone: Invariant = {
  name: 'nothing that is due stays undone',
  check: (books) => {
    const pointers = pointersIn(books);
    return [
      ...pointers
        .filter(({ at }) => isPast(books, at))
        .map(({ at, work }) => `${workOf(work)} was due at ${at}.`),
      ...pairsOverdue(books, pointers),
      ...begun(books),
      ...unsettled(books),
      ...unsaid(books, pointers),
    ];
  },
};

const isPast = ({ nowMs }: Books, at: string): boolean => toMs(at as never) < nowMs - LATE_MS;
const workOf = (work: Pointer['work']): string => Object.values(work).join(' ');

/** Introductions end, and breaks are over, at moments of their own. */
function pairsOverdue(books: Books, pointers: readonly Pointer[]): string[] {
  const looked = new Set(pointers.map(({ work }) => workOf(work)));
  return rowsOf(books, 'pairs', 'pair').flatMap(({ partition: pair, value }) => {
    if (value.state === 'paused' && isPast(books, value.pause.resumesAt))
      return [`The break of ${pair} was over at ${value.pause.resumesAt}.`];
    if (value.state === 'paused' && !looked.has(workOf({ noun: 'resume', pair })))
      return [`Nobody looks when the break of ${pair} is over.`];
    if (value.state !== 'introduced') return [];
    if (value.members.every(({ answerBy }) => isPast(books, answerBy)))
      return [`The introduction ${pair} should have come to its end.`];
    return looked.has(workOf({ noun: 'introduction', pair }))
      ? []
      : [`Nobody looks when ${pair} comes to its end.`];
  });
}

/** Work that was begun and nobody went on with. */
function begun(books: Books): string[] {
  const news = rowsOf(books, 'cohorts', 'announcement').filter(
    ({ value }) =>
      value.state === 'sending' || (value.state === 'waiting' && isPast(books, value.sendAt ?? '')),
  );
  return [
    ...news.map(({ id, value }) => `The announcement ${id} is ${value.state} and goes nowhere.`),
    ...rowsOf(books, 'cohorts', 'round')
      .filter(({ value }) => value.state === 'publishing')
      .map(
        ({ partition, value }) => `Round ${value.number} of ${partition} is being published and never is.`,
      ),
    ...rowsOf(books, 'cohorts', 'import')
      .filter(({ value }) => value.state === 'checking' || value.state === 'applying')
      .map(({ partition, value }) => `The import of ${partition} is ${value.state} for ever.`),
    ...rowsOf(books, 'people', 'erasing').map(({ partition }) => `The erasing of ${partition} is not done.`),
  ];
}

/** What the bot says after a press is said, or somebody looks for it. */
function unsaid({ rows }: Books, pointers: readonly Pointer[]): string[] {
  const looked = new Set(pointers.map(({ work }) => work.unsaid));
  return rows.lookups
    .filter(({ partition, key }) => partition === 'unsaid' && !looked.has(key))
    .map(({ key }) => `Nobody says ${key}, which follows a press.`);
}

/** `at` of what waits is when it may be tried; of what was reserved, since when. */
const unsettled = (books: Books): string[] =>
  deliveriesIn(books)
    .filter(({ state, at }) => (state === 'queued' || state === 'reserved') && isPast(books, at))
    .map(({ job, person, state, at }) => `${job} to ${person} is ${state} since ${at}.`);
