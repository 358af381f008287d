import type { ProfileBody, ProfileView } from '#api/contract/profile.ts';
import type { Role } from '#domain/people/person.ts';
import type { Local } from '#local/startLocal.ts';
import { findPerson } from '#local/teams/people.ts';
import { type Random, seeded } from '../bench/random.ts';

/** Somebody of the forty: most have no Teams before them and act through the API alone, with tokens of their own. */
export interface Colleague {
  name: string;
  mail: string;
  role: Role;
  profile: Pick<ProfileBody, 'wants' | 'offers' | 'interests' | 'capacity'>;
}

const FIRST =
  'Ada Bela Cora Dora Emil Fritz Greta Hugo Ines Jonas Karla Linus Mona Nils Olga Paul Quentin Rosa Sven Tilda Ugo Vera Wanda Xaver Yves Zita Alba Bruno Celia Dario Elsa Felix Gina Henri Ida'.split(
    ' ',
  );
const LAST = 'Samplewood Beispiel Ejemplar Esempio Voorbeeld Exemplar Naeidis Vzorova Malli'.split(' ');
/** What the others speak of; the seeded people have topics of their own, so that they meet for certain. */
const TOPICS = ['ai', 'socialMedia', 'dataAnalysis', 'agile', 'customerTrends', 'budgets', 'workLife'];
const INTERESTS = ['cycling', 'cooking', 'hiking'];
const EXECUTIVES = 16;
const MENTORS = 24;

const choice = (id: string) => ({ id, label: id });
const offer = (id: string) => ({ id, label: id, strength: 3 as const });

/** The seeded people among the forty: Clara and Aisha meet, Diego and Meera meet, Gabriel comes later. */
const SEEDED: Record<string, { role: Role; wants?: string; offers?: string }> = {
  clara: { role: 'executive', wants: 'shortVideo' },
  diego: { role: 'executive', wants: 'python' },
  gabriel: { role: 'executive', wants: 'ai' },
  aisha: { role: 'mentor', offers: 'shortVideo' },
  meera: { role: 'mentor', offers: 'python' },
};

/** Forty invented colleagues, always the same: 16 executives and 24 mentors. */
export function forty(): Colleague[] {
  const random = seeded(40);
  const known = Object.entries(SEEDED).map(([key, { role, wants, offers }]): Colleague => {
    const { name, mail } = findPerson(key) ?? { name: key, mail: '' };
    const profile = {
      ...{ wants: wants ? [choice(wants)] : [], offers: offers ? [offer(offers)] : [] },
      ...{ interests: [], capacity: 1 },
    };
    return { name, mail, role, profile };
  });
  const roles: Role[] = [...Array(EXECUTIVES).fill('executive'), ...Array(MENTORS).fill('mentor')];
  for (const { role } of known) roles.splice(roles.indexOf(role), 1);
  return [...known, ...roles.map((role, n) => aColleague(random, role, n))];
}

function aColleague(random: Random, role: Role, n: number): Colleague {
  const first = FIRST[n] ?? `Person${n}`;
  const last = LAST[n % LAST.length] ?? 'Sample';
  const some = (topics: readonly string[], count: number) => [
    ...new Set(Array.from({ length: count }, () => topics[random.below(topics.length)] ?? 'ai')),
  ];
  return {
    ...{ name: `${first} ${last}`, mail: `${first}.${last}@turntable.example`.toLowerCase(), role },
    profile: {
      wants: role === 'executive' ? some(TOPICS, 3).map(choice) : [],
      offers: role === 'mentor' ? some(TOPICS, 3).map(offer) : [],
      interests: some(INTERESTS, 1).map(choice),
      capacity: role === 'mentor' ? 2 : 1,
    },
  };
}

/** What a champion imports. */
export const csvOf = (people: readonly Colleague[]): string =>
  ['Name,Mail,Role', ...people.map(({ name, mail, role }) => `${name},${mail},${role}`), ''].join('\n');

const directoryIdOf = (n: number): string => `f0000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** A tab token of anybody, also of those who have no Teams here. */
async function tokenOf(local: Local, { name, mail }: Colleague, n: number): Promise<string> {
  const seated = findPerson(mail.split('.')[0] ?? '');
  const clara = findPerson('clara');
  if (!clara) throw new Error('Clara is gone.');
  const person = seated?.mail === mail ? seated : { ...clara, name, mail, directoryId: directoryIdOf(n) };
  return (await local.teams.issuer.tabToken(person)).token;
}

/** Asks the API as this colleague's tab does; answers what it says, throws where that is no. */
export type Asks = <T>(route: string, body?: unknown, etag?: string) => Promise<T>;

export function handsOf(local: Local, colleague: Colleague): Asks {
  const n = forty().findIndex(({ mail }) => mail === colleague.mail);
  return async <T>(route: string, body?: unknown, etag = '') => {
    const [method = 'GET', path = ''] = route.split(' ');
    const response = await fetch(local.url + path, {
      method,
      headers: {
        authorization: `Bearer ${await tokenOf(local, colleague, n)}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(etag ? { 'if-match': `"${etag}"` } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${colleague.name}: ${route} ${response.status} ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  };
}

/** Says yes to the invitation and fills in the profile, as the tab does. */
export async function joins(local: Local, cohort: string, colleague: Colleague): Promise<void> {
  const ask = handsOf(local, colleague);
  await ask(`POST /api/enrolments/${cohort}/answer`, { answer: 'join' });
  const { etag, ...known } = await ask<ProfileView>('GET /api/profile');
  const said = { languages: ['en'], timeZone: 'Europe/London', meets: ['video'], ...colleague.profile };
  await ask('PUT /api/profile', { ...known, ...said }, etag);
}
