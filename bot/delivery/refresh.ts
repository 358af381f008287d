import { asId, type PersonId } from '#domain/basics/ids.ts';
import type { Messenger, Recipient } from '#usecases/home/notices.ts';
import { composeSettled, type SettledFacts } from '#usecases/home/settled.ts';
import { NO_SETTINGS } from '#usecases/people/settings.ts';
import { type CardAbout, cardNoun } from '#usecases/story/cardDue.ts';
import type { Context } from '#usecases/story/context.ts';
import { findDelivery } from '#usecases/story/deliveries.ts';
import { type DueKind, dueKind } from '#usecases/story/dueKind.ts';
import { Partition } from '#usecases/story/partition.ts';
import type { Rate } from './rate.ts';

interface Refresher {
  messenger: Pick<Messenger, 'update'>;
  rate: Rate;
}

const MOST_TRIES = 8;
const AGAIN_MS = 60_000;

/**
 * Shows on the cards in somebody's chat what became of what they ask. An update is no message and says the same
 * each time, so it may be repeated, needs no row of its own and keeps no quiet hours; what Teams will not change is
 * left as it is.
 */
export function refreshDue({ messenger, rate }: Refresher): DueKind<CardAbout> {
  return dueKind(cardNoun.noun, async (ctx, about) => {
    const settled = await composeSettled(ctx, about);
    const to = settled.length > 0 && (await readerOf(ctx, about));
    if (!to) return;
    let againMs = 0;
    for (const card of settled)
      againMs = Math.max(againMs, await refresh({ ctx, messenger, rate }, { ...card, to }));
    const tries = Number(about.tries) + 1;
    if (againMs > 0 && tries <= MOST_TRIES)
      await ctx.due.point(ctx.clock.now() + againMs, cardNoun, { ...about, tries: `${tries}` });
  });
}

/** Updates one card; answers after how long it is to be looked at again, 0 for never. */
async function refresh(
  { ctx, messenger, rate }: Refresher & { ctx: Context },
  { job, to, facts }: { job: string; to: Recipient; facts: SettledFacts },
): Promise<number> {
  const delivery = (await findDelivery(ctx, job, to.person))?.value;
  // It is on its way, drawn before it was settled.
  if (delivery?.state === 'reserved') return AGAIN_MS;
  if (delivery?.state !== 'sent' || delivery.activity === '') return 0;
  await rate.take();
  const outcome = await messenger.update(to, delivery.activity, facts);
  if (outcome.state === 'later') return outcome.afterMs;
  return outcome.state === 'unknown' ? AGAIN_MS : 0;
}

async function readerOf(ctx: Context, about: CardAbout): Promise<Recipient | undefined> {
  const person = asId<PersonId>(about.person);
  const rows = await Partition.open(ctx, 'people', person);
  const channel = rows.find('channel')?.value;
  const { locale, timeZone } = rows.find('settings')?.value ?? NO_SETTINGS;
  return channel?.state === 'open' ? { person, locale, timeZone, channel } : undefined;
}
