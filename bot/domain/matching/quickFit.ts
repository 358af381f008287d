import type { TopicId } from '../ids.ts';
import { WEIGHTS } from './fit.ts';
import { Planes, wordsFor } from './planes.ts';
import { type Candidate, ENOUGH_HOURS, strengthOf } from './rules.ts';
import { Hours, Shared } from './shared.ts';

/** The bit, counted from 0, that strengths of 2 and 3 have and 1 has not: enough of something wanted. */
const ENOUGH_BIT = 1;
/** With more topics than this, sums of strengths could outgrow a byte. */
const MOST_TOPICS = 80;
const REST = 1000 - WEIGHTS.learn - WEIGHTS.giveBack;

/**
 * Which pairs of one executive could break a proof. Adds up what is learnt and given back for four mentors at a
 * time, and works out exactly what `fitOf` says only where the rest could lift a pair above its bar. Says
 * nothing of rank, exclusions or room. Made for the checker, which looks at every pair and shares nothing with
 * the engine but the plain rules. O(pairs × topics ÷ 4).
 */
export class QuickFits {
  readonly #executives: readonly Candidate[];
  readonly #offered: Planes;
  readonly #wanted: Planes;
  /** By mentor, a byte each: strengths in wanted topics, their bits, strengths given back. */
  readonly #learnt: Int32Array<ArrayBuffer>;
  readonly #bits: Int32Array<ArrayBuffer>;
  readonly #given: Int32Array<ArrayBuffer>;
  /** What a sum of strengths is worth to mentor m: `#back[#backFrom[m] + sum]`. */
  readonly #back: Int16Array;
  readonly #backFrom: Int32Array;
  readonly #maybe: Int32Array;
  readonly #learningOf = new Map<number, Int16Array>();
  readonly #interests: Shared;
  readonly #languages: Shared;
  readonly #meets: Shared;
  readonly #hours: Hours;

  constructor(executives: readonly Candidate[], mentors: readonly Candidate[]) {
    this.#executives = executives;
    const said = (topics: (one: Candidate) => Iterable<TopicId>) =>
      new Set(executives.flatMap((one) => [...topics(one)]));
    const strengths = ({ offered }: Candidate) =>
      [...offered.values()].map((offer) => [offer.topic, strengthOf(offer)] as const);
    const wishes = ({ wants }: Candidate) => wants.map((topic) => [topic, 1] as const);
    this.#offered = new Planes(
      mentors.map(strengths),
      said(({ wants }) => wants),
    );
    this.#wanted = new Planes(
      mentors.map(wishes),
      said(({ offered }) => offered.keys()),
    );
    this.#learnt = wordsFor(mentors.length);
    this.#bits = wordsFor(mentors.length);
    this.#given = wordsFor(mentors.length);
    const lengths = [...new Set(mentors.map(({ wants }) => wants.length))];
    this.#back = Int16Array.from(lengths.flatMap((length) => portionsOf(WEIGHTS.giveBack, 3 * length)));
    this.#backFrom = Int32Array.from(mentors, ({ wants }) => lengths.indexOf(wants.length) << 8);
    this.#maybe = new Int32Array(mentors.length + 1);
    const shared = (names: (one: Candidate) => readonly string[]) =>
      new Shared(executives.map(names), mentors.map(names));
    this.#interests = shared(({ interests }) => interests);
    this.#languages = shared(({ languages }) => languages);
    this.#meets = shared(({ meets }) => meets);
    this.#hours = new Hours(executives, mentors);
  }

  /** The mentors whose fit with an executive is above `bars`, by mentor from 0 to 1000: all who might be. */
  above(e: number, bars: Int16Array): number[] {
    const { wants, offered } = this.#executives[e]!;
    if (wants.length > MOST_TOPICS || offered.size > MOST_TOPICS) return [...bars.keys()];
    const [learnt, bits, given] = [this.#learnt.fill(0), this.#bits.fill(0), this.#given.fill(0)];
    for (const offer of offered.values()) this.#wanted.addTo(given, offer.topic, strengthOf(offer));
    for (const topic of wants) {
      this.#offered.addTo(learnt, topic);
      this.#offered.markIn(bits, topic);
    }
    const sums = { learnt: new Uint8Array(learnt.buffer), given: new Uint8Array(given.buffer) };
    const learning = this.#learning(3 * wants.length);
    const many = this.#lift(bars, learning, sums);
    const found: number[] = [];
    for (let k = 0; k < many; k++) {
      const m = this.#maybe[k]!;
      const both = learning[sums.learnt[m]!]! + this.#back[this.#backFrom[m]! + sums.given[m]!]!;
      if (this.#withEase(both, e, m) > bars[m]!) found.push(m);
    }
    return found;
  }

  /**
   * Writes down whom the rest could lift above the bar, given what both learn; returns how many. Looks at every
   * pair, and so without a branch that a processor would guess wrong half of the time.
   */
  #lift(bars: Int16Array, learning: Int16Array, { learnt, given }: Sums): number {
    const [maybe, back, backFrom] = [this.#maybe, this.#back, this.#backFrom];
    const bits = new Uint8Array(this.#bits.buffer);
    let many = 0;
    for (let m = 0; m < bars.length; m++) {
      const most = learning[learnt[m]!]! + back[backFrom[m]! + given[m]!]! + REST;
      maybe[many] = m;
      many += ((bars[m]! - most) >>> 31) & (bits[m]! >> ENOUGH_BIT);
    }
    return many;
  }

  #learning(plenty: number): Int16Array {
    const known = this.#learningOf.get(plenty) ?? Int16Array.from(portionsOf(WEIGHTS.learn, plenty));
    this.#learningOf.set(plenty, known);
    return known;
  }

  /** The fit of two who share a topic, given what they learn; 0 without a common language or hour. */
  #withEase(learning: number, e: number, m: number): number {
    const hours = this.#hours.common(e, m);
    const languages = this.#languages.count(e, m);
    if (hours < ENOUGH_HOURS || languages === 0) return 0;
    const sum =
      learning +
      portion(WEIGHTS.interest, this.#interests.count(e, m), 3) +
      portion(WEIGHTS.time, Math.floor(hours), 4) +
      portion(WEIGHTS.meet, this.#meets.count(e, m), 2) +
      portion(WEIGHTS.language, languages, 2);
    return Math.max(1, sum);
  }
}

/** By mentor, strengths in what the one wants, and in what the other wants. */
interface Sums {
  learnt: Uint8Array;
  given: Uint8Array;
}

const portion = (weight: number, have: number, plenty: number): number =>
  have >= plenty ? weight : Math.floor((weight * have) / plenty);

/** What each sum of a byte is worth. */
const portionsOf = (weight: number, plenty: number): number[] =>
  Array.from({ length: 256 }, (_, sum) => (sum === 0 ? 0 : portion(weight, sum, plenty)));
