import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import * as jose from 'jose';
import { asId, type PersonId } from '#domain/basics/ids.ts';
import type { Line } from '#domain/enrolment/conversation.ts';
import type { Stories } from '#teams/answering/stories.ts';
import { createTeamsEdge, type TeamsEdge } from '#teams/createTeamsEdge.ts';
import { aContext, type TestContext } from '#tests/fakes/context.ts';
import { inviteOnInstall } from '#usecases/cohorts/invitations.ts';
import type { Recipient } from '#usecases/notices/notice.ts';
import { findPerson, forgetChannel, personOf, rememberChannel, settingsOf } from '#usecases/people/people.ts';
import type { Context } from '#usecases/story/context.ts';
import { wordsFor } from '#words/words.ts';

export const APP = '11111111-1111-4111-8111-111111111111';
export const TENANT = '22222222-2222-4222-8222-222222222222';
export const CLARA = '33333333-3333-4333-8333-333333333333';
const CHANNEL_AUDIENCE = 'https://api.botframework.com';

export interface Call {
  method: string;
  path: string;
  body: {
    text?: string;
    textFormat?: string;
    summary?: string;
    attachments?: { content: { body: object[]; actions?: object[]; speak?: string } }[];
    members?: { id: string }[];
  };
}
/** What the connector does with the next send: a status with headers, or silence. */
export type Answer = [status: number, headers?: Record<string, string>] | 'silence' | 'break';

/** An issuer of both sides' tokens and a connector that checks the bot's, each on a port of its own. */
export class LocalTeams {
  readonly calls: Call[] = [];
  readonly answers: Answer[] = [];
  member: object | undefined = { id: '29:clara', name: 'Clara Winter', email: 'clara@contoso.example' };
  tokenFails = false;
  unverified = 0;
  issuer = '';
  serviceUrl = '';
  #keys: jose.GenerateKeyPairResult | undefined;
  #jwk: jose.JWK & { endorsements?: string[] } = {};
  #servers: Server[] = [];

  async start(): Promise<void> {
    this.#keys = await jose.generateKeyPair('RS256');
    const publicJwk = await jose.exportJWK(this.#keys.publicKey);
    this.#jwk = { ...publicJwk, kid: 'k1', use: 'sig', alg: 'RS256', endorsements: ['msteams'] };
    this.issuer = await this.#listen((request, response) => this.#issue(request, response));
    this.serviceUrl = `${await this.#listen((request, response) => this.#connect(request, response))}/`;
  }

  stop(): void {
    for (const server of this.#servers) {
      server.closeAllConnections();
      server.close();
    }
  }

  /** A token of the channel for the bot; `over` makes it wrong. */
  async channelToken(over: TokenOver = {}): Promise<string> {
    const key = over.key ?? this.#keys?.privateKey;
    if (!key) throw new Error('not started');
    return new jose.SignJWT({ serviceurl: over.serviceUrl ?? this.serviceUrl })
      .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
      .setIssuer(over.issuer ?? this.issuer)
      .setAudience(over.audience ?? APP)
      .setIssuedAt()
      .setExpirationTime(over.expires ?? '1h')
      .sign(key);
  }

  /** The credentials the composition root hands in on a developer's machine. */
  credentials() {
    return {
      isValidAppId: async (id: string) => id === APP,
      isAuthenticationDisabled: async () => false,
      createCredentials: async () => ({
        signRequest: async <R extends { headers: { set(name: string, value: string): void } }>(
          request: R,
        ) => {
          if (this.tokenFails) throw new Error('the issuer is away');
          request.headers.set('authorization', `Bearer ${await this.#botToken()}`);
          return request;
        },
      }),
    };
  }

  /** What the bot said, oldest first. */
  get said(): Call[] {
    return this.calls.filter(({ method, path }) => method === 'POST' && path.includes('/activities'));
  }

  async #botToken(): Promise<string> {
    if (!this.#keys) throw new Error('not started');
    return new jose.SignJWT({ appid: APP })
      .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
      .setIssuer(this.issuer)
      .setAudience(CHANNEL_AUDIENCE)
      .setIssuedAt()
      .setExpirationTime('1h')
      .sign(this.#keys.privateKey);
  }

  #issue(request: IncomingMessage, response: ServerResponse): void {
    const isConfiguration = request.url === '/.well-known/openid-configuration';
    const configuration = { issuer: this.issuer, jwks_uri: `${this.issuer}/jwks` };
    json(response, 200, isConfiguration ? configuration : { keys: [this.#jwk] });
  }

  #connect(request: IncomingMessage, response: ServerResponse): void {
    void this.#hear(request).then((call) => this.#answer(call, request, response));
  }

  async #hear(request: IncomingMessage): Promise<Call | undefined> {
    let text = '';
    for await (const chunk of request) text += chunk;
    if (!(await this.#isOurBot(request))) return undefined;
    return { method: request.method ?? '', path: request.url ?? '', body: text ? JSON.parse(text) : {} };
  }

  #answer(call: Call | undefined, request: IncomingMessage, response: ServerResponse): void {
    if (!call) {
      this.unverified++;
      json(response, 401, {});
      return;
    }
    this.calls.push(call);
    if (call.path.includes('/members/')) {
      json(response, this.member ? 200 : 500, this.member ?? {});
      return;
    }
    const answer = this.answers.shift() ?? [201];
    if (answer === 'silence') return;
    if (answer === 'break') {
      request.socket.destroy();
      return;
    }
    const [status, headers] = answer;
    for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value);
    const id = call.path.includes('/activities') ? `1${this.calls.length}` : 'a:new-chat';
    json(response, status, status < 300 ? { id } : { error: { code: 'Scripted', message: 'as asked' } });
  }

  async #isOurBot(request: IncomingMessage): Promise<boolean> {
    if (!this.#keys) return false;
    const token = (request.headers.authorization ?? '').slice('Bearer '.length);
    const expected = { issuer: this.issuer, audience: CHANNEL_AUDIENCE };
    return jose.jwtVerify(token, this.#keys.publicKey, expected).then(
      ({ payload }) => payload.appid === APP,
      () => false,
    );
  }

  #listen(handle: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
    const server = createServer(handle);
    this.#servers.push(server);
    return new Promise((listening) =>
      server.listen(0, '127.0.0.1', () =>
        listening(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
      ),
    );
  }
}

export interface TokenOver {
  serviceUrl?: string;
  issuer?: string;
  audience?: string;
  expires?: string | number;
  key?: jose.CryptoKey;
}

const json = (response: ServerResponse, status: number, body: object): void => {
  response.statusCode = status;
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(body));
};

/** Use cases that remember what they were asked and answer as told; people and settings are the real ones. */
export function someStories(over: Partial<Stories> = {}) {
  const asked: unknown[][] = [];
  const note =
    <R>(name: string, answer: R) =>
    async (...args: unknown[]): Promise<R> => {
      asked.push([name, ...args.slice(1)]);
      return answer;
    };
  const said = (word: string): Line[] => [{ text: { word } }];
  const stories = {
    answerEnrolment: note('answerEnrolment', {}),
    answerIntroduction: note('answerIntroduction', { state: 'waiting' }),
    findPerson,
    forgetChannel,
    getMe: note('getMe', { enrolments: [], pairs: [] }),
    giveFeedback: note('giveFeedback', { repeated: false }),
    inviteOnInstall,
    greet: note('greet', said('bot:commands.hello')),
    hear: note('hear', said('bot:commands.help')),
    meetingEnded: note('meetingEnded', undefined),
    meetingStarted: note('meetingStarted', undefined),
    personOf,
    rememberChannel,
    replyToAnnouncement: note('replyToAnnouncement', undefined),
    saveSettings: note('saveSettings', { newsMuted: true }),
    settingsOf,
    startEnrolment: note('startEnrolment', said('bot:commands.profile')),
    ...over,
  } as Stories;
  return { stories, asked };
}

export interface Bot<C extends Context = TestContext> {
  ctx: C;
  teams: LocalTeams;
  edge: TeamsEdge;
  server: FastifyInstance;
  asked: unknown[][];
  /** Delivers one activity with a good token, as Clara in her own chat unless said otherwise. */
  deliver(activity: object): Promise<{ status: number; body: unknown }>;
}

export const aBot = (teams: LocalTeams, over: Partial<Stories> = {}): Promise<Bot> =>
  aBotOn(aContext(), teams, over);

/** The same on tables and a clock of the test's choice. */
export async function aBotOn<C extends Context>(
  ctx: C,
  teams: LocalTeams,
  over: Partial<Stories> = {},
): Promise<Bot<C>> {
  const { stories, asked } = someStories(over);
  const edge = createTeamsEdge({
    config: {
      teamsAppId: '44444444-4444-4444-8444-444444444444',
      serviceUrls: [teams.serviceUrl],
      bot: {
        appId: APP,
        appType: 'SingleTenant',
        tenantId: TENANT,
        password: '',
        openIdMetadataUrl: `${teams.issuer}/.well-known/openid-configuration`,
        tokenIssuer: teams.issuer,
      },
    },
    ctx,
    wordsFor,
    log: ctx.log,
    credentials: teams.credentials(),
    stories,
    random: () => 0.5,
    patienceMs: 400,
  });
  const server = Fastify();
  edge.registerMessages(server);
  const deliver = async (activity: object) => {
    const authorization = `Bearer ${await teams.channelToken()}`;
    const { statusCode, body } = await server.inject({
      method: 'POST',
      url: '/api/messages',
      headers: { authorization },
      payload: anActivity(teams, activity),
    });
    return { status: statusCode, body: body ? JSON.parse(body) : undefined };
  };
  return { ctx, teams, edge, server, asked, deliver };
}

let counter = 0;

/** What Teams sends when Clara writes to the bot in her own chat. */
export const anActivity = (teams: LocalTeams, over: object = {}) => ({
  type: 'message',
  id: `activity-${++counter}`,
  timestamp: '2026-11-23T09:00:00.000Z',
  channelId: 'msteams',
  serviceUrl: teams.serviceUrl,
  locale: 'en-GB',
  from: { id: '29:clara', name: 'Clara Winter', aadObjectId: CLARA },
  recipient: { id: `28:${APP}`, name: 'Turntable' },
  conversation: { id: 'a:clara', conversationType: 'personal', tenantId: TENANT },
  channelData: { tenant: { id: TENANT } },
  ...over,
});

/** A pressed button with Action.Execute. */
export const aPress = (verb: string, data: object, over: object = {}) => ({
  type: 'invoke',
  name: 'adaptiveCard/action',
  replyToId: 'card-1',
  value: { action: { type: 'Action.Execute', verb, data } },
  ...over,
});

export const aRecipient = (teams: LocalTeams): Recipient => ({
  person: asId<PersonId>('person-clara'),
  locale: 'en-GB',
  timeZone: 'Europe/Zurich',
  channel: {
    serviceUrl: teams.serviceUrl,
    conversationId: 'a:clara',
    tenantId: TENANT,
    userId: '29:clara',
    botId: `28:${APP}`,
    state: 'open',
  },
});
