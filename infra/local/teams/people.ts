import type { LocalPerson } from '#local/contract.ts';

type Seed = Omit<LocalPerson, 'key' | 'mail' | 'userId' | 'chatId' | 'installed' | 'locale'>;

/** The six who live in the local Teams: plainly invented, in six cities. */
const SEEDS: Seed[] = [
  {
    name: 'Clara Exampleton',
    directoryId: 'c1a7a000-0000-4000-8000-00000000000a',
    part: 'executive',
    roles: [],
    city: 'London',
    timeZone: 'Europe/London',
    languages: ['en', 'fr'],
    colour: '#7a3e9d',
  },
  {
    name: 'Diego Muestra',
    directoryId: 'd1e60000-0000-4000-8000-00000000000b',
    part: 'executive',
    roles: [],
    city: 'Madrid',
    timeZone: 'Europe/Madrid',
    languages: ['es', 'en'],
    colour: '#a4432a',
  },
  {
    name: 'Aisha Specimen',
    directoryId: 'a15ba000-0000-4000-8000-00000000000c',
    part: 'mentor',
    roles: [],
    city: 'Berlin',
    timeZone: 'Europe/Berlin',
    languages: ['de', 'en'],
    colour: '#0f6c74',
  },
  {
    name: 'Meera Namoona',
    directoryId: '3ee7a000-0000-4000-8000-00000000000d',
    part: 'mentor',
    roles: [],
    city: 'Bengaluru',
    timeZone: 'Asia/Kolkata',
    languages: ['en', 'hi'],
    colour: '#9b2c5e',
  },
  {
    name: 'Noor Prøve',
    directoryId: '40070000-0000-4000-8000-00000000000e',
    part: 'champion',
    roles: ['Champion'],
    city: 'Copenhagen',
    timeZone: 'Europe/Copenhagen',
    languages: ['da', 'en'],
    colour: '#2b579a',
  },
  {
    name: 'Gabriel Exemple',
    directoryId: '6ab71e10-0000-4000-8000-00000000000f',
    part: 'sponsor',
    roles: ['Sponsor'],
    city: 'Montréal',
    timeZone: 'America/Toronto',
    languages: ['fr', 'en'],
    colour: '#4b5d16',
  },
];

/** `Noor Prøve` → `noor.prove`: what a directory would make of a name. */
const ascii = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('ø', 'o')
    .normalize('NFD')
    .replace(/[^a-z ]/g, '')
    .trim();

export const PEOPLE: readonly Omit<LocalPerson, 'installed'>[] = SEEDS.map((seed) => {
  const name = ascii(seed.name);
  return {
    ...seed,
    key: name.split(' ')[0] ?? name,
    mail: `${name.replaceAll(' ', '.')}@turntable.example`,
    locale: 'en-GB',
    userId: `29:1${seed.directoryId.replaceAll('-', '')}`,
    chatId: `a:1${seed.directoryId.replaceAll('-', '')}`,
  };
});

export type SeededPerson = (typeof PEOPLE)[number];

/** By key, directory id, bot-scoped id or personal chat. */
export const findPerson = (id: string): SeededPerson | undefined =>
  PEOPLE.find(({ key, directoryId, userId, chatId }) => [key, directoryId, userId, chatId].includes(id));
