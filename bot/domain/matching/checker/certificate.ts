import type { PersonId } from '#domain/basics/ids.ts';
import { fitOf } from '#domain/matching/fit.ts';
import { type Candidate, keepsRules } from '#domain/matching/rules.ts';
import type { Certificate, Cut, Match, MatchOptions, Two } from '#domain/matching/types.ts';
import { PlaceGains } from './placeGains.ts';
import type { Row } from './plainFits.ts';

/** What is claimed: these pairs, and that nothing better exists. */
export interface Claim {
  pairs: readonly Pick<Match, 'executive' | 'mentor' | 'fit'>[];
  certificate: Certificate;
}

/** What is wrong with a claim, the first of it; empty when it is proven. */
export type Flaw = '' | 'pair' | 'room' | 'pin' | 'cut' | 'price' | 'covered' | 'waiting' | 'worst' | 'total';

/** Who takes part, and whom each executive would suit better than `above`, rank, exclusions and room aside. */
export interface Around {
  options: MatchOptions;
  executives: readonly Candidate[];
  mentors: readonly Candidate[];
  row(executive: number, above: number): Row;
}

interface Seat {
  one: Candidate;
  /** Left after the pins. */
  room: number;
  claimed: { mentor: number; fit: number }[];
  /** Without a pinned mentor: is to be covered. */
  isOpen: boolean;
}

/** A cut by place: whoever is inside has no pair above `above` with a mentor who isn't. */
interface Fence {
  executives: ReadonlySet<PersonId>;
  holds: Uint8Array;
  above: number;
}

const keyOf = ({ executive, mentor }: Two): string => `${executive}\n${mentor}`;
/** Sums of such numbers stay exact. */
const isPrice = (value: number): boolean => Number.isInteger(value) && value >= 0 && value <= 2 ** 32;

/**
 * Checks a claim against everybody who takes part, trusting nothing the engine worked out. The pairs keep all
 * rules and rooms. Then each level is bounded from above by a cut or by prices, and the pairs reach the bound:
 *
 * - covered, waiting: executives outside the cut plus the room of its mentors (Kőnig 1931);
 * - worst: with one permille more, such a cut leaves somebody out;
 * - total: for any prices, no assignment is worth more than all room at its price plus, for each executive, the
 *   most they could gain at those prices (Lagrangian bound; equal only at the optimum).
 *
 * Looks at every pair once: at its fit first, and where that could break the proof, the plain rules and the
 * plain fit decide. O(pairs).
 */
export class Check {
  readonly #around: Around;
  readonly #options: MatchOptions;
  readonly #claim: Claim;
  readonly #executives: Seat[];
  readonly #mentors: { one: Candidate; room: number }[];
  readonly #prices: Float64Array;
  /** The same, none above what fits into 32 bits: never more than the price. */
  readonly #shortPrices: Int32Array;
  readonly #banned: Set<string>;
  readonly #pinned: Set<string>;

  constructor(around: Around, claim: Claim) {
    const prices = new Map(claim.certificate.prices.map(({ mentor, price }) => [mentor, price]));
    const paired = new Set(claim.pairs.map(keyOf));
    this.#around = around;
    this.#options = around.options;
    this.#claim = claim;
    this.#executives = around.executives.map((one) => ({ one, room: one.room, claimed: [], isOpen: true }));
    this.#mentors = around.mentors.map((one) => ({ one, room: one.room }));
    this.#prices = Float64Array.from(this.#mentors, ({ one }) => prices.get(one.id) ?? 0);
    this.#shortPrices = Int32Array.from(this.#prices, (price) => Math.min(price, 2 ** 30));
    this.#banned = new Set((this.#options.bans ?? []).map(keyOf));
    const pins = (this.#options.pins ?? []).map(keyOf);
    this.#pinned = new Set(pins.filter((pin) => paired.has(pin)));
  }

  flaw(watch: (done: number, of: number) => void): Flaw {
    return this.#flawOfPairs() || this.#flawOfPins() || this.#flawOfCounts() || this.#flawOfTotal(watch);
  }

  #flawOfPairs(): Flaw {
    const executiveAt = new Map(this.#executives.map((place) => [place.one.id, place]));
    const mentorAt = new Map(this.#mentors.map((place, m) => [place.one.id, m]));
    const seen = new Set<string>();
    const used = new Map<PersonId, number>();
    for (const pair of this.#claim.pairs) {
      const [key, m] = [keyOf(pair), mentorAt.get(pair.mentor) ?? -1];
      const [place, mentor] = [executiveAt.get(pair.executive), this.#mentors[m]];
      if (!place || !mentor || seen.has(key) || this.#banned.has(key)) return 'pair';
      if (!keepsRules(place.one, mentor.one) || fitOf(place.one, mentor.one) !== pair.fit) return 'pair';
      seen.add(key);
      for (const { id, room } of [place.one, mentor.one]) {
        used.set(id, (used.get(id) ?? 0) + 1);
        if ((used.get(id) ?? 0) > room) return 'room';
      }
      if (this.#pinned.has(key)) {
        place.isOpen = false;
        place.room--;
        mentor.room--;
      } else if (pair.fit < this.#lowest()) return 'pair';
      else place.claimed.push({ mentor: m, fit: pair.fit });
    }
    return '';
  }

  #lowest = (): number => Math.max(1, this.#options.floor, this.#claim.certificate.least);

  /** A pin may only be missing where the rules forbid it, or other pins took all room. */
  #flawOfPins(): Flaw {
    const at = (places: readonly { one: Candidate; room: number }[], id: PersonId) =>
      places.find(({ one }) => one.id === id);
    for (const pin of this.#options.pins ?? []) {
      if (this.#banned.has(keyOf(pin)) || this.#pinned.has(keyOf(pin))) continue;
      const [executive, mentor] = [at(this.#executives, pin.executive), at(this.#mentors, pin.mentor)];
      if (!executive || !mentor || !keepsRules(executive.one, mentor.one)) continue;
      if (executive.room > 0 && mentor.room > 0) return 'pin';
    }
    return '';
  }

  /** Covered, waiting and worst reach their bounds, if the cuts are cuts. */
  #flawOfCounts(): Flaw {
    const { covered, waiting, worst, least, owed } = this.#claim.certificate;
    if (![...this.#prices, owed.covered, owed.waiting, least].every(isPrice)) return 'price';
    const open = this.#executives.filter(({ isOpen }) => isOpen);
    const waits = open.filter(({ one }) => one.waiting);
    const have = (places: readonly Seat[]) => places.filter(({ claimed }) => claimed.length > 0).length;
    if (this.#boundOf(covered, open) !== have(open)) return 'covered';
    if (this.#boundOf(waiting, waits) !== have(waits)) return 'waiting';
    if (have(open) === 0) return least <= Math.max(1, this.#options.floor) ? '' : 'worst';
    const isUsed = this.#executives.some(({ claimed }) => claimed.some(({ fit }) => fit === least));
    const whom = worst?.of === 'waiting' ? waits : open;
    return worst && isUsed && this.#boundOf(worst, whom) < have(whom) ? '' : 'worst';
  }

  #boundOf({ executives, mentors }: Cut, places: readonly Seat[]): number {
    const [inside, behind] = [new Set(executives), new Set(mentors)];
    const outside = places.filter(({ one }) => !inside.has(one.id)).length;
    return this.#mentors.reduce((sum, { one, room }) => sum + (behind.has(one.id) ? room : 0), outside);
  }

  #fences(): Fence[] {
    const { covered, waiting, worst, least } = this.#claim.certificate;
    const cuts = [
      { ...covered, above: 0 },
      { ...waiting, above: 0 },
      ...(worst ? [{ ...worst, above: least }] : []),
    ];
    return cuts.map(({ executives, mentors, above }) => {
      const behind = new Set(mentors);
      const holds = Uint8Array.from(this.#mentors, ({ one }) => (behind.has(one.id) ? 1 : 0));
      return { executives: new Set(executives), holds, above };
    });
  }

  /** Walks over all pairs: no cut is crossed, and the pairs are worth as much as the prices allow. */
  #flawOfTotal(watch: (done: number, of: number) => void): Flaw {
    const fences = this.#fences();
    let bound = this.#mentors.reduce((sum, { room }, m) => sum + room * this.#prices[m]!, 0);
    let value = 0;
    for (const [e, place] of this.#executives.entries()) {
      if (e % 256 === 0) watch(e, this.#executives.length);
      const inside = fences.filter(({ executives }) => executives.has(place.one.id));
      const owed = this.#owed(place);
      const most = new PlaceGains(place.room, owed);
      for (const { mentor, fit } of place.claimed) most.offer(fit - this.#prices[mentor]!);
      const above = Math.max(most.least, this.#lowest() - 1);
      const row = this.#around.row(e, Math.min(above, ...inside.map((fence) => fence.above)));
      if (inside.some((fence) => this.#isCrossed(fence, place, row))) return 'cut';
      bound += this.#gain(place, row, most);
      value += place.claimed.reduce((sum, { fit }) => sum + fit, place.claimed.length > 0 ? 0 : -owed);
    }
    return value === bound ? '' : 'total';
  }

  #owed({ one, isOpen }: Seat): number {
    const { covered, waiting } = this.#claim.certificate.owed;
    return isOpen ? covered + (one.waiting ? waiting : 0) : 0;
  }

  #isCrossed({ holds, above }: Fence, place: Seat, { mentor, fit }: Row): boolean {
    for (let k = 0; k < fit.length; k++) {
      const m = mentor[k]!;
      if (holds[m] === 0 && fit[k]! > above && this.#plainFit(place, m) > above) return true;
    }
    return false;
  }

  /** The most an executive could gain at these prices, `most` being what they have. O(mentors). */
  #gain(place: Seat, row: Row, most: PlaceGains): number {
    const lowest = this.#lowest();
    for (let k = this.#better(row, 0, most.least); k >= 0; k = this.#better(row, k + 1, most.least)) {
      const m = row.mentor[k]!;
      if (place.claimed.some((one) => one.mentor === m)) continue;
      const plain = this.#plainFit(place, m);
      if (plain >= lowest) most.offer(plain - this.#prices[m]!);
    }
    return most.sum();
  }

  /** The next from `from` on who might do better than `least`, or -1. Hardly anybody does: this loop does nothing else. */
  #better({ mentor, fit }: Row, from: number, least: number): number {
    const [prices, lowest] = [this.#shortPrices, this.#lowest()];
    for (let k = from; k < fit.length; k++)
      if (fit[k]! - prices[mentor[k]!]! > least && fit[k]! >= lowest) return k;
    return -1;
  }

  /** 0 when these two may not meet, or pins took all of the mentor's room. */
  #plainFit({ one }: Seat, m: number): number {
    const { one: mentor, room } = this.#mentors[m]!;
    if (room === 0) return 0;
    const key = keyOf({ executive: one.id, mentor: mentor.id });
    if (this.#banned.has(key) || this.#pinned.has(key) || !keepsRules(one, mentor)) return 0;
    const fit = fitOf(one, mentor);
    return fit < this.#options.floor ? 0 : fit;
  }
}
