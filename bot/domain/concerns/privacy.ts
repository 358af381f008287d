import { GONE, type PrivacyOf } from '#domain/basics/privacy.ts';
import type { ConcernRows } from './rows.ts';

/**
 * A concern is its author's, and goes with them. Whom it is about is said nowhere but in its words, which stay: nobody
 * makes what was said against them go by leaving. When its contact goes nobody could read it any more; the author's
 * own list says so.
 */
export const concernPrivacy: PrivacyOf<ConcernRows> = {
  concern: {
    holds: ({ author }, { person }, { partition }) => author === person || partition === person,
    forget: () => undefined,
  },
  raised: {
    holds: ({ concerns }, { person }, { partition }) =>
      partition === person || concerns.some(({ to }) => to === person),
    forget: ({ concerns }, { person }, { partition }) =>
      partition === person
        ? undefined
        : { concerns: concerns.map((one) => (one.to === person ? { ...one, to: GONE } : one)) },
  },
};
