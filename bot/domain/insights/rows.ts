import type { StoredMeasure } from './measures.ts';
import type { Publication } from './publication.ts';
import type { Review } from './review.ts';

/** Rows in the partition of a cohort. */
export interface InsightRows {
  /** `measure_<what>_<pseudonym>`: numbers only, never words. */
  measure: StoredMeasure;
  /** `publication_<Monday>`: figures about at least five people, as they were published that week. */
  publication: Publication;
  /** `review`: what was decided at the end. */
  review: Review;
}
