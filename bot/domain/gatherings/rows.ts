import type { Coming, Gathering } from './gathering.ts';

/** Rows in the partition of a cohort. */
export interface GatheringRows {
  gathering: Gathering;
  coming: Coming;
}
