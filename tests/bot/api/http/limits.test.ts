import { afterEach, describe, expect, it } from 'vitest';
import { addressOf } from '#api/http/address.ts';
import { createServer } from '#api/http/server.ts';
import { meRoutes } from '#api/routes/me.ts';
import { profileRoutes } from '#api/routes/profile.ts';
import { registerMessages } from '#teams/edge/messages.ts';
import { aContext } from '#tests/fakes/context.ts';

let server: Awaited<ReturnType<typeof createServer>>;
afterEach(() => server.close());

/** A token says who holds it, and anything after the dot that makes it another one. */
const opened = async (hasFrontEnd = false) => {
  server = await createServer({
    ctx: aContext(),
    verify: async (token = '') => {
      const [who = ''] = token.split('.');
      if (who !== 'clara' && who !== 'aisha') return undefined;
      const signInName = `${who}@turntable.example`;
      return { directoryId: who, mail: '', signInName, name: '', roles: [] };
    },
    routes: [...meRoutes, ...profileRoutes],
    tabConfig: { clientId: 'c', initiateLoginEndpoint: 'https://x.example/', teamsAppId: 'app' },
    hasFrontEnd,
  });
  registerMessages(server, { receive: async () => ({ status: 401 }) });
};

const ask = (authorization: string, headers: object = {}, url = '/api/me') =>
  server.inject({ url, headers: { authorization, ...headers }, remoteAddress: '10.0.0.1' });

const untilRefused = async (most: number, one: (n: number) => Promise<{ statusCode: number }>) => {
  for (let n = 1; n <= most; n++) if ((await one(n)).statusCode === 429) return n;
  return 0;
};

describe('how often somebody may ask', () => {
  it('counts the person: a fresh token does not begin anew, and somebody else is not meant', async () => {
    await opened();
    const at = await untilRefused(2000, (n) => ask(`clara.${n}`));
    expect(at).toBeGreaterThan(600);
    const last = await ask('clara.fresh');
    expect(last.statusCode).toBe(429);
    expect(last.headers['content-type']).toContain('application/problem+json');
    expect(last.headers['retry-after']).toBeDefined();
    expect(last.json().detail).toMatch(/^[A-Z].*\.$/);
    expect((await ask('clara', {}, '/api/profile')).statusCode).toBe(429);
    expect((await ask('aisha')).statusCode).toBe(200);
  });

  it('is less for what is heavy: topics heard in a text', async () => {
    await opened();
    const hear = (who: string) =>
      server.inject({
        ...{ method: 'POST', url: '/api/topics/recognise', payload: { text: 'budgets' } },
        headers: { authorization: who },
      });
    expect(await untilRefused(400, (n) => hear(`clara.${n}`))).toBe(121);
    const last = await hear('clara');
    expect(last.headers['retry-after']).toBeDefined();
    expect(last.json().detail).toMatch(/^[A-Z].*\.$/);
    expect((await hear('aisha')).statusCode).toBe(200);
    expect((await ask('clara')).statusCode).toBe(200);
  });

  it('answers bad tokens with 429 after a while, and still lets good ones from the same address in', async () => {
    await opened();
    const at = await untilRefused(800, (n) => ask(`stranger.${n}`));
    expect(at).toBeGreaterThan(100);
    const refused = await ask('stranger.again');
    expect([refused.statusCode, refused.json().status]).toEqual([429, 429]);
    expect((await ask('clara')).statusCode).toBe(200);
  });

  it('looks at no token any more from an address that showed thousands of bad ones', async () => {
    await opened();
    for (let n = 0; n < 2_001; n++) await ask(`stranger.${n}`);
    expect((await ask('clara')).statusCode).toBe(429);
    const elsewhere = await server.inject({
      url: '/api/me',
      headers: { authorization: 'clara' },
      remoteAddress: '10.0.0.2',
    });
    expect(elsewhere.statusCode).toBe(200);
    expect((await server.inject({ url: '/healthz', remoteAddress: '10.0.0.1' })).statusCode).toBe(200);
  });

  it('counts bad tokens at the endpoint of the bot too', async () => {
    await opened();
    const knock = () => server.inject({ method: 'POST', url: '/api/messages', payload: {} });
    expect((await knock()).statusCode).toBe(401);
    expect(await untilRefused(800, knock)).toBeGreaterThan(100);
  });

  it('takes the address from the front end, and never what the caller put before it', async () => {
    await opened(true);
    const from = (address: string) => ({ 'x-forwarded-for': `${Math.random()}, ${address}` });
    const at = await untilRefused(800, () => ask('stranger', from('192.0.2.1:4711')));
    expect(at).toBeGreaterThan(100);
    expect((await ask('stranger', from('192.0.2.1:999'))).statusCode).toBe(429);
    expect((await ask('stranger', from('192.0.2.2:999'))).statusCode).toBe(401);
  });
});

describe('the address of a request', () => {
  const of = (forwarded: string, hasFrontEnd = true) =>
    addressOf(
      { headers: { 'x-forwarded-for': forwarded }, socket: { remoteAddress: '10.0.0.9' } },
      hasFrontEnd,
    );
  it.each([
    ['192.0.2.1:4711', '192.0.2.1'],
    ['192.0.2.1', '192.0.2.1'],
    ['6.6.6.6, 192.0.2.1:4711', '192.0.2.1'],
    ['[2001:db8:1:2:3::4]:4711', '2001:db8:1:2::/64'],
    ['2001:db8:1:2:9::1', '2001:db8:1:2::/64'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['nonsense', '10.0.0.9'],
    ['', '10.0.0.9'],
  ])('that the front end calls "%s" is %s', (forwarded, expected) => {
    expect(of(forwarded)).toBe(expected);
  });

  it('is the connection’s own where no front end stands before us', () => {
    expect(of('192.0.2.1', false)).toBe('10.0.0.9');
  });
});
