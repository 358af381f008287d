import type { Notify } from '#domain/all/messages.ts';
import type { PersonId } from '#domain/basics/ids.ts';
import type { DeliveryReason, DeliveryState } from '#domain/notices/delivery.ts';
import type { Channel, Settings } from '#domain/people/person.ts';
import type { composeNotice, Facts, Recipient } from '#usecases/home/notices.ts';
import type { Context } from '#usecases/story/context.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';

export interface Composer {
  ctx: Context;
  composeNotice: typeof composeNotice;
}

export type Prepared =
  | { kind: 'ready'; to: Recipient; facts: Facts }
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
  const settings: Settings = { ...UNKNOWN_READER, ...rows.find('settings')?.value };
  const channel = rows.find('channel')?.value;
  if (!channel || channel.state === 'uninstalled') return settled('failed', 'notInstalled');
  if (channel.state === 'blocked') return settled('failed', 'blocked');
  if (message.notice.kind === 'announcement' && settings.newsMuted) return settled('skipped', 'muted');
  const facts = await composeNotice(ctx, message.to, message.notice);
  if (!facts) return settled('skipped', 'notDue');
  const { locale, timeZone } = settings;
  return { kind: 'ready', to: { person: message.to, locale, timeZone, channel }, facts };
}

/** Remembers that Teams does not let us write there any more, unless they came back through another channel. */
export async function closeChannel(ctx: Context, person: PersonId, seen: Channel, state: Channel['state']) {
  await retrying(ctx, async () => {
    const partition = await Partition.open(ctx, 'people', person);
    const channel = partition.find('channel')?.value;
    if (channel?.state !== 'open' || channel.conversationId !== seen.conversationId) return;
    partition.put('channel', '', { ...channel, state });
    await partition.commit();
  });
}
