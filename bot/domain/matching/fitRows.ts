import type { TopicId } from '../ids.ts';
import { ClassTable } from './classTable.ts';
import { part, sharedOf, WEIGHTS } from './fit.ts';
import { Postings } from './postings.ts';
import type { Problem } from './problem.ts';
import { type Candidate, ENOUGH_HOURS, ENOUGH_STRENGTH, hoursOf, strengthOf } from './rules.ts';

/** Up to this many pairs, fits once worked out are kept: two bytes each. */
const MOST_KEPT = 40_000_000;
/** Counted above 16 bits of something else: topics that are offered well enough, and shared interests. */
const HIGH = 1 << 16;
const LOW_BITS = HIGH - 1;
const NEVER = -1;
const INTEREST = Int32Array.from([0, 1, 2, 3], (shared) => part(WEIGHTS.interest, shared, 3));

/**
 * The fit of one executive with every mentor at a time: 0 where they may not meet or fall below the floor,
 * else exactly what `fitOf` says. Adds up by topic instead of by pair, so that a topic costs only those mentors
 * who speak of it, and finishes with one pass over whole numbers: O(mentors) per row with small constants.
 */
export class FitRows {
  readonly #problem: Problem;
  readonly #offers: Postings<TopicId>;
  readonly #wants: Postings<TopicId>;
  readonly #interests: Postings<TopicId>;
  /** What hours and languages are worth, and ways of meeting. */
  readonly #easy: ClassTable;
  readonly #meet: ClassTable;
  /** What giving back is worth to mentor m: `#back[#backFrom[m] + strengths]`. */
  readonly #back: Int32Array;
  readonly #backFrom: Int32Array;
  /** By mentor: strengths in wanted topics, and above them how many of those are enough. */
  readonly #learnt: Int32Array;
  /** By mentor: strengths of the executive in what the mentor wants, and above them shared interests. */
  readonly #shared: Int32Array;
  /** The mentors an executive may meet, while a row is worked out. */
  readonly #suits: Int32Array;
  readonly #learningOf = new Map<number, Int32Array>();
  readonly #rows: Uint16Array;
  readonly #isKept: Uint8Array;

  constructor(problem: Problem) {
    const { executives, mentors } = problem;
    const [rows, columns] = [executives.length, mentors.length];
    this.#problem = problem;
    this.#offers = new Postings(mentors.map(({ offered }) => [...offered.values()].map(amountOf)));
    this.#wants = new Postings(mentors.map(({ wants }) => wants.map((topic) => [topic, 1] as const)));
    this.#interests = new Postings(
      mentors.map(({ interests }) => interests.map((topic) => [topic, HIGH] as const)),
    );
    this.#easy = new ClassTable(problem, (one) => `${one.offset} ${[...one.languages].sort()}`, easyPart);
    this.#meet = new ClassTable(problem, (one) => [...one.meets].sort().join(), meetPart);
    const most = Math.max(0, ...mentors.map(({ wants }) => wants.length));
    const tables = Array.from({ length: most + 1 }, (_, wants) => partsOf(WEIGHTS.giveBack, 3 * wants));
    const starts = tables.map((_, wants) =>
      tables.slice(0, wants).reduce((sum, { length }) => sum + length, 0),
    );
    this.#back = Int32Array.from(tables.flat());
    this.#backFrom = Int32Array.from(mentors, ({ wants }) => starts[wants.length]!);
    this.#learnt = new Int32Array(columns);
    this.#shared = new Int32Array(columns);
    this.#suits = new Int32Array(columns + 1);
    const keeps = rows * columns <= MOST_KEPT;
    this.#rows = new Uint16Array(keeps ? rows * columns : columns);
    this.#isKept = new Uint8Array(keeps ? rows : 0);
  }

  /** Fits by mentor. The row may be written over by the next call. */
  row(executive: number): Uint16Array {
    const columns = this.#problem.mentors.length;
    const keeps = this.#isKept.length > 0;
    const from = keeps ? executive * columns : 0;
    const row = this.#rows.subarray(from, from + columns);
    if (keeps && this.#isKept[executive]) return row;
    if (keeps) this.#isKept[executive] = 1;
    else row.fill(0);
    this.#score(executive, row);
    for (const mentor of this.#problem.kept[executive]!) row[mentor] = 0;
    return row;
  }

  #score(e: number, row: Uint16Array): void {
    const { wants, offered, interests } = this.#problem.executives[e]!;
    const [learnt, shared] = [this.#learnt.fill(0), this.#shared.fill(0)];
    for (const topic of wants) this.#offers.addTo(learnt, topic);
    for (const offer of offered.values()) this.#wants.addTo(shared, offer.topic, strengthOf(offer));
    for (const interest of interests) this.#interests.addTo(shared, interest);
    this.#sumUp(row, this.#whoSuits(this.#easy.row(e)), {
      learning: this.#learning(3 * wants.length),
      ...{ easy: this.#easy.row(e), meet: this.#meet.row(e) },
    });
  }

  /**
   * Writes down who offers enough, at common hours and in a common language; returns how many. Looks at every
   * pair, and so without a branch that a processor would guess wrong half of the time.
   */
  #whoSuits(easy: Int16Array): number {
    const [learnt, suits] = [this.#learnt, this.#suits];
    const easyOf = this.#easy.classOf;
    let many = 0;
    for (let m = 0; m < learnt.length; m++) {
      suits[many] = m;
      many += ((HIGH - 1 - learnt[m]!) & ~easy[easyOf[m]!]!) >>> 31;
    }
    return many;
  }

  #sumUp(
    row: Uint16Array,
    many: number,
    { learning, easy, meet }: { learning: Int32Array; easy: Int16Array; meet: Int16Array },
  ): void {
    const [learnt, shared, back, backFrom] = [this.#learnt, this.#shared, this.#back, this.#backFrom];
    const [suits, easyOf, meetOf] = [this.#suits, this.#easy.classOf, this.#meet.classOf];
    const { floor } = this.#problem;
    for (let k = 0; k < many; k++) {
      const m = suits[k]!;
      const both = shared[m]!;
      const interests = both >> 16;
      const sum =
        learning[learnt[m]! & LOW_BITS]! +
        back[backFrom[m]! + (both & LOW_BITS)]! +
        INTEREST[interests < 3 ? interests : 3]! +
        easy[easyOf[m]!]! +
        meet[meetOf[m]!]!;
      const fit = sum < 1 ? 1 : sum;
      row[m] = fit < floor ? 0 : fit;
    }
  }

  /** What each sum of strengths is worth to an executive who could be taught `plenty`. */
  #learning(plenty: number): Int32Array {
    const known = this.#learningOf.get(plenty) ?? Int32Array.from(partsOf(WEIGHTS.learn, plenty));
    this.#learningOf.set(plenty, known);
    return known;
  }
}

/** A strength, and above it 1 when it is enough. */
const amountOf = (offer: Parameters<typeof strengthOf>[0] & { topic: TopicId }): [TopicId, number] => {
  const strength = strengthOf(offer);
  return [offer.topic, strength + (strength >= ENOUGH_STRENGTH ? HIGH : 0)];
};

/** What each sum of strengths up to `plenty` is worth. */
const partsOf = (weight: number, plenty: number): number[] =>
  Array.from({ length: plenty + 1 }, (_, sum) => part(weight, sum, plenty));

function easyPart(one: Candidate, other: Candidate): number {
  const hours = hoursOf(one, other);
  const languages = sharedOf(one.languages, other.languages).length;
  if (hours < ENOUGH_HOURS || languages === 0) return NEVER;
  return part(WEIGHTS.time, Math.floor(hours), 4) + part(WEIGHTS.language, languages, 2);
}

const meetPart = (one: Candidate, other: Candidate): number =>
  part(WEIGHTS.meet, sharedOf(one.meets, other.meets).length, 2);
