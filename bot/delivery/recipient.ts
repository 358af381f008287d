import type { DeliveryReason, DeliveryState } from '#domain/announcements/announcement.ts';
import type { PersonId } from '#domain/basics/ids.ts';
import type { Channel, Settings } from '#domain/people/person.ts';
import type { composeNotice } from '#usecases/home/notices.ts';
import type { NoticeView, Recipient } from '#usecases/notices/notice.ts';
import type { Context } from '#usecases/story/context.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';
import type { Message } from '#usecases/story/rows.ts';
import type { Words } from '#words/words.ts';

export type Notify = Extract<Message, { kind: 'notify' }>;

export interface Composer {
  ctx: Context;
  wordsFor: (locale: string) => Words;
  composeNotice: typeof composeNotice;
}

export type Prepared =
  | { kind: 'ready'; to: Recipient; view: NoticeView }
  /** Nothing will be sent, and that is final for this job. */
  | { kind: 'settled'; state: DeliveryState; reason: DeliveryReason };

const UNKNOWN_READER: Settings = { locale: 'en', timeZone: 'UTC', newsMuted: false };
const settled = (state: DeliveryState, reason: DeliveryReason): Prepared => ({
  kind: 'settled',
  state,
  reason,
});

/** Reads where and how somebody is reached, and what there is to say as the rows stand now. Writes nothing. */
export async function prepare(
  { ctx, wordsFor, composeNotice }: Composer,
  message: Notify,
): Promise<Prepared> {
  const [settingsRow, channelRow] = await Promise.all([
    ctx.tables.find('people', message.to, 'settings'),
    ctx.tables.find('people', message.to, 'channel'),
  ]);
  const settings = { ...UNKNOWN_READER, ...(settingsRow?.value as Settings | undefined) };
  const channel = channelRow?.value as Channel | undefined;
  if (!channel || channel.state === 'uninstalled') return settled('failed', 'notInstalled');
  if (channel.state === 'blocked') return settled('failed', 'blocked');
  if (message.notice.kind === 'announcement' && settings.newsMuted) return settled('skipped', 'muted');
  const view = await composeNotice(ctx, message.to, message.notice, wordsFor(settings.locale));
  if (!view) return settled('skipped', 'notDue');
  const { locale, timeZone } = settings;
  return { kind: 'ready', to: { person: message.to, locale, timeZone, channel }, view };
}

/** Remembers that Teams does not let us write there any more, unless they came back through another channel. */
export async function closeChannel(ctx: Context, person: PersonId, seen: Channel, state: Channel['state']) {
  await retrying(async () => {
    const partition = await Partition.open(ctx, 'people', person, ['channel']);
    const channel = partition.find('channel')?.value;
    if (channel?.state !== 'open' || channel.conversationId !== seen.conversationId) return;
    partition.put('channel', '', { ...channel, state });
    await partition.commit();
  });
}
