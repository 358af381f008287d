import type { Rate } from '#delivery/rate.ts';

/** Everything may be sent at once. */
export const freely: Rate = {
  together: 25,
  take: async () => undefined,
  takeTogether: async (count) => Array.from({ length: count }, () => async () => undefined),
  pause: async () => undefined,
  note: () => undefined,
};
