import { WEIGHTS } from './fit.ts';
import { type Candidate, ENOUGH_HOURS, ENOUGH_STRENGTH, hoursOf, strengthOf } from './rules.ts';

/**
 * The fit of pair after pair, from people coded as numbers: exactly `fitOf` for two who share a wanted topic, a
 * language and an hour, else 0. Says nothing of rank, exclusions or room. Made for the checker, which looks at
 * every pair and shares nothing with the engine but the plain rules. O(topics of the pair).
 */
export class QuickFits {
  readonly #suits: Shared;
  readonly #learn: Teaching;
  readonly #giveBack: Teaching;
  readonly #interests: Shared;
  readonly #languages: Shared;
  readonly #meets: Shared;
  readonly #hours: Hours;
  readonly #partners: Int32Array;

  constructor(executives: readonly Candidate[], mentors: readonly Candidate[]) {
    this.#partners = new Int32Array(mentors.length);
    const taught = ({ offered }: Candidate) =>
      [...offered.values()].filter((offer) => strengthOf(offer) >= ENOUGH_STRENGTH).map(({ topic }) => topic);
    this.#suits = new Shared(
      executives.map(({ wants }) => wants),
      mentors.map(taught),
    );
    this.#learn = new Teaching(executives, mentors);
    this.#giveBack = new Teaching(mentors, executives);
    const shared = (said: (one: Candidate) => readonly string[]) =>
      new Shared(executives.map(said), mentors.map(said));
    this.#interests = shared(({ interests }) => interests);
    this.#languages = shared(({ languages }) => languages);
    this.#meets = shared(({ meets }) => meets);
    this.#hours = new Hours(executives, mentors);
  }

  /**
   * The mentors whose fit with an executive is above `enough`, by mentor. Passes over a pair as soon as the
   * parts that are left can't lift it so high.
   */
  above(e: number, enough: Float64Array): number[] {
    const partners = this.#partners;
    const many = this.#suits.partners(e, partners);
    const found: number[] = [];
    for (let k = 0; k < many; k++) {
      const m = partners[k]!;
      const bar = enough[m]!;
      const learning = this.#learn.part(WEIGHTS.learn, e, m);
      if (learning + 1000 - WEIGHTS.learn <= bar) continue;
      const both = learning + this.#giveBack.part(WEIGHTS.giveBack, m, e);
      if (both + 1000 - WEIGHTS.learn - WEIGHTS.giveBack <= bar) continue;
      if (this.#withEase(both, e, m) > bar) found.push(m);
    }
    return found;
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

const portion = (weight: number, have: number, plenty: number): number =>
  have >= plenty ? weight : Math.floor((weight * have) / plenty);

const codesOf = (names: Iterable<string>): Map<string, number> =>
  new Map([...new Set(names)].map((name, code) => [name, code]));

/** Strengths of one side in what the other wants. Topics that only one side speaks of need no room. */
class Teaching {
  readonly #from: Int32Array;
  readonly #want: Int32Array;
  readonly #topics: number;
  readonly #strength: Uint8Array;
  /** The most that each learner could be taught. */
  readonly #plenty: Int32Array;

  constructor(learners: readonly Candidate[], teachers: readonly Candidate[]) {
    const offered = new Set(teachers.flatMap((teacher) => [...teacher.offered.keys()]));
    const wants = learners.map((learner) => learner.wants.filter((topic) => offered.has(topic)));
    const codes = codesOf(wants.flat());
    this.#topics = codes.size;
    this.#want = Int32Array.from(wants.flat(), (topic) => codes.get(topic)!);
    this.#from = new Int32Array(learners.length + 1);
    for (const [n, { length }] of wants.entries()) this.#from[n + 1] = this.#from[n]! + length;
    this.#plenty = Int32Array.from(learners, (learner) => 3 * learner.wants.length);
    this.#strength = new Uint8Array(teachers.length * codes.size);
    for (const [n, teacher] of teachers.entries())
      for (const offer of teacher.offered.values()) {
        const code = codes.get(offer.topic);
        if (code !== undefined) this.#strength[n * codes.size + code] = strengthOf(offer);
      }
  }

  /** The part of a weight that the teacher's strengths in what the learner wants are worth. */
  part(weight: number, learner: number, teacher: number): number {
    const row = teacher * this.#topics;
    const want = this.#want;
    const strength = this.#strength;
    let sum = 0;
    for (let q = this.#from[learner]!, end = this.#from[learner + 1]!; q < end; q++)
      sum += strength[row + want[q]!]!;
    return sum === 0 ? 0 : Math.floor((weight * sum) / this.#plenty[learner]!);
  }
}

/** How many things two people both say, by bits. */
class Shared {
  readonly #words: number;
  readonly #executives: Int32Array;
  readonly #mentors: Int32Array;

  constructor(executives: readonly (readonly string[])[], mentors: readonly (readonly string[])[]) {
    const known = new Set(mentors.flat());
    const codes = codesOf(executives.flat().filter((name) => known.has(name)));
    this.#words = Math.max(1, Math.ceil(codes.size / 32));
    const coded = (people: readonly (readonly string[])[]) => {
      const bits = new Int32Array(people.length * this.#words);
      for (const [n, said] of people.entries())
        for (const name of said) {
          const code = codes.get(name);
          if (code !== undefined) bits[n * this.#words + (code >> 5)]! |= 1 << (code & 31);
        }
      return bits;
    };
    this.#executives = coded(executives);
    this.#mentors = coded(mentors);
  }

  /** Writes into `found` everybody who shares anything with an executive; returns how many. */
  partners(e: number, found: Int32Array): number {
    const words = this.#words;
    const mine = this.#executives.subarray(e * words, (e + 1) * words);
    const theirs = this.#mentors;
    let many = 0;
    for (let m = 0, at = 0; m < found.length; m++) {
      let both = 0;
      for (let w = 0; w < words; w++) both |= mine[w]! & theirs[at++]!;
      if (both !== 0) found[many++] = m;
    }
    return many;
  }

  count(e: number, m: number): number {
    const words = this.#words;
    let sum = 0;
    for (let w = 0; w < words; w++)
      for (let both = this.#executives[e * words + w]! & this.#mentors[m * words + w]!; both !== 0; sum++)
        both &= both - 1;
    return sum;
  }
}

/** Common hours by time zone: there are far fewer zones than people. */
class Hours {
  readonly #executives: Int32Array;
  readonly #mentors: Int32Array;
  readonly #zones: number;
  readonly #hours: Float64Array;

  constructor(executives: readonly Candidate[], mentors: readonly Candidate[]) {
    const zoneOf = ({ offset }: Candidate) => `${offset}`;
    const examples = new Map([...executives, ...mentors].map((one) => [zoneOf(one), one]));
    const codes = codesOf(examples.keys());
    this.#zones = codes.size;
    this.#executives = Int32Array.from(executives, (one) => codes.get(zoneOf(one))!);
    this.#mentors = Int32Array.from(mentors, (one) => codes.get(zoneOf(one))!);
    const all = [...examples.values()];
    this.#hours = Float64Array.from(all.flatMap((one) => all.map((other) => hoursOf(one, other))));
  }

  common(e: number, m: number): number {
    return this.#hours[this.#executives[e]! * this.#zones + this.#mentors[m]!]!;
  }
}
