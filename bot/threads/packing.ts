import type { PersonId, TopicId } from '#domain/basics/ids.ts';
import type { MatchPerson } from '#domain/matching/types.ts';
import { ROLES, type Role } from '#domain/people/person.ts';
import type { MeetingWay, Offer } from '#domain/profile/profile.ts';

/**
 * People as numbers that threads share without copying, and the names the numbers stand for: a tenth of the time
 * of JSON, and in each thread a name is one string however often it is said.
 */
export interface PackedPeople {
  names: string[];
  numbers: Int32Array<SharedArrayBuffer>;
}

/** What is packed as names, list after list, behind the numbers of a person. */
const LISTS = [
  'wants',
  'interests',
  'languages',
  'meets',
  'managerChain',
  'excludes',
  'former',
  'marks',
] as const;

export function pack(people: readonly MatchPerson[]): PackedPeople {
  const codes = new Map<string, number>();
  const numbers: number[] = [];
  const code = (name: string): number => {
    const known = codes.get(name) ?? codes.size;
    if (known === codes.size) codes.set(name, known);
    return known;
  };
  for (const one of people) {
    numbers.push(code(one.id), ROLES.indexOf(one.role), one.room, code(one.timeZone), Number(one.waiting));
    numbers.push(one.offers.length);
    for (const { topic, strength } of one.offers) numbers.push(code(topic), strength);
    for (const list of LISTS) {
      const names = one[list] ?? [];
      numbers.push(names.length);
      for (const name of names) numbers.push(code(name));
    }
    numbers.push(code(one.department ?? ''));
  }
  const shared = new Int32Array(new SharedArrayBuffer(4 * numbers.length));
  shared.set(numbers);
  return { names: [...codes.keys()], numbers: shared };
}

/** The people that were packed, in their order. */
export function unpack({ names, numbers }: PackedPeople): MatchPerson[] {
  let at = 0;
  const next = (): number => numbers[at++] as number;
  const name = <Name extends string>(): Name => names[next()] as Name;
  const list = <Item>(item: () => Item): Item[] => {
    const items = new Array<Item>(next());
    for (let n = 0; n < items.length; n++) items[n] = item();
    return items;
  };
  const offer = (): Offer => ({ topic: name<TopicId>(), strength: next() as Offer['strength'] });
  const people: MatchPerson[] = [];
  while (at < numbers.length) {
    const one: MatchPerson = {
      id: name<PersonId>(),
      role: ROLES[next()] as Role,
      room: next(),
      timeZone: name(),
      waiting: next() === 1,
      offers: list(offer),
      wants: list<TopicId>(name),
      interests: list<TopicId>(name),
      languages: list<string>(name),
      meets: list<MeetingWay>(name),
      managerChain: list<PersonId>(name),
      excludes: list<PersonId>(name),
      former: list<PersonId>(name),
    };
    const marks = list<string>(name);
    const department = name();
    people.push({ ...one, ...(marks.length > 0 && { marks }), ...(department && { department }) });
  }
  return people;
}
