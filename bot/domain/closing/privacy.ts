import { type PrivacyOf, wordsOf } from '#domain/basics/privacy.ts';
import type { Closing } from './closing.ts';
import type { ClosingRows } from './rows.ts';

export const closingPrivacy: PrivacyOf<ClosingRows> = { closing: wordsOf<Closing>(['words'], { worth: 3 }) };
