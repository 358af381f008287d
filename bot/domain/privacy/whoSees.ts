/** Who may see something: always, as far as its writer shares it, in figures about at least five people, or never. */
export type Sight = 'sees' | 'shared' | 'figures' | 'never';

/** Beside the person themself. */
export const READERS = ['partner', 'champion', 'sponsor'] as const;
export type WatchedBy = (typeof READERS)[number];

/**
 * Who sees what of somebody, as the privacy page has it. A test asks every route of the API as each reader whether this
 * is true.
 */
export const WHO_SEES = [
  { thing: 'joined', partner: 'sees', champion: 'sees', sponsor: 'never' },
  { thing: 'common', partner: 'sees', champion: 'never', sponsor: 'never' },
  { thing: 'profile', partner: 'never', champion: 'never', sponsor: 'never' },
  { thing: 'photo', partner: 'sees', champion: 'never', sponsor: 'never' },
  { thing: 'excludes', partner: 'never', champion: 'never', sponsor: 'never' },
  { thing: 'pair', partner: 'sees', champion: 'never', sponsor: 'never' },
  { thing: 'words', partner: 'shared', champion: 'never', sponsor: 'never' },
  { thing: 'feedback', partner: 'never', champion: 'figures', sponsor: 'figures' },
  { thing: 'no', partner: 'never', champion: 'never', sponsor: 'never' },
  { thing: 'concern', partner: 'never', champion: 'never', sponsor: 'never' },
] as const satisfies readonly (Record<WatchedBy, Sight> & { thing: string })[];
