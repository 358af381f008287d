import { type PersonId, toInstant } from '#domain/basics/ids.ts';
import { LISTS_MAX, listJob } from '#domain/searches/notices.ts';
import type { Search } from '#domain/searches/search.ts';
import { lookSoon } from '#usecases/story/cardDue.ts';
import type { Context } from '#usecases/story/context.ts';
import { findDelivery, putDelivery } from '#usecases/story/deliveries.ts';
import type { Point } from '#usecases/story/due.ts';
import type { Searching } from './introductions.ts';

/** A look at the cards of a search, to be written before a change of it. */
export const cardsOf = (ctx: Context, { cohort, person }: Searching, { search }: Search): Point =>
  lookSoon(ctx.clock.now(), { about: 'search', id: cohort, part: search, person });

/** The list was shown in the chat as an answer, which no outbox knows: it is remembered as if it had been told. */
export async function rememberList(
  ctx: Context,
  { person, search, activity }: { person: PersonId; search: string; activity: string },
): Promise<void> {
  for (let time = 1; time <= LISTS_MAX; time++) {
    const job = listJob(search, time);
    if (await findDelivery(ctx, job, person)) continue;
    const at = toInstant(ctx.clock.now());
    await putDelivery(ctx, { job, person, activity, at, state: 'sent', reason: '', attempts: 1 }, '');
    return;
  }
}
