import { createHash } from 'node:crypto';
import { type Instant, type PersonId, toInstant } from '#domain/basics/ids.ts';
import type { Delivery } from '#domain/notices/delivery.ts';
import type { Context } from './context.ts';
import { inChunks, inParallel } from './parallel.ts';
import { type Change, Conflict, type Row } from './ports.ts';

/** A broadcast spreads over so many partitions; the same person stands in the same shard of every job. */
export const SHARDS = 16;
/** Rows in one transaction. */
export const DELIVERIES_AT_ONCE = 100;
/** Shards that are written at the same time. */
const SHARDS_AT_ONCE = 4;

const shardOf = (person: PersonId): number => (createHash('sha256').update(person).digest()[0] ?? 0) % SHARDS;
const partitionOf = (job: string, shard: number): string => `${job}_${shard}`;
/** Where the delivery of a job to a person stands: `<job>_<shard>`. */
const deliveryPartition = (job: string, person: PersonId): string => partitionOf(job, shardOf(person));

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
  const { job, person } = value;
  const [written = ''] = await putShard(ctx, job, shardOf(person), [{ value, etag }]);
  return written;
}

/** The same for many of one job and shard, all or none, at most 100; answers their new ETags. Throws `Conflict`. */
export function putShard(
  { tables }: Pick<Context, 'tables'>,
  job: string,
  shard: number,
  rows: readonly { value: Delivery; etag: string }[],
): Promise<string[]> {
  const changes = rows.map(({ value, etag }): Change => {
    const { person: key } = value;
    return etag ? { op: 'replace', key, value, etag } : { op: 'create', key, value };
  });
  return tables.commit('deliveries', partitionOf(job, shard), changes);
}

/** The deliveries of a job in one shard, by person. */
export async function listShard(
  { tables }: Pick<Context, 'tables'>,
  job: string,
  shard: number,
): Promise<Row<Delivery>[]> {
  return (await tables.list('deliveries', partitionOf(job, shard))) as Row<Delivery>[];
}

/**
 * Writes down that a job waits for each of these people, and answers in which shards. Whoever has a row keeps it, so
 * that it may run twice, or go on after a crash.
 */
export async function stageDeliveries(
  ctx: Pick<Context, 'tables' | 'clock'>,
  job: string,
  people: readonly PersonId[],
): Promise<number[]> {
  const at = toInstant(ctx.clock.now());
  const byShard = [...Map.groupBy(new Set(people), shardOf)];
  await inParallel(
    byShard,
    async ([shard, all]) => {
      for (const some of inChunks(all, DELIVERIES_AT_ONCE)) await stageSome(ctx, { job, shard, at }, some);
    },
    SHARDS_AT_ONCE,
  );
  return byShard.map(([shard]) => shard).sort((a, b) => a - b);
}

async function stageSome(
  ctx: Pick<Context, 'tables'>,
  { job, shard, at }: { job: string; shard: number; at: Instant },
  people: readonly PersonId[],
): Promise<void> {
  const rowOf = (person: PersonId) => ({
    value: { job, person, state: 'queued', reason: '', attempts: 0, at, activity: '' } satisfies Delivery,
    etag: '',
  });
  try {
    await putShard(ctx, job, shard, people.map(rowOf));
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    const known = new Set((await listShard(ctx, job, shard)).map(({ key }) => key));
    const missing = people.filter((person) => !known.has(person));
    await inParallel(missing, (person) => unlessThere(putShard(ctx, job, shard, [rowOf(person)])));
  }
}

/** It was written by somebody else, or stands there and cannot be read. */
async function unlessThere(writing: Promise<unknown>): Promise<void> {
  try {
    await writing;
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
  }
}

/** Every delivery of a job, over all shards. */
export async function listDeliveries(ctx: Context, job: string): Promise<Delivery[]> {
  const shards = Array.from({ length: SHARDS }, (_, shard) => listShard(ctx, job, shard));
  return (await Promise.all(shards)).flat().map(({ value }) => value);
}
