import { createHash } from 'node:crypto';
import type { Delivery } from '#domain/announcements/announcement.ts';
import type { PersonId } from '#domain/basics/ids.ts';
import type { Context } from '#usecases/story/context.ts';

const SHARDS = 16;

/** Where the delivery of a job to a person stands: `<job>_<shard>`, 16 shards, so that a broadcast spreads. */
export const deliveryPartition = (job: string, person: PersonId): string =>
  `${job}_${(createHash('sha256').update(person).digest()[0] ?? 0) % SHARDS}`;

/** The delivery of one job to one person, or undefined when nothing was ever told. */
export async function findDelivery(
  ctx: Context,
  job: string,
  person: PersonId,
): Promise<Delivery | undefined> {
  const row = await ctx.tables.find('deliveries', deliveryPartition(job, person), person);
  return row?.value as Delivery | undefined;
}

/** Every delivery of a job, over all shards. */
export async function listDeliveries(ctx: Context, job: string): Promise<Delivery[]> {
  const shards = Array.from({ length: SHARDS }, (_, shard) =>
    ctx.tables.list('deliveries', `${job}_${shard}`),
  );
  return (await Promise.all(shards)).flat().map((row) => row.value as Delivery);
}
