import type { ConversationReference, TurnContext } from 'botbuilder';
import type { Channel } from '#domain/people/person.ts';
import type { Outgoing, Parts } from '#teams/answering/turn.ts';
import { cardFor } from '#teams/cards/index.ts';
import type { Drawn } from '#teams/cards/parts.ts';
import { settledCardFor } from '#teams/cards/settled.ts';
import type { Facts, Messenger, Recipient } from '#usecases/home/notices.ts';
import type { SettledFacts } from '#usecases/home/settled.ts';
import { rememberChannel } from '#usecases/people/people.ts';
import { faultOf } from '#usecases/story/fault.ts';
import type { SendOutcome } from '#usecases/story/ports.ts';
import { toActivity } from './activities.ts';
import type { TeamsAdapter } from './adapter.ts';
import { isStale, outcomeOf, statusOf } from './outcome.ts';
import { isAllowedServiceUrl } from './serviceUrls.ts';

export interface MessengerParts {
  parts: Parts;
  adapter: TeamsAdapter;
  serviceUrls: readonly string[];
  /** From 0 up to 1; spreads what has to wait. */
  random: () => number;
}

type Posted = { activity: string } | { error: unknown };
const NOT_POSTED: Posted = { error: new Error('the turn never came to the post') };
const AGAIN_AFTER_MS = 10_000;

/**
 * Sends one notice into somebody's chat, at most once. A chat that is gone is made again once, which Teams
 * answers with the same chat; only then is the notice sent there.
 */
export class TeamsMessenger implements Messenger {
  readonly #with: MessengerParts;

  constructor(parts: MessengerParts) {
    this.#with = parts;
  }

  async send(to: Recipient, facts: Facts): Promise<SendOutcome> {
    const { parts, serviceUrls } = this.#with;
    if (!isAllowedServiceUrl(to.channel.serviceUrl, serviceUrls))
      return { state: 'failed', reason: 'refused' };
    const { locale, timeZone } = to;
    const { teamsAppId, appId, publicUrl } = parts;
    const message = cardFor(facts, parts.wordsFor(locale), {
      ...{ locale, timeZone, teamsAppId, appId, publicUrl },
    });
    const posted = await this.#continue(to.channel, message);
    const isGone = 'error' in posted && isStale(posted.error);
    return isGone ? this.#startAgain(to, message) : this.#settle(posted);
  }

  /** Says something in a chat that was open a moment ago, in answer to an activity. */
  async say(channel: Channel, message: Outgoing, replyTo: string): Promise<SendOutcome> {
    if (!isAllowedServiceUrl(channel.serviceUrl, this.#with.serviceUrls))
      return { state: 'failed', reason: 'refused' };
    return this.#settle(await this.#continue(channel, message, { replyTo }));
  }

  /** A card that is deleted, or whose chat is gone, is left alone. */
  async update(to: Recipient, activity: string, facts: SettledFacts): Promise<SendOutcome> {
    const { parts, serviceUrls } = this.#with;
    if (!isAllowedServiceUrl(to.channel.serviceUrl, serviceUrls))
      return { state: 'failed', reason: 'refused' };
    const { locale, timeZone } = to;
    const { teamsAppId, appId, publicUrl } = parts;
    const reader = { locale, timeZone, teamsAppId, appId, publicUrl };
    const message = settledCardFor(facts, parts.wordsFor(locale), reader);
    return this.#settle(await this.#continue(to.channel, message, { activity }));
  }

  /** What is gone already is gone. */
  async remove({ channel }: Recipient, activity: string): Promise<SendOutcome> {
    const { adapter, parts, serviceUrls } = this.#with;
    if (!isAllowedServiceUrl(channel.serviceUrl, serviceUrls)) return { state: 'failed', reason: 'refused' };
    let posted: Posted = NOT_POSTED;
    const logic = async (context: TurnContext) => {
      posted = await context.deleteActivity(activity).then(
        () => ({ activity }),
        (error) => (statusOf(error) === 404 ? { activity } : { error }),
      );
    };
    try {
      await adapter.continueConversationAsync(parts.appId, toReference(channel), logic);
    } catch (error) {
      return this.#settle({ error });
    }
    return this.#settle(posted);
  }

  async #continue(channel: Channel, message: Outgoing, place: Place = {}): Promise<Posted> {
    const { adapter, parts } = this.#with;
    let posted: Posted = NOT_POSTED;
    const logic = async (context: TurnContext) => {
      posted = await post(context, message, place);
    };
    try {
      await adapter.continueConversationAsync(parts.appId, toReference(channel), logic);
      return posted;
    } catch (error) {
      return { error };
    }
  }

  /** Making a chat repeats harmlessly, so until the notice is on its way any failure may be tried again. */
  async #startAgain(to: Recipient, message: Drawn): Promise<SendOutcome> {
    const { adapter, parts } = this.#with;
    const { serviceUrl } = to.channel;
    let posted: Posted = NOT_POSTED;
    const logic = async (context: TurnContext) => {
      const conversationId = context.activity.conversation.id;
      posted = await post(context, message);
      if ('error' in posted) return;
      await rememberChannel(parts.ctx, to.person, {
        ...to.channel,
        conversationId,
        state: 'open',
      });
    };
    const chat = chatWith(to.channel);
    try {
      // @ts-expect-error The types ask for fields that the service does not know for a personal chat.
      await adapter.createConversationAsync(parts.appId, 'msteams', serviceUrl, undefined, chat, logic);
    } catch (error) {
      const outcome = this.#outcomeOf(error);
      return outcome.state === 'unknown' ? { state: 'later', afterMs: AGAIN_AFTER_MS } : outcome;
    }
    return this.#settle(posted);
  }

  #settle(posted: Posted): SendOutcome {
    return 'error' in posted ? this.#outcomeOf(posted.error) : { state: 'sent', activity: posted.activity };
  }

  #outcomeOf(error: unknown): SendOutcome {
    const { parts, random } = this.#with;
    const outcome = outcomeOf(error, parts.ctx.clock.now(), random);
    parts.ctx.log.warn({ err: faultOf(error), outcome }, 'a notice was not sent');
    return outcome;
  }
}

/** Where a message goes within its chat: in the place of one that is there, or as the answer to an activity. */
interface Place {
  activity?: string;
  replyTo?: string;
}

/** botbuilder swallows what a proactive turn throws, so the error is carried out by hand. */
async function post(
  context: TurnContext,
  message: Outgoing,
  { activity, replyTo }: Place = {},
): Promise<Posted> {
  // The turn's own activity is made up by botbuilder: a message must not be a reply to it.
  delete context.activity.id;
  try {
    if (activity !== undefined) {
      await context.updateActivity({ ...toActivity(message), id: activity });
      return { activity };
    }
    const response = await context.sendActivity({
      ...toActivity(message),
      ...(replyTo && { replyToId: replyTo }),
    });
    return { activity: response?.id ?? '' };
  } catch (error) {
    return { error };
  }
}

const chatWith = ({ botId, userId, tenantId }: Channel) => ({
  isGroup: false,
  bot: { id: botId, name: '' },
  members: [{ id: userId, name: '' }],
  tenantId,
  channelData: { tenant: { id: tenantId } },
});

const toReference = (channel: Channel): Partial<ConversationReference> => ({
  channelId: 'msteams',
  serviceUrl: channel.serviceUrl,
  conversation: {
    id: channel.conversationId,
    tenantId: channel.tenantId,
    conversationType: 'personal',
    isGroup: false,
    name: '',
  },
  bot: { id: channel.botId, name: '' },
  user: { id: channel.userId, name: '' },
});
