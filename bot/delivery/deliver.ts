import type { Notify } from '#domain/all/messages.ts';
import { type PersonId, toInstant, toMs } from '#domain/basics/ids.ts';
import type { Channel } from '#domain/people/person.ts';
import type { Messenger } from '#usecases/home/notices.ts';
import { markChannel } from '#usecases/people/people.ts';
import type { Context } from '#usecases/story/context.ts';
import { faultOf } from '#usecases/story/fault.ts';
import { retrying } from '#usecases/story/partition.ts';
import { Conflict, type SendOutcome } from '#usecases/story/ports.ts';
import { NotNow } from './budget.ts';
import { DeliveryRow } from './deliveryRow.ts';
import type { Rate } from './rate.ts';
import { type Composer, type Prepared, prepare } from './recipient.ts';
import { moveAfter, standingOf } from './standing.ts';

export interface Sender extends Composer {
  messenger: Pick<Messenger, 'send'>;
  rate: Rate;
}

/**
 * `later`: look at it again after so long. `postponed`: it rests until a moment that may be days away. `onward`: there
 * is more to do at once, by whoever is free.
 */
export type Progress =
  | { kind: 'done' }
  | { kind: 'onward' }
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
  try {
    await sender.rate.take();
  } catch (error) {
    if (error instanceof NotNow) return { kind: 'later', afterMs: error.afterMs };
    throw error;
  }
  const isOurs = await moves(row, { state: 'reserved', attempts: row.attempts + 1 });
  if (!isOurs) return { kind: 'later', afterMs: OVERTAKEN_MS };
  const outcome = await answerOf(sender, message.job, prepared);
  return retrying(sender.ctx, () => record(sender, message, { outcome, channel: prepared.to.channel }));
}

/** A messenger that breaks may have broken after Teams took the message. A Teams that has enough slows everybody. */
export async function answerOf(
  { ctx, messenger, rate }: Sender,
  job: string,
  { to, facts }: Ready['prepared'],
): Promise<SendOutcome> {
  let outcome: SendOutcome;
  try {
    outcome = await messenger.send(to, facts);
  } catch (error) {
    ctx.log.error({ err: faultOf(error), job, person: to.person }, 'sending broke, nobody knows where');
    return { state: 'unknown' };
  }
  if (outcome.state === 'later' && outcome.isTooMuch)
    await rate.pause(outcome.afterMs).catch((error) => {
      ctx.log.warn({ err: faultOf(error) }, 'nobody else hears that Teams has enough');
    });
  return outcome;
}

interface Answered {
  outcome: SendOutcome;
  channel: Channel;
}

/** Writes what became of it. We sent it, so we know best, also when somebody gave us up in the meantime. */
export async function record(
  { ctx }: Sender,
  { job, to }: Pick<Notify, 'job' | 'to'>,
  { outcome, channel }: Answered,
): Promise<Progress> {
  const row = await DeliveryRow.open(ctx, job, to);
  const { attempts } = row;
  const isReserved = row.delivery?.state === 'reserved';
  const move = moveAfter(outcome, { attempts, isReserved }, ctx.clock.now());
  await row.move(move);
  await noteChannel(ctx, to, { outcome, channel });
  return move.at ? { kind: 'later', afterMs: toMs(move.at) - ctx.clock.now() } : DONE;
}

/** What an answer says of the way to somebody. */
export async function noteChannel(
  ctx: Context,
  person: PersonId,
  { outcome, channel }: Answered,
): Promise<void> {
  if (outcome.state === 'sent') await markChannel(ctx, person, 'open', channel);
  if (outcome.state === 'failed' && outcome.reason !== 'refused')
    await markChannel(ctx, person, CLOSED[outcome.reason], channel);
}
