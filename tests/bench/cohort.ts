import { asId, type PersonId, type TopicId } from '#domain/basics/ids.ts';
import { TOPICS } from '#domain/hearing/topics/topics.ts';
import type { MatchPerson } from '#domain/matching/types.ts';
import type { Role } from '#domain/people/person.ts';
import { MEETING_WAYS, type Offer } from '#domain/profile/profile.ts';
import { type Random, seeded, shuffledABit, zipf } from './random.ts';

/** The day whose clocks count. */
export const DAY = Date.UTC(2026, 10, 23);

const OFFICES = [
  ['Europe/London', 'en'],
  ['Europe/Paris', 'fr'],
  ['Europe/Zurich', 'de'],
  ['Europe/Athens', 'el'],
  ['America/New_York', 'en'],
  ['America/Chicago', 'en'],
  ['America/Los_Angeles', 'en'],
  ['Asia/Kolkata', 'en'],
  ['Asia/Singapore', 'zh'],
  ['Asia/Tokyo', 'ja'],
  ['Australia/Sydney', 'en'],
  ['Africa/Nairobi', 'sw'],
  ['America/Sao_Paulo', 'pt'],
  ['Asia/Dubai', 'ar'],
] as const;
const LANGUAGES = ['en', 'fr', 'de', 'el', 'zh', 'ja', 'sw', 'pt', 'ar', 'es'];
const INTERESTS = TOPICS.filter(({ area }) => area === 'interests').map(({ id }) => id);
const WORK = TOPICS.filter(({ area }) => area !== 'interests').map(({ id }) => id);

export interface CohortSize {
  executives: number;
  mentors: number;
  seed?: number;
}

/**
 * A company's cohort, made up but lifelike: few topics are wanted by many, what is offered follows another
 * ranking, so that some topics are scarce; offices with their clocks and languages; an organisation eight times
 * the cohort, executives from its upper half and mentors from below; half a former or declined partner per
 * executive; a tenth of the executives were left out last time. The same seed gives the same people.
 */
export function aCompany({ executives, mentors, seed = 5 }: CohortSize): MatchPerson[] {
  const random = seeded(seed);
  const tastes = tastesOf(random, topicsFor(executives + mentors));
  const seats = organisation(random, 8 * (executives + mentors));
  const pick = volunteers(random, seats.length, { executives, mentors });
  const people = [
    ...pick.executives.map((seat) =>
      aPerson(random, tastes, { role: 'executive', chain: chainOf(seats, seat), seat }),
    ),
    ...pick.mentors.map((seat) =>
      aPerson(random, tastes, { role: 'mentor', chain: chainOf(seats, seat), seat }),
    ),
  ];
  for (let n = 0; n < executives / 2; n++) {
    const executive = people[random.below(executives)];
    const mentor = people[executives + random.below(mentors)];
    if (executive && mentor) executive.former.push(mentor.id);
  }
  return people;
}

/** A dozen people with fifty topics would hardly ever meet. */
const topicsFor = (people: number): number => (people < 60 ? 12 : people < 500 ? 24 : 48);

type Draw = (random: Random) => number;
interface Tastes {
  topics: TopicId[];
  wants: Record<Role, Draw>;
  offers: Record<Role, Draw>;
  interest: Draw;
  office: Draw;
}

function tastesOf(random: Random, count: number): Tastes {
  const ranked = (steepness: number, noise: number): Draw =>
    zipf(count, steepness, noise > 0 ? shuffledABit(random, count, noise) : undefined);
  const step = Math.max(1, Math.floor(WORK.length / count));
  return {
    topics: Array.from({ length: count }, (_, n) => WORK[n * step] ?? WORK[0] ?? asId<TopicId>('none')),
    wants: { executive: ranked(0.9, 0), mentor: ranked(0.8, 0.9) },
    offers: { executive: ranked(0.8, 0.9), mentor: ranked(0.8, 0.6) },
    interest: zipf(Math.min(40, INTERESTS.length), 0.7),
    office: zipf(OFFICES.length, 1),
  };
}

/** By seat the seat above; five to nine people per manager. */
function organisation(random: Random, size: number): number[] {
  const above = [-1];
  for (let seat = 1; seat < Math.max(64, size); seat++)
    above.push(Math.floor((seat - 1) / (5 + random.below(5))));
  return above;
}

function chainOf(above: readonly number[], seat: number): PersonId[] {
  const chain: PersonId[] = [];
  for (let up = above[seat] ?? -1; up >= 0; up = above[up] ?? -1) chain.push(idOf(up));
  return chain;
}

const idOf = (seat: number): PersonId => asId<PersonId>(`p${String(seat).padStart(6, '0')}`);

function volunteers(random: Random, seats: number, { executives, mentors }: CohortSize) {
  const taken = new Set<number>();
  const upper: number[] = [];
  for (let seat = 0; upper.length < executives; seat++)
    if (random.part() < 0.5) {
      upper.push(seat);
      taken.add(seat);
    }
  const lower: number[] = [];
  while (lower.length < mentors) {
    const seat = Math.floor(seats * (0.35 + 0.65 * random.part()));
    if (taken.has(seat)) continue;
    taken.add(seat);
    lower.push(seat);
  }
  return { executives: upper, mentors: lower };
}

function aPerson(
  random: Random,
  tastes: Tastes,
  { role, chain, seat }: { role: Role; chain: PersonId[]; seat: number },
): MatchPerson {
  const isExecutive = role === 'executive';
  const [timeZone, language] = OFFICES[tastes.office(random)] ?? OFFICES[0];
  const wanted = several(random, isExecutive ? 2 + random.below(4) : 1 + random.below(3), tastes.wants[role]);
  const offered = several(
    random,
    isExecutive ? 2 + random.below(4) : 3 + random.below(6),
    tastes.offers[role],
  );
  const strengths = offered.map(() => Math.min(3, Math.floor(-Math.log(1 - random.part()) * 1.7)));
  const languages = [language, ...(random.part() < 0.92 ? ['en'] : [])];
  if (random.part() < 0.15) languages.push(LANGUAGES[random.below(LANGUAGES.length)] ?? 'en');
  return {
    ...{ id: idOf(seat), role, timeZone, managerChain: chain, excludes: [], former: [] },
    room: roomOf(random.part(), isExecutive ? [0.8, 0.95] : [0.85, 0.97]),
    wants: wanted.map((n) => tastes.topics[n] as TopicId),
    offers: offered.map((n, k) => ({ topic: tastes.topics[n], strength: strengths[k] }) as Offer),
    interests: several(random, 2 + random.below(5), tastes.interest).map((n) => INTERESTS[n] as TopicId),
    languages: [...new Set(languages)],
    meets: MEETING_WAYS.filter(() => random.part() < 0.5),
    waiting: isExecutive && random.part() < 0.1,
  };
}

const roomOf = (drawn: number, [one, two]: [number, number]): number =>
  drawn < one ? 1 : drawn < two ? 2 : 3;

function several(random: Random, count: number, draw: Draw): number[] {
  const drawn = new Set<number>();
  while (drawn.size < count) drawn.add(draw(random));
  return [...drawn];
}
