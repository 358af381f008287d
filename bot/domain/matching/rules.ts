import type { PersonId, TopicId } from '#domain/basics/ids.ts';
import type { Offer } from '#domain/profile/profile.ts';
import { commonHours, offsetMinutes } from './hours.ts';
import type { MatchPerson } from './types.ts';

/** A strength somebody did not state counts as 2 of 3. */
export const strengthOf = (offer: Offer): 1 | 2 | 3 => offer.strength || 2;
/** What a mentor must at least offer in one topic the executive wants. */
export const ENOUGH_STRENGTH = 2;
export const ENOUGH_HOURS = 1;

/** A person whose lists say everything once, with their clock's offset worked out. */
export interface Candidate extends MatchPerson {
  offset: number | undefined;
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

const withOffset = (person: MatchPerson, offset: number | undefined): Candidate => ({
  ...person,
  wants: once(person.wants),
  offers: onceEach(person.offers),
  interests: once(person.interests),
  languages: once(person.languages),
  meets: once(person.meets),
  offset,
});

/** The list itself when nothing stands in it twice, as nearly always. */
const once = <T>(list: T[]): T[] =>
  list.every((one, n) => list.indexOf(one) === n) ? list : [...new Set(list)];

/** Of what somebody offers twice, the last counts. */
function onceEach(offers: Offer[]): Offer[] {
  const isOnce = offers.every(({ topic }, n) => offers.findIndex((other) => other.topic === topic) === n);
  return isOnce ? offers : [...new Map(offers.map((offer) => [offer.topic, offer])).values()];
}

/** How strong somebody is in a topic, 0 when they don't offer it. */
export function strengthIn({ offers }: Candidate, topic: TopicId): 0 | 1 | 2 | 3 {
  for (const offer of offers) if (offer.topic === topic) return strengthOf(offer);
  return 0;
}

/** Topics the one wants and the other offers well enough. */
const meetsWant = (wanting: Candidate, offering: Candidate): boolean =>
  wanting.wants.some((topic) => strengthIn(offering, topic) >= ENOUGH_STRENGTH);

export const shareLanguage = (one: Candidate, other: Candidate): boolean =>
  one.languages.some((language) => other.languages.includes(language));

export const hoursOf = (one: Candidate, other: Candidate): number => commonHours(one.offset, other.offset);

/** Neither stands above the other, at any distance. */
export const areFreeOfRank = (one: Candidate, other: Candidate): boolean =>
  !one.managerChain.includes(other.id) && !other.managerChain.includes(one.id);

/** Nobody who declined, was excluded by either, or was paired with the other before. */
export const mayMeet = (one: Candidate, other: Candidate): boolean =>
  !keepsFrom(one, other.id) && !keepsFrom(other, one.id);

const keepsFrom = ({ excludes, former }: Candidate, id: PersonId): boolean =>
  excludes.includes(id) || former.includes(id);

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
