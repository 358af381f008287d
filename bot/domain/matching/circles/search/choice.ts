import type { CircleSize } from '#domain/cohorts/cohort.ts';
import { FEWEST_DEPARTMENTS } from '#domain/cohorts/cohort.ts';
import { KNOWN, STRENGTHS } from '#domain/matching/circles/circle.ts';
import { FURTHER } from '#domain/matching/circles/mix.ts';
import type { Table, Tables } from '#domain/matching/circles/seats.ts';
import { type Candidate, strengthIn } from '#domain/matching/rules.ts';

/** Whom one executive may sit with and what it is worth, as numbers in arrays by seat. */
export interface Choice {
  /** Fewest and most who sit beside them. */
  least: number;
  most: number;
  /** How many departments beside the executive's must be among them. */
  needs: number;
  /** What each of those departments is worth. */
  further: number;
  topics: number;
  /** What one more strength in one topic is worth. */
  unit: number;
  count: number;
  /** By seat, in the order of the table's: its place there, its mentor, fit, and strengths by topic. */
  place: Int32Array;
  mentor: Int32Array;
  fit: Int32Array;
  strength: Uint8Array;
  /** The ways to meet that a seat has, a bit each; whether those are all. */
  modes: Int32Array;
  hasAllModes: boolean;
  /** Numbered; -1 for none and for the executive's own. */
  department: Int32Array;
  pinned: number[];
  /** By seat, where there are any: the seats that cannot be taken beside it. */
  clashes: (Set<number> | undefined)[];
}

/** A set of ways to meet is the bits of one number; those with the most people come first. */
const MOST_MODES = 31;

/** What there is to choose from around each executive. */
export function choicesFrom({ tables, mentors }: Tables, size: CircleSize): Choice[] {
  return tables.map((table) => {
    const { executive, seats } = table;
    const who = seats.map(({ mentor }) => mentors[mentor]!);
    const topics = executive.wants.length;
    return {
      ...{ least: size.least, most: size.most, topics, unit: KNOWN / (STRENGTHS * Math.max(1, topics)) },
      needs: size.mixed ? FEWEST_DEPARTMENTS - (executive.department ? 1 : 0) : 0,
      further: size.mixed ? FURTHER : 0,
      count: seats.length,
      place: Int32Array.from(seats.keys()),
      mentor: Int32Array.from(seats, ({ mentor }) => mentor),
      fit: Int32Array.from(seats, ({ fit }) => fit),
      strength: Uint8Array.from(
        who.flatMap((mentor) => executive.wants.map((topic) => strengthIn(mentor, topic))),
      ),
      ...{ modes: modesBySeat(table), department: numbered(executive, who), clashes: clashesBySeat(table) },
      hasAllModes: table.modes.length <= MOST_MODES,
      pinned: [...seats.keys()].filter((seat) => seats[seat]!.isPinned),
    };
  });
}

function modesBySeat({ seats, modes }: Table): Int32Array {
  const bits = new Int32Array(seats.length);
  for (const [k, mode] of modes.slice(0, MOST_MODES).entries())
    for (const seat of mode) bits[seat]! |= 1 << k;
  return bits;
}

function clashesBySeat({ clashes }: Table): Choice['clashes'] {
  const both = clashes.flatMap(([one, other]): [number, number][] => [
    [one, other],
    [other, one],
  ]);
  const apart: Choice['clashes'] = [];
  for (const [seat, beside] of Map.groupBy(both, ([one]) => one))
    apart[seat] = new Set(beside.map(([, other]) => other));
  return apart;
}

function numbered(executive: Candidate, who: readonly Candidate[]): Int32Array {
  const names = new Map<string, number>();
  return Int32Array.from(who, ({ department }) => {
    if (!department || department === executive.department) return -1;
    const number = names.get(department) ?? names.size;
    names.set(department, number);
    return number;
  });
}

/** The same without those who fit less than `least`, unless pinned. */
export function atLeast(choice: Choice, least: number): Choice {
  const { count, fit, pinned, topics, strength, clashes } = choice;
  const kept = new Set(pinned);
  for (let seat = 0; seat < count; seat++) if (fit[seat]! >= least) kept.add(seat);
  if (kept.size === count) return choice;
  const open = [...kept].sort((a, b) => a - b);
  const at = new Map(open.map((seat, n) => [seat, n]));
  const still = (seats: Iterable<number>) => [...seats].flatMap((seat) => at.get(seat) ?? []);
  const of = (values: Int32Array) => Int32Array.from(open, (seat) => values[seat]!);
  return {
    ...choice,
    count: open.length,
    ...{ place: of(choice.place), mentor: of(choice.mentor), fit: of(fit) },
    ...{ modes: of(choice.modes), department: of(choice.department) },
    strength: Uint8Array.from({ length: open.length * topics }, (_, n) => {
      const seat = Math.floor(n / topics);
      return strength[open[seat]! * topics + (n - seat * topics)]!;
    }),
    pinned: still(pinned),
    clashes: clashes.length > 0 ? open.map((seat) => clashes[seat] && new Set(still(clashes[seat]))) : [],
  };
}

/** The same where all that counts is who could sit together, in circles as small as can be. */
export function smallest(choice: Choice): Choice {
  const places = Math.max(choice.least, choice.pinned.length);
  return {
    ...choice,
    ...{ least: places, most: choice.needs > 0 ? choice.most : places, further: 0, unit: 0 },
    fit: new Int32Array(choice.count),
  };
}

/** By executive the seats of these circles, by their places at the tables, and back. */
export const seatsAt = (choices: readonly Choice[], circles: readonly (readonly number[])[]): number[][] =>
  circles.map((places, e) => places.map((place) => choices[e]!.place.indexOf(place)));
export const placesAt = (choices: readonly Choice[], circles: readonly (readonly number[])[]): number[][] =>
  circles.map((seats, e) => seats.map((seat) => choices[e]!.place[seat]!));
