import { type Assignment, NOTHING } from './assignment.ts';
import { fitIn, otherIn } from './packed.ts';

/**
 * Executives bid for their first place: each takes the mentor worth most to them and pays up to where the next
 * best would do as well; whoever held the place bids again. Leaves what `Assignment` promises intact, and only
 * the harder cases to the path search (Jonker & Volgenant 1987, augmenting row reduction; Bertsekas 1988).
 * On equal terms the last to bid wins, so they bid from the last to the first.
 * Returns the executives who still need a place. `least` is the lowest fit that may be used.
 */
export function auction(assignment: Assignment, least: number, passes = 4): number[] {
  const { room } = assignment.problem;
  const paid = new Int32Array(assignment.holder.length);
  let waiting = [...room.keys()].filter((e) => room[e]! > 0);
  const mostBids = 4 * waiting.length;
  for (let pass = 0; pass < passes; pass++) {
    const next: number[] = [];
    const stack = waiting;
    for (let bids = 0; stack.length > 0; bids++) {
      const executive = stack.pop()!;
      const outbid = bids < mostBids ? bidOnce(assignment, executive, { least, paid }) : executive;
      if (outbid === executive) next.push(executive);
      else if (outbid >= 0) stack.push(outbid);
    }
    waiting = next.sort((a, b) => a - b);
  }
  return waiting;
}

/** Who has no place now: the one who was outbid, the bidder when undecided, or -1 when nobody is left to bid. */
function bidOnce(
  assignment: Assignment,
  executive: number,
  { least, paid }: { least: number; paid: Int32Array },
): number {
  const { prices, lists } = assignment;
  const { from, pairs } = lists;
  let [best, at, bestFit] = [assignment.without(executive, 0), -1, 0];
  let [second, nextAt, nextFit] = [NOTHING, -1, 0];
  for (let q = from[executive]!, end = from[executive + 1]!; q < end; q++) {
    const offered = fitIn(pairs[q]!);
    if (offered < least || offered <= second) break;
    const m = otherIn(pairs[q]!);
    const net = (offered - prices[m]!) | 0;
    if (net <= second) continue;
    if (net > best) {
      second = best;
      nextAt = at;
      nextFit = bestFit;
      best = net;
      at = m;
      bestFit = offered;
    } else {
      second = net;
      nextAt = m;
      nextFit = offered;
    }
  }
  if (at < 0) return -1;
  if (assignment.hasRoom(at)) {
    assignment.give(executive, at, bestFit);
    return -1;
  }
  if (best > second) return outbid(assignment, { executive, mentor: at, fit: bestFit }, best - second, paid);
  if (nextAt < 0 || !assignment.hasRoom(nextAt)) return executive;
  assignment.give(executive, nextAt, nextFit);
  return -1;
}

/** Takes the cheapest place of a mentor, paying `more` for it; the mentor's price is that of the cheapest left. */
function outbid(
  assignment: Assignment,
  { executive, mentor, fit }: { executive: number; mentor: number; fit: number },
  more: number,
  paid: Int32Array,
): number {
  const { placeFrom, holder, holderFit, slotFrom, slot, slotFit, count, prices } = assignment;
  const [first, end] = [placeFrom[mentor]!, placeFrom[mentor + 1]!];
  let cheapest = first;
  for (let place = first + 1; place < end; place++) if (paid[place]! < paid[cheapest]!) cheapest = place;
  const before = holder[cheapest]!;
  count[before] = 0;
  holder[cheapest] = executive;
  holderFit[cheapest] = fit;
  slot[slotFrom[executive]!] = mentor;
  slotFit[slotFrom[executive]!] = fit;
  count[executive] = 1;
  paid[cheapest]! += more;
  let price = paid[first]!;
  for (let place = first + 1; place < end; place++) price = Math.min(price, paid[place]!);
  prices[mentor] = price;
  return before;
}
