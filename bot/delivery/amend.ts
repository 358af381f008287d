import type { Amend } from '#domain/announcements/messages.ts';
import { toMs } from '#domain/basics/ids.ts';
import type { Amended, Delivery } from '#domain/notices/delivery.ts';
import { findStanding, type NewsStands, standsNow } from '#usecases/announcements/amending.ts';
import type { Messenger, Recipient } from '#usecases/home/notices.ts';
import { settingsFrom } from '#usecases/people/settings.ts';
import type { Context } from '#usecases/story/context.ts';
import { DELIVERIES_AT_ONCE } from '#usecases/story/deliveries.ts';
import { inChunks } from '#usecases/story/parallel.ts';
import { Conflict, type SendOutcome } from '#usecases/story/ports.ts';
import { findRow } from '#usecases/story/rows.ts';
import { NotNow } from './budget.ts';
import type { Progress, Sender } from './deliver.ts';
import { Shard } from './shard.ts';

export interface Amender extends Sender {
  messenger: Pick<Messenger, 'send' | 'update' | 'remove'>;
}

/** So long one turn lasts at most: then whatever else waits comes in between. */
const TURN_MS = 5_000;
/** When to look again where Teams gave no answer, or somebody is being told right now. */
const AGAIN_MS = 10_000;
const MOST_TRIES = 6;
/** Whoever is told this long after a correction is told by rows that were read after it. */
const SURELY_READ_MS = 60_000;

const atOnce = async (): Promise<void> => undefined;

type Answer = SendOutcome | { state: 'removed' | 'replaced' };

/** Something is looked at again after so long; `isQuiet`: when somebody's day begins. */
interface Wait {
  afterMs: number;
  isQuiet: boolean;
}

/**
 * Changes what was sent, or takes it away, for those of one shard who have it, for a while; then the next turn goes on,
 * until everybody is told and sees it. It notifies nobody and says the same each time, so it may be repeated; with whom
 * it has come to its end is written down beside what became of their message, so that a repeat leaves them alone. A
 * later change takes over, also in the middle.
 */
export async function amend(sender: Amender, message: Amend, signal?: AbortSignal): Promise<Progress> {
  const now = await standsNow(sender.ctx, message);
  if (!now) return { kind: 'done' };
  const endMs = performance.now() + TURN_MS;
  const isOver = () => performance.now() > endMs || signal?.aborted === true;
  try {
    const waits: Wait[] = [];
    for (const job of now.jobs) {
      const shard = await Shard.open(sender.ctx, { job, shard: message.shard });
      const more = await amendAll(sender, { ...now, shard, of: message }, isOver);
      if (!more) return { kind: 'onward' };
      waits.push(...more);
    }
    return progressOf(waits, sender.ctx.clock.now());
  } catch (error) {
    if (error instanceof NotNow) return { kind: 'later', afterMs: error.afterMs };
    // Somebody else is at work here.
    if (error instanceof Conflict) return { kind: 'later', afterMs: AGAIN_MS };
    throw error;
  }
}

function progressOf(waits: readonly Wait[], nowMs: number): Progress {
  const [first] = waits.toSorted((a, b) => a.afterMs - b.afterMs);
  if (!first) return { kind: 'done' };
  if (first.isQuiet) return { kind: 'postponed', untilMs: nowMs + first.afterMs };
  return { kind: 'later', afterMs: first.afterMs };
}

/** Answers after how long some are to be looked at again; undefined where there was no time for all. */
async function amendAll(
  sender: Amender,
  amending: Amending,
  isOver: () => boolean,
): Promise<Wait[] | undefined> {
  const { shard, sinceMs, of } = amending;
  const { revision } = of;
  const open = shard.unamended(revision);
  const fresh = open.filter(({ at }) => toMs(at) > sinceMs + SURELY_READ_MS);
  const shown: Amended = { revision, state: 'shown', tries: 0 };
  for (const some of inChunks(fresh, DELIVERIES_AT_ONCE))
    await shard.move(some.map((delivery) => [delivery.person, { ...delivery, amended: shown }]));
  const waits: Wait[] = [];
  for (const some of inChunks(without(open, fresh), sender.rate.together)) {
    if (isOver()) return undefined;
    if (!(await findStanding(sender.ctx, of))) return [];
    const afterMs = await amendSome(sender, some, amending);
    if (afterMs > 0) waits.push({ afterMs, isQuiet: false });
  }
  const next = shard.next(sender.ctx.clock.now());
  return next ? [...waits, { ...next, afterMs: Math.max(next.afterMs, AGAIN_MS) }] : waits;
}

const without = (all: readonly Delivery[], some: readonly Delivery[]): Delivery[] =>
  all.filter((one) => !some.includes(one));

interface Amending {
  shard: Shard;
  stands: NewsStands;
  /** Since when what is sent says so anyway. */
  sinceMs: number;
  of: Amend;
}

/** Answers after how long some of them are to be looked at again; 0 for never. */
async function amendSome(
  sender: Amender,
  some: readonly Delivery[],
  { shard, stands, of: { revision } }: Amending,
): Promise<number> {
  const slots = await sender.rate.takeTogether(some.length);
  const answers = await Promise.all(
    some.map((delivery, n) => amendOne(sender, delivery, stands, slots[n] ?? atOnce)),
  );
  const came = some.map((delivery, n) => comes(delivery, revision, answers[n]));
  await shard.move(
    some.flatMap((delivery, n) => {
      const amended = came[n];
      return amended ? [[delivery.person, { ...delivery, amended }] as const] : [];
    }),
  );
  const waits = answers.map((answer) => (answer.state === 'later' ? answer.afterMs : 0));
  return Math.max(0, ...waits, came.some((one) => one?.state === 'again') ? AGAIN_MS : 0);
}

/** What is to be written down; nothing where Teams has not even taken it. */
function comes({ amended }: Delivery, revision: number, answer: Answer | undefined): Amended | undefined {
  const tries = amended?.revision === revision ? amended.tries + 1 : 1;
  switch (answer?.state) {
    case 'sent':
      return { revision, state: 'shown', tries };
    case 'removed':
    case 'replaced':
      return { revision, state: answer.state, tries };
    case 'failed':
      return { revision, state: 'refused', tries };
    case 'unknown':
      return { revision, state: tries < MOST_TRIES ? 'again' : 'refused', tries };
    default:
      return undefined;
  }
}

async function amendOne(
  { ctx, messenger, rate }: Amender,
  { person, activity }: Delivery,
  stands: NewsStands,
  begin: () => Promise<unknown>,
): Promise<Answer> {
  const to = await readerOf(ctx, person);
  if (!to) return { state: 'failed', reason: 'notInstalled' };
  await begin();
  const isTakenBack = stands.kind === 'newsTakenBack';
  const first = isTakenBack
    ? await messenger.remove(to, activity)
    : await messenger.update(to, activity, stands);
  if (first.state === 'later' && first.isTooMuch) await rate.pause(first.afterMs);
  if (!isTakenBack) return first;
  if (first.state !== 'failed') return first.state === 'sent' ? { state: 'removed' } : first;
  // Where Teams does not let it be taken away, it says that it was.
  const second = await messenger.update(to, activity, stands);
  return second.state === 'sent' ? { state: 'replaced' } : second;
}

async function readerOf(ctx: Context, person: Delivery['person']): Promise<Recipient | undefined> {
  const [channel, settings] = await Promise.all([
    findRow(ctx, 'people', person, 'channel'),
    findRow(ctx, 'people', person, 'settings'),
  ]);
  if (!channel) return undefined;
  const { locale, timeZone } = settingsFrom(settings?.value, undefined);
  return { person, locale, timeZone, channel: channel.value };
}
