import type { Notify } from '#domain/all/messages.ts';
import { keepsQuiet, triesAgain } from '#domain/all/notices.ts';
import { type WorkWeek, workingMomentFrom } from '#domain/basics/workingDays.ts';
import type { DeliveryReason, DeliveryState } from '#domain/notices/delivery.ts';
import type { Channel, Settings } from '#domain/people/person.ts';
import type { composeNotice, Facts, Recipient } from '#usecases/home/notices.ts';
import { settingsFrom, settingsIn, workWeekOf } from '#usecases/people/settings.ts';
import type { Context } from '#usecases/story/context.ts';
import { Partition } from '#usecases/story/partition.ts';
import { findRow } from '#usecases/story/rows.ts';

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

const settled = (state: DeliveryState, reason: DeliveryReason): Prepared => ({
  kind: 'settled',
  state,
  reason,
});

/** Where and how somebody is reached. */
interface Reach {
  channel: Channel | undefined;
  settings: Settings;
}

type Telling = Pick<Notify, 'to' | 'notice' | 'answers'>;

/** Reads where and how somebody is reached, and what there is to say as the rows stand now. Writes nothing. */
export async function prepare(composer: Composer, message: Telling): Promise<Prepared> {
  const rows = await Partition.open(composer.ctx, 'people', message.to);
  const channel = rows.find('channel')?.value;
  return prepareFor(composer, message, { channel, settings: settingsIn(rows) });
}

/** The same for a broadcast: of somebody's partition, which may hold hundreds of rows, the two that say how. */
export async function prepareOneOfMany(composer: Composer, message: Telling): Promise<Prepared> {
  const { ctx } = composer;
  const [channel, settings] = await Promise.all([
    findRow(ctx, 'people', message.to, 'channel'),
    findRow(ctx, 'people', message.to, 'settings'),
  ]);
  const known = settings ?? (channel && (await findRow(ctx, 'people', message.to, 'profile')));
  return prepareFor(composer, message, {
    channel: channel?.value,
    settings: settingsFrom(settings?.value, known?.value.timeZone),
  });
}

async function prepareFor(
  { ctx, composeNotice }: Composer,
  message: Telling,
  { channel, settings }: Reach,
): Promise<Prepared> {
  if (!channel) return settled('failed', 'notInstalled');
  const { state } = channel;
  if (state !== 'open' && !triesAgain(message.notice))
    return settled('failed', state === 'uninstalled' ? 'notInstalled' : state);
  if (isMuted(message, settings)) return settled('skipped', 'muted');
  const facts = await composeNotice(ctx, message.to, message.notice);
  if (!facts) return settled('skipped', 'notDue');
  const { locale } = settings;
  const untilMs = quietUntil(message, ctx.clock.now(), workWeekOf(settings));
  if (untilMs !== undefined) return { kind: 'quiet', untilMs };
  return { kind: 'ready', to: { person: message.to, locale, timeZone: settings.timeZone, channel }, facts };
}

const isMuted = ({ notice }: Telling, { newsMuted, nudgesMuted }: Settings): boolean =>
  (notice.kind === 'announcement' && newsMuted) || (notice.kind === 'nudge' && nudgesMuted === true);

/** Until when a message rests that answers nothing its reader did; undefined when it may come now. */
function quietUntil(message: Telling, nowMs: number, week: WorkWeek): number | undefined {
  if (message.answers || !keepsQuiet(message.notice)) return undefined;
  const moment = workingMomentFrom(nowMs, week);
  return moment > nowMs ? moment : undefined;
}
