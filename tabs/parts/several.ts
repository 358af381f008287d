/** How many partners a sentence speaks of; of more than one it may say something else, under `_more`. */
export const several = (partners: readonly unknown[]) => ({
  count: partners.length,
  ...(partners.length > 1 && { context: 'more' as const }),
});
