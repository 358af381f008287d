import type { LeftOutReason } from '../cohort.ts';
import type { TopicId } from '../ids.ts';
import { fitOf } from './fit.ts';
import {
  type Candidate,
  ENOUGH_HOURS,
  ENOUGH_STRENGTH,
  hoursOf,
  shareLanguage,
  strengthOf,
} from './rules.ts';

/** What is missing first between two people, from the most to the least; the last is nothing that can be told. */
const REASONS = ['noTopic', 'noLanguage', 'noTime', 'belowFloor', 'noPartner'] as const;

/**
 * Why somebody stays without a partner: what is missing first with whoever comes closest. Declines, exclusions
 * and former pairs are never a reason of their own: whoever is kept apart by them, by rank or by room reads the
 * same. Looks only at those with a topic in common, and stops at the first who would have suited.
 */
export class LeftOutReasons {
  readonly #floor: number;
  /** Executives by wanted topic, and mentors by topic that they offer well enough. */
  readonly #wanting = new Map<TopicId, Candidate[]>();
  readonly #offering = new Map<TopicId, Candidate[]>();

  constructor(all: readonly Candidate[], floor: number) {
    this.#floor = floor;
    for (const one of all) {
      const index = one.role === 'executive' ? this.#wanting : this.#offering;
      for (const topic of topicsOf(one)) {
        const others = index.get(topic);
        if (others) others.push(one);
        else index.set(topic, [one]);
      }
    }
  }

  whyLeftOut(person: Candidate): LeftOutReason {
    const isExecutive = person.role === 'executive';
    if ((isExecutive ? person.wants : person.offers).length === 0) return 'noProfile';
    const index = isExecutive ? this.#offering : this.#wanting;
    let closest = 0;
    for (const topic of topicsOf(person))
      for (const other of index.get(topic) ?? []) {
        if (other.id === person.id) continue;
        const [executive, mentor] = isExecutive ? [person, other] : [other, person];
        closest = Math.max(closest, stepsOf(executive, mentor, this.#floor));
        if (closest === REASONS.length - 1) return REASONS[closest]!;
      }
    return REASONS[closest]!;
  }
}

/** What an executive wants, or a mentor offers well enough. */
const topicsOf = (one: Candidate): TopicId[] =>
  one.role === 'executive'
    ? one.wants
    : one.offers.filter((offer) => strengthOf(offer) >= ENOUGH_STRENGTH).map(({ topic }) => topic);

/** How many of topic, language, time and fit two who share a topic have, counted until the first is missing. */
function stepsOf(executive: Candidate, mentor: Candidate, floor: number): number {
  if (!shareLanguage(executive, mentor)) return 1;
  if (hoursOf(executive, mentor) < ENOUGH_HOURS) return 2;
  return fitOf(executive, mentor) < floor ? 3 : 4;
}
