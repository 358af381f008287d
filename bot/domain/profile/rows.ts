import type { Profile } from './profile.ts';

/** Rows in the partition of a person. */
export interface ProfileRows {
  profile: Profile;
}
