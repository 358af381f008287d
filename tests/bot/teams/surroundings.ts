import Fastify, { type FastifyInstance } from 'fastify';
import { asId, type PersonId } from '#domain/basics/ids.ts';
import { createTeamsEdge, type TeamsEdge } from '#teams/createTeamsEdge.ts';
import { aContext, type TestContext } from '#tests/fakes/context.ts';
import type { Recipient } from '#usecases/home/notices.ts';
import type { Context } from '#usecases/story/context.ts';
import { wordsFor } from '#words/words.ts';
import { APP, type LocalTeams } from './localTeams.ts';

export const TENANT = '22222222-2222-4222-8222-222222222222';
export const CARD = 'application/vnd.microsoft.card.adaptive';
export const MESSAGE = 'application/vnd.microsoft.activity.message';

/** What the client of somebody who pressed a button gets back. */
interface Pressed {
  status: number;
  type: string;
  value: unknown;
}

export interface Bot<C extends Context = TestContext> {
  ctx: C;
  teams: LocalTeams;
  edge: TeamsEdge;
  server: FastifyInstance;
  /** How many calls to the connector were made to answer somebody. */
  readonly answered: number;
  /** Delivers one activity with a good token, as Clara in her own chat unless said otherwise. */
  deliver(activity: object): Promise<{ status: number; body: unknown }>;
  /** Presses a button of the card `card-1`, as Clara unless said otherwise. */
  press(verb: string, data: object, over?: object): Promise<Pressed>;
}

/** The real bot with its real use cases, on tables and a clock of the test's choice. */
export function aBotOn<C extends Context>(ctx: C, teams: LocalTeams): Bot<C> {
  let answered = 0;
  const edge = createTeamsEdge({
    onAnswer: () => {
      answered++;
    },
    config: {
      teamsAppId: '44444444-4444-4444-8444-444444444444',
      publicUrl: 'https://turntable.example',
      serviceUrls: [teams.serviceUrl],
      bot: {
        appId: APP,
        appType: 'SingleTenant',
        tenantId: TENANT,
        password: '',
        identityClientId: '',
        openIdMetadataUrl: `${teams.issuer}/.well-known/openid-configuration`,
        tokenIssuer: teams.issuer,
      },
    },
    ctx,
    wordsFor,
    log: ctx.log,
    credentials: teams.credentials(),
    random: () => 0.5,
    patienceMs: 4_000,
  });
  const server = Fastify();
  edge.registerMessages(server);
  const deliver: Bot['deliver'] = async (activity) => {
    const authorization = `Bearer ${await teams.channelToken()}`;
    const { statusCode, body } = await server.inject({
      method: 'POST',
      url: '/api/messages',
      headers: { authorization },
      payload: anActivity(teams, activity),
    });
    await edge.following.idle();
    return { status: statusCode, body: body ? JSON.parse(body) : undefined };
  };
  const press: Bot['press'] = async (verb, data, over = {}) => {
    const { status, body } = await deliver(aPress(verb, data, over));
    return { status, ...(body as { type: string; value: unknown }) };
  };
  return {
    ...{ ctx, teams, edge, server, deliver, press },
    get answered() {
      return answered;
    },
  };
}

/** The bot where nothing has happened yet. */
export const aBot = (teams: LocalTeams): Bot => aBotOn(aContext(), teams);

let counter = 0;

/** What Teams sends when Clara writes to the bot in her own chat. */
export const anActivity = (teams: Pick<LocalTeams, 'serviceUrl'>, over: object = {}) => ({
  type: 'message',
  id: `activity-${++counter}`,
  timestamp: '2026-11-23T09:00:00.000Z',
  channelId: 'msteams',
  serviceUrl: teams.serviceUrl,
  locale: 'en-GB',
  ...as('clara'),
  recipient: { id: `28:${APP}`, name: 'Turntable' },
  channelData: { tenant: { id: TENANT } },
  ...over,
});

/** Somebody in their own chat with the bot. */
export const as = (name: string) => ({
  from: { id: `29:${name}`, name, aadObjectId: `oid-${name}` },
  conversation: { id: `a:${name}`, conversationType: 'personal', tenantId: TENANT },
});

/** The chat of a meeting, where others read along. */
export const GROUP = {
  id: '19:meeting_x@thread.v2',
  conversationType: 'groupChat',
  tenantId: TENANT,
};

/** A pressed button with Action.Execute. */
export const aPress = (verb: string, data: object, over: object = {}) => ({
  type: 'invoke',
  name: 'adaptiveCard/action',
  replyToId: 'card-1',
  value: { action: { type: 'Action.Execute', verb, data } },
  ...over,
});

/** A sentence beside the button; the card stays. */
export const aMessage = (value: string) => ({ status: 200, statusCode: 200, type: MESSAGE, value });

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
