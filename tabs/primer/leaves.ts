import type { Me } from '#api/contract/me.ts';

/** The pages of the primer in their order, the same for both roles; their words stand in `primer.json`. */
export const LEAVES = ['start', 'begin', 'listen', 'between', 'stuck'] as const;
export type Leaf = (typeof LEAVES)[number];

export type Role = Me['pairs'][number]['role'];
/** Where somebody is in the primer of each role. Known to this screen alone and kept nowhere. */
export type Bookmarks = Record<Role, Leaf>;
export const UNREAD: Bookmarks = { mentor: 'start', executive: 'start' };

/** In which role somebody reads: as in the pair they come from, else as they meet somebody or take part. */
export function roleOf({ pairs, enrolments }: Me, pair?: string): Role {
  const found =
    pairs.find((one) => one.pair === pair) ??
    pairs.find(({ state }) => state !== 'ended') ??
    enrolments.find(({ state }) => state === 'joined');
  return found?.role ?? 'mentor';
}

/** Whoever takes part, or meets somebody, is shown the way to the primer. */
export const isForThem = ({ pairs, enrolments }: Me): boolean =>
  pairs.some(({ state }) => state !== 'ended') ||
  enrolments.some(({ state, isOver }) => state === 'joined' && !isOver);
