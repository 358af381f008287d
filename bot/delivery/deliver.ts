import type { Notify } from '#domain/all/messages.ts';
import { toInstant } from '#domain/basics/ids.ts';
import type { Channel } from '#domain/people/person.ts';
import type { Messenger } from '#usecases/home/notices.ts';
import { markChannel } from '#usecases/people/people.ts';
import { faultOf } from '#usecases/story/fault.ts';
import { retrying } from '#usecases/story/partition.ts';
import { Conflict, type SendOutcome } from '#usecases/story/ports.ts';
import { DeliveryRow } from './deliveryRow.ts';
import type { Rate } from './rate.ts';
import { type Composer, type Prepared, prepare } from './recipient.ts';
import { delayOf, MOST_ATTEMPTS, standingOf } from './standing.ts';

export interface Sender extends Composer {
  messenger: Pick<Messenger, 'send'>;
  rate: Rate;
}

/** `later`: look at it again after so long. `postponed`: it rests until a moment that may be days away. */
export type Progress =
  | { kind: 'done' }
  | { kind: 'later'; afterMs: number }
  | { kind: 'postponed'; untilMs: number };

const DONE: Progress = { kind: 'done' };
/** When to look again after somebody else took the message first. */
const OVERTAKEN_MS = 10_000;
/** What a refusal says of the channel. */
const CLOSED = { blocked: 'blocked', disabled: 'disabled', notInstalled: 'uninstalled' } as const;

/**
 * Brings one notice to one person, at most once. The row is reserved before and settled after sending; what was
 * reserved by a sender that never came back is settled as `unknown` and never repeated in silence.
 */
export async function deliver(sender: Sender, message: Notify): Promise<Progress> {
  const { ctx } = sender;
  const row = await DeliveryRow.open(ctx, message.job, message.to);
  const standing = standingOf(row.delivery, ctx.clock.now());
  switch (standing.kind) {
    case 'settled':
      return DONE;
    case 'waiting':
      return row.delivery?.reason === 'quietHours'
        ? { kind: 'postponed', untilMs: ctx.clock.now() + standing.ms }
        : { kind: 'later', afterMs: standing.ms };
    case 'unanswered':
      return settle(row, { state: 'unknown', reason: 'unanswered' });
    case 'open': {
      const prepared = await prepare(sender, message);
      if (prepared.kind === 'ready') return send(sender, message, { row, prepared });
      if (prepared.kind === 'quiet') return rest(row, prepared.untilMs);
      return settle(row, { state: prepared.state, reason: prepared.reason });
    }
    default:
      return standing satisfies never;
  }
}

async function settle(row: DeliveryRow, next: Parameters<DeliveryRow['move']>[0]): Promise<Progress> {
  return (await moves(row, next)) ? DONE : { kind: 'later', afterMs: OVERTAKEN_MS };
}

/** Nothing of it is kept but that it waits: at that moment it is prepared anew, as the rows stand then. */
async function rest(row: DeliveryRow, untilMs: number): Promise<Progress> {
  const isOurs = await moves(row, { state: 'queued', reason: 'quietHours', at: toInstant(untilMs) });
  return isOurs ? { kind: 'postponed', untilMs } : { kind: 'later', afterMs: OVERTAKEN_MS };
}

/** False when somebody else moved the row first. */
async function moves(row: DeliveryRow, next: Parameters<DeliveryRow['move']>[0]): Promise<boolean> {
  try {
    await row.move(next);
    return true;
  } catch (error) {
    if (error instanceof Conflict) return false;
    throw error;
  }
}

interface Ready {
  row: DeliveryRow;
  prepared: Extract<Prepared, { kind: 'ready' }>;
}

async function send(sender: Sender, message: Notify, { row, prepared }: Ready): Promise<Progress> {
  await sender.rate.take();
  const isOurs = await moves(row, { state: 'reserved', attempts: row.attempts + 1 });
  if (!isOurs) return { kind: 'later', afterMs: OVERTAKEN_MS };
  const outcome = await answerOf(sender, message, prepared);
  return retrying(sender.ctx, () => record(sender, message, { outcome, channel: prepared.to.channel }));
}

/** A messenger that breaks may have broken after Teams took the message. */
async function answerOf(
  sender: Sender,
  message: Notify,
  { to, facts }: Ready['prepared'],
): Promise<SendOutcome> {
  try {
    return await sender.messenger.send(to, facts);
  } catch (error) {
    sender.ctx.log.error(
      { err: faultOf(error), job: message.job, person: message.to },
      'sending broke, nobody knows where',
    );
    return { state: 'unknown' };
  }
}

interface Answered {
  outcome: SendOutcome;
  channel: Channel;
}

/** Writes what became of it. We sent it, so we know best, also when somebody gave us up in the meantime. */
async function record(sender: Sender, message: Notify, { outcome, channel }: Answered): Promise<Progress> {
  const { ctx } = sender;
  const row = await DeliveryRow.open(ctx, message.job, message.to);
  switch (outcome.state) {
    case 'sent':
      await row.move({ state: 'sent', activity: outcome.activity });
      await markChannel(ctx, message.to, 'open', channel);
      return DONE;
    case 'unknown':
      await row.move({ state: 'unknown', reason: 'unanswered' });
      return DONE;
    case 'failed':
      await row.move({ state: 'failed', reason: outcome.reason });
      if (outcome.reason !== 'refused') await markChannel(ctx, message.to, CLOSED[outcome.reason], channel);
      return DONE;
    case 'later':
      return putOff(sender, row, outcome.afterMs);
    default:
      return outcome satisfies never;
  }
}

/** Back to the queue, unless it was put off too often or somebody settled it, and with it the outbox, meanwhile. */
async function putOff({ ctx }: Sender, row: DeliveryRow, askedMs: number): Promise<Progress> {
  const isGivenUp = row.delivery?.state !== 'reserved' || row.attempts >= MOST_ATTEMPTS;
  if (isGivenUp) {
    await row.move({ state: 'failed', reason: 'throttled' });
    return DONE;
  }
  const afterMs = delayOf(row.attempts, askedMs);
  await row.move({ state: 'queued', reason: 'throttled', at: toInstant(ctx.clock.now() + afterMs) });
  return { kind: 'later', afterMs };
}
