import { UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { SettingsBody } from '#api/contract/me.ts';
import { tokenVerifier } from '#api/http/auth.ts';
import { type Route, route } from '#api/http/route.ts';
import { createServer } from '#api/http/server.ts';
import { asId } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { aContext } from '#tests/fakes/context.ts';
import { guidOf } from '#tests/guid.ts';
import { newAccount } from '#usecases/people/naming.ts';
import { eraseMe } from '#usecases/privacy/erasing.ts';
import { putLookup } from '#usecases/story/lookups.ts';
import { wordsFor } from '#words/words.ts';
import { startIssuer, TENANT } from './issuer.ts';

let issuer: Awaited<ReturnType<typeof startIssuer>>;
let server: Awaited<ReturnType<typeof createServer>>;
const ctx = aContext();
let refuse: Error | undefined;
let content = 'as it was';
let isNews = true;

const routes: Route[] = [
  aRoute('GET /api/me', {
    name: 'me',
    answer: z.object({ person: z.string(), roles: z.array(z.string()), timeZone: z.string() }),
    open:
      () =>
      async ({ actor }) => {
        if (refuse) throw refuse;
        return { ...actor, secret: 'never leaves' };
      },
  }),
  aRoute('GET /api/waiting', {
    name: 'panel',
    isWaiting: true,
    open:
      () =>
      async ({ actor, words }) =>
        isNews ? { person: actor.person, word: words('common:close') } : undefined,
  }),
  route('saveSettings', { body: SettingsBody, run: async () => undefined }),
  aRoute('GET /api/tagged', { name: 'pair', hasEtag: true, open: () => async () => ({ content }) }),
  aRoute('GET /api/rows', { name: 'goals', open: () => async () => ({ content, etag: 'W/"7"' }) }),
];

/** A route of no contract. */
function aRoute(path: string, over: Partial<Route> & Pick<Route, 'name' | 'open'>): Route {
  const [method = '', url = ''] = path.split(' ');
  return {
    method,
    path: url,
    status: 200,
    hasEtag: false,
    isWaiting: false,
    ...{ params: z.object(), answer: z.any() },
    ...over,
  };
}

beforeAll(async () => {
  issuer = await startIssuer();
  const tabConfig = {
    clientId: issuer.tab.clientId,
    initiateLoginEndpoint: 'https://x.example/',
    teamsAppId: 'app',
  };
  server = await createServer({ ctx, verify: tokenVerifier(issuer.tab), routes, tabConfig });
});
afterAll(async () => {
  await server.close();
  issuer.stop();
});

const ask = (token?: string, init: object = {}) =>
  server.inject({
    method: 'GET',
    url: '/api/me',
    headers: token ? { authorization: `Bearer ${token}` } : {},
    ...init,
  });

const nowS = () => Math.floor(Date.now() / 1000);

describe('a route that is waited at', () => {
  const wait = async (oid: string) => ask(await issuer.mint({ oid: guidOf(oid) }), { url: '/api/waiting' });

  it('says without a word that nothing is new', async () => {
    isNews = false;
    const answer = await wait('quiet');
    isNews = true;
    expect([answer.statusCode, answer.body]).toEqual([204, '']);
  });

  it('knows who asked a moment ago without reading, and takes nobody for somebody else', async () => {
    const [one, other] = [(await wait('waits-one')).json(), (await wait('waits-other')).json()];
    expect(one.person).not.toBe(other.person);
    const { find } = ctx.tables;
    ctx.tables.find = () => Promise.reject(new Error('read'));
    try {
      expect((await wait('waits-one')).json()).toEqual(one);
      expect((await wait('waits-nobody')).statusCode).toBe(500);
    } finally {
      ctx.tables.find = find;
    }
  });
});

describe('a page that was answered before', () => {
  const oid = guidOf('erased-elsewhere');
  const visit = async () => ask(await issuer.mint({ oid }));
  const goOn = async (by = oid) =>
    ask('', {
      headers: { authorization: `Bearer ${await issuer.mint({ oid: by })}`, 'x-still-open': 'yes' },
    });
  const people = () => ctx.tables.all('people').length;

  it('makes nobody anew who was erased meanwhile, whatever it asks, until it is opened again', async () => {
    const before = people();
    for (const _ of [1, 2]) {
      const answer = await goOn();
      expect(answer.statusCode).toBe(410);
      expect(answer.json()).toMatchObject({ detail: wordsFor('en')('privacy:erased') });
    }
    expect(people()).toBe(before);
    expect(await ctx.tables.find('lookups', 'oid', oid)).toBeUndefined();
    const { person } = (await visit()).json();
    expect((await goOn()).json().person).toBe(person);
    await eraseMe(ctx, person);
    expect((await goOn()).statusCode).toBe(410);
  });

  it('makes nobody of whom no more than the account is known', async () => {
    const named = guidOf('named-by-a-list');
    const row = { key: named, value: newAccount(asId('somebody')) };
    await putLookup(ctx.tables, 'oid', row);
    expect((await goOn(named)).statusCode).toBe(410);
  });
});

describe('a tab token', () => {
  it('opens the API, and its person is the same at every visit', async () => {
    const first = await ask(await issuer.mint({ roles: ['Champion'] }), {});
    const again = await ask(await issuer.mint());
    expect(first.statusCode).toBe(200);
    expect(first.json().roles).toEqual(['Champion']);
    expect(again.json().person).toBe(first.json().person);
  });

  it.each([
    ['is missing', async () => undefined],
    ['is expired', () => issuer.mint({}, 'right', '-1h')],
    ['is for another audience', () => issuer.mint({ aud: 'somebody-else' })],
    ['comes from another tenant', () => issuer.mint({ tid: TENANT.replaceAll('1', '9') })],
    ['comes from another issuer', () => issuer.mint({ iss: 'https://evil.example' })],
    ['is signed by another key', () => issuer.mint({}, 'wrong')],
    ['lacks the scope', () => issuer.mint({ scp: 'openid' })],
    [
      'is unsigned',
      async () =>
        new UnsecuredJWT({ ...issuer.claims, iss: issuer.tab.issuer, aud: issuer.tab.clientId })
          .setExpirationTime('1h')
          .encode(),
    ],
    ['is nonsense', async () => 'a.b.c'],
    ['names nobody', () => issuer.mint({ oid: '' })],
    ['names a number', () => issuer.mint({ oid: 5 })],
    ['names an object', () => issuer.mint({ oid: {} })],
    ['names a list', () => issuer.mint({ oid: [guidOf('clara')] })],
    ['names the nil id', () => issuer.mint({ oid: '00000000-0000-0000-0000-000000000000' })],
    ['names a word', () => issuer.mint({ oid: 'clara' })],
    ['names what is no id', () => issuer.mint({ oid: 'a/b c' })],
    ['names nothing at all', () => issuer.mint({ oid: undefined })],
    ['has a tenant that is a list', () => issuer.mint({ tid: [TENANT] })],
    ['is for several at once', () => issuer.mint({ aud: [issuer.tab.clientId, 'somebody-else'] })],
    ['has a scope that is a list', () => issuer.mint({ scp: ['access_as_user'] })],
    ['has roles in one word', () => issuer.mint({ roles: 'Champion' })],
    ['has roles that are no words', () => issuer.mint({ roles: [{ Champion: true }] })],
    ['has a name that is a number', () => issuer.mint({ name: 7 })],
    ['is of version 1', () => issuer.mint({ ver: '1.0' })],
    ['never ends', () => issuer.mint({}, 'right', 'never')],
    ['ended three minutes ago', () => issuer.mint({}, 'right', '-3m')],
    [
      'begins in three minutes and is for another tenant',
      () => issuer.mint({ nbf: nowS() + 180, tid: 'other' }),
    ],
    ['begins in three minutes and is forged', () => issuer.mint({ nbf: nowS() + 180 }, 'wrong')],
  ])('that %s gets 401 and nothing more', async (_what, make) => {
    const answer = await ask(await make());
    expect(answer.statusCode).toBe(401);
    expect(answer.json()).toEqual({
      type: 'urn:turntable:unauthorised',
      title: 'Please sign in',
      status: 401,
      detail: 'Open Turntable in Teams, Outlook or Microsoft 365 and sign in with your work account.',
      reference: '',
    });
  });

  it.each([
    ['ended a minute ago', () => issuer.mint({}, 'right', '-1m')],
    ['begins in a minute', () => issuer.mint({ nbf: nowS() + 60 })],
    [
      'was made in a minute, by a clock that is ahead',
      () => issuer.mint({ iat: nowS() + 60, nbf: nowS() + 60 }),
    ],
    ['says its version', () => issuer.mint({ ver: '2.0' })],
  ])('that %s still counts: clocks differ', async (_what, make) => {
    expect((await ask(await make())).statusCode).toBe(200);
  });

  it.each([
    ['begins in three minutes', () => issuer.mint({ nbf: nowS() + 180 })],
    ['was made in three minutes', () => issuer.mint({ iat: nowS() + 180 })],
  ])('that %s is refused, and told that a clock is off', async (_what, make) => {
    const answer = await ask(await make());
    expect(answer.statusCode).toBe(401);
    expect(answer.json()).toMatchObject({
      type: 'urn:turntable:clock',
      detail: expect.stringContaining('clock of a computer is off'),
    });
  });

  it('is asked for before the body is looked at', async () => {
    const answer = await server.inject({
      method: 'PUT',
      url: '/api/me/settings',
      payload: { newsMuted: 'what' },
    });
    expect(answer.statusCode).toBe(401);
  });
});

describe('an answer', () => {
  it('carries only what the contract lists', async () => {
    expect((await ask(await issuer.mint())).body).not.toContain('never leaves');
  });

  it('names every problem of a refused body', async () => {
    const headers = { authorization: `Bearer ${await issuer.mint()}` };
    const answer = await server.inject({
      method: 'PUT',
      url: '/api/me/settings',
      headers,
      payload: { newsMuted: 'what' },
    });
    expect(answer.statusCode).toBe(422);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json().problems[0].where).toBe('newsMuted');
  });

  it.each([
    [new Refusal('missing', 'common:problem.missing.detail'), 404],
    [new Refusal('forbidden', 'common:problem.forbidden.detail'), 403],
    [new Refusal('gone', 'common:problem.gone.detail'), 410],
    [Object.assign(new Error('lost'), { name: 'Conflict' }), 412],
    [Object.assign(new Error('big'), { name: 'TooLarge' }), 413],
  ])('says a refusal as a sentence (%s)', async (error, status) => {
    refuse = error;
    const answer = await ask(await issuer.mint());
    refuse = undefined;
    expect(answer.statusCode).toBe(status);
    expect(answer.json().detail).toMatch(/^[A-Z].*\.$/);
  });

  it('never shows what went wrong inside', async () => {
    refuse = new Error('the secret of the table');
    const answer = await ask(await issuer.mint());
    refuse = undefined;
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('secret');
    expect(answer.json().reference).toMatch(/^[0-9a-f]{8}$/);
    expect(JSON.stringify(ctx.log)).toContain(answer.json().reference);
  });
});

describe('the time zone of a visit', () => {
  it('is remembered, and nonsense is not', async () => {
    const headers = {
      authorization: `Bearer ${await issuer.mint({ oid: guidOf('zone'), preferred_username: 'z@x.example' })}`,
    };
    const zoned = await ask(undefined, { headers: { ...headers, 'x-time-zone': 'Europe/London' } });
    const odd = await ask(undefined, { headers: { ...headers, 'x-time-zone': 'Middle/Earth' } });
    expect([zoned.json().timeZone, odd.json().timeZone]).toEqual(['Europe/London', 'Europe/London']);
  });
});

describe('an etag', () => {
  const get = async (url: string, known?: string) => {
    const headers = { authorization: `Bearer ${await issuer.mint()}` };
    return server.inject({ url, headers: known ? { ...headers, 'if-none-match': known } : headers });
  };

  it('of the content itself spares whoever has it the body', async () => {
    const first = await get('/api/tagged');
    const etag = String(first.headers.etag);
    expect(etag).toMatch(/^"[\w-]{22}"$/);
    expect((await get('/api/tagged')).headers.etag).toBe(etag);
    for (const known of [etag, `W/${etag}`, `"another", ${etag}`]) {
      const again = await get('/api/tagged', known);
      expect([again.statusCode, again.body], known).toEqual([304, '']);
      expect(again.headers).toMatchObject({ etag, 'cache-control': 'no-store' });
    }
    content = 'as it is now';
    const changed = await get('/api/tagged', etag);
    expect([changed.statusCode, changed.json().content]).toEqual([200, 'as it is now']);
  });

  it('that the rows bring along is sent, but spares nobody the body: an answer may hold more than its row', async () => {
    expect((await get('/api/rows')).headers.etag).toBe('"7"');
    expect((await get('/api/rows', '"7"')).statusCode).toBe(200);
  });

  it('nobody asked for is none', async () => {
    expect((await get('/api/me')).headers.etag).toBeUndefined();
    expect((await get('/api/me', '""')).statusCode).toBe(200);
  });
});

it('a change without an answer says that it is done, and no more', async () => {
  const headers = { authorization: `Bearer ${await issuer.mint()}` };
  const done = await server.inject({
    method: 'PUT',
    url: '/api/me/settings',
    headers,
    payload: { newsMuted: true },
  });
  expect([done.statusCode, done.body]).toEqual([204, '']);
});
