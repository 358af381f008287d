import type { Activity, TurnContext } from 'botbuilder';
import botbuilder from 'botbuilder';
import Fastify, { type FastifyInstance } from 'fastify';
import { tokenVerifier } from '#api/http/auth.ts';
import { BOT, type Channel, TENANT } from './connector.ts';
import type { Outside } from './server.ts';

/** A route that checks the same token, does the work it was given, and answers the given JSON. */
export async function openBareApi(
  { issuer }: Outside,
  work: () => Promise<unknown>,
  answer: object,
): Promise<FastifyInstance> {
  const verify = tokenVerifier(issuer.tab);
  const server = Fastify();
  server.all('/bare', async (request, reply) => {
    if (!(await verify(request.headers.authorization))) return reply.status(401).send();
    await work();
    return answer;
  });
  return server;
}

export interface Echo {
  server: FastifyInstance;
  /** What each turn does before it answers, and the activities it answers with. */
  turn: { work(): Promise<unknown>; says: Partial<Activity>[] };
}

/** botbuilder's own adapter with its own authentication, as its documentation shows it. */
export function adapterFor(channel: Channel) {
  const authentication = new botbuilder.ConfigurationBotFrameworkAuthentication(
    {
      MicrosoftAppId: BOT,
      MicrosoftAppType: 'SingleTenant',
      MicrosoftAppTenantId: TENANT,
      MicrosoftAppPassword: '',
      ToBotFromChannelOpenIdMetadataUrl: channel.bot.openIdMetadataUrl,
      ToBotFromEmulatorOpenIdMetadataUrl: channel.bot.openIdMetadataUrl,
      ToBotFromChannelTokenIssuer: channel.bot.tokenIssuer,
      ToChannelFromBotLoginUrl: `${channel.bot.tokenIssuer}/${TENANT}`,
      ToChannelFromBotOAuthScope: 'https://api.botframework.com',
      OAuthUrl: `${channel.bot.tokenIssuer}/oauth`,
      CallerId: 'urn:botframework:azure',
    },
    channel.credentials,
  );
  return new botbuilder.CloudAdapter(authentication);
}

/** The same behind Fastify. */
export function openEcho(channel: Channel): Echo {
  const adapter = adapterFor(channel);
  const echo: Echo = { server: Fastify(), turn: { work: async () => undefined, says: [] } };
  const logic = async (context: TurnContext) => {
    await echo.turn.work();
    for (const activity of echo.turn.says) await context.sendActivity(activity);
  };
  echo.server.post('/api/messages', async (request, reply) => {
    let body: unknown;
    const response = {
      socket: request.raw.socket,
      status: (code: number) => reply.code(code),
      header: (name: string, value: unknown) => reply.header(name, value),
      send: (said: unknown) => {
        body = said;
      },
      end: () => undefined,
    };
    const asked = { body: request.body as Record<string, unknown>, headers: request.headers };
    await adapter.process({ ...asked, method: 'POST' }, response, logic);
    return reply.send(body);
  });
  return echo;
}
