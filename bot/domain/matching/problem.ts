import type { PersonId } from '#domain/basics/ids.ts';
import { type Candidate, keepsRules, toCandidates } from './rules.ts';
import type { MatchOptions, MatchPerson, Two } from './types.ts';

/** One round as the engine sees it: people are numbers, and what pins settled is out of the way. */
export interface Problem {
  /** Everybody, ordered by id. */
  all: Candidate[];
  pinned: { executive: Candidate; mentor: Candidate }[];
  /** Those with room left after the pins, and how much. */
  executives: Candidate[];
  mentors: Candidate[];
  room: Int32Array;
  mentorRoom: Int32Array;
  /** 1 for an executive without a pinned mentor, and for one of those who waited. */
  open: Uint8Array;
  waiting: Uint8Array;
  /** Mentors that each executive must not meet: rank, declined, excluded, former, banned, pinned already. */
  kept: number[][];
  floor: number;
}

const keyOf = ({ executive, mentor }: Two): string => `${executive}\n${mentor}`;

/**
 * Reads people and wishes into numbers. Mentors who waited come first, so that ties fall to them. Pins that
 * keep the hard rules are settled here, in the order of their ids; a ban wins over a pin.
 */
export function readProblem(people: readonly MatchPerson[], options: MatchOptions): Problem {
  const all = toCandidates(people, options.dateMs);
  const pinned = settlePins(all, options);
  const used = new Map<Candidate, number>();
  for (const one of pinned.flatMap(({ executive, mentor }) => [executive, mentor]))
    used.set(one, (used.get(one) ?? 0) + 1);
  const left = (one: Candidate) => one.room - (used.get(one) ?? 0);
  const free = all.filter((one) => left(one) > 0);
  const executives = free.filter(({ role }) => role === 'executive');
  const mentors = free.filter(({ role }) => role === 'mentor');
  mentors.sort((a, b) => Number(b.waiting) - Number(a.waiting));
  const isOpen = (one: Candidate) => !used.has(one);
  return {
    ...{ all, pinned, executives, mentors, floor: options.floor },
    room: Int32Array.from(executives, left),
    mentorRoom: Int32Array.from(mentors, left),
    open: Uint8Array.from(executives, (one) => Number(isOpen(one))),
    waiting: Uint8Array.from(executives, (one) => Number(isOpen(one) && one.waiting)),
    kept: keepApart(executives, mentors, options, pinned),
  };
}

const indexOf = (people: readonly Candidate[]): Map<PersonId, number> =>
  new Map(people.map(({ id }, n) => [id, n]));

function settlePins(all: readonly Candidate[], { pins = [], bans = [] }: MatchOptions): Problem['pinned'] {
  const banned = new Set(bans.map(keyOf));
  const wishes = new Map(pins.filter((pin) => !banned.has(keyOf(pin))).map((pin) => [keyOf(pin), pin]));
  const at = new Map(all.map((one) => [`${one.role} ${one.id}`, one]));
  const used = new Map<Candidate, number>();
  const settled: Problem['pinned'] = [];
  for (const [, wish] of [...wishes].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [executive, mentor] = [at.get(`executive ${wish.executive}`), at.get(`mentor ${wish.mentor}`)];
    if (!executive || !mentor || !keepsRules(executive, mentor)) continue;
    const [usedBy, usedOf] = [used.get(executive) ?? 0, used.get(mentor) ?? 0];
    if (usedBy >= executive.room || usedOf >= mentor.room) continue;
    used.set(executive, usedBy + 1).set(mentor, usedOf + 1);
    settled.push({ executive, mentor });
  }
  return settled;
}

/** O(length of all manager chains, exclusions and former pairs): nobody is compared with everybody. */
function keepApart(
  executives: readonly Candidate[],
  mentors: readonly Candidate[],
  { bans = [] }: MatchOptions,
  pinned: Problem['pinned'],
): number[][] {
  const [executiveAt, mentorAt] = [indexOf(executives), indexOf(mentors)];
  const apart: number[][] = executives.map(() => []);
  const note = (e: number | undefined, m: number | undefined) => {
    if (e !== undefined && m !== undefined) apart[e]?.push(m);
  };
  for (const [e, executive] of executives.entries())
    for (const ids of [[executive.id], executive.managerChain, executive.excludes, executive.former])
      for (const id of ids) note(e, mentorAt.get(id));
  for (const [m, mentor] of mentors.entries())
    for (const ids of [mentor.managerChain, mentor.excludes, mentor.former])
      for (const id of ids) note(executiveAt.get(id), m);
  for (const { executive, mentor } of bans) note(executiveAt.get(executive), mentorAt.get(mentor));
  for (const { executive, mentor } of pinned) note(executiveAt.get(executive.id), mentorAt.get(mentor.id));
  return apart;
}
