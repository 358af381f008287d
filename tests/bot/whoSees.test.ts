import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROUTES } from '#api/contract/paths.ts';
import { type WatchedBy, WHO_SEES } from '#domain/privacy/whoSees.ts';
import { aPhoto } from './aPhoto.ts';
import { anEdgeWorld, type EdgeWorld, PRIVATE_WORDS } from './edgeWorld.ts';

let world: EdgeWorld;
/** Everything that somebody can read through the API, as one text. */
const read = new Map<string, string>();
let partner = '';

beforeAll(async () => {
  world = await anEdgeWorld();
  const etag = (await world.ask('clara', 'GET /api/profile')).headers.etag ?? '';
  const saved = await world.ask(
    'clara',
    'PUT /api/profile',
    { ...PROFILE, excludes: [{ directoryId: '', address: '', written: 'Xaver Nevermeet' }] },
    { 'if-match': String(etag) },
  );
  expect(saved.statusCode, saved.body).toBeLessThan(300);
  for (const name of ['aisha', 'mia', 'diego'])
    if ((await world.ask(name, `GET /api/pairs/${world.pair}`)).statusCode === 200) partner = name;
  for (const who of ['clara', partner, 'noor', 'ruth']) read.set(who, await everythingFor(who));
}, 60_000);
afterAll(() => world.close());

const topic = (id: string) => ({ id, label: id });
const PROFILE = {
  ...{ wants: [topic('generativeAi')], offers: [{ ...topic('budgeting'), strength: 3 }] },
  ...{ interests: [topic('own:Rare orchids of Peru')], meets: ['walk'], reach: ['chat'], languages: ['en'] },
  ...{ timeZone: 'Europe/Berlin', capacity: 2 },
};

async function everythingFor(who: string): Promise<string> {
  const { cohort, pair, occurrence, goal, exchange, learning, concern } = world;
  const ids: Record<string, string> = {
    cohort,
    pair,
    occurrence,
    goal,
    exchange,
    learning,
    concern,
    round: '1',
  };
  const said: string[] = [];
  await world.renew();
  for (const route of Object.values(ROUTES).filter((one) => one.startsWith('GET '))) {
    const path = route.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? 'none');
    const query = path.endsWith('/panel') ? `?occurrence=${world.occurrence}` : '';
    said.push((await world.ask(who, path + query)).body);
  }
  return said.join('\n');
}

const MARKS: Record<(typeof WHO_SEES)[number]['thing'], { always: string[]; kept?: string[] }> = {
  joined: { always: ['clara'] },
  common: { always: ['"reach":["chat"]'] },
  profile: { always: ['Rare orchids of Peru'] },
  photo: { always: [aPhoto().image] },
  excludes: { always: ['Xaver Nevermeet'] },
  pair: { always: ['Ask more'] },
  words: { always: ['We ask first now', 'What do you skip?'], kept: [PRIVATE_WORDS] },
  feedback: { always: ['"worthTheHour":4'] },
  no: { always: [] },
  concern: { always: ['That was not right.'] },
};

describe.each(WHO_SEES)('$thing', ({ thing, ...sights }) => {
  const { always, kept = [] } = MARKS[thing];

  it.each(['partner', 'champion', 'sponsor'] as const)('is seen by the %s as the page says', (reader) => {
    const text = read.get({ partner, champion: 'noor', sponsor: 'ruth' }[reader as WatchedBy]) ?? '';
    const isSeen = sights[reader] === 'sees' || sights[reader] === 'shared';
    for (const mark of always) expect([mark, text.includes(mark)]).toEqual([mark, isSeen]);
    for (const mark of kept) expect([mark, text.includes(mark)]).toEqual([mark, false]);
  });

  it('is there to be seen: its owner reads it', () => {
    for (const mark of [...always, ...kept]) expect(read.get('clara')).toContain(mark);
  });
});
