import { WEIGHTS } from './fit.ts';
import { type Candidate, ENOUGH_HOURS, ENOUGH_STRENGTH, hoursOf, strengthOf } from './rules.ts';

/** Above any sum of strengths: says that one topic is offered well enough. */
const ENOUGH = 1 << 20;

/**
 * The fit of one pair, by itself, from people coded as numbers: exactly `fitOf` for two who share a wanted
 * topic, a language and an hour, else 0. Says nothing of rank, exclusions or room. Made for the checker, which
 * looks at every pair and shares nothing with the engine but the plain rules. O(topics of the pair).
 */
export class QuickFits {
  readonly #executives: readonly Candidate[];
  readonly #mentors: readonly Candidate[];
  readonly #learn: Teaching;
  readonly #giveBack: Teaching;
  readonly #interests: Shared;
  readonly #languages: Shared;
  readonly #meets: Shared;
  readonly #hours: Hours;

  constructor(executives: readonly Candidate[], mentors: readonly Candidate[]) {
    this.#executives = executives;
    this.#mentors = mentors;
    this.#learn = new Teaching(executives, mentors);
    this.#giveBack = new Teaching(mentors, executives);
    this.#interests = new Shared(executives, mentors, ({ interests }) => interests);
    this.#languages = new Shared(executives, mentors, ({ languages }) => languages);
    this.#meets = new Shared(executives, mentors, ({ meets }) => meets);
    this.#hours = new Hours(executives, mentors);
  }

  /** The fit, or 0 when it can't be above `enough`. */
  fit(e: number, m: number, enough: number): number {
    const taught = this.#learn.sum(e, m);
    if (taught < ENOUGH) return 0;
    const learning = portion(WEIGHTS.learn, taught - ENOUGH, 3 * this.#executives[e]!.wants.length);
    if (learning + 1000 - WEIGHTS.learn <= enough) return 0;
    const languages = this.#languages.count(e, m);
    const hours = this.#hours.common(e, m);
    if (languages === 0 || hours < ENOUGH_HOURS) return 0;
    const given = this.#giveBack.sum(m, e) & (ENOUGH - 1);
    const sum =
      learning +
      portion(WEIGHTS.giveBack, given, 3 * this.#mentors[m]!.wants.length) +
      portion(WEIGHTS.interest, this.#interests.count(e, m), 3) +
      portion(WEIGHTS.time, Math.floor(hours), 4) +
      portion(WEIGHTS.meet, this.#meets.count(e, m), 2) +
      portion(WEIGHTS.language, languages, 2);
    return sum < 1 ? 1 : sum;
  }
}

const portion = (weight: number, have: number, plenty: number): number =>
  plenty === 0 ? 0 : Math.floor((weight * (have < plenty ? have : plenty)) / plenty);

const codesOf = (names: Iterable<string>): Map<string, number> =>
  new Map([...new Set(names)].map((name, code) => [name, code]));

/** Strengths of one side in what the other wants. Topics that only one side speaks of need no room. */
class Teaching {
  readonly #from: Int32Array;
  readonly #want: Int32Array;
  readonly #topics: number;
  readonly #strength: Uint8Array;

  constructor(learners: readonly Candidate[], teachers: readonly Candidate[]) {
    const offered = new Set(teachers.flatMap((teacher) => [...teacher.offered.keys()]));
    const wants = learners.map((learner) => learner.wants.filter((topic) => offered.has(topic)));
    const codes = codesOf(wants.flat());
    this.#topics = codes.size;
    this.#want = Int32Array.from(wants.flat(), (topic) => codes.get(topic)!);
    this.#from = new Int32Array(learners.length + 1);
    for (const [n, { length }] of wants.entries()) this.#from[n + 1] = this.#from[n]! + length;
    this.#strength = new Uint8Array(teachers.length * codes.size);
    for (const [n, teacher] of teachers.entries())
      for (const offer of teacher.offered.values()) {
        const code = codes.get(offer.topic);
        if (code !== undefined) this.#strength[n * codes.size + code] = strengthOf(offer);
      }
  }

  /** The sum, plus ENOUGH when one topic is offered well enough. */
  sum(learner: number, teacher: number): number {
    const row = teacher * this.#topics;
    let [sum, best] = [0, 0];
    for (let q = this.#from[learner]!, end = this.#from[learner + 1]!; q < end; q++) {
      const strength = this.#strength[row + this.#want[q]!]!;
      sum += strength;
      if (strength > best) best = strength;
    }
    return best >= ENOUGH_STRENGTH ? sum + ENOUGH : sum;
  }
}

/** How many things two people both say, by bits. */
class Shared {
  readonly #words: number;
  readonly #executives: Int32Array;
  readonly #mentors: Int32Array;

  constructor(
    executives: readonly Candidate[],
    mentors: readonly Candidate[],
    said: (one: Candidate) => readonly string[],
  ) {
    const known = new Set(mentors.flatMap(said));
    const codes = codesOf(executives.flatMap(said).filter((name) => known.has(name)));
    this.#words = Math.max(1, Math.ceil(codes.size / 32));
    const coded = (people: readonly Candidate[]) => {
      const bits = new Int32Array(people.length * this.#words);
      for (const [n, one] of people.entries())
        for (const name of said(one)) {
          const code = codes.get(name);
          if (code !== undefined) bits[n * this.#words + (code >> 5)]! |= 1 << (code & 31);
        }
      return bits;
    };
    this.#executives = coded(executives);
    this.#mentors = coded(mentors);
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
