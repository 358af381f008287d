import { dayFrom } from '#domain/basics/days.ts';
import { type Day, type Instant, type PersonId, toInstant } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { isSeen, seenText } from '#domain/basics/visible.ts';
import type { CellOf } from './cube.ts';
import { OPINIONS, type Step } from './measures.ts';
import type { Funnel, Publication } from './publication.ts';
import type { Cell } from './rounding.ts';
import type { StepShown } from './steps.ts';

/** What can be decided at the end of a pilot. */
export const DECISIONS = ['expand', 'adjust', 'stop'] as const;
export type Decision = (typeof DECISIONS)[number];
/** What will change: so many things, each so long, that the report stays one page. */
export const MOST_TWEAKS = 6;
export const TWEAK_MAX = 140;

/** Row `review` of a cohort: written once. */
export interface Review {
  decision: Decision;
  /** What changes next time, in the champion’s words; empty unless it is to be adjusted. */
  tweaks: string[];
  by: PersonId;
  at: Instant;
}

/** Tweaks as they are kept: without blanks around them, without empty ones, each once. Refuses too many and too long. */
function tidyTweaks(said: readonly string[]): string[] {
  const tweaks = [...new Set(said.map(seenText).filter(isSeen))];
  if (tweaks.length > MOST_TWEAKS)
    throw new Refusal('invalid', 'cohort:review.tooMany', { max: MOST_TWEAKS });
  if (tweaks.some((tweak) => tweak.length > TWEAK_MAX))
    throw new Refusal('invalid', 'cohort:review.tooLong', { max: TWEAK_MAX });
  return tweaks;
}

/** The decision as it is recorded. To adjust takes at least one thing that changes; the others take none. */
export function newReview(
  said: { decision: Decision; tweaks: readonly string[] },
  { by, nowMs }: { by: PersonId; nowMs: number },
): Review {
  const tweaks = tidyTweaks(said.tweaks);
  if (said.decision === 'adjust' && tweaks.length === 0)
    throw new Refusal('invalid', 'cohort:review.needTweak');
  if (said.decision !== 'adjust' && tweaks.length > 0) throw new Refusal('invalid', 'cohort:review.noTweaks');
  return { decision: said.decision, tweaks, by, at: toInstant(nowMs) };
}

export const LOOKS = ['start', 'middle', 'end'] as const;

/** How it stood at the start, in the middle or at the end, of what was published by then. */
export interface Look {
  look: (typeof LOOKS)[number];
  /** The day of the publication. */
  on: Day;
  funnel: Funnel;
  steps: Record<Step, StepShown>;
  /** Of each opinion the months that are nearest: at the start the first ones, later the last ones that are new. */
  cells: Cell[];
}

/** So long before its last day a pilot may be looked at as a whole. */
const END_DAYS = 14;

/** The looks that can be taken by now, each made of published figures alone. */
export function looksAt(
  publications: readonly Publication[],
  { startsOn, endsOn }: { startsOn: Day; endsOn: Day },
): Look[] {
  const half = dayFrom((Date.parse(startsOn) + Date.parse(endsOn)) / 2, 0);
  const end = dayFrom(Date.parse(endsOn), -END_DAYS);
  const first = publications[0];
  const middle = publications.find(({ at }) => at.slice(0, 10) >= half && at.slice(0, 10) < end);
  const last = publications.findLast(({ at }) => at.slice(0, 10) >= end);
  const firstCells = blocksOf(publications, 0);
  const until = (one: Publication) => publications.slice(0, publications.indexOf(one) + 1);
  const middleCells = middle ? newer(blocksOf(until(middle), -1), firstCells) : [];
  return [
    ...(first ? [lookOf('start', first, firstCells)] : []),
    ...(middle ? [lookOf('middle', middle, middleCells)] : []),
    ...(last ? [lookOf('end', last, newer(blocksOf(until(last), -1), [...firstCells, ...middleCells]))] : []),
  ];
}

const lookOf = (look: Look['look'], { at, funnel, steps }: Publication, cells: Cell[]): Look => ({
  ...{ look, on: dayFrom(Date.parse(at), 0), funnel, steps, cells },
});

/** Of each opinion the cells of one span of months: the first (0) or the last (-1) that was published. */
function blocksOf(publications: readonly Publication[], place: 0 | -1): Cell[] {
  const cells = publications.flatMap((one) => one.cells);
  return OPINIONS.flatMap((of) => {
    const own = cells.filter((cell) => cell.of === of);
    const months = own.map(({ to }) => to).sort();
    return own.filter(({ to }) => to === months.at(place));
  });
}

const newer = (cells: readonly Cell[], shown: readonly CellOf[]): Cell[] =>
  cells.filter((cell) => !shown.some(({ of, to }) => of === cell.of && to === cell.to));
