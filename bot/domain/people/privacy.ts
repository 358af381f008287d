import { GONE, ownRow, type PrivacyOf } from '#domain/basics/privacy.ts';
import type { PersonRows } from './rows.ts';

export const personPrivacy: PrivacyOf<PersonRows> = {
  /** Also whoever has this person as their manager. */
  person: {
    holds: ({ manager }, who, at) => at.partition === who.person || manager === who.person,
    forget: (value, who, at) => (at.partition === who.person ? undefined : { ...value, manager: GONE }),
  },
  settings: ownRow,
  channel: ownRow,
};
