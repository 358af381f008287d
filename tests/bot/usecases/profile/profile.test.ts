import { describe, expect, it } from 'vitest';
import type { Route } from '#api/http/route.ts';
import { enrolmentRoutes } from '#api/routes/enrolments.ts';
import { profileRoutes } from '#api/routes/profile.ts';
import { asId, type PersonId, type TopicId } from '#domain/basics/ids.ts';
import { TOPICS } from '#domain/hearing/topics/topics.ts';
import { callRoute } from '#tests/bot/api/routes/calling.ts';
import { calmestTurnMs } from '#tests/bot/busyTurns.ts';
import { aContext, type TestContext } from '#tests/fakes/context.ts';
import type { Actor } from '#usecases/story/actor.ts';
import { Partition } from '#usecases/story/partition.ts';

const DIEGO = asId<PersonId>('diego');
const actor: Actor = { person: DIEGO, directoryId: 'd', roles: [], locale: 'en', timeZone: 'Europe/Madrid' };
const routes: Route[] = [...profileRoutes, ...enrolmentRoutes];

async function call(
  ctx: TestContext,
  name: string,
  given: { body?: unknown; etag?: string | undefined } = {},
) {
  const route = routes.find((one) => one.name === name);
  return callRoute(route, { ctx, actor }, given);
}

async function aProfileContext(): Promise<TestContext> {
  const ctx = aContext();
  const rows = await Partition.open(ctx, 'people', DIEGO);
  rows.create('settings', '', { locale: 'es-ES', timeZone: 'Europe/Madrid', newsMuted: false });
  await rows.commit();
  return ctx;
}

const form = (over: object = {}) => ({
  wants: [{ id: 'excel', label: 'anything' }],
  offers: [{ id: 'own:x', label: 'Bee-keeping', strength: 2 }],
  interests: [],
  meets: ['walk'],
  reach: ['chat'],
  languages: ['es', 'en'],
  timeZone: 'Europe/Madrid',
  capacity: 2,
  excludes: [{ directoryId: '', address: '', written: 'Bob@Contoso.com' }],
  ...over,
});

describe('the profile in the tab', () => {
  it('starts with the time zone and language of its person, and no row', async () => {
    const ctx = await aProfileContext();
    expect(await call(ctx, 'profile')).toMatchObject({
      timeZone: 'Europe/Madrid',
      languages: ['es'],
      capacity: 1,
      etag: '',
    });
    expect((await Partition.open(ctx, 'people', DIEGO)).find('profile')).toBeUndefined();
  });

  it('saves with labels of the catalogue and own words as written', async () => {
    const ctx = await aProfileContext();
    const saved = await call(ctx, 'saveProfile', { body: form() });
    expect(saved).toMatchObject({
      wants: [{ id: 'excel', label: 'Excel and spreadsheets' }],
      offers: [{ id: 'own:beekeeping', label: 'Bee-keeping', strength: 2 }],
      excludes: [{ directoryId: '', address: 'bob@contoso.com', written: 'Bob@Contoso.com' }],
    });
    expect(await call(ctx, 'profile')).toEqual(saved);
  });

  it('turns own words the catalogue knows into its topic', async () => {
    const ctx = await aProfileContext();
    const saved = await call(ctx, 'saveProfile', {
      body: form({ interests: [{ id: 'own:sorting', label: 'Bouldering' }] }),
    });
    expect(saved.interests).toEqual([{ id: 'climbing', label: 'Climbing and bouldering' }]);
  });

  it('tells the second of two tabs, and loses nothing of the first', async () => {
    const ctx = await aProfileContext();
    const { etag } = await call(ctx, 'saveProfile', { body: form() });
    await call(ctx, 'saveProfile', { body: form({ capacity: 3 }), etag });
    await expect(call(ctx, 'saveProfile', { body: form({ capacity: 4 }), etag })).rejects.toMatchObject({
      name: 'Conflict',
    });
    await expect(call(ctx, 'saveProfile', { body: form({ capacity: 4 }) })).rejects.toMatchObject({
      name: 'Conflict',
    });
    expect(await call(ctx, 'profile')).toMatchObject({ capacity: 3 });
  });

  it.each([
    [{ wants: [{ id: 'own:a', label: 'what boomers think' }] }, 'profile:personOrSkill'],
    [{ wants: [{ id: 'own:a', label: '…' }] }, 'profile:topicEmpty'],
    [{ timeZone: 'Mars/Base' }, 'profile:zoneUnknown'],
    [{ languages: ['qq'] }, 'profile:languageUnknown'],
  ])('refuses %j with a sentence', async (over, word) => {
    const ctx = await aProfileContext();
    await expect(call(ctx, 'saveProfile', { body: form(over) })).rejects.toMatchObject({
      kind: 'invalid',
      word,
    });
  });

  const many = (count: number) =>
    Array.from({ length: count }, (_, n) => ({ id: `own:${n}`, label: `Sorting of kind ${n}`, strength: 0 }));

  it.each([
    [{ wants: many(13) }, 'profile:topicsFull.wants', { max: 12, count: 13 }],
    [{ offers: many(13) }, 'profile:topicsFull.offers', { max: 12, count: 13 }],
    [{ interests: many(14) }, 'profile:topicsFull.interests', { max: 12, count: 14 }],
    [{ languages: 'de en es fr it nl pl pt sv'.split(' ') }, 'profile:languagesFull', { max: 8, count: 9 }],
  ])('says how many there is room for, and keeps all as it was', async (over, word, values) => {
    const ctx = await aProfileContext();
    const { etag } = await call(ctx, 'saveProfile', { body: form() });
    await expect(call(ctx, 'saveProfile', { body: form(over), etag })).rejects.toMatchObject({
      ...{ kind: 'invalid', word, values },
    });
    expect((await call(ctx, 'profile')).etag).toBe(etag);
  });

  it('holds as much as there is room for, each counted once', async () => {
    const ctx = await aProfileContext();
    const wants = [...many(12), ...many(12)];
    const languages = 'de en es fr it nl pl pt iw he'.split(' ').slice(1);
    const saved = await call(ctx, 'saveProfile', { body: form({ wants, languages }) });
    expect(saved.wants).toHaveLength(12);
    expect(saved.languages).toHaveLength(8);
  });

  it.each<[text: string, topics: string[], offered: string[]]>([
    ['exel', ['excel'], []],
    ['budgets, jazz', ['budgets', 'music'], []],
    ['beekeeping', ['own:beekeeping'], []],
    ['beekeeping and exel', ['excel'], ['own:beekeeping']],
    ['not SAP but Excel', ['excel'], []],
    ['what boomers think', [], []],
  ])('hears topics in %j', async (text, topics, offered) => {
    const heard = await call(await aProfileContext(), 'recogniseTopics', { body: { text } });
    const ids = (list: unknown) => (list as { id: string }[]).map(({ id }) => id);
    expect([ids(heard.topics), ids(heard.offered)]).toEqual([topics, offered]);
  });

  it('hears topics with the reader of the house, and offers what may be meant', async () => {
    const heard = { acts: [], noted: [], denied: [], own: '', isHeavy: false };
    const offered = [{ topic: asId<TopicId>('publicSpeaking'), written: '', strength: 0 as const }];
    const ctx = { ...(await aProfileContext()), readTopics: async () => ({ ...heard, offered }) };
    const { topics, offered: offers } = await call(ctx, 'recogniseTopics', {
      body: { text: 'my knees shake' },
    });
    expect([topics, offers]).toMatchObject([[], [{ id: 'publicSpeaking', label: 'Public speaking' }]]);
  });

  it('offers to a picker what a few letters begin', async () => {
    const { offered } = (await call(await aProfileContext(), 'recogniseTopics', {
      body: { text: 'instagr', suggest: true },
    })) as unknown as { offered: { id: string }[] };
    expect(offered.map(({ id }) => id)).toContain('instagram');
  });

  const MOST_MS = 50;

  it('looks up a form full of misspelt topics in no time', async () => {
    const labels = (n: number) =>
      TOPICS.slice(n, n + 12).map(({ synonyms: [name = ''] }) => ({
        id: 'own:x',
        label: `${name}zq`.slice(0, 60),
      }));
    const body = form({
      ...{ wants: labels(0), interests: labels(40), meets: [] },
      offers: labels(80).map((choice) => ({ ...choice, strength: 2 })),
    });
    await call(await aProfileContext(), 'saveProfile', { body });
    const save = async () => call(await aProfileContext(), 'saveProfile', { body });
    expect(await calmestTurnMs(save, MOST_MS)).toBeLessThan(MOST_MS);
  });
});

describe('faults of exclusions and fields', () => {
  const typed = (written: string) => ({ directoryId: '', address: '', written });

  it('one entry with many addresses is counted after splitting, and nothing is written', async () => {
    const ctx = await aProfileContext();
    const many = Array.from({ length: 19 }, (_, n) => `a${String(n).padStart(2, '0')}@x.ch`).join(', ');
    const excludes = [typed(many), typed('b@x.ch'), typed('c@x.ch'), typed('d@x.ch')];
    await expect(call(ctx, 'saveProfile', { body: form({ excludes }) })).rejects.toMatchObject({
      word: 'profile:excludesFull',
    });
    expect(await call(ctx, 'profile')).toMatchObject({ etag: '', excludes: [] });
  });

  it('a row over the limits of the form is still read', async () => {
    const ctx = await aProfileContext();
    await call(ctx, 'saveProfile', { body: form() });
    const rows = await Partition.open(ctx, 'people', DIEGO);
    const address = `${'a'.repeat(300)}@example.com`;
    const excludes = Array.from({ length: 30 }, (_, n) => ({ directoryId: '', address, written: `${n}` }));
    const stored = rows.find('profile');
    if (!stored) throw new Error('nothing was saved');
    rows.put('profile', '', { ...stored.value, excludes });
    await rows.commit();
    expect((await call(ctx, 'profile')).excludes).toHaveLength(30);
  });

  it.each([
    typed('Frau'),
    typed('Herr Dr.'),
    typed('Dr.'),
    typed('|||'),
    typed('Prof. Dr.'),
    { ...typed(''), directoryId: 'not an id' },
  ])('an exclusion that means nobody is refused: %j', async (one) => {
    const ctx = await aProfileContext();
    await expect(call(ctx, 'saveProfile', { body: form({ excludes: [one] }) })).rejects.toMatchObject({
      word: 'profile:meansNobody',
    });
  });

  it('a zone and a language are kept under their one name', async () => {
    const ctx = await aProfileContext();
    const body = form({ timeZone: 'europe/berlin', languages: ['iw', 'he', 'sh'] });
    expect(await call(ctx, 'saveProfile', { body })).toMatchObject({
      timeZone: 'Europe/Berlin',
      languages: ['he', 'sr'],
    });
  });
});
