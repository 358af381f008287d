import { asId, type Instant, type PersonId } from '#domain/basics/ids.ts';
import { isWithinReach } from '#domain/meetings/meetings.ts';
import type { Context } from '#usecases/story/context.ts';
import { Partition } from '#usecases/story/partition.ts';
import type { Presence } from '#usecases/story/ports.ts';
import type { TeamsIds } from './teamsMeetings.ts';

/** When a meeting is planned; null where nobody says. */
export interface Planned {
  startsAt: Instant | null;
  plannedEnd: Instant | null;
}

/** Whether somebody is in a meeting, as Teams itself says; undefined when it cannot. */
export async function presenceOf(
  ctx: Context,
  person: PersonId,
  ids: TeamsIds,
): Promise<Presence | undefined> {
  const rows = await Partition.open(ctx, 'people', person);
  const directoryId = rows.find('person')?.value.directoryId;
  if (!directoryId) return undefined;
  const serviceUrl = rows.find('channel')?.value.serviceUrl ?? '';
  return ctx.teamsMeetings?.findPresence({ ...ids, serviceUrl, directoryId });
}

/** When Teams plans a meeting; a time more than two years away counts as not said. */
export async function plannedByTeams(ctx: Context, person: PersonId, ids: TeamsIds): Promise<Planned> {
  const rows = await Partition.open(ctx, 'people', person);
  const serviceUrl = rows.find('channel')?.value.serviceUrl ?? '';
  return sensible(await ctx.teamsMeetings?.findTimes({ ...ids, serviceUrl }), ctx.clock.now());
}

/** Times as Teams said them, without those that no meeting can have. */
export function sensible(said: { startsAt: string; plannedEnd: string } | undefined, nowMs: number): Planned {
  const kept = (at: string | undefined): Instant | null =>
    at !== undefined && isWithinReach(asId<Instant>(at), nowMs) ? asId<Instant>(at) : null;
  return { startsAt: kept(said?.startsAt), plannedEnd: kept(said?.plannedEnd) };
}
