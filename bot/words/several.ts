/** How many partners a sentence speaks of; of more than one it may say something else, under `_more`. */
export const several = (count: number): { count: number; context?: string } => ({
  count,
  ...(count > 1 && { context: 'more' }),
});
