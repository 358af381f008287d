import { Refusal } from './refusal.ts';

/**
 * What people may fill one by one, and how much room there is for it: nobody needs more, and no view grows without
 * end. Whoever adds writes a row again that every other adding writes too, so that the limit holds in a race.
 */
export const ROOM = {
  /** Of a pair, open at the same time. */
  goals: { max: 40, word: 'pair:goals.tooMany' },
  /** Of a pair, with those that were reached or let go. */
  goalsEver: { max: 120, word: 'pair:goals.tooManyEver' },
  /** Of one goal, beside its end. */
  goalSteps: { max: 200, word: 'pair:goals.tooManySteps' },
  /** Of a pair: once a week for years, and many that came to nothing. */
  meetings: { max: 200, word: 'pair:meeting.tooMany' },
  /** Of one person in a pair, over all meetings. */
  jottings: { max: 300, word: 'pair:jotting.tooMany' },
  /** Of one person in a pair: one for each time they meet. */
  curiosities: { max: 250, word: 'pair:curiosity.tooMany' },
  /** Of a pair: one a week for years. */
  exchanges: { max: 300, word: 'pair:exchange.tooMany' },
  /** Of one writer in a pair, so that nobody learns how much others keep to themselves. */
  learnings: { max: 300, word: 'pair:learning.tooMany' },
  /** Of a pair. */
  agreementVersions: { max: 50, word: 'pair:agreement.tooMany' },
  /** Of a champion. */
  cohorts: { max: 100, word: 'cohort:tooMany' },
  /** Of a cohort. */
  champions: { max: 20, word: 'cohort:champion.tooMany' },
  /** Of one person in a cohort, with those that were dealt with. */
  suggestions: { max: 10, word: 'cohort:suggestion.tooMany' },
  /** Of a cohort, with those who were released. */
  contacts: { max: 100, word: 'cohort:contact.tooMany' },
  /** Of a cohort: nearly one a day for a year. */
  announcements: { max: 300, word: 'cohort:announcement.tooMany' },
  /** Of a cohort: one a week for two years. */
  gatherings: { max: 100, word: 'cohort:gathering.tooMany' },
  /** Of a cohort, written in its sponsor's name. */
  inName: { max: 200, word: 'cohort:inName.tooMany' },
  /** Of one person to one announcement. */
  replies: { max: 20, word: 'cohort:reply.tooMany' },
  /** Of a cohort, standing at the same time. */
  wishes: { max: 1_000, word: 'cohort:wish.full' },
  /** Of one person, over all time; somebody in need is told where else to write. */
  concerns: { max: 50, word: 'concern:tooMany' },
} as const;

export type Filled = keyof typeof ROOM;

/** So many who add at once still all come in. */
export const TRIES_AT_ONCE = 50;

/** Refuses one more where `count` are there and that is all there is room for. */
export function requireRoom(filled: Filled, count: number): void {
  const { max, word } = ROOM[filled];
  if (count >= max) throw new Refusal('conflict', word, { max });
}
