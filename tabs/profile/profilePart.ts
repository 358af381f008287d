import type { ProfileBody } from '#api/contract/profile.ts';

/** What each part of the form is given. */
export interface ProfilePartProps {
  body: ProfileBody;
  change(part: Partial<ProfileBody>): void;
}
