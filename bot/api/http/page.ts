/** People, or things that were done, in one answer. */
export const AT_ONCE = 50;

/** One page of a list that is in order, how many there are, and where the next one begins, missing after the last. */
export function pageOf<Item>(
  all: readonly Item[],
  { from }: { from: string },
): { shown: Item[]; found: number; more?: number } {
  const next = Number(from) + AT_ONCE;
  const more = next < all.length ? { more: next } : {};
  return { shown: all.slice(Number(from), next), found: all.length, ...more };
}
