import { type PersonId, toInstant } from '#domain/basics/ids.ts';
import type { Context } from './context.ts';
import type { Partition } from './partition.ts';

/** Notes in the same transaction what a champion did, or whoever she asked to be a contact; `about` holds ids and counts, never anybody's words. */
export function audit(
  ctx: Context,
  rows: Partition<'cohorts'>,
  entry: { by: PersonId; did: string; about?: string },
): void {
  const at = toInstant(ctx.clock.now());
  rows.create('audit', `${at}_${ctx.ids.next('audit')}`, { about: '', ...entry, at });
}
