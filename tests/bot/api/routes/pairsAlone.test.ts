import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anEdgeWorld, type EdgeWorld, EVERYBODY } from '#tests/bot/edgeWorld.ts';

/** What is said in a pair's space: who is not of the pair learns nothing of it, by whatever route. */
const SECRET = 'Nobody else may read this';
let world: EdgeWorld;
let members: string[];
const outsiders = () => [...EVERYBODY, ''].filter((name) => !members.includes(name));

beforeAll(async () => {
  world = await anEdgeWorld();
  const statuses = await Promise.all(
    EVERYBODY.map(async (who) => [who, (await world.ask(who, `GET /api/pairs/${world.pair}`)).statusCode]),
  );
  members = statuses.flatMap(([who, status]) => (status === 200 ? [String(who)] : []));
  expect(members).toHaveLength(2);
  const { jottings } = (await world.ask('clara', at('GET /jottings'))).json();
  jotting = jottings[0].jotting;
  return () => world.close();
}, 60_000);
afterAll(() => expect(world.ctx.log.errors).toEqual([]));

const CLOSING = { worth: 3, words: SECRET, shared: true };
/** Each route with a body that a member could send. */
const LINE = { text: SECRET, shared: true };
const ROUTES: [string, unknown?][] = [
  ['GET /closing'],
  ['PUT /closing', CLOSING],
  ['GET /jottings'],
  ['POST /meetings/OCCURRENCE/jottings', LINE],
  ['PUT /jottings/JOTTING', LINE],
  ['DELETE /jottings/JOTTING'],
  ['GET /curiosity'],
  ['PUT /curiosity', LINE],
  ['GET /panel?occurrence=OCCURRENCE'],
];
const OWN_VIEWS = ['jottings', 'curiosity', 'closing', 'mine', 'meetings', 'panel?occurrence=OCCURRENCE'];
let jotting = '';
const at = (route: string, pair = world.pair) =>
  route
    .replace(' /', ` /api/pairs/${pair}/`)
    .replace('OCCURRENCE', world.occurrence)
    .replace('JOTTING', jotting);

describe('a pair’s own words', () => {
  it.each(ROUTES)('are nothing for anybody else, and change no row: %s', async (route, body) => {
    const before = world.ctx.tables.all('pairs');
    for (const who of outsiders()) {
      const answer = await world.ask(who, at(route), body);
      const nowhere = await world.ask(who, at(route, 'no-such-pair'), body);
      expect(answer.statusCode, who || 'nobody').toBe(who ? 404 : 401);
      const said = (text: string) => ({ ...JSON.parse(text), reference: '' });
      expect(said(answer.body), who || 'nobody').toEqual(said(nowhere.body));
    }
    expect(world.ctx.tables.all('pairs')).toEqual(before);
  });

  it('at the end are read by members alone, and a face by its writer alone', async () => {
    for (const who of members) {
      const { mine, sections } = (await world.ask(who, at('GET /closing'))).json();
      expect(sections.at(-1)).toMatchObject({ kind: 'closing', entries: [{ text: 'Thank you' }] });
      expect(mine === null || who === 'clara').toBe(true);
    }
  });

  it('kept to oneself are nothing for the other member either, whatever the route', async () => {
    const other = members.find((who) => who !== 'clara') ?? '';
    const kept = { text: SECRET, shared: false };
    const made = await world.ask('clara', at('POST /meetings/OCCURRENCE/jottings'), kept);
    expect(made.statusCode).toBe(201);
    await world.ask('clara', at('PUT /curiosity'), kept, { 'if-match': '"1"' });
    for (const view of OWN_VIEWS) {
      const answer = await world.ask(other, at(`GET /${view}`));
      expect(answer.statusCode, view).toBe(200);
      expect(answer.body, view).not.toContain(SECRET);
      expect((await world.ask('clara', at(`GET /${view}`))).statusCode).toBe(200);
    }
    const before = world.ctx.tables.all('pairs');
    for (const id of [made.json().jotting, jotting])
      for (const method of ['PUT', 'DELETE']) {
        const what = at(`${method} /jottings/${id}`);
        const { statusCode } = await world.ask(other, what, LINE, { 'if-match': '"1"' });
        // Taking away what is not there is done; whether it is there, is not told.
        expect(statusCode, what).toBe(method === 'DELETE' && id !== jotting ? 204 : 404);
      }
    expect(world.ctx.tables.all('pairs')).toEqual(before);
  });

  it('at the end cannot be said before their day', async () => {
    const answer = await world.ask('clara', at('PUT /closing'), CLOSING, { 'if-match': '"1"' });
    expect(answer.statusCode).toBe(409);
    expect(answer.json().detail).toContain('From that day on');
  });
});
