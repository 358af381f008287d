import type { LocalPerson } from '#local/contract.ts';

type Named = 'key' | 'mail' | 'signInName';
type Seed = Omit<LocalPerson, Named | 'userId' | 'chatId' | 'installed' | 'locale'> &
  Partial<Pick<LocalPerson, Named>>;

/**
 * Who lives in the local Teams: plainly invented. First the six of the story, then three as real directories have
 * them: signing in under another name, without a mail address, as a guest; at last two to whom people can turn.
 */
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
  {
    key: 'silvia',
    name: 'Tranger, Silvia (HR-DE)',
    mail: 's.tranger@turntable.example',
    signInName: 'st4711@turntable.example',
    directoryId: '51171a00-0000-4000-8000-000000000010',
    part: 'mentor',
    roles: [],
    city: 'Berlin',
    timeZone: 'Europe/Berlin',
    languages: ['de', 'en'],
    colour: '#8a4b08',
  },
  {
    key: 'otto',
    name: 'Ohnepost, Dr. Otto (EXT)',
    mail: '',
    signInName: 'x0815@turntable.example',
    directoryId: '0770a000-0000-4000-8000-000000000011',
    part: 'executive',
    roles: [],
    city: 'London',
    timeZone: 'Europe/London',
    languages: ['en', 'de'],
    colour: '#5c2e91',
  },
  {
    key: 'gasta',
    name: 'Gasta Beispiel (Guest)',
    mail: 'gasta.beispiel@partner.example',
    signInName: 'gasta.beispiel_partner.example#EXT#@turntable.example',
    directoryId: '6a57a000-0000-4000-8000-000000000012',
    part: 'mentor',
    roles: [],
    city: 'Madrid',
    timeZone: 'Europe/Madrid',
    languages: ['en', 'es'],
    colour: '#0b6a0b',
  },
  {
    name: 'Hana Vzorová',
    directoryId: '4a7a0000-0000-4000-8000-000000000013',
    part: 'contact',
    roles: [],
    city: 'Prague',
    timeZone: 'Europe/Prague',
    languages: ['cs', 'en'],
    colour: '#8e2a6b',
  },
  {
    name: 'Samuel Voorbeeld',
    directoryId: '5a3e1000-0000-4000-8000-000000000014',
    part: 'contact',
    roles: [],
    city: 'Amsterdam',
    timeZone: 'Europe/Amsterdam',
    languages: ['nl', 'en'],
    colour: '#2f5d50',
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

type Known = Omit<LocalPerson, 'installed'>;

const personOf = (seed: Seed): Known => {
  const name = ascii(seed.name);
  const mail = `${name.replaceAll(' ', '.')}@turntable.example`;
  return {
    ...{ key: name.split(' ')[0] ?? name, mail, signInName: mail },
    ...seed,
    locale: 'en-GB',
    userId: `29:1${seed.directoryId.replaceAll('-', '')}`,
    chatId: `a:1${seed.directoryId.replaceAll('-', '')}`,
  };
};

const everybody = SEEDS.map(personOf);
export const PEOPLE: readonly Known[] = everybody;

export type SeededPerson = (typeof PEOPLE)[number];

/** By key, directory id, bot-scoped id or personal chat. */
export const findPerson = (id: string): SeededPerson | undefined =>
  PEOPLE.find(({ key, directoryId, userId, chatId }) => [key, directoryId, userId, chatId].includes(id));

/** More people for a world that is about to begin, by key and name; their zone is everybody's at once. */
export function moveIn(
  newcomers: readonly Required<Pick<Seed, 'key' | 'name' | 'directoryId' | 'part'>>[],
): void {
  const alike = {
    roles: [],
    city: 'London',
    timeZone: 'Europe/London',
    languages: ['en'],
    colour: '#4b5d16',
  };
  everybody.push(...newcomers.map((one) => personOf({ ...alike, ...one })));
}
