/** How many partners a sentence speaks of; of more than one it may say something else, under `_more`. */
export const several = (count: number): { count: number; context?: string } => ({
  count,
  ...(count > 1 && { context: 'more' }),
});

/** The same for a sentence that calls them a circle: of a project team it has words of its own, under `_team`. */
export const severalIn = ({ partners, isTeam }: { partners: readonly unknown[]; isTeam?: boolean }) => ({
  ...several(partners.length),
  ...(isTeam && { context: 'team' }),
});

/** What a project team has words of its own for, where a sentence is never said of a pair. */
export const inTeam = ({ isTeam }: { isTeam?: boolean }): { context?: string } =>
  isTeam ? { context: 'team' } : {};
