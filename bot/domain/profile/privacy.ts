import { ownRow, type PrivacyOf } from '#domain/basics/privacy.ts';
import type { ProfileRows } from './rows.ts';

export const profilePrivacy: PrivacyOf<ProfileRows> = {
  /** Whom somebody would not meet is theirs: it stays when the person named there goes. */
  profile: ownRow,
};
