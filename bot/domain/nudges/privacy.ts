import { ownRow, type PrivacyOf } from '#domain/basics/privacy.ts';
import type { NudgeRows } from './rows.ts';

export const nudgePrivacy: PrivacyOf<NudgeRows> = { nudges: ownRow };
