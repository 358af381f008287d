import { bid } from './bidding.ts';
import { atLeast, type Choice, placesAt, smallest } from './choice.ts';
import type { CircleFinder } from './circleFinder.ts';
import type { Counts } from './openings.ts';

/** What it is worth that an executive has a circle at all. */
export interface Worth {
  isPinned: boolean;
  waiting: boolean;
  /** More than all that comes after it together. */
  points: number;
}

/** A mentor costs so much more each time they are taken from somebody, and while somebody has them. */
const STEP = 1;
const HELD = 4;
/** What a circle may cost, where not all can have one: those who waited a little more, who was pinned whatever it is. */
const COST = { anybody: 6, waiting: 7, pinned: Number.POSITIVE_INFINITY };

/** Who can have a circle where nobody sits below a fit: what can be reached at most, and a way that reaches much. */
export class Cover {
  readonly #choices: readonly Choice[];
  readonly #worth: readonly (Worth | undefined)[];
  readonly #mentors: number;
  readonly #finder: CircleFinder;

  constructor(
    choices: readonly Choice[],
    { worth, mentors }: { worth: readonly (Worth | undefined)[]; mentors: number },
    finder: CircleFinder,
  ) {
    this.#choices = choices;
    this.#worth = worth;
    this.#mentors = mentors;
    this.#finder = finder;
  }

  /** All points there are. */
  get all(): number {
    return this.#worth.reduce((sum, one) => sum + (one?.points ?? 0), 0);
  }

  /** Nobody reaches more points; each kind of executive is bounded by the places that mentors can fill. */
  boundAt(least: number): number {
    const choices = this.#at(least).map(withCompany);
    const most = (isOne: (worth: Worth) => boolean): number => {
      const some = choices.filter((_, e) => this.#worth[e] && isOne(this.#worth[e]));
      const places = placesFilled(some, this.#mentors);
      const fewest = some.map(({ least }) => least).sort((a, b) => a - b);
      let [many, taken] = [0, 0];
      while (many < fewest.length && taken + fewest[many]! <= places) taken += fewest[many++]!;
      return many;
    };
    const counts = { pinned: most(({ isPinned }) => isPinned), waiting: most(({ waiting }) => waiting) };
    return pointsOf({ ...counts, all: most(() => true) }, this.#choices.length);
  }

  /** Circles by executive, as places at the tables, and the points they reach. */
  circlesAt(least: number, all: boolean): { circles: number[][]; reached: number } | undefined {
    const choices = this.#at(least);
    const asked = new Float64Array(this.#mentors);
    for (const [e, choice] of choices.entries())
      if (this.#worth[e]) for (const m of choice.mentor) asked[m]! += choice.least / choice.count;
    const open = [...choices.keys()]
      .filter((e) => this.#worth[e])
      .sort((a, b) => choices[a]!.count - choices[b]!.count || a - b);
    const costs = (e: number) => {
      const { isPinned, waiting } = this.#worth[e]!;
      return -(isPinned ? COST.pinned : waiting ? COST.waiting : COST.anybody);
    };
    const circles = bid(this.#finder, {
      ...{ choices, open, prices: asked, step: STEP, held: HELD },
      ...(!all && { atLeast: costs }),
    });
    if (!circles) return undefined;
    const reached = circles.reduce(
      (sum, { length }, e) => sum + (length > 0 ? this.#worth[e]!.points : 0),
      0,
    );
    return { circles: placesAt(choices, circles), reached };
  }

  #at = (least: number): Choice[] => this.#choices.map((choice) => smallest(atLeast(choice, least)));
}

/** Points for so many circles, among `executives`; each weight is more than all that comes after it together. */
export const pointsOf = ({ pinned, waiting, all }: Counts, executives: number): number =>
  (pinned * (executives + 1) + all) * (executives + 1) + waiting;

export function countsOf(points: number, executives: number): Counts {
  const more = executives + 1;
  const before = Math.floor(points / more);
  return { pinned: Math.floor(before / more), waiting: points % more, all: before % more };
}

/** Without those who share no way to meet with enough others. */
function withCompany(choice: Choice): Choice {
  const { modes, mentor, least, hasAllModes } = choice;
  if (!hasAllModes) return choice;
  const company = new Int32Array(32);
  for (const bits of modes) for (let k = 0; k < 32; k++) if ((bits >>> k) & 1) company[k]!++;
  let enough = 0;
  for (let k = 0; k < 32; k++) if (company[k]! >= least) enough |= 1 << k;
  return { ...choice, mentor: mentor.filter((_, seat) => (modes[seat]! & enough) !== 0) };
}

/**
 * How many places mentors could fill at most, of executives who each want the fewest, whoever may sit beside whom:
 * augmenting paths (Kuhn 1955). O(places × seats).
 */
function placesFilled(choices: readonly Pick<Choice, 'mentor' | 'least'>[], mentors: number): number {
  const holder = new Int32Array(mentors).fill(-1);
  const seenIn = new Int32Array(mentors).fill(-1);
  let search = 0;
  const takes = (e: number): boolean => {
    const { mentor } = choices[e]!;
    for (const m of mentor)
      if (holder[m]! < 0) {
        holder[m] = e;
        return true;
      }
    for (const m of mentor) {
      if (seenIn[m] === search || holder[m] === e) continue;
      seenIn[m] = search;
      if (!takes(holder[m]!)) continue;
      holder[m] = e;
      return true;
    }
    return false;
  };
  let filled = 0;
  for (const [e, { least }] of choices.entries())
    for (let place = 0; place < least; place++) {
      search++;
      if (!takes(e)) break;
      filled++;
    }
  return filled;
}
