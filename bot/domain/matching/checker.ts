import { Check, type Claim, type Flaw } from './certificate.ts';
import { PlainFits, type Row } from './plainFits.ts';
import { type Candidate, toCandidates } from './rules.ts';
import type { MatchOptions, MatchPerson } from './types.ts';
import { wholes } from './wholes.ts';

/** Fits of so many pairs are kept, six bytes each at most; those of others are worked out when they are needed. */
const MOST_KEPT = 10_000_000;

/** Room is made for so many pairs at a time. */
const CHUNK = 1 << 18;

const chunkOf = (pairs: number, mentors: number): Row => ({
  mentor: wholes(pairs, mentors),
  fit: new Int16Array(pairs),
});

/** Everybody with room, as the checker reads them, and the plain fits of all pairs. */
export class Checker {
  readonly options: MatchOptions;
  readonly executives: Candidate[];
  readonly mentors: Candidate[];
  readonly #fits: PlainFits;
  readonly #kept: (Row | undefined)[] = [];

  constructor(people: readonly MatchPerson[], options: MatchOptions) {
    const all = toCandidates(people, options.dateMs).filter(({ room }) => room > 0);
    this.options = options;
    this.executives = all.filter(({ role }) => role === 'executive');
    this.mentors = all.filter(({ role }) => role === 'mentor');
    this.#fits = new PlainFits(this.executives, this.mentors);
  }

  /** Works out ahead what every claim is compared with. */
  prepare(): void {
    const many = this.mentors.length;
    let [left, filled] = [MOST_KEPT, 0];
    let chunk = chunkOf(0, many);
    for (const e of this.executives.keys()) {
      const { mentor, fit } = this.#fits.row(e);
      left -= fit.length;
      if (left < 0) return;
      if (filled + fit.length > chunk.fit.length) {
        chunk = chunkOf(Math.max(CHUNK, fit.length), many);
        filled = 0;
      }
      chunk.mentor.set(mentor, filled);
      chunk.fit.set(fit, filled);
      const end = filled + fit.length;
      this.#kept[e] = { mentor: chunk.mentor.subarray(filled, end), fit: chunk.fit.subarray(filled, end) };
      filled = end;
    }
  }

  /** May be written over by the next call. */
  row(e: number): Row {
    return this.#kept[e] ?? this.#fits.row(e);
  }

  /** What is wrong with a claim. Says nothing of who made it. */
  flawOf(claim: Claim, watch: (done: number, of: number) => void = () => {}): Flaw {
    return new Check(this, claim).flaw(watch);
  }
}

/** Checks a claim against everybody who takes part. */
export const findFlaw = (people: readonly MatchPerson[], options: MatchOptions, claim: Claim): Flaw =>
  new Checker(people, options).flawOf(claim);
