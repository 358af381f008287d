import { ownRow, type PrivacyOf } from '#domain/basics/privacy.ts';
import type { ErasingRows } from './rows.ts';

export const erasingPrivacy: PrivacyOf<ErasingRows> = { erasing: ownRow };
