import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PairView } from '#api/contract/pairs.ts';
import { agreementRoutes } from '#api/routes/agreement.ts';
import { goalRoutes } from '#api/routes/goals.ts';
import { meetingRoutes } from '#api/routes/meetings.ts';
import { pairRoutes } from '#api/routes/pairs.ts';
import { panelRoutes } from '#api/routes/panel.ts';
import { AGREEMENT, aPairWorld, introduceThem, PAIR, type PairWorld, signed } from '#tests/bot/pairWorld.ts';
import { aServer, type Server } from './calling.ts';

let world: PairWorld;
let server: Server;
const HEAD = `GET /api/pairs/${PAIR}`;
const PARTS = ['goals', 'meetings', 'kept'];

beforeAll(async () => {
  world = await aPairWorld();
  await introduceThem(world);
  server = await aServer(world.ctx, [
    ...pairRoutes,
    ...agreementRoutes,
    ...goalRoutes,
    ...meetingRoutes,
    ...panelRoutes,
  ]);
});
afterAll(() => server.close());

const headFor = async (who: string): Promise<PairView> => (await server.ask(who, HEAD)).body;
const say = (who: string, answer: string) =>
  server.ask(who, `POST /api/pairs/${PAIR}/answer`, { body: { answer } });

describe('a pair over the API', () => {
  it('says yes twice and waits in between', async () => {
    expect(await headFor('clara')).toMatchObject({
      state: 'introduced',
      next: 'answer',
      myAnswer: 'none',
      myFirstName: 'Clara',
      partners: [{ firstName: 'Aisha' }],
      answerBy: '2026-12-01T08:00:00.000Z',
      hearBy: '2026-12-01T09:00:00.000Z',
      agreement: null,
      hasSpace: false,
      spaceVersion: '',
      partnerMails: [],
    });
    expect(await say('clara', 'yes')).toMatchObject({ status: 200, body: { state: 'waiting' } });
    expect(await headFor('clara')).toMatchObject({ state: 'introduced', next: 'wait', myAnswer: 'yes' });
    expect((await headFor('aisha')).myAnswer).toBe('none');
    expect((await say('aisha', 'yes')).body).toEqual({ state: 'paired' });
    const paired = { state: 'active', next: 'draftAgreement', answerBy: null };
    expect(await headFor('aisha')).toMatchObject(paired);
  });

  it('is read again only when there is something new', async () => {
    const first = await server.ask('clara', HEAD);
    expect(first.headers).toMatchObject({ 'cache-control': 'no-store', etag: `"${first.etag}"` });
    const again = await server.ask('clara', HEAD, { known: first.etag });
    expect(again).toMatchObject({ status: 304, body: undefined, etag: first.etag });
    expect((await server.ask('aisha', HEAD, { known: first.etag })).status).toBe(200);
    const body = AGREEMENT;
    await server.ask('aisha', `PUT /api/pairs/${PAIR}/agreement`, { body, etag: '0' });
    const changed = await server.ask('clara', HEAD, { known: first.etag });
    expect(changed).toMatchObject({ status: 200, body: { next: 'signAgreement' } });
    expect(changed.etag).not.toBe(first.etag);
  });

  it('is the same nothing for a stranger as a pair that never was', async () => {
    const there = await server.ask('diego', HEAD);
    const never = await server.ask('diego', 'GET /api/pairs/no-such-pair');
    expect([there.status, never.status]).toEqual([404, 404]);
    expect({ ...(there.body as object), reference: '' }).toEqual({
      ...(never.body as object),
      reference: '',
    });
  });
});

describe('a part of the space', () => {
  it('is no more to plan with than any other before both said yes', async () => {
    const early = await aPairWorld();
    await introduceThem(early);
    const { ask, close } = await aServer(early.ctx, meetingRoutes);
    expect((await ask('clara', `GET /api/pairs/${PAIR}/planning`)).status).toBe(409);
    await close();
  });

  it.each(PARTS)('is refused before the agreement is signed (%s)', async (part) => {
    const answer = await server.ask('clara', `GET /api/pairs/${PAIR}/${part}`);
    expect(answer).toMatchObject({ status: 409, body: { type: 'urn:turntable:conflict' } });
  });

  it.each(PARTS)('is there once all have signed, and only new when it changed (%s)', async (part) => {
    for (const who of ['aisha', 'clara'])
      await server.ask(who, `POST /api/pairs/${PAIR}/agreement/1/signature`, {
        body: { hash: signed(1).hash, confidentiality: true },
      });
    expect(await headFor('clara')).toMatchObject({ hasSpace: true, next: 'meet' });
    const asked = `GET /api/pairs/${PAIR}/${part}`;
    const first = await server.ask('clara', asked);
    expect(first).toMatchObject({ status: 200, body: { [part]: [] } });
    expect(await server.ask('clara', asked, { known: first.etag })).toMatchObject({
      ...{ status: 304, body: undefined, etag: first.etag },
    });
    expect((await server.ask('clara', asked, { known: `another", "${first.etag}` })).status).toBe(304);
  });

  it.each(PARTS)('is nothing for a stranger (%s)', async (part) => {
    expect((await server.ask('diego', `GET /api/pairs/${PAIR}/${part}`)).status).toBe(404);
    expect((await server.ask('diego', `GET /api/pairs/no-such-pair/${part}`)).status).toBe(404);
  });

  it('is planned by its members alone', async () => {
    const asked = `GET /api/pairs/${PAIR}/planning`;
    expect(await server.ask('clara', asked)).toMatchObject({
      status: 200,
      body: { partners: [{ firstName: 'Aisha', mail: 'aisha@turntable.example' }], minutes: 45 },
    });
    const there = await server.ask('diego', asked);
    const never = await server.ask('diego', 'GET /api/pairs/no-such-pair/planning');
    expect([there.status, never.status]).toEqual([404, 404]);
    expect({ ...(there.body as object), reference: '' }).toEqual({
      ...(never.body as object),
      reference: '',
    });
  });

  it('makes the head new for whoever finds something new in it', async () => {
    const [clara, aisha] = [await headFor('clara'), await headFor('aisha')];
    const body = { text: 'Understand assistants', confidence: 2 };
    await server.ask('clara', `POST /api/pairs/${PAIR}/goals`, { body });
    expect((await headFor('clara')).spaceVersion).not.toBe(clara.spaceVersion);
    const now = await headFor('aisha');
    expect(now.spaceVersion).not.toBe(aisha.spaceVersion);
    expect({ ...now, spaceVersion: '' }).toEqual({ ...aisha, spaceVersion: '' });
  });
});

describe('whether two would meet again', () => {
  it('is asked for once it ended, answers nothing, and shows to its owner alone', async () => {
    const other = await aPairWorld();
    await introduceThem(other);
    const { ask, close } = await aServer(other.ctx, pairRoutes);
    const asked = `PUT /api/pairs/${PAIR}/again`;
    expect((await ask('clara', asked, { body: { again: true } })).status).toBe(409);
    await other.until('2026-12-02T09:00:00.000Z');
    const again = await ask('clara', asked, { body: { again: true } });
    expect(again).toMatchObject({ status: 204, body: undefined });
    expect((await ask('clara', HEAD)).body).toMatchObject({ state: 'ended', again: true });
    expect((await ask('aisha', HEAD)).body).toMatchObject({ state: 'ended', again: false });
    expect((await ask('diego', asked, { body: { again: true } })).status).toBe(404);
    await close();
  });
});
