import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROUTES } from '#api/contract/paths.ts';
import { anEdgeWorld, type EdgeWorld } from './edgeWorld.ts';

let world: EdgeWorld;
let writer = '';
beforeAll(async () => {
  world = await anEdgeWorld();
  for (const name of ['aisha', 'mia', 'diego'])
    if ((await world.ask(name, `GET ${at()}`)).statusCode === 200) writer = name;
  world.ctx.clock.set('2027-06-01T09:00:00.000Z');
}, 60_000);
afterAll(() => world.close());

const at = (part = '') => `/api/pairs/${world.pair}${part}`;
const ALONE = 'For me alone';
const LINE = { text: ALONE, shared: false };
/** Every page that the partner can read, with its etag: whatever route is added is asked as well. */
const READ = [
  ...Object.values(ROUTES).filter((route) => /^GET \/api\/pairs\/:pair(\/[a-z]+)?$/.test(route)),
  'GET /api/me',
];

async function whatThePartnerReads(): Promise<Record<string, unknown>> {
  await world.renew();
  const read: Record<string, unknown> = {};
  for (const route of READ) {
    const path = route.replace(':pair', world.pair);
    const { statusCode, body, headers } = await world.ask(
      'clara',
      route.endsWith('/panel') ? `${path}?occurrence=${world.occurrence}` : path,
    );
    expect([route, statusCode]).toEqual([route, 200]);
    read[route] = [headers.etag, body];
  }
  return read;
}

const write = async (what: string, body?: object, seen = '0') => {
  const answer = await world.ask(writer, what, body, { 'if-match': `"${seen}"` });
  expect([what, answer.statusCode]).toEqual([what, expect.toSatisfy((status: number) => status < 300)]);
  return answer;
};

describe('what somebody keeps to themselves', () => {
  it('changes nothing that the partner reads, on no page and in no etag', async () => {
    const before = await whatThePartnerReads();
    expect(Object.keys(before).length).toBeGreaterThan(10);
    const meeting = at(`/meetings/${world.occurrence}`);
    const { jotting } = (await write(`POST ${meeting}/jottings`, LINE)).json();
    await write(`POST ${meeting}/jottings`, { text: 'Another one', shared: false });
    await write(`PUT ${at(`/jottings/${jotting}`)}`, { text: `${ALONE}, anew`, shared: false }, '1');
    await write(`PUT ${at('/curiosity')}`, LINE);
    await write(`PUT ${at('/curiosity')}`, { text: `${ALONE}, anew`, shared: false }, '1');
    await write(`POST ${at('/learnings')}`, { ...LINE, kind: 'ripple' });
    await write(`POST ${meeting}/feedback`, {
      ...{ worthTheHour: 2, learned: ALONE, surprised: ALONE, shared: false },
      ...{ balanced: 'no', candid: 'no', goOn: 'no' },
    });
    await write(`PUT ${at('/closing')}`, { worth: 1, words: ALONE, shared: false });
    await write(`DELETE ${at(`/jottings/${jotting}`)}`);
    expect(await whatThePartnerReads()).toEqual(before);
    expect((await world.ask(writer, `GET ${at('/mine')}`)).body).toContain(ALONE);
  });

  it('is taken away by nobody else, who is told the same where there is none', async () => {
    const path = at(`/meetings/${world.occurrence}/jottings`);
    const { jotting } = (await write(`POST ${path}`, { text: 'Only mine', shared: false })).json();
    for (const id of [jotting, 'none'])
      expect((await world.ask('clara', `DELETE ${at(`/jottings/${id}`)}`)).statusCode).toBe(204);
    expect((await world.ask(writer, `GET ${at('/jottings')}`)).body).toContain('Only mine');
  });

  it('tells nobody, once it is shared, how often it was worded before', async () => {
    const path = at(`/meetings/${world.occurrence}/jottings`);
    const { jotting } = (await write(`POST ${path}`, { text: 'First', shared: false })).json();
    await write(`PUT ${at(`/jottings/${jotting}`)}`, { text: 'Second', shared: true }, '1');
    const seenBy = async (who: string) =>
      (await world.ask(who, `GET ${at('/jottings')}`))
        .json()
        .jottings.find((one: { jotting: string }) => one.jotting === jotting);
    expect(await seenBy(writer)).toMatchObject({ etag: '2', isMine: true });
    expect(await seenBy('clara')).toMatchObject({ text: 'Second', etag: '', isMine: false });
  });
});
