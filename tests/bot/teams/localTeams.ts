import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as readAsText } from 'node:stream/consumers';
import * as jose from 'jose';
import { afterAll, beforeAll, beforeEach } from 'vitest';

export const APP = '11111111-1111-4111-8111-111111111111';
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
/** What the connector does with the next send: a status with headers and the error's code, or silence. */
export type Answer = [status: number, headers?: Record<string, string>, code?: string] | 'silence' | 'break';

const CLARA = { id: '29:clara', name: 'Clara Winter', email: 'Clara@turntable.example' };

/** An issuer of both sides' tokens and a connector that checks the bot's, each on a port of its own. */
export class LocalTeams {
  readonly calls: Call[] = [];
  readonly answers: Answer[] = [];
  /** Whom the directory knows; undefined: it does not answer. */
  member: object | undefined = CLARA;
  /** What Teams says of any meeting; it says nothing while undefined. */
  meeting: object | undefined;
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

  /** As before the first call. */
  reset(): void {
    this.calls.length = 0;
    this.answers.length = 0;
    this.member = CLARA;
    this.meeting = undefined;
    this.tokenFails = false;
    this.unverified = 0;
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
    const token = new jose.SignJWT({
      serviceurl: over.serviceUrl ?? this.serviceUrl,
      iss: over.issuer ?? this.issuer,
      aud: over.audience ?? APP,
      iat: Math.floor(Date.now() / 1000),
      ...over.claims,
    }).setProtectedHeader({ alg: 'RS256', kid: 'k1' });
    if (over.expires !== 'never') token.setExpirationTime(over.expires ?? '1h');
    return token.sign(key);
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
    const text = await readAsText(request);
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
    const known = this.#read(call.path);
    if (known) {
      json(response, ...known);
      return;
    }
    const answer = this.answers.shift() ?? [201];
    if (answer === 'silence') return;
    if (answer === 'break') {
      request.socket.destroy();
      return;
    }
    const [status, headers, code] = answer;
    for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value);
    const id = call.path.includes('/activities') ? `1${this.calls.length}` : 'a:new-chat';
    json(response, status, status < 300 ? { id } : { error: { ...(code && { code }), message: 'as asked' } });
  }

  /** What is only read: a member, a meeting. */
  #read(path: string): [status: number, body: object] | undefined {
    if (path.includes('/members/')) return [this.member ? 200 : 500, this.member ?? {}];
    if (path.startsWith('/v1/meetings/')) return [this.meeting ? 200 : 403, this.meeting ?? {}];
    return undefined;
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
  /** Other claims than usual; undefined leaves one out. */
  claims?: jose.JWTPayload;
}

const json = (response: ServerResponse, status: number, body: object): void => {
  response.statusCode = status;
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(body));
};

/** The Teams of one test file, fresh for each test. */
export function localTeams(): LocalTeams {
  const teams = new LocalTeams();
  beforeAll(() => teams.start());
  beforeEach(() => teams.reset());
  afterAll(() => teams.stop());
  return teams;
}
