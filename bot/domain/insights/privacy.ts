import type { PrivacyOf } from '#domain/basics/privacy.ts';
import type { MeasureRows } from './rows.ts';

export const measurePrivacy: PrivacyOf<MeasureRows> = {
  measure: {
    holds: (_value, { pseudonym }, { id }) => id.endsWith(`_${pseudonym}`),
    forget: () => undefined,
  },
};
