import type { Instant } from './ids.ts';

interface Timed {
  at: Instant;
}

/** For `sort`: by when it was; what was at the same moment stays as it stands. */
export const oldestFirst = (a: Timed, b: Timed): number => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0);
export const latestFirst = (a: Timed, b: Timed): number => oldestFirst(b, a);
