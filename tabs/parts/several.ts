/** How many partners a sentence speaks of; of more than one it may say something else, under `_more`. */
export const several = (partners: readonly unknown[]) => ({
  count: partners.length,
  ...(partners.length > 1 && { context: 'more' as const }),
});

type Group = { partners: readonly unknown[]; isTeam: boolean };

/** The same for a sentence that calls them a circle: of a project team it has words of its own, under `_team`. */
export const severalIn = ({ partners, isTeam }: Group) => ({
  ...several(partners),
  ...(isTeam && { context: 'team' as const }),
});

/** What a project team has words of its own for, where a sentence is never said of a pair. */
export const inTeam = ({ isTeam }: Pick<Group, 'isTeam'>) => (isTeam ? { context: 'team' as const } : {});
