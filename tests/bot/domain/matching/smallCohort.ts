import { asId, type PersonId, type TopicId } from '#domain/basics/ids.ts';
import type { MatchPerson, Two } from '#domain/matching/types.ts';
import type { Role } from '#domain/people/person.ts';
import { MEETING_WAYS, type Offer } from '#domain/profile/profile.ts';
import type { Random } from '#tests/bench/random.ts';

const ZONES = ['Europe/London', 'Europe/Athens', 'Asia/Kolkata', 'America/New_York', 'Pacific/Auckland'];
/** What it costs to be alike, up to more than two have in common otherwise. */
const MARKS = ['40  finance', '40  risk', '100 Style blue', '200 Style red', '900 Floor 4'];
const person = (name: string) => asId<PersonId>(name);

export interface SmallCohort {
  executives: number;
  mentors: number;
  /** Few topics: many suit each other; many topics: few do. */
  topics: number;
}

/** Random people of every kind: rooms of up to three, rank, exclusions, former pairs, people who waited, marks that cost. */
export function aSmallCohort(random: Random, { executives, mentors, topics }: SmallCohort): MatchPerson[] {
  const size = executives + mentors;
  const topic = () => asId<TopicId>(`t${random.below(topics)}`);
  const some = <T>(most: number, one: () => T): T[] => [
    ...new Set(Array.from({ length: random.below(most + 1) }, one)),
  ];
  const anybody = () => person(`p${random.below(size)}`);
  return Array.from({ length: size }, (_, n) => {
    const role: Role = n < executives ? 'executive' : 'mentor';
    const strength = () => random.below(4) as Offer['strength'];
    return {
      ...{ id: person(`p${n}`), role, waiting: random.part() < 0.3 },
      room: random.part() < 0.6 ? 1 : random.below(4),
      wants: some(3, topic),
      offers: some(4, topic).map((name) => ({ topic: name, strength: strength() })),
      interests: some(4, topic),
      languages: random.part() < 0.8 ? ['en'] : some(2, () => (random.part() < 0.5 ? 'de' : 'es')),
      timeZone: ZONES[random.below(ZONES.length)] ?? 'UTC',
      meets: MEETING_WAYS.filter(() => random.part() < 0.5),
      managerChain: random.part() < 0.2 ? [anybody(), anybody()] : [],
      excludes: random.part() < 0.1 ? [anybody()] : [],
      former: random.part() < 0.1 ? [anybody()] : [],
      ...(random.part() < 0.6 && { marks: some(2, () => MARKS[random.below(MARKS.length)] ?? '') }),
    };
  });
}

/** A few wishes about an executive and a mentor. */
export const someWishes = (random: Random, { executives, mentors }: SmallCohort, most: number): Two[] =>
  Array.from({ length: random.below(most + 1) }, () => ({
    executive: person(`p${random.below(executives)}`),
    mentor: person(`p${executives + random.below(mentors)}`),
  }));
