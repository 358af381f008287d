import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Exchanges, LearningView, Timeline } from '#api/contract/exchanges.ts';
import { anEdgeWorld, type EdgeWorld, PRIVATE_WORDS } from '#tests/bot/edgeWorld.ts';
import { settleAll } from '#tests/bot/pairWorld.ts';
import { TABLES } from '#usecases/story/ports.ts';
import { NASTY } from './calling.ts';

let world: EdgeWorld;
let partner = '';
beforeAll(async () => {
  world = await anEdgeWorld();
  for (const name of ['aisha', 'mia', 'diego'])
    if ((await world.ask(name, `GET ${at()}`)).statusCode === 200) partner = name;
}, 60_000);
afterAll(() => world.close());

const at = (part = '') => `/api/pairs/${world.pair}${part}`;
const read = async (who: string, part: string) => (await world.ask(who, `GET ${at(part)}`)).json();
const keep = async (body: object): Promise<LearningView> =>
  (await world.ask('clara', `POST ${at('/learnings')}`, body)).json();
const withoutReference = (body: string) => body.replace(/"reference":"[^"]*"/, '');

describe('give and take over the API', () => {
  it('is answered as it was typed, to both, each from their side', async () => {
    const { exchange } = world;
    const mine: Exchanges = await read('clara', '/exchanges');
    expect(mine.helps).toMatchObject([{ exchange, by: '', kind: 'skill', isMine: true }]);
    expect(mine.partners).toHaveLength(1);
    const theirs: Exchanges = await read(partner, '/exchanges');
    expect(theirs.helps).toMatchObject([{ exchange, by: 'clara', to: '', isMine: false }]);
    expect(theirs.balance).toEqual({ state: 'tooSoon' });
  });

  it('has one timeline with meeting, help, ripple and signature, in pages', async () => {
    const { moments, hasMore }: Timeline = await read(partner, '/timeline');
    expect(hasMore).toBe(false);
    expect(moments.map(({ kind }) => kind).sort()).toEqual(['exchange', 'learning', 'meeting', 'signature']);
    expect(await read(partner, '/timeline?show=2')).toEqual({ moments: moments.slice(0, 2), hasMore: true });
    for (const show of ['0', '-1', '1e3', '2001', 'all'])
      expect((await world.ask(partner, `GET ${at(`/timeline?show=${show}`)}`)).statusCode).toBe(422);
  });

  it('keeps a word letter by letter, and takes a change only over what was read', async () => {
    const kept = await keep({ kind: 'surprised', text: NASTY });
    expect(kept).toMatchObject({ text: NASTY, shared: false, etag: '1', isMine: true });
    const path = `PUT ${at(`/learnings/${kept.learning}`)}`;
    const body = { kind: 'surprised', text: 'Shorter', shared: true };
    const late = await world.ask('clara', path, body, { 'if-match': '"7"' });
    expect(late).toMatchObject({ statusCode: 412 });
    const changed = (await world.ask('clara', path, body, { 'if-match': '"1"' })).json();
    expect(changed).toMatchObject({ text: 'Shorter', shared: true, etag: '2', at: kept.at });
    const theirs = await world.ask(partner, path, body, { 'if-match': '"2"' });
    expect(theirs.statusCode).toBe(403);
    expect((await world.ask(partner, `GET ${at('/timeline')}`)).body).toContain('"etag":"","');
    expect((await world.ask('clara', path.replace('PUT', 'DELETE'))).statusCode).toBe(204);
    expect((await world.ask('clara', path.replace('PUT', 'DELETE'))).statusCode).toBe(404);
  });

  it('refuses who was no part of it, with a sentence, and changes nothing', async () => {
    const before = world.ctx.tables.versions();
    const said = { partner: 'nobody', iHelped: true, kind: 'skill' };
    const answer = await world.ask('clara', `POST ${at('/exchanges')}`, said);
    expect([answer.statusCode, answer.json().detail]).toEqual([
      422,
      'Please say whether you helped or were helped, and by whom of you.',
    ]);
    expect(world.ctx.tables.versions()).toEqual(before);
  });
});

describe('what somebody keeps to themselves', () => {
  it('is not to be changed by the partner, who learns not even that it is there', async () => {
    const before = world.ctx.tables.versions();
    for (const [method, body] of [['PUT', { kind: 'learned', text: 'x' }], ['DELETE']] as const) {
      const ask = (id: string) =>
        world.ask(partner, `${method} ${at(`/learnings/${id}`)}`, body, { 'if-match': '"1"' });
      const [there, missing] = [await ask(world.learning), await ask('none')];
      expect(there.statusCode).toBe(404);
      expect(withoutReference(there.body)).toBe(withoutReference(missing.body));
    }
    const sneaked = [...world.ctx.tables.versions()].filter(
      ([place, version]) => place.startsWith('pairs') && before.get(place) !== version,
    );
    expect([...before.keys()].filter((place) => place.startsWith('pairs'))).not.toEqual([]);
    expect(sneaked).toEqual([]);
  });

  it('changes nothing that the partner reads, not even the etag of the space', async () => {
    const all = () =>
      Promise.all(['', '/timeline', '/exchanges', '/mine'].map(async (part) => read(partner, part)));
    const before = await all();
    const { learning } = await keep({ kind: 'ripple', text: PRIVATE_WORDS });
    const path = `PUT ${at(`/learnings/${learning}`)}`;
    await world.ask('clara', path, { kind: 'learned', text: 'Another' }, { 'if-match': '"1"' });
    expect(await all()).toEqual(before);
    expect(JSON.stringify(before)).not.toContain(PRIVATE_WORDS);
    expect(JSON.stringify(await read('clara', '/mine'))).toContain(PRIVATE_WORDS);
  });

  it('stands in its own row, and in no other table, message, pointer or log', async () => {
    await settleAll(world.ctx, []);
    const { ctx } = world;
    for (const table of TABLES.filter((one) => one !== 'pairs'))
      expect(JSON.stringify(ctx.tables.all(table)), table).not.toContain(PRIVATE_WORDS);
    const rows = ctx.tables.all('pairs').filter((row) => JSON.stringify(row).includes(PRIVATE_WORDS));
    expect(rows.map(({ key }) => key)).toEqual([`learning_${world.learning}`]);
    for (const table of TABLES.filter((one) => one !== 'pairs'))
      expect(JSON.stringify(ctx.tables.all(table)), table).not.toContain(world.learning);
    expect(JSON.stringify([ctx.log.errors, ctx.log.warnings])).not.toContain(PRIVATE_WORDS);
  });
});
