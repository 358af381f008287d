import { WEIGHTS } from './fit.ts';
import { type Candidate, ENOUGH_HOURS, ENOUGH_STRENGTH, hoursOf, strengthOf } from './rules.ts';

/**
 * The fit of one pair, by itself, from people coded as numbers: exactly `fitOf` for two who share a wanted
 * topic, a language and an hour, else 0. Says nothing of rank, exclusions or room. Made for the checker, which
 * looks at every pair and shares nothing with the engine but the plain rules. Gives up on a pair as soon as the
 * parts that are left can't lift it above `enough`. O(topics of the pair).
 */
export class QuickFits {
  readonly #suits: Shared;
  readonly #learn: Teaching;
  readonly #giveBack: Teaching;
  readonly #interests: Shared;
  readonly #languages: Shared;
  readonly #meets: Shared;
  readonly #hours: Hours;

  constructor(executives: readonly Candidate[], mentors: readonly Candidate[]) {
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

  /** The fit, or 0 when it can't be above `enough`. */
  fit(e: number, m: number, enough: number): number {
    if (!this.#suits.any(e, m)) return 0;
    let [sum, left] = [this.#learn.part(WEIGHTS.learn, e, m), 1000 - WEIGHTS.learn];
    if (sum + left <= enough) return 0;
    sum += this.#giveBack.part(WEIGHTS.giveBack, m, e);
    left -= WEIGHTS.giveBack;
    if (sum + left <= enough) return 0;
    const hours = this.#hours.common(e, m);
    if (hours < ENOUGH_HOURS) return 0;
    const languages = this.#languages.count(e, m);
    if (languages === 0) return 0;
    sum +=
      portion(WEIGHTS.interest, this.#interests.count(e, m), 3) +
      portion(WEIGHTS.time, Math.floor(hours), 4) +
      portion(WEIGHTS.meet, this.#meets.count(e, m), 2) +
      portion(WEIGHTS.language, languages, 2);
    return sum < 1 ? 1 : sum;
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
    const [row, want, strength] = [teacher * this.#topics, this.#want, this.#strength];
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

  any(e: number, m: number): boolean {
    const [words, one, other] = [this.#words, this.#executives, this.#mentors];
    const [from, to] = [e * words, m * words];
    for (let w = 0; w < words; w++) if ((one[from + w]! & other[to + w]!) !== 0) return true;
    return false;
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
