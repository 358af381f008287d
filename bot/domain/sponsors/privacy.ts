import { ownRow, type PrivacyOf, rowAbout } from '#domain/basics/privacy.ts';
import type { OwnSponsorRows, SponsorRows } from './rows.ts';

export const ownSponsorPrivacy: PrivacyOf<OwnSponsorRows> = { sponsor: ownRow };

export const sponsorPrivacy: PrivacyOf<SponsorRows> = { sponsor: rowAbout((_value, { id }) => [id]) };
