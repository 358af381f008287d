import type { Day } from '#domain/basics/ids.ts';
import { FEWEST } from './cube.ts';

export const STEP_READINGS = ['tooFew', 'few', 'some', 'most'] as const;

/** How many people have taken a step, as it reads. Published once; it stays as it is until the next reading. */
export interface StepShown {
  /** *a few* and *most* stand for fewer than five who have or have not, zero and all likewise. */
  reads: (typeof STEP_READINGS)[number];
  /** 0 unless it reads `some`. */
  count: number;
  /** People who could have, when it was published. */
  of: number;
  on: Day;
  /** So many at least have, as everybody can tell from what was published. Never presented. */
  least: number;
}

const GAP = FEWEST - 1;

/**
 * What a step reads next. Counts only grow, and readers know the names of all who could have taken it, day by day; so
 * the difference of two readings is a figure of its own (differencing, see `cube.ts`). It is said anew only where at
 * least five more have taken the step than anybody could be sure of, and at least five have not: then, whatever was
 * published before and comes later, of any four people, those who came last too, it can be that all or none of them
 * have, and that all or none of them did since the reading before. Silence tells that too: it stands for up to four
 * more. Where the room between what is sure and all people is too small for that, the old reading stays for good.
 */
export function nextReading(
  before: StepShown | undefined,
  { count, of, on }: { count: number; of: number; on: Day },
): StepShown {
  const stays = before ?? { reads: 'tooFew', count: 0, of, on, least: 0 };
  const { least } = stays;
  if (of < least + FEWEST + GAP) return stays;
  if (count <= least + GAP)
    return stays.reads === 'tooFew' ? { reads: 'few', count: 0, of, on, least } : stays;
  if (of - count < FEWEST) return { reads: 'most', count: 0, of, on, least: of - GAP };
  return { reads: 'some', count, of, on, least: count };
}

/** How many have not, where a reading says anything; *a few* and *most* likewise. */
export type Gap = { reads: 'few' | 'most' } | { reads: 'some'; count: number };

export function gapOf({ reads, count, of }: StepShown): Gap | undefined {
  if (reads === 'tooFew') return undefined;
  if (reads === 'some') return { reads, count: of - count };
  return { reads: reads === 'few' ? 'most' : 'few' };
}
