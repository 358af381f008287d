import { GAP } from '#domain/matching/circles/circle.ts';
import type { Watch } from '#domain/matching/types.ts';
import { bid } from './bidding.ts';
import type { Choice } from './choice.ts';
import type { CircleFinder } from './circleFinder.ts';
import { exchange } from './exchange.ts';
import type { Openings } from './openings.ts';
import { PriceSearch } from './priceSearch.ts';

interface Asked {
  choices: readonly Choice[];
  openings: Openings;
  /** Some circles, by executive as seats, of executives who may be those to have one. */
  start: readonly (readonly number[])[];
  mentors: number;
  finder: CircleFinder;
  /** How often everybody is asked at most. */
  passes: number;
  watch: Watch;
  /** Whether time is up. */
  isOver: () => boolean;
}

export interface Largest {
  circles: number[][];
  value: number;
  search: PriceSearch;
}

/** From this nearness of the bound on circles are formed at its prices. */
const NEAR = 0.004;
/** At this nearness nothing more comes of it. */
const THERE = 1e-6;
/** By how much bids rise, and what it costs to take somebody from another, in turn, in permille of fit. */
const STEP = 1;
const HELD = [20, 40, 10, 30, 15];
/** By how many places the order in which they bid turns with each try. */
const TURN = 7;

/**
 * The circles of the most value that bidding at good prices and exchanging find, and the search that bounds what
 * they could be. Ends when they are as near to the bound as is asked for, or neither moves.
 */
export function largest({
  choices,
  openings,
  start,
  mentors,
  finder,
  passes,
  watch,
  isOver,
}: Asked): Largest {
  const search = new PriceSearch(choices, openings, secondFits(choices, mentors), finder);
  let best = exchange(choices, start, { mentors, openings });
  const isNear = () => best.value >= search.bound * (1 - GAP);
  const isDone = () => search.isLost || isNear() || isOver();
  let [tries, movedAt, bound] = [0, 0, Number.POSITIVE_INFINITY];
  for (let pass = 1; pass <= passes && !isDone(); pass++) {
    watch('assign', pass, passes);
    search.pass();
    if (search.nearness > NEAR || isNear()) continue;
    if (search.bound < bound) [movedAt, bound] = [tries, search.bound];
    if (tries - movedAt >= HELD.length) continue;
    const held = HELD[tries++ % HELD.length]!;
    const from = (tries * TURN) % search.open.length;
    const open = [...search.open.slice(from), ...search.open.slice(0, from)];
    const circles = bid(finder, { choices, open, prices: search.prices, step: STEP, held });
    const found = circles && exchange(choices, circles, { mentors, openings });
    if (found && found.value > best.value) best = found;
    if (search.nearness < THERE) break;
  }
  return { ...best, search };
}

/** What the executive whom a mentor suits second best could pay for them. */
function secondFits(choices: readonly Choice[], mentors: number): Float64Array {
  const [first, second] = [new Float64Array(mentors), new Float64Array(mentors)];
  for (const { mentor, fit } of choices)
    for (const [seat, m] of mentor.entries()) {
      const value = fit[seat]!;
      if (value > first[m]!) [first[m], second[m]] = [value, first[m]!];
      else if (value > second[m]!) second[m] = value;
    }
  return second;
}
