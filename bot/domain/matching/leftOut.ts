import type { TopicId } from '#domain/basics/ids.ts';
import { fitOf } from './fit.ts';
import type { LeftOutReason } from './rounds.ts';
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

/** People who have their time zone and languages in common. */
type Kin = Map<string, Candidate[]>;

/**
 * Why somebody stays without a partner: what is missing first with whoever comes closest. Declines, exclusions
 * and former pairs are never a reason of their own: whoever is kept apart by them, by rank or by room reads the
 * same. Looks only at those with a topic in common, one of a kind where time and language decide, and stops at
 * the first who would have suited.
 */
export class LeftOutReasons {
  readonly #floor: number;
  /** Executives by wanted topic, and mentors by topic that they offer well enough. */
  readonly #wanting = new Map<TopicId, Kin>();
  readonly #offering = new Map<TopicId, Kin>();

  constructor(all: readonly Candidate[], floor: number) {
    this.#floor = floor;
    for (const one of all) {
      const index = one.role === 'executive' ? this.#wanting : this.#offering;
      const kind = `${one.offset} ${one.languages}`;
      for (const topic of topicsOf(one)) {
        const kin: Kin = index.get(topic) ?? new Map();
        const alike = kin.get(kind);
        if (alike) alike.push(one);
        else index.set(topic, kin.set(kind, [one]));
      }
    }
  }

  whyLeftOut(person: Candidate): LeftOutReason {
    const isExecutive = person.role === 'executive';
    if ((isExecutive ? person.wants : person.offers).length === 0) return 'noProfile';
    if (person.languages.length === 0) return 'otherLanguages';
    const index = isExecutive ? this.#offering : this.#wanting;
    let closest = 0;
    for (const topic of topicsOf(person))
      for (const alike of index.get(topic)?.values() ?? []) {
        closest = Math.max(closest, this.#stepsWith(person, alike));
        if (closest === REASONS.length - 1) return REASONS[closest]!;
      }
    return REASONS[closest]!;
  }

  /** How many of topic, language, time and fit a person has with the closest of these, until one is missing. */
  #stepsWith(person: Candidate, alike: readonly Candidate[]): number {
    const isOther = ({ id }: Candidate) => id !== person.id;
    const example = alike.find(isOther);
    if (!example) return 0;
    if (!shareLanguage(person, example)) return 1;
    if (hoursOf(person, example) < ENOUGH_HOURS) return 2;
    const fits = (other: Candidate) =>
      person.role === 'executive' ? fitOf(person, other) : fitOf(other, person);
    return alike.some((other) => isOther(other) && fits(other) >= this.#floor) ? 4 : 3;
  }
}

/** What an executive wants, or a mentor offers well enough. */
const topicsOf = (one: Candidate): TopicId[] =>
  one.role === 'executive'
    ? one.wants
    : one.offers.filter((offer) => strengthOf(offer) >= ENOUGH_STRENGTH).map(({ topic }) => topic);
