import type { Activity, ConfigurationBotFrameworkAuthentication, TurnContext } from 'botbuilder';
import botbuilder from 'botbuilder';
import { z } from 'zod';
import { faultOf } from '#usecases/story/fault.ts';
import type { Log } from '#usecases/story/ports.ts';
import type { Config } from '../../config.ts';
import { hasChannelShape } from './channelToken.ts';
import { federatedCredentials } from './federated.ts';
import { NotSent } from './outcome.ts';
import { isAllowedServiceUrl } from './serviceUrls.ts';

/** Where the bot gets the tokens it sends with. */
export type Credentials = NonNullable<
  ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[1]
>;
type ConnectorFactory = ReturnType<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>;
type Claims = Parameters<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>[0];

export interface Received {
  status: number;
  body?: unknown;
}

/** A POST of the channel. `answered` comes when its answer has left, or nobody waits for it any more. */
export interface Receiving {
  authorization: string | undefined;
  body: unknown;
  answered: Promise<void>;
}

export interface AdapterParts {
  config: Pick<Config, 'bot' | 'serviceUrls'>;
  log: Log;
  /** Those of the settings when left out. */
  credentials: Credentials | undefined;
  /** How long one call to the connector may take. */
  patienceMs: number;
  /** Hears of each call that is made while somebody is answered; nobody waits for leave to answer. */
  onAnswer?: (() => void) | undefined;
  run(context: TurnContext, answered: Receiving['answered']): Promise<void>;
  /** Tells somebody kindly that their turn failed. */
  apologise(context: TurnContext, error: unknown): Promise<void>;
}

/** An id of the channel's: it goes into addresses and keys. */
const name = z
  .string()
  .max(400)
  .refine((text) => text.isWellFormed() && !text.includes('\u0000'));

/** What every activity must have before anything else is looked at. The rest is read where it is used. */
const Incoming = z.looseObject({
  type: z.string().min(1).max(100),
  id: name.optional(),
  channelId: z.string().max(100),
  serviceUrl: z.string().max(400),
  text: z.string().nullish(),
  locale: z.string().max(100).nullish(),
  localTimezone: z.string().max(100).nullish(),
  replyToId: name.nullish(),
  from: z.looseObject({ id: name, aadObjectId: name.nullish(), name: z.string().nullish() }).optional(),
  recipient: z.looseObject({ id: name }).optional(),
  conversation: z.looseObject({ id: name.min(1) }),
  membersAdded: z.array(z.looseObject({ id: name })).nullish(),
  membersRemoved: z.array(z.looseObject({ id: name })).nullish(),
  channelData: z.looseObject({}).nullish(),
});

/** botbuilder's CloudAdapter, spoken to with a header and a body instead of Node's request and response. */
export class TeamsAdapter extends botbuilder.CloudAdapter {
  readonly #parts: AdapterParts;

  constructor(parts: AdapterParts) {
    super(new Authentication(parts));
    this.#parts = parts;
    this.onTurnError = async (context, error) => {
      try {
        await parts.apologise(context, error);
      } catch (other) {
        parts.log.warn({ err: faultOf(other) }, 'nor could the bot say so');
      }
    };
  }

  /**
   * Answers one POST of the channel and never rejects. 400: no activity; 401: not from the channel, not for us;
   * 403: a connector or tenant we do not talk to. Nothing is stored or sent before these are decided.
   */
  async receive(request: Receiving): Promise<Received> {
    const { log } = this.#parts;
    const parsed = Incoming.safeParse(request.body);
    if (!parsed.success) return { status: 400 };
    const activity = toActivity(parsed.data);
    try {
      const verified = await this.#verify(activity, request.authorization ?? '');
      if (typeof verified === 'number') return { status: verified };
      const refused = this.#whyRefused(activity);
      if (refused) {
        log.warn({ refused, serviceUrl: activity.serviceUrl }, 'an activity was refused');
        return { status: 403 };
      }
      const answer = await this.processActivity(verified, activity, (context) =>
        this.#parts.run(context, request.answered),
      );
      return { status: answer?.status ?? 200, body: answer?.body };
    } catch (error) {
      log.error({ err: faultOf(error) }, 'an activity could not be processed');
      return { status: 500 };
    }
  }

  async #verify(activity: Activity, authorization: string) {
    try {
      const verified = await this.botFrameworkAuthentication.authenticateRequest(activity, authorization);
      if (hasChannelShape(authorization, this.#parts.config.bot.appId)) return verified;
      this.#parts.log.warn({ reason: 'shape' }, 'not authenticated');
      return 401;
    } catch (error) {
      const { name, statusCode } = error as { name?: string; statusCode?: number };
      const keysMissing = name === 'FetchError' || statusCode === 500;
      this.#parts.log.warn(
        { reason: String(error) },
        keysMissing ? 'no keys to check with' : 'not authenticated',
      );
      return keysMissing ? 503 : 401;
    }
  }

  #whyRefused(activity: Activity): string {
    const { bot, serviceUrls } = this.#parts.config;
    if (activity.channelId !== botbuilder.Channels.Msteams) return 'channel';
    if (!isAllowedServiceUrl(activity.serviceUrl, serviceUrls)) return 'serviceUrl';
    const tenant = activity.conversation.tenantId ?? activity.channelData?.tenant?.id;
    return tenant === bot.tenantId ? '' : 'tenant';
  }
}

/** The body as botbuilder's own HTTP entry hands it on: times are dates. */
function toActivity(body: z.infer<typeof Incoming>): Activity {
  const activity: Record<string, unknown> & { conversation: { id: string } } = { ...body };
  for (const name of ['timestamp', 'localTimestamp', 'expiration']) {
    const value = activity[name];
    if (typeof value === 'string') activity[name] = new Date(value);
  }
  return activity as Partial<Activity> as Activity;
}

/** Settings as botbuilder names them. A local issuer replaces Microsoft's addresses, never the checks. */
function settingsOf({ bot }: AdapterParts['config']) {
  const own = {
    MicrosoftAppId: bot.appId,
    MicrosoftAppType: bot.appType,
    MicrosoftAppTenantId: bot.tenantId,
    ...(bot.password ? { MicrosoftAppPassword: bot.password } : {}),
  };
  if (!bot.openIdMetadataUrl && !bot.tokenIssuer) return own;
  return {
    ...own,
    ToBotFromChannelOpenIdMetadataUrl: bot.openIdMetadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: bot.openIdMetadataUrl,
    ToBotFromChannelTokenIssuer: bot.tokenIssuer,
    ToChannelFromBotLoginUrl: `${bot.tokenIssuer}/${bot.tenantId}`,
    ToChannelFromBotOAuthScope: 'https://api.botframework.com',
    OAuthUrl: `${bot.tokenIssuer}/oauth`,
    CallerId: 'urn:botframework:azure',
  };
}

/** botbuilder's authentication, with connector clients that ask once, not for ever, and say when nothing left. */
class Authentication extends botbuilder.ConfigurationBotFrameworkAuthentication {
  readonly #patienceMs: number;
  readonly #onAnswer: (() => void) | undefined;

  constructor({ config, credentials, patienceMs, onAnswer }: AdapterParts) {
    if (!config.bot.appId) throw new Error('The bot needs an app id: without one it would trust everybody.');
    super(settingsOf(config), credentials ?? federatedCredentials(config.bot));
    this.#patienceMs = patienceMs;
    this.#onAnswer = onAnswer;
  }

  override createConnectorFactory(claims: Claims) {
    return askingOnce(super.createConnectorFactory(claims), this.#patienceMs);
  }

  override async authenticateRequest(activity: Activity, authorization: string) {
    const found = await super.authenticateRequest(activity, authorization);
    if (!found.connectorFactory) return found;
    return {
      ...found,
      connectorFactory: askingOnce(found.connectorFactory, this.#patienceMs, this.#onAnswer),
    };
  }
}
/**
 * The connector client repeats a POST by itself after 429, 500, 502 and 503: one 502 became four messages. Its
 * retry policy is taken out here; what may be repeated is decided where the outcome is known.
 */
const askingOnce = (factory: ConnectorFactory, patienceMs: number, onAsk?: () => void): ConnectorFactory => ({
  create: async (serviceUrl, audience) => {
    const client = await factory.create(serviceUrl, audience);
    const { pipeline } = client['client'];
    pipeline.removePolicy({ name: 'defaultRetryPolicy' });
    pipeline.addPolicy({
      name: 'patience',
      sendRequest: (request: { timeout: number }, next: (request: object) => Promise<unknown>) => {
        request.timeout = patienceMs;
        onAsk?.();
        return next(request);
      },
    });
    const { credentials } = client;
    client.credentials = {
      signRequest: async (request) => {
        try {
          return await credentials.signRequest(request);
        } catch (error) {
          throw new NotSent(error);
        }
      },
    };
    return client;
  },
});
