import type { ReviewView } from '#api/contract/insights.ts';

export type Look = ReviewView['looks'][number];
type Cell = Look['cells'][number];
export const LOOKS = ['start', 'middle', 'end'] as const;

/** What is looked at, in the order in which it is read. */
export const ASPECTS = [
  'joined',
  'signed',
  'met',
  'worthTheHour',
  'candid',
  'began',
  'now',
  'ripple',
] as const;
type Aspect = (typeof ASPECTS)[number];

const WHO = ['executive', 'mentor', 'all'] as const;

/** The cells of one opinion in a look, executives first. */
export const cellsOf = (look: Look | undefined, of: Cell['of']): Cell[] =>
  WHO.flatMap((who) => look?.cells.filter((cell) => cell.of === of && cell.role === who) ?? []);

/** One aspect as it stood in a look, as words of `say`; undefined where nothing may be said. */
export function standingOf(
  look: Look | undefined,
  aspect: Aspect,
  say: {
    joined(counts: { count: number; of: number }): string;
    step(step: Look['steps']['met']): string;
    cell(cell: Cell): string;
  },
): string[] {
  if (!look) return [];
  if (aspect === 'joined') {
    const { executive, mentor } = look.funnel;
    return [say.joined({ count: executive.joined + mentor.joined, of: executive.invited + mentor.invited })];
  }
  if (aspect === 'signed' || aspect === 'met' || aspect === 'ripple') return [say.step(look.steps[aspect])];
  return cellsOf(look, aspect).map(say.cell);
}
