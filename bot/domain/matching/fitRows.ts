import type { TopicId } from '../ids.ts';
import { ClassTable } from './classTable.ts';
import { part, sharedOf, WEIGHTS } from './fit.ts';
import { Postings } from './postings.ts';
import type { Problem } from './problem.ts';
import { type Candidate, ENOUGH_HOURS, ENOUGH_STRENGTH, hoursOf, strengthOf } from './rules.ts';

/** So many pairs that may meet are kept once worked out, four bytes each; the rest is worked out each time. */
const MOST_KEPT = 20_000_000;
/** Room is made for so many pairs at a time. */
const CHUNK = 1 << 18;
/** More mentors than this don't fit into 16 bits. */
const MOST_SHORT = 1 << 16;
/** Counted above 16 bits of something else: topics that are offered well enough, and shared interests. */
const HIGH = 1 << 16;
const LOW_BITS = HIGH - 1;
const NEVER = -1;
const BEST = 1000;
const INTEREST = Int32Array.from([0, 1, 2, 3], (shared) => part(WEIGHTS.interest, shared, 3));

/** The mentors an executive may meet and what each pair is worth: the best fit first, equals in ascending order. */
export interface Suits {
  mentor: Uint16Array | Int32Array;
  fit: Uint16Array;
}

/**
 * The fit of one executive with all whom they may meet at a time, exactly what `fitOf` says; nobody below the
 * floor. Adds up by topic instead of by pair, so that a topic costs only those mentors who speak of it, and
 * finishes with one pass over whole numbers: O(mentors) per row with small constants.
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
  /** The mentors an executive may meet and their fits, while a row is worked out; by fit, how many and from where. */
  readonly #suits: Int32Array;
  readonly #fits: Uint16Array;
  readonly #many = new Int32Array(BEST + 1);
  readonly #learningOf = new Map<number, Int32Array>();
  readonly #row: Uint16Array;
  /** By executive, what was worked out already; it stands in chunks, the last filled up to `#filled`. */
  readonly #kept: (Suits | undefined)[] = [];
  #chunk: Suits;
  #filled = 0;
  #left = MOST_KEPT;

  constructor(problem: Problem) {
    const { executives, mentors } = problem;
    const columns = mentors.length;
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
    this.#fits = new Uint16Array(columns);
    this.#row = new Uint16Array(columns);
    this.#chunk = chunkOf(Math.min(CHUNK, executives.length * columns), columns);
  }

  /** Fits by mentor, 0 where they may not meet. Written over by the next call. */
  row(executive: number): Uint16Array {
    const { mentor, fit } = this.suits(executive);
    const row = this.#row.fill(0);
    for (let k = 0; k < mentor.length; k++) row[mentor[k]!] = fit[k]!;
    return row;
  }

  /** Only those they may meet. May be written over by the next call. */
  suits(executive: number): Suits {
    const known = this.#kept[executive];
    if (known) return known;
    const columns = this.#row.length;
    if (this.#chunk.fit.length - this.#filled < columns) {
      this.#chunk = chunkOf(Math.max(columns, Math.min(CHUNK, this.#left)), columns);
      this.#filled = 0;
    }
    const end = this.#score(executive, this.#chunk, this.#filled);
    const { mentor, fit } = this.#chunk;
    const found = { mentor: mentor.subarray(this.#filled, end), fit: fit.subarray(this.#filled, end) };
    if (found.fit.length > this.#left) return found;
    this.#left -= found.fit.length;
    this.#filled = end;
    this.#kept[executive] = found;
    return found;
  }

  /** Writes down whom an executive may meet; returns where they end. */
  #score(e: number, into: Suits, from: number): number {
    const { wants, offered, interests } = this.#problem.executives[e]!;
    const [learnt, shared] = [this.#learnt.fill(0), this.#shared.fill(0)];
    for (const topic of wants) this.#offers.addTo(learnt, topic);
    for (const mentor of this.#problem.kept[e]!) learnt[mentor] = 0;
    for (const offer of offered.values()) this.#wants.addTo(shared, offer.topic, strengthOf(offer));
    for (const interest of interests) this.#interests.addTo(shared, interest);
    const many = this.#whoSuits(this.#easy.row(e));
    const learning = this.#learning(3 * wants.length);
    this.#sumUp(many, { learning, easy: this.#easy.row(e), meet: this.#meet.row(e) });
    return this.#sort(many, into, from);
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

  /** Works out the fits of those who suit, and counts how many have each. */
  #sumUp(
    many: number,
    { learning, easy, meet }: { learning: Int32Array; easy: Int16Array; meet: Int16Array },
  ): void {
    const [learnt, shared, back, backFrom] = [this.#learnt, this.#shared, this.#back, this.#backFrom];
    const [suits, easyOf, meetOf] = [this.#suits, this.#easy.classOf, this.#meet.classOf];
    const [fits, counts] = [this.#fits, this.#many.fill(0)];
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
      fits[k] = fit;
      counts[fit]!++;
    }
  }

  /** Writes them down by fit, nobody below the floor (counting sort); returns where they end. */
  #sort(many: number, { mentor, fit: into }: Suits, from: number): number {
    const [suits, fits, starts] = [this.#suits, this.#fits, this.#many];
    const least = Math.max(1, this.#problem.floor);
    let end = from;
    for (let fit = BEST; fit >= least; fit--) {
      const count = starts[fit]!;
      starts[fit] = end;
      end += count;
    }
    for (let k = 0; k < many; k++) {
      const fit = fits[k]!;
      if (fit < least) continue;
      const at = starts[fit]!++;
      mentor[at] = suits[k]!;
      into[at] = fit;
    }
    return end;
  }

  /** What each sum of strengths is worth to an executive who could be taught `plenty`. */
  #learning(plenty: number): Int32Array {
    const known = this.#learningOf.get(plenty) ?? Int32Array.from(partsOf(WEIGHTS.learn, plenty));
    this.#learningOf.set(plenty, known);
    return known;
  }
}

const chunkOf = (pairs: number, mentors: number): Suits => ({
  mentor: mentors <= MOST_SHORT ? new Uint16Array(pairs) : new Int32Array(pairs),
  fit: new Uint16Array(pairs),
});

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
