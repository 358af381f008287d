import type { TopicId } from '#domain/basics/ids.ts';
import { part, sharedOf, WEIGHTS } from '#domain/matching/fit.ts';
import { costOf } from '#domain/matching/marks.ts';
import type { Problem } from '#domain/matching/problem.ts';
import {
  type Candidate,
  ENOUGH_HOURS,
  ENOUGH_STRENGTH,
  hoursOf,
  strengthOf,
} from '#domain/matching/rules.ts';
import { longest, type UnsignedArray, unsignedArray } from '#domain/matching/unsigned.ts';
import { ClassTable } from './classTable.ts';
import { fitIn, otherIn, packed } from './packed.ts';
import { Postings } from './postings.ts';

/** So many of the best are kept of an executive at first, and all who are as good as the last: few need more. */
export const FIRST = 512;
/** So many pairs that may meet are kept once worked out, four bytes each; the rest is worked out each time. */
export const MOST_KEPT = 20_000_000;
/** Room is made for so many pairs at a time. */
const CHUNK = 1 << 18;
const NEVER = -1;
const BEST = 1000;

/**
 * The mentors an executive may meet and what each pair is worth, from `from` to before `end`: the best fit first,
 * equals in ascending order. Of those who are missing nobody fits better than `beyond`; at 0 nobody is missing.
 */
export interface Suits {
  pairs: Int32Array;
  from: number;
  end: number;
  beyond: number;
}

/** Rows that are worked out elsewhere, as far as they are there. */
export interface OtherRows {
  find(executive: number): Suits | undefined;
}

/**
 * The fit of one executive with all whom they may meet at a time, exactly what `fitOf` says; nobody below the
 * floor. Adds up by topic instead of by pair, so that a topic costs only those mentors who speak of it, and
 * finishes with one pass over whole numbers: O(mentors) per row with small constants.
 */
export class FitRows {
  readonly #problem: Problem;
  readonly #offers: Postings<Candidate, TopicId>;
  readonly #wants: Postings<Candidate, TopicId>;
  readonly #interests: Postings<Candidate, TopicId>;
  /** What hours and languages are worth, and ways of meeting. */
  readonly #easy: ClassTable;
  readonly #meet: ClassTable;
  /** What giving back and shared interests are worth, by the low and the high bits of `#shared`. */
  readonly #back: Int16Array;
  readonly #liking: Int16Array;
  /** What is counted above something else in the same sum counts from this bit up. */
  readonly #learntBits: number;
  readonly #sharedBits: number;
  /** What an offer counts in `#learnt`, by strength. */
  readonly #taught: Record<1 | 2 | 3, number>;
  /** By mentor: strengths in wanted topics, and above them how many of those are enough. */
  readonly #learnt: UnsignedArray;
  /** By mentor: where in `#back` her table starts plus strengths given back, and above them shared interests. */
  readonly #shared: UnsignedArray;
  readonly #sharedAtFirst: UnsignedArray;
  /** The pairs an executive may form, while a row is worked out, and how many have each fit, then from where. */
  readonly #found: Int32Array;
  readonly #many = new Int32Array(BEST + 1);
  readonly #learningOf = new Map<number, Int16Array>();
  /** By executive, what was worked out already; it stands in chunks, the last filled up to `#filled`. */
  readonly #kept: (Suits | undefined)[] = [];
  readonly #elsewhere: OtherRows | undefined;
  #chunk: Int32Array;
  #filled = 0;
  #left = MOST_KEPT;

  /** Rows may be worked out elsewhere too; pairs are written into `chunk` first, as long as they fit. */
  constructor(
    problem: Problem,
    { shared, chunk }: { shared?: OtherRows | undefined; chunk?: Int32Array } = {},
  ) {
    const { executives, mentors } = problem;
    this.#problem = problem;
    this.#elsewhere = shared;
    this.#chunk = chunk ?? new Int32Array(0);
    this.#offers = new Postings(mentors, ({ offers }, say) => {
      for (const offer of offers) say(offer.topic, strengthOf(offer));
    });
    this.#wants = new Postings(mentors, ({ wants }, say) => {
      for (const topic of wants) say(topic, 1);
    });
    this.#interests = new Postings(mentors, ({ interests }, say) => {
      for (const topic of interests) say(topic, 1);
    });
    this.#easy = new ClassTable(problem, (one) => `${one.offset} ${[...one.languages].sort()}`, easyPart);
    this.#meet = new ClassTable(
      problem,
      ({ meets, marks = [] }) => JSON.stringify([[...meets].sort(), ...marks]),
      meetPart,
    );
    const mostWants = longest(mentors.map(({ wants }) => wants));
    const tables = Array.from({ length: mostWants + 1 }, (_, wants) => partsOf(WEIGHTS.giveBack, 3 * wants));
    const starts = tables.map((_, wants) =>
      tables.slice(0, wants).reduce((sum, { length }) => sum + length, 0),
    );
    this.#back = Int16Array.from(tables.flat());
    const mostLiked = longest(mentors.map(({ interests }) => interests));
    this.#liking = Int16Array.from({ length: mostLiked + 1 }, (_, many) => part(WEIGHTS.interest, many, 3));
    const mostWanted = longest(executives.map(({ wants }) => wants));
    this.#learntBits = bitsOf(3 * mostWanted);
    this.#sharedBits = bitsOf(this.#back.length);
    const enough = 1 << this.#learntBits;
    const taught = (strength: number) => strength + (strength >= ENOUGH_STRENGTH ? enough : 0);
    this.#taught = { 1: taught(1), 2: taught(2), 3: taught(3) };
    this.#learnt = unsignedArray(mentors.length, (mostWanted + 1) * enough);
    this.#shared = unsignedArray(mentors.length, (mostLiked + 1) << this.#sharedBits);
    this.#sharedAtFirst = this.#shared.map((_, m) => starts[mentors[m]!.wants.length]!);
    this.#found = new Int32Array(mentors.length + 1);
  }

  /** Fits by mentor, 0 where they may not meet. */
  row(executive: number): Uint16Array {
    const { pairs, from, end } = this.whole(executive);
    const row = new Uint16Array(this.#learnt.length);
    for (let k = from; k < end; k++) row[otherIn(pairs[k]!)] = fitIn(pairs[k]!);
    return row;
  }

  /** At least the best of those they may meet. May be written over by the next call. */
  suits(executive: number): Suits {
    const known = this.#kept[executive] ?? this.#elsewhere?.find(executive);
    if (!known) return this.#workOut(executive, FIRST);
    this.#kept[executive] = known;
    return known;
  }

  /** All whom they may meet. May be written over by the next call. */
  whole(executive: number): Suits {
    const known = this.#kept[executive];
    return known?.beyond === 0 ? known : this.#workOut(executive, this.#learnt.length);
  }

  #workOut(e: number, most: number): Suits {
    const many = this.#score(e);
    const { least, count, beyond } = this.#cut(most);
    if (this.#chunk.length - this.#filled < count) {
      const pairs = Math.min(CHUNK, this.#left, (this.#problem.executives.length - e) * count);
      this.#chunk = new Int32Array(Math.max(count, pairs));
      this.#filled = 0;
    }
    this.#sort(many, least);
    const found = { pairs: this.#chunk, from: this.#filled, end: this.#filled + count, beyond };
    if (count > this.#left) return found;
    this.#left -= count;
    this.#filled = found.end;
    this.#kept[e] = found;
    return found;
  }

  /** Works out whom an executive may meet, their fits, and how many have each fit; returns how many they are. */
  #score(e: number): number {
    const { wants, offers, interests } = this.#problem.executives[e]!;
    const [learnt, shared] = [this.#learnt.fill(0), this.#shared];
    shared.set(this.#sharedAtFirst);
    for (const topic of wants) this.#offers.addTo(learnt, topic, this.#taught);
    for (const mentor of this.#problem.kept[e]!) learnt[mentor] = 0;
    for (const offer of offers) this.#wants.addTo(shared, offer.topic, only(strengthOf(offer)));
    const interest = only(1 << this.#sharedBits);
    for (const topic of interests) this.#interests.addTo(shared, topic, interest);
    const easy = this.#easy.byMentor(e);
    const many = this.#whoSuits(easy);
    this.#sumUp(many, { learning: this.#learning(3 * wants.length), easy, meet: this.#meet.row(e) });
    return many;
  }

  /**
   * Writes down who offers enough, at common hours and in a common language; returns how many. Looks at every
   * pair, and so without a branch that a processor would guess wrong half of the time.
   */
  #whoSuits(easy: Int16Array): number {
    const [learnt, found] = [this.#learnt, this.#found];
    const low = (1 << this.#learntBits) - 1;
    let many = 0;
    for (let m = 0; m < learnt.length; m++) {
      found[many] = m;
      many += ((low - learnt[m]!) & ~easy[m]!) >>> 31;
    }
    return many;
  }

  /** Works out the fits of those who suit, and counts how many have each. */
  #sumUp(
    many: number,
    { learning, easy, meet }: { learning: Int16Array; easy: Int16Array; meet: Int16Array },
  ): void {
    const [found, learnt, shared, meetOf] = [this.#found, this.#learnt, this.#shared, this.#meet.classOf];
    const [back, liking, sharedBits] = [this.#back, this.#liking, this.#sharedBits];
    const [lowLearnt, lowShared] = [(1 << this.#learntBits) - 1, (1 << sharedBits) - 1];
    const counts = this.#many.fill(0);
    for (let k = 0; k < many; k++) {
      const m = found[k]!;
      const both = shared[m]!;
      const sum =
        learning[learnt[m]! & lowLearnt]! +
        back[both & lowShared]! +
        liking[both >> sharedBits]! +
        easy[m]! +
        meet[meetOf[m]!]!;
      const fit = sum < 1 ? 1 : sum;
      found[k] = packed(fit, m);
      counts[fit]!++;
    }
  }

  /** The least fit that `most` of the best have, how many have at least that, and the best fit below it. */
  #cut(most: number): { least: number; count: number; beyond: number } {
    const floor = Math.max(1, this.#problem.floor);
    let [least, count] = [BEST + 1, 0];
    while (least > floor && count < most) count += this.#many[--least]!;
    let beyond = least - 1;
    while (beyond >= floor && this.#many[beyond] === 0) beyond--;
    return { least, count, beyond: beyond < floor ? 0 : beyond };
  }

  /** Writes those of at least some fit into the chunk, by fit (counting sort). */
  #sort(many: number, least: number): void {
    const [found, starts, into] = [this.#found, this.#many, this.#chunk];
    let end = this.#filled;
    for (let fit = BEST; fit >= least; fit--) {
      const count = starts[fit]!;
      starts[fit] = end;
      end += count;
    }
    for (let k = 0; k < many; k++) {
      const pair = found[k]!;
      const fit = fitIn(pair);
      if (fit >= least) into[starts[fit]!++] = pair;
    }
  }

  /** What each sum of strengths is worth to an executive who could be taught `plenty`. */
  #learning(plenty: number): Int16Array {
    const known = this.#learningOf.get(plenty) ?? Int16Array.from(partsOf(WEIGHTS.learn, plenty));
    this.#learningOf.set(plenty, known);
    return known;
  }
}

/** How many bits hold whole numbers up to `most`. */
const bitsOf = (most: number): number => 32 - Math.clz32(most);

/** The worth of what is said with amount 1 alone. */
const only = (worth: number): Record<1 | 2 | 3, number> => ({ 1: worth, 2: 0, 3: 0 });

/** What each sum of strengths up to `plenty` is worth. */
const partsOf = (weight: number, plenty: number): number[] =>
  Array.from({ length: plenty + 1 }, (_, sum) => part(weight, sum, plenty));

function easyPart(one: Candidate, other: Candidate): number {
  const hours = hoursOf(one, other);
  const languages = sharedOf(one.languages, other.languages).length;
  if (hours < ENOUGH_HOURS || languages === 0) return NEVER;
  return part(WEIGHTS.time, Math.floor(hours), 4) + part(WEIGHTS.language, languages, 2);
}

/** Common ways of meeting, less what it costs to be alike. */
const meetPart = (one: Candidate, other: Candidate): number =>
  sharedOf(one.marks ?? [], other.marks ?? []).reduce(
    (sum, mark) => sum - costOf(mark),
    part(WEIGHTS.meet, sharedOf(one.meets, other.meets).length, 2),
  );
