import type { FastifyInstance } from 'fastify';
import { Expiring } from '#domain/basics/expiring.ts';
import { Following } from '#teams/answering/following.ts';
import { Once } from '#teams/answering/once.ts';
import { type Parts, sorryFor, strangerOf } from '#teams/answering/turn.ts';
import { newsDrawer } from '#teams/cards/newsDrawer.ts';
import { Activities, toTurn } from '#teams/edge/activities.ts';
import { type Credentials, type Received, type Receiving, TeamsAdapter } from '#teams/edge/adapter.ts';
import { AskedMeetings } from '#teams/edge/askedMeetings.ts';
import { registerMessages } from '#teams/edge/messages.ts';
import { TeamsMessenger } from '#teams/edge/messenger.ts';
import type { Messenger } from '#usecases/home/notices.ts';
import type { Context } from '#usecases/story/context.ts';
import { faultOf } from '#usecases/story/fault.ts';
import type { Log, TeamsMeetings, TurnKind } from '#usecases/story/ports.ts';
import { readingOnce } from '#usecases/story/readOnce.ts';
import type { Words } from '#words/words.ts';
import type { Config } from '../config.ts';

export interface EdgeParts {
  config: Pick<Config, 'bot' | 'serviceUrls' | 'teamsAppId' | 'publicUrl'>;
  ctx: Context;
  wordsFor: (locale: string) => Words;
  log: Log;
  /** Where the bot gets its own tokens; Microsoft's when left out. */
  credentials?: Credentials | undefined;
  /** From 0 up to 1. */
  random?: () => number;
  /** How long one call to the connector may take. */
  patienceMs?: number;
  /** Hears of each call that is made while somebody is answered. */
  onAnswer?: () => void;
  /** Stands around each turn. */
  onTurn?: (kind: TurnKind, run: () => Promise<void>) => Promise<void>;
}

export interface TeamsEdge {
  receive(request: Receiving): Promise<Received>;
  messenger: Messenger;
  /** What the bot says after a press was answered. */
  following: Following;
  drawNews: NonNullable<Context['drawNews']>;
  meetings: TeamsMeetings;
  registerMessages(server: FastifyInstance): void;
}

const ARRIVALS = ['installationUpdate', 'conversationUpdate'];

/** A button is an invoke or, from clients of old, a message without words. */
function kindOf({ type, text, value }: { type: string; text?: string; value?: unknown }): TurnKind {
  if (type === 'message') return value && !text?.trim() ? 'press' : 'message';
  if (ARRIVALS.includes(type)) return 'arrival';
  return type === 'invoke' ? 'press' : 'event';
}

const PATIENCE_MS = 15_000;
const MOST_ARRIVED = 10_000;

/** The bot's two directions: what Teams sends us, and what we send to people. */
export function createTeamsEdge(edge: EdgeParts): TeamsEdge {
  const { config, ctx, wordsFor, log, credentials, onTurn = (_kind, run) => run() } = edge;
  const parts: Parts = {
    ctx,
    wordsFor,
    teamsAppId: config.teamsAppId,
    appId: config.bot.appId,
    publicUrl: config.publicUrl,
    activities: new Once(ctx, 'activity'),
    presses: new Once(ctx, 'press'),
    arrived: new Expiring(MOST_ARRIVED),
  };
  const adapter = new TeamsAdapter({
    config,
    log,
    credentials,
    patienceMs: edge.patienceMs ?? PATIENCE_MS,
    onAnswer: edge.onAnswer,
    run: (context, answered) =>
      onTurn(kindOf(context.activity), async () => {
        const once = { ...parts, ctx: readingOnce(ctx) };
        try {
          await new Activities(once, (next) => following.keep(next, answered)).run(context);
        } catch (error) {
          log.error({ err: faultOf(error), type: context.activity.type }, 'a turn failed');
          throw error;
        }
      }),
    apologise: async (context, error) => {
      const turn = toTurn(parts, context);
      if (context.activity.type === 'message' && turn.chat.isPersonal)
        await turn.send({ text: strangerOf(parts, turn).words(sorryFor(error)) });
    },
  });
  const messenger = new TeamsMessenger({
    parts,
    adapter,
    serviceUrls: config.serviceUrls,
    random: edge.random ?? Math.random,
  });
  const following = new Following(ctx, (...said) => {
    edge.onAnswer?.();
    return messenger.say(...said);
  });
  const receive: TeamsEdge['receive'] = (request) => adapter.receive(request);
  return {
    ...{ receive, messenger, following },
    drawNews: newsDrawer(parts),
    meetings: new AskedMeetings({
      ...{ adapter, log, appId: config.bot.appId, tenantId: config.bot.tenantId },
      serviceUrls: config.serviceUrls,
    }),
    registerMessages: (server) => registerMessages(server, { receive }),
  };
}
