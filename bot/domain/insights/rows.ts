import type { StoredMeasure } from './insights.ts';

/** Rows in the partition of a cohort. */
export interface MeasureRows {
  /** `measure_<occurrence>_<pseudonym>`: numbers only, never words. */
  measure: StoredMeasure;
}
