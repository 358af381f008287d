import { createHash } from 'node:crypto';
import type { InvokeResponse, TurnContext } from 'botbuilder';
import botbuilder from 'botbuilder';
import { z } from 'zod';
import { type Next, remember } from '#teams/answering/following.ts';
import { patiently } from '#teams/answering/patience.ts';
import { pressed } from '#teams/answering/pressing.ts';
import { installed, uninstalled, wrote } from '#teams/answering/talking.ts';
import {
  channelOf,
  type Outgoing,
  type Parts,
  sorryFor,
  strangerOf,
  type Turn,
} from '#teams/answering/turn.ts';
import { CARD_TYPE } from '#teams/cards/parts.ts';
import type { Answer } from '#teams/verbs/verb.ts';
import { meetingEnded, meetingJoined, meetingStarted } from '#usecases/meetings/meetings.ts';
import { faultOf } from '#usecases/story/fault.ts';
import { timesOf } from './askedMeetings.ts';
import { meetingEvent } from './meetingEvent.ts';
import { outcomeOf } from './outcome.ts';

const PRESS = 'adaptiveCard/action';
const ARRIVING_MS = 10_000;
const Execute = z.object({
  action: z.object({
    type: z.literal('Action.Execute'),
    verb: z.string().max(100),
    data: z.unknown().optional(),
  }),
});
const Submit = z.looseObject({ verb: z.string().max(100) });

/** From Teams' activities to our functions, and nothing else. The same activity is answered once. */
export class Activities extends botbuilder.TeamsActivityHandler {
  readonly #parts: Parts;
  readonly #follow: (next: Next) => Promise<void>;

  /** `follow` sees to it that something is said once the press is answered. */
  constructor(parts: Parts, follow: (next: Next) => Promise<void>) {
    super();
    this.#parts = parts;
    this.#follow = follow;
    this.onMessage(async (context, next) => {
      const { value, text } = context.activity;
      if (value && !text?.trim()) await this.#submitted(context);
      else await wrote(parts, toTurn(parts, context));
      await next();
    });
    this.onInstallationUpdateAdd(async (context, next) => {
      await installed(parts, toTurn(parts, context));
      const moment = { nowMs: parts.ctx.clock.now(), forMs: ARRIVING_MS };
      parts.arrived.keep(context.activity.conversation.id, true, moment);
      await this.#joined(context);
      await next();
    });
    this.onInstallationUpdateRemove(async (context, next) => {
      await uninstalled(parts, toTurn(parts, context));
      await next();
    });
    this.onMembersAdded(async (context, next) => {
      const { membersAdded, recipient } = context.activity;
      if (membersAdded?.some((member) => member.id === recipient.id) && !this.#hasJustCome(context))
        await installed(parts, toTurn(parts, context));
      await next();
    });
  }

  /** Adding the app arrives as two activities, here most often one after the other. */
  #hasJustCome({ activity: { conversation } }: TurnContext): boolean {
    const { arrived, ctx } = this.#parts;
    return arrived.find(conversation.id, ctx.clock.now()) === true;
  }

  override async run(context: TurnContext): Promise<void> {
    const { id, conversation } = context.activity;
    // A press is told from others by what was pressed: Teams delivers it again under a new id.
    if (!id || context.activity.name === PRESS || isArrival(context)) return super.run(context);
    const { activities } = this.#parts;
    const seen = `${conversation.id}\n${id}`;
    if ((await activities.begin(seen)) !== 'first') return this.#answerRepeat(context);
    try {
      await super.run(context);
    } catch (error) {
      await activities.release(seen);
      throw error;
    }
    await activities.finish(seen);
  }

  override async onTeamsMeetingStart(context: TurnContext): Promise<void> {
    const { ctx } = this.#parts;
    const event = meetingEvent(context.activity, 'start', ctx.clock.now());
    await meetingStarted(ctx, { ...event, askTimes: () => this.#askTimes(context, event.teamsMeeting) });
  }

  override async onTeamsMeetingEnd(context: TurnContext): Promise<void> {
    const { ctx } = this.#parts;
    await meetingEnded(ctx, meetingEvent(context.activity, 'end', ctx.clock.now()));
  }

  /** The app came into a chat; where that is a meeting's, when it is planned can be asked from here on. */
  async #joined(context: TurnContext): Promise<void> {
    const { ctx } = this.#parts;
    const event = meetingEvent(context.activity, 'start', ctx.clock.now());
    if (event.teamsMeeting === '') return;
    await meetingJoined(ctx, { ...event, askTimes: () => this.#askTimes(context, event.teamsMeeting) });
  }

  /** Undefined where Teams does not say: nothing is lost but the planned end. */
  async #askTimes(context: TurnContext, teamsMeeting: string) {
    try {
      return await timesOf(context, teamsMeeting || undefined);
    } catch (error) {
      this.#parts.ctx.log.warn({ err: faultOf(error) }, 'Teams does not say when a meeting is planned');
      return undefined;
    }
  }

  override async onInvokeActivity(context: TurnContext): Promise<InvokeResponse> {
    if (context.activity.name !== PRESS) return { status: 501 };
    const { words } = strangerOf(this.#parts, toTurn(this.#parts, context));
    const parsed = Execute.safeParse(context.activity.value);
    if (!parsed.success) return toInvoke({ text: words('bot:pressed.unknown') });
    const { verb, data } = parsed.data.action;
    const turn = toTurn(this.#parts, context);
    try {
      const { said } = await this.#parts.presses.sameAnswer(pressOf(turn, verb, data), async () => {
        const answer = await pressed(this.#parts, turn, verb, data);
        if (answer.next && answer.person)
          await this.#follow({
            ...{ person: answer.person, channel: channelOf(turn) },
            ...{ replyTo: turn.activity, message: answer.next },
          });
        const said = JSON.stringify(toInvoke(answer));
        return { said, isSettled: isKept(answer), person: answer.person };
      });
      return said ? JSON.parse(said) : toInvoke({ text: words('bot:pressed.busy') });
    } catch (error) {
      this.#parts.ctx.log.error({ err: faultOf(error), verb }, 'a button failed');
      return toInvoke({ text: words(sorryFor(error)) });
    }
  }

  /** Action.Submit, from clients without Action.Execute: the card cannot be replaced, so the answer is said. */
  async #submitted(context: TurnContext): Promise<void> {
    const turn = toTurn(this.#parts, context);
    const parsed = Submit.safeParse(context.activity.value);
    const { verb, ...data } = parsed.data ?? { verb: '' };
    await this.#parts.presses.sameAnswer(pressOf(turn, verb, data), async () => {
      const answer = await pressed(this.#parts, turn, verb, data);
      const shown = answer.next ?? answer.card ?? (answer.text ? { text: answer.text } : undefined);
      if (shown) await turn.send(shown);
      return { said: '', isSettled: isKept(answer), person: answer.person };
    });
  }

  async #answerRepeat(context: TurnContext): Promise<void> {
    if (context.activity.type !== botbuilder.ActivityTypes.Invoke) return;
    const { words } = strangerOf(this.#parts, toTurn(this.#parts, context));
    const value = toInvoke({ text: words('bot:pressed.already') });
    await context.sendActivity({ type: botbuilder.ActivityTypes.InvokeResponse, value });
  }
}

/** Adding and removing the app in somebody's own chat: done twice it is as done once, so no mark is kept. */
const isArrival = ({ activity: { type, conversation } }: TurnContext): boolean =>
  conversation.conversationType === 'personal' &&
  (type === 'installationUpdate' || type === 'conversationUpdate');

const isKept = ({ isOpen, isUnkept }: Answer): boolean => !isOpen && !isUnkept;

/** What makes a press the same as another: the card, the button, and what was filled in. */
function pressOf({ chat, card, from }: Turn, verb: string, data: unknown): { chat: string; id: string } {
  const all = JSON.stringify([chat.id, card, from.userId, verb, data ?? {}]);
  return { chat: chat.id + from.userId, id: createHash('sha256').update(all).digest('hex') };
}

/** The answer of a universal action: the card's successor, or a sentence beside the button. */
function toInvoke({ card, text }: Answer): InvokeResponse {
  const body = card
    ? { statusCode: 200, type: CARD_TYPE, value: card.attachments[0]?.content }
    : { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: text ?? '' };
  return { status: 200, body };
}

export function toTurn(parts: Parts, context: TurnContext): Turn {
  const { activity } = context;
  const { from, conversation, recipient } = activity;
  return {
    activity: activity.id ?? '',
    from: { directoryId: from?.aadObjectId ?? '', userId: from?.id ?? '', name: from?.name ?? '' },
    chat: {
      id: conversation.id,
      isPersonal: conversation.conversationType === 'personal',
      serviceUrl: activity.serviceUrl,
      tenantId: conversation.tenantId ?? activity.channelData?.tenant?.id ?? '',
      botId: recipient?.id ?? '',
    },
    locale: activity.locale,
    timeZone: activity.localTimezone,
    text: activity.text ? botbuilder.TurnContext.removeRecipientMention(activity).trim() : '',
    card: activity.replyToId ?? '',
    send: (message) => sendPatiently(parts, context, message),
    askDirectory: () => askDirectory(context),
  };
}

/** Sends an answer; tries again only where the connector certainly did not take it. */
async function sendPatiently({ ctx }: Parts, context: TurnContext, message: Outgoing): Promise<void> {
  await patiently(async (isLast) => {
    try {
      const sent = await context.sendActivity(toActivity(message));
      await remember(ctx, message, sent?.id ?? '');
      return 0;
    } catch (error) {
      const outcome = outcomeOf(error, ctx.clock.now(), Math.random);
      if (outcome.state !== 'later' || isLast) throw error;
      return Math.max(1, outcome.afterMs);
    }
  });
}

/** A message as the connector takes it. Text is plain: nobody's words become markup. */
export const toActivity = (message: Outgoing) =>
  'text' in message
    ? { type: 'message', text: message.text, textFormat: 'plain' }
    : { type: 'message', attachments: message.attachments, summary: message.summary };

async function askDirectory(
  context: TurnContext,
): Promise<{ mail: string; signInName: string; name: string }> {
  const member = await botbuilder.TeamsInfo.getMember(context, context.activity.from.id);
  return { mail: member.email ?? '', signInName: member.userPrincipalName ?? '', name: member.name ?? '' };
}
