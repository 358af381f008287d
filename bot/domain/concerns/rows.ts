import type { Concern, RaisedList } from './concern.ts';

/** Rows of the table `concerns`, in the partition of a person. */
export interface ConcernRows {
  /** `concern_<id>`: given to this person, who alone reads it. */
  concern: Concern;
  /** `raised`: where the concerns stand that this person raised. */
  raised: RaisedList;
}
