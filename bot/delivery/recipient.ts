import type { Notify } from '#domain/all/messages.ts';
import { keepsQuiet, triesAgain } from '#domain/all/notices.ts';
import { workingMomentFrom } from '#domain/basics/workingDays.ts';
import type { DeliveryReason, DeliveryState } from '#domain/notices/delivery.ts';
import type { Settings } from '#domain/people/person.ts';
import type { composeNotice, Facts, Recipient } from '#usecases/home/notices.ts';
import type { Context } from '#usecases/story/context.ts';
import { Partition } from '#usecases/story/partition.ts';

export interface Composer {
  ctx: Context;
  composeNotice: typeof composeNotice;
}

export type Prepared =
  | { kind: 'ready'; to: Recipient; facts: Facts }
  /** There is something to say, and its reader is not at work. */
  | { kind: 'quiet'; untilMs: number }
  /** Nothing will be sent, and that is final for this job. */
  | { kind: 'settled'; state: DeliveryState; reason: DeliveryReason };

const UNKNOWN_READER: Settings = { locale: 'en', timeZone: 'UTC', newsMuted: false };
const settled = (state: DeliveryState, reason: DeliveryReason): Prepared => ({
  kind: 'settled',
  state,
  reason,
});

/** Reads where and how somebody is reached, and what there is to say as the rows stand now. Writes nothing. */
export async function prepare({ ctx, composeNotice }: Composer, message: Notify): Promise<Prepared> {
  const rows = await Partition.open(ctx, 'people', message.to);
  const known = rows.find('settings')?.value;
  const timeZone = rows.find('profile')?.value.timeZone ?? UNKNOWN_READER.timeZone;
  const settings: Settings = { ...UNKNOWN_READER, timeZone, ...known };
  const channel = rows.find('channel')?.value;
  if (!channel) return settled('failed', 'notInstalled');
  const { state } = channel;
  if (state !== 'open' && !triesAgain(message.notice))
    return settled('failed', state === 'uninstalled' ? 'notInstalled' : state);
  if (message.notice.kind === 'announcement' && settings.newsMuted) return settled('skipped', 'muted');
  const facts = await composeNotice(ctx, message.to, message.notice);
  if (!facts) return settled('skipped', 'notDue');
  const { locale } = settings;
  const untilMs = quietUntil(message, ctx.clock.now(), settings.timeZone);
  if (untilMs !== undefined) return { kind: 'quiet', untilMs };
  return { kind: 'ready', to: { person: message.to, locale, timeZone: settings.timeZone, channel }, facts };
}

/** Until when a message rests that answers nothing its reader did; undefined when it may come now. */
function quietUntil(message: Notify, nowMs: number, timeZone: string): number | undefined {
  if (message.answers || !keepsQuiet(message.notice)) return undefined;
  const moment = workingMomentFrom(nowMs, timeZone);
  return moment > nowMs ? moment : undefined;
}
