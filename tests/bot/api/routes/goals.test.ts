import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GoalView } from '#api/contract/goals.ts';
import { goalRoutes } from '#api/routes/goals.ts';
import { aPaired, aSigned, PAIR } from '#tests/bot/pairWorld.ts';
import { aServer, NASTY, type Server } from './calling.ts';

let server: Server;
const PATH = `/api/pairs/${PAIR}/goals`;

beforeAll(async () => {
  server = await aServer((await aSigned()).ctx, goalRoutes);
});
afterAll(() => server.close());

const goalsFor = async (who: string): Promise<GoalView[]> => {
  const { goals }: { goals: GoalView[] } = (await server.ask(who, `GET ${PATH}`)).body;
  return goals;
};

describe('goals over the API', () => {
  const change = { text: NASTY, confidence: 4, state: 'reached' };
  let mine: GoalView;

  it('are answered as they were typed, alone', async () => {
    const added = await server.ask('clara', `POST ${PATH}`, { body: { text: NASTY, confidence: 2 } });
    expect(added).toMatchObject({ status: 201, etag: '1' });
    mine = added.body;
    expect(mine).toMatchObject({ text: NASTY, confidence: 2, state: 'open', isMine: true, etag: '1' });
    expect(await goalsFor('clara')).toEqual([mine]);
    expect(await goalsFor('aisha')).toMatchObject([{ text: NASTY, isMine: false, ownerFirstName: 'Clara' }]);
  });

  it('keep their history, and answer the one that changed with its new etag', async () => {
    const before = await server.ask('aisha', `GET ${PATH}`);
    const changed = await server.ask('clara', `PUT ${PATH}/${mine.goal}`, { body: change, etag: mine.etag });
    expect(changed).toMatchObject({ status: 200, etag: '2', body: { goal: mine.goal, state: 'reached' } });
    const now: GoalView = changed.body;
    expect(now.history.map(({ confidence }) => confidence)).toEqual([2, 4]);
    expect(await goalsFor('clara')).toEqual([now]);
    expect((await server.ask('aisha', `GET ${PATH}`, { known: before.etag })).status).toBe(200);
  });

  it('are nobody else’s to change, and not over a version that was changed meanwhile', async () => {
    const path = `PUT ${PATH}/${mine.goal}`;
    const refused = await server.ask('clara', path, { body: change, etag: 'nonsense' });
    expect(refused).toMatchObject({ status: 412, body: { type: 'urn:turntable:changedMeanwhile' } });
    expect((await server.ask('aisha', path, { body: change, etag: '2' })).status).toBe(403);
    expect((await server.ask('diego', path, { body: change, etag: '2' })).status).toBe(404);
    const none = { body: { text: ' ', confidence: 2 } };
    expect((await server.ask('clara', `POST ${PATH}`, none)).status).toBe(422);
    expect((await server.ask('diego', `POST ${PATH}`, { body: change })).status).toBe(404);
  });

  it('come after the agreement', async () => {
    const early = await aServer((await aPaired()).ctx, goalRoutes);
    expect((await early.ask('clara', `POST ${PATH}`, { body: change })).status).toBe(409);
    expect((await early.ask('clara', `GET ${PATH}`)).status).toBe(409);
    await early.close();
  });
});
