import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { Config } from '#bot/config.ts';

export const BOT = '11111111-1111-4111-8111-111111111111';
export const TENANT = '22222222-2222-4222-8222-222222222222';
const AUDIENCE = 'https://api.botframework.com';

/** What the bot sent, as the connector got it. */
interface Sent {
  text?: string;
  summary?: string;
  attachments?: object[];
}

export interface Refused {
  status: number;
  code?: string;
  retryAfterS?: number;
}

export interface Channel {
  serviceUrl: string;
  bot: Config['bot'];
  /** What the composition root hands in: the bot's own token, minted once as MSAL would keep it. */
  credentials: ReturnType<typeof credentialsWith>;
  /** The bot's own token, for a process of its own. */
  own: string;
  /** A token of the channel for the bot, good for an hour. */
  token: string;
  /** How many messages the bot sent, and the last of them. */
  sent: number;
  last: Sent;
  /** What the directory says of somebody who is asked about, by their id in Teams. */
  directory: Map<string, object>;
  /** Hears where each message went; says how it is refused, if it is, and whether it was taken nevertheless. */
  hears?: ((path: string) => Refused | undefined) | undefined;
  stop(): void;
}

/** A Bot Connector that takes every message, and the issuer of its tokens, which the bot really checks. */
export async function startChannel(): Promise<Channel> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const keys = [
    { ...(await exportJWK(publicKey)), kid: 'k1', use: 'sig', alg: 'RS256', endorsements: ['msteams'] },
  ];
  const servers: Server[] = [];
  const open = (answer: (request: IncomingMessage, response: ServerResponse) => void) =>
    listen(servers, answer);
  const issuer: string = await open((request, response) => {
    const isAboutKeys = request.url === '/jwks';
    reply(response, 200, isAboutKeys ? { keys } : { issuer, jwks_uri: `${issuer}/jwks` });
  });
  const mint = (claims: Record<string, unknown>, audience: string) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime('1h')
      .sign(privateKey);
  const own = `Bearer ${await mint({ appid: BOT }, AUDIENCE)}`;
  const take = async (request: IncomingMessage, response: ServerResponse) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    if (request.headers.authorization !== own) return reply(response, 401, {});
    const asked = decodeURIComponent(request.url?.split('/members/')[1] ?? '');
    if (request.method === 'GET') return reply(response, 200, channel.directory.get(asked) ?? { id: asked });
    const refused = channel.hears?.(request.url ?? '');
    if (refused) return refuse(response, refused);
    channel.sent++;
    channel.last = JSON.parse(text || '{}');
    reply(response, 201, { id: `sent-${channel.sent}` });
  };
  const serviceUrl = `${await open((request, response) => void take(request, response))}/`;
  const channel: Channel = {
    serviceUrl,
    bot: {
      appId: BOT,
      appType: 'SingleTenant',
      tenantId: TENANT,
      password: '',
      identityClientId: '',
      openIdMetadataUrl: `${issuer}/.well-known/openid-configuration`,
      tokenIssuer: issuer,
    },
    credentials: credentialsWith(own),
    own,
    token: `Bearer ${await mint({ serviceurl: serviceUrl }, BOT)}`,
    sent: 0,
    last: {},
    directory: new Map(),
    stop: () => {
      for (const server of servers) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
  return channel;
}

export const credentialsWith = (token: string) => ({
  isValidAppId: async (id: string) => id === BOT,
  isAuthenticationDisabled: async () => false,
  createCredentials: async () => ({
    signRequest: async <R extends { headers: { set(name: string, value: string): void } }>(request: R) => {
      request.headers.set('authorization', token);
      return request;
    },
  }),
});

function listen(
  servers: Server[],
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  return new Promise((listening) =>
    server.listen(0, '127.0.0.1', () =>
      listening(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    ),
  );
}

function refuse(response: ServerResponse, { status, code = '', retryAfterS }: Refused): void {
  if (retryAfterS !== undefined) response.setHeader('retry-after', String(retryAfterS));
  reply(response, status, { error: { code, message: 'not now' } });
}

function reply(response: ServerResponse, status: number, body: object): void {
  response.statusCode = status;
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(body));
}

/** Who writes to the bot in their own chat. */
export interface Writer {
  directoryId: string;
  userId: string;
  chatId: string;
  name: string;
}

let activities = 0;

/** What Teams sends when somebody writes. */
export const aMessage = (channel: Channel, by: Writer, over: object) => ({
  type: 'message',
  id: `activity-${process.pid}-${++activities}`,
  timestamp: new Date().toISOString(),
  channelId: 'msteams',
  serviceUrl: channel.serviceUrl,
  locale: 'en-GB',
  from: { id: by.userId, name: by.name, aadObjectId: by.directoryId },
  recipient: { id: `28:${BOT}`, name: 'Turntable' },
  conversation: { id: by.chatId, conversationType: 'personal', tenantId: TENANT },
  channelData: { tenant: { id: TENANT } },
  ...over,
});

/** What Teams sends when somebody presses a button with Action.Execute. */
export const aPress = (channel: Channel, by: Writer, verb: string, data: object) =>
  aMessage(channel, by, {
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: 'card-1',
    value: { action: { type: 'Action.Execute', verb, data } },
  });
