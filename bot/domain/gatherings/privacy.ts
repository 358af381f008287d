import { type PrivacyOf, rowAbout, rowBy } from '#domain/basics/privacy.ts';
import type { GatheringRows } from './rows.ts';

export const gatheringPrivacy: PrivacyOf<GatheringRows> = {
  gathering: rowBy(),
  coming: rowAbout((_value, { id }) => [id.slice(id.indexOf('_') + 1)]),
};
