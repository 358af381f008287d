import type { ConversationReference, TurnContext } from 'botbuilder';
import type { Channel } from '#domain/person.ts';
import type { Messenger, NoticeView, Recipient } from '#usecases/notice.ts';
import type { SendOutcome } from '#usecases/ports.ts';
import { toActivity } from './activities.ts';
import type { TeamsAdapter } from './adapter.ts';
import { cardFor } from './cards/notice.ts';
import type { Drawn } from './cards/parts.ts';
import { outcomeOf, statusOf } from './outcome.ts';
import { isAllowedServiceUrl } from './serviceUrls.ts';
import type { Parts } from './turn.ts';

export interface MessengerParts {
  parts: Parts;
  adapter: TeamsAdapter;
  serviceUrls: readonly string[];
  /** From 0 up to 1; spreads what has to wait. */
  random: () => number;
}

/**
 * Sends one notice into somebody's chat, at most once. A chat that is gone is made again once, which Teams
 * answers with the same chat; only then is the notice sent there.
 */
export class TeamsMessenger implements Messenger {
  readonly #with: MessengerParts;

  constructor(parts: MessengerParts) {
    this.#with = parts;
  }

  async send(to: Recipient, notice: NoticeView): Promise<SendOutcome> {
    const { parts, serviceUrls } = this.#with;
    if (!isAllowedServiceUrl(to.channel.serviceUrl, serviceUrls))
      return { state: 'failed', reason: 'refused' };
    const { locale, timeZone } = to;
    const { teamsAppId, appId } = parts;
    const message = cardFor(notice, parts.wordsFor(locale), { locale, timeZone, teamsAppId, appId });
    try {
      return await this.#continue(to.channel, message);
    } catch (error) {
      if (statusOf(error) !== 404) return this.#outcomeOf(error);
      return this.#startAgain(to, message);
    }
  }

  async #continue(channel: Channel, message: Drawn): Promise<SendOutcome> {
    const { adapter, parts } = this.#with;
    let outcome: SendOutcome = { state: 'unknown' };
    await adapter.continueConversationAsync(parts.appId, toReference(channel), async (context) => {
      outcome = await post(context, message);
    });
    return outcome;
  }

  /** Making a chat repeats harmlessly, so until the notice is on its way any failure may be tried again. */
  async #startAgain(to: Recipient, message: Drawn): Promise<SendOutcome> {
    const { adapter, parts } = this.#with;
    const { serviceUrl, tenantId, userId, botId } = to.channel;
    let isPosting = false;
    let outcome: SendOutcome = { state: 'unknown' };
    const wanted = {
      isGroup: false,
      bot: { id: botId, name: '' },
      members: [{ id: userId, name: '' }],
      tenantId,
      channelData: { tenant: { id: tenantId } },
    };
    const logic = async (context: TurnContext) => {
      const channel: Channel = {
        ...to.channel,
        conversationId: context.activity.conversation.id,
        state: 'open',
      };
      await parts.stories.rememberChannel(parts.ctx, to.person, channel);
      isPosting = true;
      outcome = await post(context, message);
    };
    try {
      // @ts-expect-error The types ask for fields that the service does not know for a personal chat.
      await adapter.createConversationAsync(parts.appId, 'msteams', serviceUrl, undefined, wanted, logic);
      return outcome;
    } catch (error) {
      const found = this.#outcomeOf(error);
      if (isPosting || found.state !== 'unknown') return found;
      return { state: 'later', afterMs: 10_000 };
    }
  }

  #outcomeOf(error: unknown): SendOutcome {
    const { parts, random } = this.#with;
    const outcome = outcomeOf(error, parts.ctx.clock.now(), random);
    parts.ctx.log.warn({ error: String(error), status: statusOf(error), outcome }, 'a notice was not sent');
    return outcome;
  }
}

async function post(context: TurnContext, message: Drawn): Promise<SendOutcome> {
  const response = await context.sendActivity(toActivity(message));
  return { state: 'sent', activity: response?.id ?? '' };
}

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
