import type { PersonId, TopicId } from '../ids.ts';
import type { Offer } from '../person.ts';
import { commonHours, offsetMinutes } from './hours.ts';
import type { MatchPerson } from './types.ts';

/** A strength somebody did not state counts as 2 of 3. */
export const strengthOf = (offer: Offer): 1 | 2 | 3 => offer.strength || 2;
/** What a mentor must at least offer in one topic the executive wants. */
export const ENOUGH_STRENGTH = 2;
export const ENOUGH_HOURS = 1;

/** A person with what every comparison needs, worked out once. */
export interface Candidate extends MatchPerson {
  offset: number | undefined;
  above: ReadonlySet<PersonId>;
  apart: ReadonlySet<PersonId>;
  offered: ReadonlyMap<TopicId, Offer>;
}

export const toCandidate = (person: MatchPerson, dateMs: number): Candidate =>
  withOffset(person, offsetMinutes(person.timeZone, dateMs));

/** Everybody as candidates, ordered by id, whatever order they come in. Each time zone is looked up once. */
export function toCandidates(people: readonly MatchPerson[], dateMs: number): Candidate[] {
  const offsets = new Map<string, number | undefined>();
  for (const { timeZone } of people)
    if (!offsets.has(timeZone)) offsets.set(timeZone, offsetMinutes(timeZone, dateMs));
  return people
    .map((person) => withOffset(person, offsets.get(person.timeZone)))
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : a.role < b.role ? -1 : 1));
}

/** What somebody said twice counts once. */
const withOffset = (person: MatchPerson, offset: number | undefined): Candidate => ({
  ...person,
  wants: [...new Set(person.wants)],
  interests: [...new Set(person.interests)],
  languages: [...new Set(person.languages)],
  meets: [...new Set(person.meets)],
  offset,
  above: new Set(person.managerChain),
  apart: new Set([...person.excludes, ...person.former]),
  offered: new Map(person.offers.map((offer) => [offer.topic, offer])),
});

/** Topics the one wants and the other offers well enough. */
export const meetsWant = (wanting: Candidate, offering: Candidate): boolean =>
  wanting.wants.some((topic) => {
    const offer = offering.offered.get(topic);
    return offer !== undefined && strengthOf(offer) >= ENOUGH_STRENGTH;
  });

export const shareLanguage = (one: Candidate, other: Candidate): boolean =>
  one.languages.some((language) => other.languages.includes(language));

export const hoursOf = (one: Candidate, other: Candidate): number => commonHours(one.offset, other.offset);

/** Neither stands above the other, at any distance. */
export const areFreeOfRank = (one: Candidate, other: Candidate): boolean =>
  !one.above.has(other.id) && !other.above.has(one.id);

/** Nobody who declined, was excluded by either, or was paired with the other before. */
export const mayMeet = (one: Candidate, other: Candidate): boolean =>
  !one.apart.has(other.id) && !other.apart.has(one.id);

/** Every hard rule between two people, except room, which depends on the rest of the round. */
export const keepsRules = (executive: Candidate, mentor: Candidate): boolean =>
  executive.role === 'executive' &&
  mentor.role === 'mentor' &&
  executive.id !== mentor.id &&
  areFreeOfRank(executive, mentor) &&
  mayMeet(executive, mentor) &&
  shareLanguage(executive, mentor) &&
  meetsWant(executive, mentor) &&
  hoursOf(executive, mentor) >= ENOUGH_HOURS;
