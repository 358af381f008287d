import * as jose from 'jose';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { APP, localTeams, type TokenOver } from '#tests/bot/teams/localTeams.ts';
import { aBot, anActivity, type Bot, TENANT } from '#tests/bot/teams/surroundings.ts';
import { TABLES } from '#usecases/story/ports.ts';

const teams = localTeams();
let bot: Bot;

beforeAll(() => {
  vi.mocked(console.error).mockImplementation(() => undefined);
});
beforeEach(() => {
  bot = aBot(teams);
});
// botbuilder complains about wrong tokens on the console; here they are meant.
afterEach(() => {
  vi.mocked(console.error).mockClear();
});

const post = async (headers: Record<string, string>, payload: unknown) => {
  const answer = await bot.server.inject({
    method: 'POST',
    url: '/api/messages',
    headers: { 'content-type': 'application/json', ...headers },
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
  });
  return { status: answer.statusCode, body: answer.body };
};
const withToken = async (over: TokenOver, activity: object = {}) =>
  post({ authorization: `Bearer ${await teams.channelToken(over)}` }, anActivity(teams, activity));

const nowS = () => Math.floor(Date.now() / 1000);
const nothingHappened = () => {
  expect(teams.calls).toEqual([]);
  expect(TABLES.flatMap((table) => bot.ctx.tables.all(table))).toEqual([]);
};

describe('the door of the bot', () => {
  it('lets in what the channel signed for us', async () => {
    expect(await withToken({}, { text: 'hello' })).toEqual({ status: 200, body: '' });
    expect(teams.said).toHaveLength(1);
    expect(teams.unverified).toBe(0);
    expect(bot.answered).toBe(teams.calls.length);
  });

  it.each<[string, () => Promise<{ status: number; body: string }>]>([
    ['no token', () => post({}, anActivity(teams))],
    ['something that is no token', () => post({ authorization: 'Bearer nonsense' }, anActivity(teams))],
    ['a token for somebody else', () => withToken({ audience: 'other' })],
    ['an expired token', () => withToken({ expires: Math.floor(Date.now() / 1000) - 3600 })],
    ['a token of another issuer', () => withToken({ issuer: 'https://issuer.example' })],
    ['a token for another connector', () => withToken({ serviceUrl: 'https://smba.example/' })],
    [
      'a token signed with another key',
      async () => withToken({ key: (await jose.generateKeyPair('RS256')).privateKey }),
    ],
    [
      'an unsigned token',
      async () => {
        const claims = { iss: teams.issuer, aud: APP, serviceurl: teams.serviceUrl };
        return post({ authorization: `Bearer ${new jose.UnsecuredJWT(claims).encode()}` }, anActivity(teams));
      },
    ],
  ])('answers 401 and nothing more to %s', async (_, attempt) => {
    expect(await attempt()).toEqual({ status: 401, body: '' });
    nothingHappened();
  });

  it.each<[string, TokenOver]>([
    ['never ends', { expires: 'never' }],
    ['ended three minutes ago', { expires: '-3m' }],
    ['begins in three minutes', { claims: { nbf: nowS() + 180 } }],
    ['was made in three minutes', { claims: { iat: nowS() + 180 } }],
    ['is for several at once', { claims: { aud: [APP, 'somebody-else'] } }],
  ])('answers 401 to a token of the channel that %s', async (_, over) => {
    expect((await withToken(over)).status).toBe(401);
    nothingHappened();
  });

  it.each<[string, TokenOver]>([
    ['ended a minute ago', { expires: '-1m' }],
    ['begins in a minute', { claims: { iat: nowS() + 60, nbf: nowS() + 60 } }],
  ])('forgives two clocks that differ: a token that %s', async (_, over) => {
    expect((await withToken(over)).status).toBe(200);
  });

  it('answers 403 to a connector whose address carries anything more', async () => {
    const { serviceUrl: own } = teams;
    for (const serviceUrl of [`${own}?x=1`, `${own}#top`, `${own}?`, `${own}#`, `${own}%2e%2e/`, `${own} `]) {
      expect((await withToken({ serviceUrl }, { serviceUrl })).status, serviceUrl).toBe(403);
      nothingHappened();
    }
  });

  it('answers 403 to a connector we do not talk to, before anything is stored or sent', async () => {
    const serviceUrl = 'https://smba.trafficmanager.net.attacker.example/';
    expect(await withToken({ serviceUrl }, { serviceUrl })).toEqual({ status: 403, body: '' });
    nothingHappened();
  });

  it('answers 403 to people of another tenant', async () => {
    const conversation = { id: 'a:x', conversationType: 'personal', tenantId: 'other' };
    expect((await withToken({}, { conversation })).status).toBe(403);
    nothingHappened();
  });

  it('answers 401 to another channel, for which the key is not endorsed', async () => {
    expect((await withToken({}, { channelId: 'directline' })).status).toBe(401);
    nothingHappened();
  });

  it.each([
    ['no activity at all', {}],
    ['a list', []],
    ['a word', '"hello"'],
    ['half a body', '{"type":'],
    ['an activity without a type', { ...anActivityOf(), type: undefined }],
    ['an activity without a conversation', { ...anActivityOf(), conversation: undefined }],
    ['numbers for words', { ...anActivityOf(), text: 42 }],
  ])('answers 400 to %s', async (_, payload) => {
    const authorization = `Bearer ${await teams.channelToken()}`;
    expect((await post({ authorization }, payload)).status).toBe(400);
    nothingHappened();
  });

  it('takes in no more than 256 KB', async () => {
    const authorization = `Bearer ${await teams.channelToken()}`;
    const activity = anActivity(teams, { text: 'x'.repeat(300_000) });
    expect((await post({ authorization }, activity)).status).toBe(413);
  });

  it('refuses to exist without an app id', async () => {
    const { createTeamsEdge } = await import('#teams/createTeamsEdge.ts');
    const config = {
      teamsAppId: '',
      publicUrl: '',
      serviceUrls: [],
      bot: {
        appId: '',
        appType: 'SingleTenant' as const,
        tenantId: TENANT,
        password: '',
        identityClientId: '',
        openIdMetadataUrl: '',
        tokenIssuer: '',
      },
    };
    const { ctx } = bot;
    expect(() => createTeamsEdge({ config, ctx, log: ctx.log, wordsFor: () => String })).toThrow(/app id/);
  });
});

function anActivityOf() {
  return { type: 'message', channelId: 'msteams', serviceUrl: 'http://x/', conversation: { id: 'c' } };
}
