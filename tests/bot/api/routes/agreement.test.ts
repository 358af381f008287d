import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PairView } from '#api/contract/pairs.ts';
import { agreementRoutes } from '#api/routes/agreement.ts';
import { pairRoutes } from '#api/routes/pairs.ts';
import { AGREEMENT, aPaired, PAIR, type PairWorld } from '#tests/bot/pairWorld.ts';
import { agreementHash } from '#usecases/pairs/agreementHash.ts';
import { aServer, NASTY, type Server } from './calling.ts';

let world: PairWorld;
let server: Server;

beforeAll(async () => {
  world = await aPaired();
  server = await aServer(world.ctx, [...pairRoutes, ...agreementRoutes]);
});
afterAll(() => server.close());

const headFor = async (who: string): Promise<PairView> =>
  (await server.ask(who, `GET /api/pairs/${PAIR}`)).body;
const draft = (who: string, body: object, etag: string) =>
  server.ask(who, `PUT /api/pairs/${PAIR}/agreement`, { body, etag });
const sign = (who: string, version: number, over: object = {}) =>
  server.ask(who, `POST /api/pairs/${PAIR}/agreement/${version}/signature`, {
    body: { hash: agreementHash(text), confidentiality: true, ...over },
  });
const text = { ...AGREEMENT, whereAndHow: NASTY };

describe('an agreement over the API', () => {
  it('is drafted by the mentor, and answers nothing but that it is done', async () => {
    expect((await draft('clara', text, '0')).status).toBe(403);
    expect(await draft('aisha', text, '0')).toMatchObject({ status: 204, body: undefined });
    expect(await headFor('aisha')).toMatchObject({ next: 'signAgreement', canSign: true });
  });

  it('refuses what was drafted meanwhile, what is too long, and whoever is not of the pair', async () => {
    const late = await draft('aisha', AGREEMENT, '0');
    expect(late).toMatchObject({ status: 412, body: { type: 'urn:turntable:changedMeanwhile' } });
    const long = await draft('aisha', { ...text, whatItIs: 'x'.repeat(601) }, '1');
    expect(long).toMatchObject({ status: 422, body: { problems: [{ where: 'whatItIs' }] } });
    expect((await draft('diego', text, '1')).status).toBe(404);
    expect((await sign('diego', 1)).status).toBe(404);
  });

  it.each(['1e0', '0x1', '1.0', '+1', '%201', '-1', ''])(
    'has no version %j: digits alone are numbers',
    async (version) => {
      const answer = await server.ask('clara', `POST /api/pairs/${PAIR}/agreement/${version}/signature`, {
        body: { hash: agreementHash(text), confidentiality: true },
      });
      expect([404, 422]).toContain(answer.status);
      expect((await headFor('clara')).agreement?.signatures).toEqual([]);
      expect((await draft('aisha', AGREEMENT, '1e0')).status).toBe(412);
    },
  );

  it.each([
    ['without the box', { confidentiality: false }, 422, /tick first/],
    ['without saying a word of the box', { confidentiality: undefined }, 422, /./],
    ['under a text read before', { hash: agreementHash(AGREEMENT) }, 409, /nothing was signed/],
    ['under no text', { hash: '' }, 422, /./],
  ])('is not signed %s', async (_, over, status, says) => {
    const answer = await sign('clara', 1, over);
    expect(answer).toMatchObject({ status, body: { detail: expect.stringMatching(says) } });
    expect((await headFor('clara')).agreement?.signatures).toEqual([]);
  });

  it('opens the space once both have signed', async () => {
    for (const who of ['aisha', 'clara']) {
      world.ctx.clock.advance(1000);
      expect(await sign(who, 1)).toMatchObject({ status: 204, body: undefined });
    }
    const { agreement, hasSpace } = await headFor('clara');
    expect(agreement?.text.whereAndHow).toBe(NASTY);
    expect(agreement?.signatures.map(({ firstName, isMe, role }) => [firstName, isMe, role])).toEqual([
      ['Aisha', false, 'mentor'],
      ['Clara', true, 'executive'],
    ]);
    expect(hasSpace).toBe(true);
    expect((await headFor('aisha')).partnerMails.join()).toMatch(/^clara.*@/);
  });
});
