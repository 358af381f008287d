import { type Candidate, toCandidates } from '#domain/matching/rules.ts';
import type { MatchOptions, MatchPerson } from '#domain/matching/types.ts';
import { unsignedArray } from '#domain/matching/unsigned.ts';
import { Check, type Claim, type Flaw } from './certificate.ts';
import { PlainFits, type Row } from './plainFits.ts';

/** So many of the best of each executive are kept; hardly ever does a proof hang on the others. */
const FIRST = 512;
/** Fits of so many pairs are kept, six bytes each at most; those of others are worked out when they are needed. */
const MOST_KEPT = 20_000_000;
/** Room is made for so many pairs at a time. */
const CHUNK = 1 << 18;

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
    let [mentors, fits, filled] = [unsignedArray(0, 0), new Int16Array(0), 0];
    let left = MOST_KEPT;
    for (const e of this.executives.keys()) {
      const { mentor, fit, beyond } = this.#fits.best(e, FIRST);
      left -= fit.length;
      if (left < 0) return;
      if (filled + fit.length > fits.length) {
        const room = Math.max(CHUNK, fit.length);
        [mentors, fits, filled] = [unsignedArray(room, this.mentors.length), new Int16Array(room), 0];
      }
      mentors.set(mentor, filled);
      fits.set(fit, filled);
      const end = filled + fit.length;
      this.#kept[e] = { mentor: mentors.subarray(filled, end), fit: fits.subarray(filled, end), beyond };
      filled = end;
    }
  }

  /** All whom an executive would suit better than `above`, and maybe others. May be written over by the next call. */
  row(e: number, above: number): Row {
    const kept = this.#kept[e];
    return kept && kept.beyond <= above ? kept : this.#fits.row(e);
  }

  /** What is wrong with a claim. Says nothing of who made it. */
  flawOf(claim: Claim, watch: (done: number, of: number) => void = () => undefined): Flaw {
    return new Check(this, claim).flaw(watch);
  }
}

/** Checks a claim against everybody who takes part. */
export const findFlaw = (people: readonly MatchPerson[], options: MatchOptions, claim: Claim): Flaw =>
  new Checker(people, options).flawOf(claim);
