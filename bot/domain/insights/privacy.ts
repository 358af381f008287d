import { GONE, isNamedIn, type PrivacyOf, withoutNames } from '#domain/basics/privacy.ts';
import type { InsightRows } from './rows.ts';

export const insightPrivacy: PrivacyOf<InsightRows> = {
  measure: {
    holds: (_value, { pseudonym }, { id }) => id.endsWith(`_${pseudonym}`),
    forget: () => undefined,
  },
  publication: { because: 'figures about at least five people each, none of which leads to one of them' },
  review: {
    holds: ({ by, tweaks }, who) => by === who.person || tweaks.some((tweak) => isNamedIn(tweak, who)),
    forget: (value, who) => ({
      ...value,
      by: value.by === who.person ? GONE : value.by,
      tweaks: value.tweaks.map((tweak) => withoutNames(tweak, who)),
    }),
  },
};
