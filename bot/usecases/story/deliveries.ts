import { createHash } from 'node:crypto';
import type { PersonId } from '#domain/basics/ids.ts';
import type { Delivery } from '#domain/notices/delivery.ts';
import type { Context } from './context.ts';
import type { Change, Row } from './ports.ts';

const SHARDS = 16;

/** Where the delivery of a job to a person stands: `<job>_<shard>`, 16 shards, so that a broadcast spreads. */
const deliveryPartition = (job: string, person: PersonId): string =>
  `${job}_${(createHash('sha256').update(person).digest()[0] ?? 0) % SHARDS}`;

/** The delivery of one job to one person, or undefined when nothing was ever told. */
export async function findDelivery(
  ctx: Pick<Context, 'tables'>,
  job: string,
  person: PersonId,
): Promise<Row<Delivery> | undefined> {
  const row = await ctx.tables.find('deliveries', deliveryPartition(job, person), person);
  return row as Row<Delivery> | undefined;
}

/** Writes where a delivery stands, over `etag` or, where that is empty, for the first time. Throws `Conflict`. */
export async function putDelivery(
  ctx: Pick<Context, 'tables'>,
  value: Delivery,
  etag: string,
): Promise<string> {
  const { job, person: key } = value;
  const change: Change = etag ? { op: 'replace', key, value, etag } : { op: 'create', key, value };
  const [written = ''] = await ctx.tables.commit('deliveries', deliveryPartition(job, key), [change]);
  return written;
}

/** Every delivery of a job, over all shards. */
export async function listDeliveries(ctx: Context, job: string): Promise<Delivery[]> {
  const shards = Array.from({ length: SHARDS }, (_, shard) =>
    ctx.tables.list('deliveries', `${job}_${shard}`),
  );
  return (await Promise.all(shards)).flat().map((row) => row.value as Delivery);
}
