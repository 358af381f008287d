import type { FastifyInstance } from 'fastify';
import { tokenVerifier } from '#api/http/auth.ts';
import { createServer } from '#api/http/server.ts';
import { ALL_ROUTES } from '#api/routes/index.ts';
import { createTeamsEdge } from '#teams/createTeamsEdge.ts';
import { startIssuer } from '#tests/bot/api/http/issuer.ts';
import type { Context } from '#usecases/story/context.ts';
import { wordsFor } from '#words/words.ts';
import { type Channel, startChannel } from './connector.ts';
import type { Somebody } from './people.ts';

export interface Outside {
  channel: Channel;
  issuer: Awaited<ReturnType<typeof startIssuer>>;
  stop(): void;
}

/** Teams and Entra for one process: keys, tokens and a connector. */
export async function startOutside(): Promise<Outside> {
  const [channel, issuer] = await Promise.all([startChannel(), startIssuer()]);
  const stop = () => {
    channel.stop();
    issuer.stop();
  };
  return { channel, issuer, stop };
}

let tokens = 0;
/** A token of somebody's tab; each its own, because the server counts requests by token. */
export const tabToken = async ({ issuer }: Outside, { directoryId, mail, name }: Somebody): Promise<string> =>
  `Bearer ${await issuer.mint({ oid: directoryId, preferred_username: mail, name, jti: `${++tokens}` })}`;

/** The product's own server with the bot's entry, as app.ts puts them together, on the given surroundings. */
export async function openHouse(ctx: Context, { channel, issuer }: Outside): Promise<FastifyInstance> {
  const teamsAppId = '44444444-4444-4444-8444-444444444444';
  const edge = createTeamsEdge({
    ...{ ctx, wordsFor, log: ctx.log, credentials: channel.credentials },
    config: {
      teamsAppId,
      publicUrl: 'https://turntable.example',
      serviceUrls: [channel.serviceUrl],
      bot: channel.bot,
    },
  });
  const server = await createServer({
    ...{ ctx, verify: tokenVerifier(issuer.tab), routes: ALL_ROUTES },
    tabConfig: {
      clientId: issuer.tab.clientId,
      initiateLoginEndpoint: 'https://turntable.example/',
      teamsAppId,
    },
  });
  edge.registerMessages(server);
  return server;
}
