import { type CellOf, type ExactCell, FEWEST } from './cube.ts';
import { isScale } from './measures.ts';

/** A figure as it is published: percent for shares, 1–5 for confidence. Never changed once it is. */
export interface Cell extends CellOf {
  value: number;
  /** At either end of what is published it reads *or less*, *or more*: all alike is never said. */
  edge: '' | 'orLess' | 'orMore';
}

/** In units of which the published value is so many: whole numbers, so that nothing is lost in rounding. */
interface Scale {
  units: number;
  /** What a mean is multiplied by to be units. */
  scaled: number;
  least: number;
  most: number;
  /** By how many people there are at least: one of them moves the mean by no more than such a step. */
  steps: readonly [people: number, step: number][];
}

const SHARE: Scale = {
  ...{ units: 1, scaled: 100, least: 0, most: 100 },
  steps: [
    [20, 5],
    [10, 10],
    [FEWEST, 20],
  ],
};
const CONFIDENCE: Scale = {
  ...{ units: 10, scaled: 10, least: 10, most: 50 },
  steps: [
    [20, 2],
    [10, 5],
    [FEWEST, 10],
  ],
};

/**
 * Rounds a figure to steps that no single person can move it further than, and stops one step short of either end, so
 * that five who all said the same read like four who did and one who said the opposite (top and bottom coding,
 * Hundepool et al. 2012, 3.3 and 5.3). `mayTell`: of how many people it may be known that it is about them; the step is
 * never finer than that, or it would tell how many have answered, and so have met.
 */
export function rounded({ mean, people, ...about }: ExactCell, mayTell: number): Cell {
  const { units, scaled, least, most, steps } = isScale(about.of) ? CONFIDENCE : SHARE;
  const exact = Number((mean * scaled).toFixed(6));
  const told = Math.min(people, mayTell);
  const step = steps.find(([from]) => told >= from)?.[1] ?? steps.at(-1)?.[1] ?? most;
  const value = Math.min(most - step, Math.max(least + step, Math.round(exact / step) * step));
  const edge = value === most - step ? 'orMore' : value === least + step ? 'orLess' : '';
  return { ...about, value: value / units, edge };
}
