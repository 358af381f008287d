import type { CircleSize } from '#domain/cohorts/cohort.ts';
import { GAP, type Solve } from '#domain/matching/circles/circle.ts';
import { largestProgramme } from '#domain/matching/circles/programme.ts';
import type { Tables } from '#domain/matching/circles/seats.ts';
import type { Watch } from '#domain/matching/types.ts';
import { atLeast, type Choice, placesAt, seatsAt } from './choice.ts';
import { chosenIn } from './chosen.ts';
import type { CircleFinder } from './circleFinder.ts';
import { countsOf, type Worth } from './cover.ts';
import { type Largest, largest } from './largest.ts';
import type { Levels } from './levels.ts';
import { Openings } from './openings.ts';
import { Sitting } from './sitting.ts';

interface Asked {
  tables: Tables;
  size: CircleSize;
  choices: readonly Choice[];
  worth: readonly (Worth | undefined)[];
  finder: CircleFinder;
  solve: Solve;
  watch: Watch;
  passes: number;
  isOver: () => boolean;
}

/** Circles by executive, as places at the tables, and how far below the best they may lie. */
interface Near {
  circles: number[][];
  gap: number;
}

/**
 * The circles of the most value that reach what `levels` say. Where the search's own bound leaves too much open, a
 * programme is solved over those seats alone that better circles could have.
 */
export async function findLargest(asked: Asked, levels: Levels): Promise<Near> {
  const { tables, size, worth, finder, solve } = asked;
  if (levels.reached === 0) return { circles: levels.circles, gap: 0 };
  const choices = asked.choices.map((choice) => atLeast(choice, levels.least));
  const openings = new Openings(worth, countsOf(levels.reached, choices.length));
  const own = largest({
    ...{ choices, openings, finder, start: seatsAt(choices, levels.circles) },
    ...{ mentors: tables.mentors.length, passes: asked.passes, watch: asked.watch, isOver: asked.isOver },
  });
  const found = { circles: placesAt(choices, own.circles), gap: gapOf(own.value, own.search.bound) };
  if (found.gap <= GAP) return found;
  const text = largestProgramme(tables, size, {
    worth: worth.map((one) => one?.points ?? 0),
    ...{ least: levels.least, reached: levels.reached, isOpen: couldBeBetter(choices, own, finder) },
  });
  const solved = await solve({ text, relativeGap: GAP, absoluteGap: 0 });
  if (solved === 'outOfTime') return found;
  if (solved === 'impossible') return { ...found, gap: 0 };
  const circles = chosenIn(tables, solved);
  const value = seatsAt(choices, circles).reduce(
    (sum, seats, e) => sum + new Sitting(choices[e]!, seats).value,
    0,
  );
  return { circles: value > own.value ? circles : found.circles, gap: Math.min(GAP, found.gap) };
}

/** As a part of the best; 1 where nothing bounds it. */
const gapOf = (value: number, bound: number): number =>
  Number.isFinite(bound) ? Math.max(0, 1 - value / bound) : 1;

/**
 * Whether circles better than those found could have somebody at a place. Whoever sits where it costs more than lies
 * between them and the bound cannot (reduced cost fixing).
 */
function couldBeBetter(
  choices: readonly Choice[],
  { value, search }: Largest,
  finder: CircleFinder,
): (executive: number, place: number) => boolean {
  if (!Number.isFinite(search.bound)) return () => true;
  const open = choices.map((choice, e) => {
    const than = search.regard[e]! - (search.bound - value);
    const seats = Array.from(choice.place.keys()).filter(
      (seat) => finder.findWith(choice, search.prices, seat, than) || finder.brokeOff,
    );
    return new Set(seats.map((seat) => choice.place[seat]!));
  });
  return (e, place) => open[e]!.has(place);
}
