import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PairView } from '#api/contract/pairs.ts';
import type { SearchView } from '#api/contract/searches.ts';
import { pairRoutes } from '#api/routes/pairs.ts';
import { searchRoutes } from '#api/routes/searches.ts';
import { aSearchWorld, type SearchWorld } from '#tests/bot/searchWorld.ts';
import { aServer, type Server } from './calling.ts';

let world: SearchWorld;
let server: Server;

beforeAll(async () => {
  world = await aSearchWorld();
  server = await aServer(world.ctx, [...searchRoutes, ...pairRoutes]);
});
afterAll(() => server.close());

const ask = (who: string, what: string, body?: object) => server.ask(who, what, body ? { body } : {});
const searchesOf = async (who: string): Promise<SearchView[]> => {
  const { searches }: { searches: SearchView[] } = (await ask(who, 'GET /api/searches')).body;
  return searches;
};

describe('searches over the API', () => {
  it('begin with none, then three with first names and reasons in plain words', async () => {
    expect(await searchesOf('clara')).toEqual([
      {
        ...{ cohort: 'finance-pilot', cohortName: 'Finance pilot', state: 'none', mentors: [] },
        ...{ pair: null, hearBy: null, why: '' },
      },
    ]);
    const { status, body } = await ask('clara', 'POST /api/searches/finance-pilot');
    expect(status).toBe(200);
    const seen: SearchView = body;
    expect(seen.mentors.map(({ name }) => name)).toEqual(['Aisha', 'Bruno', 'Chiara']);
    expect(seen.mentors[0]?.reasons[0]).toMatch(/^You want to understand Generative AI/);
    expect(JSON.stringify(body)).not.toMatch(/Specimen|@|\bfit\b|"search"/);
    expect(await searchesOf('clara')).toEqual([seen]);
  });

  it('ask in turn, and show the introduction to both as asked for', async () => {
    const path = 'POST /api/searches/finance-pilot/choice';
    expect((await ask('clara', path, { first: world.diego, others: true })).status).toBe(422);
    const body: SearchView = (await ask('clara', path, { first: world.aisha, others: true })).body;
    expect(body).toMatchObject({ state: 'asking', hearBy: '2026-12-01T09:00:00.000Z', why: '' });
    expect(body.mentors.map(({ state }) => state)).toEqual(['asked', 'open', 'open']);
    const pairFor = async (who: string): Promise<PairView> =>
      (await ask(who, `GET /api/pairs/${body.pair}`)).body;
    expect(await pairFor('clara')).toMatchObject({ asked: 'me', myAnswer: 'yes', next: 'wait' });
    expect(await pairFor('aisha')).toMatchObject({ asked: 'partner', myAnswer: 'none', next: 'answer' });
    const first = await ask('aisha', `POST /api/pairs/${body.pair}/answer`, { answer: 'meetFirst' });
    expect(first.body).toEqual({ state: 'firstChat' });
    expect(await pairFor('aisha')).toMatchObject({
      ...{ isFirstChat: true, myAnswer: 'meetFirst', state: 'introduced' },
    });
    expect(await pairFor('clara')).toMatchObject({
      isFirstChat: true,
      partnerMails: ['aisha@turntable.example'],
    });
    expect((await ask('clara', path, { first: world.bruno, others: true })).status).toBe(409);
  });

  it('stop when asked to', async () => {
    const body: SearchView = (await ask('clara', 'DELETE /api/searches/finance-pilot')).body;
    expect(body).toMatchObject({ state: 'over', pair: null, why: expect.stringContaining('stopped') });
    expect(body.mentors.map(({ state }) => state)).toEqual(['left', 'left', 'left']);
  });

  it('are nothing at all to anybody else', async () => {
    expect(await searchesOf('aisha')).toEqual([]);
    expect(await searchesOf('diego')).toEqual([]);
    for (const [who, what] of [
      ['aisha', 'POST /api/searches/finance-pilot'],
      ['diego', 'DELETE /api/searches/finance-pilot'],
      ['clara', 'POST /api/searches/no-such-cohort'],
    ] as const)
      expect((await ask(who, what)).status).toBe(404);
  });
});
