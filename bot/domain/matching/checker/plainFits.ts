import { WEIGHTS } from '#domain/matching/fit.ts';
import { costOf } from '#domain/matching/marks.ts';
import {
  type Candidate,
  ENOUGH_HOURS,
  ENOUGH_STRENGTH,
  hoursOf,
  strengthOf,
} from '#domain/matching/rules.ts';
import { longest, type UnsignedArray, unsignedArray } from '#domain/matching/unsigned.ts';
import { Classes } from './classes.ts';
import { InvertedIndex } from './invertedIndex.ts';

/** Two who share no language or hour. */
const NEVER = -1;

/** Fits are at most this. */
const BEST = 1000;

/** Whom one executive would suit, in any order, and the fit of each; of whoever is missing none above `beyond`. */
export interface Row {
  mentor: UnsignedArray;
  fit: Int16Array;
  beyond: number;
}

/**
 * What `fitOf` says of one executive and every mentor who shares a language, an hour and a topic, and nothing of
 * rank, exclusions or room. Made for the checker, which looks at every pair and shares nothing with the engine
 * but the plain rules. O(mentors) each.
 */
export class PlainFits {
  readonly #executives: readonly Candidate[];
  readonly #offered: InvertedIndex;
  readonly #wanted: InvertedIndex;
  readonly #liked: InvertedIndex;
  /** Counted beside strengths, above all sums of them: wanted topics that are offered well enough. */
  readonly #enough: number;
  /** By mentor: strengths in wanted topics and how many are enough, strengths given back, shared interests. */
  readonly #learnt: UnsignedArray;
  readonly #given: UnsignedArray;
  readonly #both: UnsignedArray;
  /** What a sum of strengths is worth to mentor m: `#back[#backFrom[m] + sum]`. */
  readonly #back: Int16Array;
  readonly #backFrom: UnsignedArray;
  readonly #learningOf = new Map<number, Int16Array>();
  /** What common hours and languages are worth together, and common ways of meeting. */
  readonly #ease: Classes;
  readonly #meet: Classes;
  readonly #row: Pick<Row, 'mentor' | 'fit'>;
  /** How many of the row have each fit. */
  readonly #many = new Int32Array(BEST + 1);

  constructor(executives: readonly Candidate[], mentors: readonly Candidate[]) {
    const many = mentors.length;
    const mostWanted = longest(executives.map(({ wants }) => wants));
    this.#enough = 2 ** Math.ceil(Math.log2(3 * mostWanted + 1));
    this.#executives = executives;
    const taught = (strength: number) => strength + (strength >= ENOUGH_STRENGTH ? this.#enough : 0);
    this.#offered = new InvertedIndex(many, (say) => {
      for (const [m, { offers }] of mentors.entries())
        for (const offer of offers) say(m, offer.topic, taught(strengthOf(offer)));
    });
    const speakersOf = (list: 'wants' | 'interests') =>
      new InvertedIndex(many, (say) => {
        for (const [m, mentor] of mentors.entries()) for (const topic of mentor[list]) say(m, topic, 1);
      });
    this.#wanted = speakersOf('wants');
    this.#liked = speakersOf('interests');
    const most = longest(mentors.map(({ wants }) => wants));
    const step = 3 * most + 1;
    const tables = Array.from({ length: most + 1 }, (_, wants) => portions(WEIGHTS.giveBack, 3 * wants));
    this.#back = new Int16Array(tables.length * step);
    for (const [wants, table] of tables.entries()) this.#back.set(table, wants * step);
    this.#backFrom = unsignedArray(many, this.#back.length);
    this.#backFrom.set(mentors.map(({ wants }) => wants.length * step));
    this.#learnt = unsignedArray(many, (mostWanted + 1) * this.#enough);
    this.#given = unsignedArray(many, step);
    this.#both = unsignedArray(many, longest(mentors.map(({ interests }) => interests)));
    this.#ease = new Classes(mentors, ({ offset, languages }) => `${offset} ${languages}`, easeOf);
    this.#meet = new Classes(mentors, ({ meets, marks = [] }) => JSON.stringify([meets, marks]), meetOf);
    this.#row = { mentor: unsignedArray(many + 1, many), fit: new Int16Array(many) };
  }

  /** Written over by the next call. */
  row(e: number): Row {
    const one = this.#executives[e]!;
    const [learnt, given, both] = [this.#learnt.fill(0), this.#given.fill(0), this.#both.fill(0)];
    for (const topic of one.wants) this.#offered.addTo(learnt, topic);
    for (const offer of one.offers) this.#wanted.addTo(given, offer.topic, strengthOf(offer));
    for (const interest of one.interests) this.#liked.addTo(both, interest);
    const ease = this.#ease.row(one);
    const many = this.#whoSuits(ease);
    this.#sumUp(many, { ease, meet: this.#meet.row(one), learning: this.#learning(3 * one.wants.length) });
    return this.#first(many, 0);
  }

  /** At least `most` of those of `row` with the best fit, or all. Written over by the next call. */
  best(e: number, most: number): Row {
    const { mentor, fit } = this.row(e);
    const many = this.#many;
    let [least, count] = [BEST + 1, 0];
    while (least > 1 && count < most) count += many[--least]!;
    let kept = 0;
    for (let k = 0; k < fit.length; k++) {
      const one = fit[k]!;
      mentor[kept] = mentor[k]!;
      fit[kept] = one;
      kept += (least - 1 - one) >>> 31;
    }
    return this.#first(kept, least - 1);
  }

  #first(many: number, beyond: number): Row {
    return { mentor: this.#row.mentor.subarray(0, many), fit: this.#row.fit.subarray(0, many), beyond };
  }

  /**
   * Writes down who shares a topic, a language and an hour; returns how many. Looks at every pair, and so
   * without a branch that a processor would guess wrong half of the time.
   */
  #whoSuits(ease: Int16Array): number {
    const [learnt, { mentor }] = [this.#learnt, this.#row];
    const strengths = this.#enough - 1;
    let many = 0;
    for (let m = 0; m < learnt.length; m++) {
      mentor[many] = m;
      many += ((strengths - learnt[m]!) & ~ease[m]!) >>> 31;
    }
    return many;
  }

  #sumUp(
    many: number,
    { ease, meet, learning }: { ease: Int16Array; meet: Int16Array; learning: Int16Array },
  ): void {
    const { mentor, fit } = this.#row;
    const [back, backFrom] = [this.#back, this.#backFrom];
    const [learnt, given, both] = [this.#learnt, this.#given, this.#both];
    const strengths = this.#enough - 1;
    const counts = this.#many.fill(0);
    for (let k = 0; k < many; k++) {
      const m = mentor[k]!;
      const learns = learning[learnt[m]! & strengths]! + back[backFrom[m]! + given[m]!]!;
      const likes = both[m]! < 3 ? LIKES[both[m]!]! : WEIGHTS.interest;
      const sum = learns + likes + ease[m]! + meet[m]!;
      const one = sum < 1 ? 1 : sum;
      fit[k] = one;
      counts[one]!++;
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

const shared = (one: readonly string[], other: readonly string[]): number =>
  one.filter((name) => other.includes(name)).length;

function easeOf(one: Candidate, other: Candidate): number {
  const hours = hoursOf(one, other);
  const languages = shared(one.languages, other.languages);
  if (hours < ENOUGH_HOURS || languages === 0) return NEVER;
  return portion(WEIGHTS.time, Math.floor(hours), 4) + portion(WEIGHTS.language, languages, 2);
}

/** Below 0 where two are alike in more than they have ways to meet. */
function meetOf(one: Candidate, other: Candidate): number {
  let worth = portion(WEIGHTS.meet, shared(one.meets, other.meets), 2);
  for (const mark of one.marks ?? []) if (other.marks?.includes(mark)) worth -= costOf(mark);
  return worth;
}
