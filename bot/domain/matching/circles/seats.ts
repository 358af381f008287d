import { fitOf } from '#domain/matching/fit.ts';
import { type Candidate, keepsRules, toCandidates } from '#domain/matching/rules.ts';
import type { MatchPerson, Two } from '#domain/matching/types.ts';
import { twoKey } from '#domain/matching/wishes.ts';
import type { CircleOptions } from './circle.ts';
import { modesOf } from './modes.ts';

/** A mentor who may sit with an executive. */
interface Seat {
  /** Index among the mentors. */
  mentor: number;
  fit: number;
  isPinned: boolean;
}

/** What there is to choose from around one executive. */
export interface Table {
  executive: Candidate;
  seats: Seat[];
  /** Ways to meet, as indexes of seats: all of a circle have one of them in common. */
  modes: number[][];
  /** Two seats of which one alone can be taken. */
  clashes: [number, number][];
}

export interface Tables {
  all: Candidate[];
  mentors: Candidate[];
  tables: Table[];
}

/** Everybody with room and whom they could sit with, ordered by id. O(executives × mentors). */
export function layTables(people: readonly MatchPerson[], options: CircleOptions): Tables {
  const all = toCandidates(people, options.dateMs);
  const free = all.filter(({ room }) => room > 0);
  const mentors = free.filter(({ role }) => role === 'mentor');
  const apart = clashing(mentors);
  const pins = pinsByMentor(options.pins ?? []);
  const bans = new Set((options.bans ?? []).map(twoKey));
  const tables = free
    .filter(({ role }) => role === 'executive')
    .map((executive) => {
      const seats = mentors.flatMap((mentor, n): Seat[] => {
        const pinnedTo = pins.get(mentor.id);
        const isElsewhere = pinnedTo !== undefined && pinnedTo !== executive.id;
        const isBanned = bans.has(twoKey({ executive: executive.id, mentor: mentor.id }));
        if (isElsewhere || isBanned || !keepsRules(executive, mentor)) return [];
        const [fit, isPinned] = [fitOf(executive, mentor), pinnedTo === executive.id];
        return fit >= options.floor || isPinned ? [{ mentor: n, fit, isPinned }] : [];
      });
      const modes = modesOf(
        executive,
        seats.map(({ mentor }) => mentors[mentor] as Candidate),
      );
      return { executive, seats, modes, clashes: clashesIn(seats, apart) };
    });
  return { all, mentors, tables };
}

/** A mentor sits in one circle: of several wishes for one the first by id counts, as everywhere. */
function pinsByMentor(pins: readonly Two[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const { executive, mentor } of pins.toSorted((a, b) => (twoKey(a) < twoKey(b) ? -1 : 1)))
    if (!found.has(mentor)) found.set(mentor, executive);
  return found;
}

/** By mentor the later ones who may not sit beside them: rank, declined, excluded, met before. */
function clashing(mentors: readonly Candidate[]): Set<number>[] {
  const at = new Map(mentors.map(({ id }, n) => [id, n]));
  const apart = mentors.map(() => new Set<number>());
  for (const [n, { managerChain, excludes, former }] of mentors.entries())
    for (const ids of [managerChain, excludes, former])
      for (const id of ids) {
        const other = at.get(id);
        if (other !== undefined && other !== n) apart[Math.min(n, other)]?.add(Math.max(n, other));
      }
  return apart;
}

function clashesIn(seats: readonly Seat[], apart: readonly Set<number>[]): [number, number][] {
  const seatOf = new Map(seats.map(({ mentor }, seat) => [mentor, seat]));
  return seats.flatMap(({ mentor }, seat) =>
    [...(apart[mentor] ?? [])].flatMap((other): [number, number][] => {
      const beside = seatOf.get(other);
      return beside === undefined ? [] : [[seat, beside]];
    }),
  );
}
