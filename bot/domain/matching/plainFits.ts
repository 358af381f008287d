import { Alike } from './alike.ts';
import { WEIGHTS } from './fit.ts';
import { type Candidate, ENOUGH_HOURS, ENOUGH_STRENGTH, hoursOf, strengthOf } from './rules.ts';
import { Speakers } from './speakers.ts';

/** Counted beside strengths: wanted topics that are offered well enough. Sums of strengths are far below. */
const ENOUGH = 1 << 16;
const STRENGTHS = ENOUGH - 1;
/** Two who share no language or hour. */
const NEVER = -1;

/** By mentor, what an executive has in common with them. */
interface Ease {
  time: Int16Array;
  language: Int16Array;
  meet: Int16Array;
}

/** Whom one executive would suit, in any order, and the fit of each. */
export interface Row {
  mentor: Int32Array | Uint16Array;
  fit: Int16Array;
}

/**
 * What `fitOf` says of one executive and every mentor who shares a language, an hour and a topic, and nothing of
 * rank, exclusions or room. Made for the checker, which looks at every pair and shares nothing with the engine
 * but the plain rules. O(mentors) each.
 */
export class PlainFits {
  readonly #executives: readonly Candidate[];
  readonly #offered: Speakers;
  readonly #wanted: Speakers;
  readonly #liked: Speakers;
  /** By mentor: strengths in wanted topics and how many are enough, strengths given back, shared interests. */
  readonly #learnt: Int32Array;
  readonly #given: Int32Array;
  readonly #both: Int32Array;
  /** What a sum of strengths is worth to mentor m: `#back[#backFrom[m] + sum]`. */
  readonly #back: Int16Array;
  readonly #backFrom: Int32Array;
  readonly #learningOf = new Map<number, Int16Array>();
  /** What common hours, languages and ways of meeting are worth. */
  readonly #time: Alike;
  readonly #language: Alike;
  readonly #meet: Alike;
  readonly #row: Row;

  constructor(executives: readonly Candidate[], mentors: readonly Candidate[]) {
    const many = mentors.length;
    this.#executives = executives;
    this.#offered = new Speakers(
      mentors.map(({ offered }) => [...offered.values()].map((offer) => [offer.topic, taught(offer)])),
    );
    this.#wanted = new Speakers(mentors.map(({ wants }) => wants.map((topic) => [topic, 1])));
    this.#liked = new Speakers(mentors.map(({ interests }) => interests.map((topic) => [topic, 1])));
    this.#learnt = new Int32Array(many);
    this.#given = new Int32Array(many);
    this.#both = new Int32Array(many);
    const most = Math.max(0, ...new Set(mentors.map(({ wants }) => wants.length)));
    const step = 3 * most + 1;
    const tables = Array.from({ length: most + 1 }, (_, wants) => portions(WEIGHTS.giveBack, 3 * wants));
    this.#back = new Int16Array(tables.length * step);
    for (const [wants, table] of tables.entries()) this.#back.set(table, wants * step);
    this.#backFrom = Int32Array.from(mentors, ({ wants }) => wants.length * step);
    this.#time = new Alike(mentors, ({ offset }) => `${offset}`, timeOf);
    this.#language = new Alike(mentors, ({ languages }) => `${languages}`, languageOf);
    this.#meet = new Alike(mentors, ({ meets }) => `${meets}`, meetOf);
    this.#row = { mentor: new Int32Array(many + 1), fit: new Int16Array(many) };
  }

  /** Written over by the next call. */
  row(e: number): Row {
    const one = this.#executives[e]!;
    const [learnt, given, both] = [this.#learnt.fill(0), this.#given.fill(0), this.#both.fill(0)];
    for (const topic of one.wants) this.#offered.addTo(learnt, topic);
    for (const offer of one.offered.values()) this.#wanted.addTo(given, offer.topic, strengthOf(offer));
    for (const interest of one.interests) this.#liked.addTo(both, interest);
    const ease = { time: this.#time.row(one), language: this.#language.row(one), meet: this.#meet.row(one) };
    const many = this.#whoSuits(ease);
    this.#sumUp(many, ease, this.#learning(3 * one.wants.length));
    return { mentor: this.#row.mentor.subarray(0, many), fit: this.#row.fit.subarray(0, many) };
  }

  /**
   * Writes down who shares a topic, a language and an hour; returns how many. Looks at every pair, and so
   * without a branch that a processor would guess wrong half of the time.
   */
  #whoSuits({ time, language }: Ease): number {
    const [learnt, { mentor }] = [this.#learnt, this.#row];
    let many = 0;
    for (let m = 0; m < learnt.length; m++) {
      mentor[many] = m;
      many += ((STRENGTHS - learnt[m]!) & ~(time[m]! | language[m]!)) >>> 31;
    }
    return many;
  }

  #sumUp(many: number, { time, language, meet }: Ease, learning: Int16Array): void {
    const { mentor, fit } = this.#row;
    const [back, backFrom] = [this.#back, this.#backFrom];
    const [learnt, given, both] = [this.#learnt, this.#given, this.#both];
    for (let k = 0; k < many; k++) {
      const m = mentor[k]!;
      const learns = learning[learnt[m]! & STRENGTHS]! + back[backFrom[m]! + given[m]!]!;
      const likes = both[m]! < 3 ? LIKES[both[m]!]! : WEIGHTS.interest;
      const sum = learns + likes + time[m]! + language[m]! + meet[m]!;
      fit[k] = sum < 1 ? 1 : sum;
    }
  }

  #learning(plenty: number): Int16Array {
    const known = this.#learningOf.get(plenty) ?? portions(WEIGHTS.learn, plenty);
    this.#learningOf.set(plenty, known);
    return known;
  }
}

const portion = (weight: number, have: number, plenty: number): number =>
  have >= plenty ? weight : Math.floor((weight * have) / plenty);

/** What each sum up to `plenty` is worth. */
const portions = (weight: number, plenty: number): Int16Array =>
  Int16Array.from({ length: plenty + 1 }, (_, sum) => (sum === 0 ? 0 : portion(weight, sum, plenty)));

const LIKES = portions(WEIGHTS.interest, 3);

const taught = (offer: Parameters<typeof strengthOf>[0]): number =>
  strengthOf(offer) + (strengthOf(offer) >= ENOUGH_STRENGTH ? ENOUGH : 0);

const shared = (one: readonly string[], other: readonly string[]): number =>
  one.filter((name) => other.includes(name)).length;

function timeOf(one: Candidate, other: Candidate): number {
  const hours = hoursOf(one, other);
  return hours < ENOUGH_HOURS ? NEVER : portion(WEIGHTS.time, Math.floor(hours), 4);
}

function languageOf(one: Candidate, other: Candidate): number {
  const languages = shared(one.languages, other.languages);
  return languages === 0 ? NEVER : portion(WEIGHTS.language, languages, 2);
}

const meetOf = (one: Candidate, other: Candidate): number =>
  portion(WEIGHTS.meet, shared(one.meets, other.meets), 2);
