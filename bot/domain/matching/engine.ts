import type { PersonId } from '../ids.ts';
import { type Assignment, type Choices, cover } from './cover.ts';
import { fitOf, reasonsOf } from './fit.ts';
import { improve } from './improve.ts';
import { whyLeftOut } from './leftOut.ts';
import { type Candidate, keepsRules, toCandidate } from './rules.ts';
import type { Match, MatchOptions, MatchPerson, MatchResult, Two } from './types.ts';

/**
 * One matching round. Covers as many executives as can be (augmenting paths), those who waited first, then
 * swaps partners while the total fit grows. The same people give the same answer in any order. One new mentor
 * per executive and round. Simple and not proven best: `provenBest` is false.
 * O(E·M·topics) to compare, O(E·choices) to cover, O(E²) per pass of swaps.
 */
export function matchCohort(people: readonly MatchPerson[], options: MatchOptions): MatchResult {
  const all = people
    .map((person) => toCandidate(person, options.dateMs))
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : a.role < b.role ? -1 : 1));
  const free = all.filter((person) => person.room > 0);
  const executives = free.filter((person) => person.role === 'executive');
  const mentors = free.filter((person) => person.role === 'mentor');
  const room = new Map(mentors.map((mentor) => [mentor.id, mentor.room]));

  const pinned = pin(executives, mentors, options, room);
  const open = executives.filter((executive) => !pinned.has(executive.id));
  const choices = compare(open, mentors, options);
  const firstCome = [...open].sort((a, b) => Number(b.waiting) - Number(a.waiting)).map(({ id }) => id);
  const assignment = improve(cover(firstCome, choices, room), choices, room);
  return conclude(all, new Map([...pinned, ...assignment]), options);
}

const keyOf = ({ executive, mentor }: Two): string => `${executive}\n${mentor}`;

/** Pins that the hard rules and the room allow, taken out of the room. */
function pin(
  executives: readonly Candidate[],
  mentors: readonly Candidate[],
  options: MatchOptions,
  room: Map<PersonId, number>,
): Assignment {
  const pinned: Assignment = new Map();
  const wishes = [...(options.pins ?? [])].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  for (const wish of wishes) {
    const executive = executives.find((person) => person.id === wish.executive);
    const mentor = mentors.find((person) => person.id === wish.mentor);
    const left = room.get(wish.mentor) ?? 0;
    if (!executive || !mentor || left === 0 || pinned.has(executive.id)) continue;
    if (!keepsRules(executive, mentor)) continue;
    pinned.set(executive.id, mentor.id);
    room.set(mentor.id, left - 1);
  }
  return pinned;
}

function compare(
  executives: readonly Candidate[],
  mentors: readonly Candidate[],
  options: MatchOptions,
): Choices {
  const bans = new Set((options.bans ?? []).map(keyOf));
  const waits = new Set(mentors.filter((mentor) => mentor.waiting).map((mentor) => mentor.id));
  return new Map(
    executives.map((executive) => [
      executive.id,
      mentors
        .filter((mentor) => keepsRules(executive, mentor))
        .filter((mentor) => !bans.has(keyOf({ executive: executive.id, mentor: mentor.id })))
        .map((mentor) => ({ mentor: mentor.id, fit: fitOf(executive, mentor) }))
        .filter(({ fit }) => fit >= options.floor)
        .sort(
          (a, b) =>
            b.fit - a.fit ||
            Number(waits.has(b.mentor)) - Number(waits.has(a.mentor)) ||
            (a.mentor < b.mentor ? -1 : 1),
        ),
    ]),
  );
}

function conclude(all: readonly Candidate[], assignment: Assignment, options: MatchOptions): MatchResult {
  const find = (id: PersonId, role: string) => all.find((one) => one.id === id && one.role === role);
  const pairs = [...assignment].flatMap(([executiveId, mentorId]): Match[] => {
    const executive = find(executiveId, 'executive');
    const mentor = find(mentorId, 'mentor');
    if (!executive || !mentor) return [];
    const fit = fitOf(executive, mentor);
    return [{ executive: executiveId, mentor: mentorId, fit, reasons: reasonsOf(executive, mentor) }];
  });
  pairs.sort((a, b) => (a.executive < b.executive ? -1 : 1));
  const met = new Set([...assignment].flat());
  const free = all.filter((person) => person.room > 0);
  return {
    pairs,
    leftOut: free
      .filter((person) => !met.has(person.id))
      .map((person) => ({
        person: person.id,
        role: person.role,
        reason: whyLeftOut(person, all, options.floor),
      })),
    provenBest: false,
    totals: {
      covered: pairs.length,
      total: free.filter((person) => person.role === 'executive').length,
      fit: pairs.reduce((sum, { fit }) => sum + fit, 0),
      worst: pairs.reduce((worst, { fit }) => Math.min(worst, fit), pairs.length > 0 ? 1000 : 0),
    },
  };
}
