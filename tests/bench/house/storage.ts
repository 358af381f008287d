import { type Azurite, startAzurite } from '#local/process/azurite.ts';
import { AzureQueue } from '#storage/queue.ts';
import { AzureTables } from '#storage/tables.ts';
import { type CallLog, counted } from '#tests/fakes/counting.ts';
import type { MemoryTables } from '#tests/fakes/tables.ts';
import type { Context } from '#usecases/story/context.ts';
import { inChunks, inParallel } from '#usecases/story/parallel.ts';
import { type Change, type Row, TABLES, type TableName, type Tables } from '#usecases/story/ports.ts';
import { BareStorage } from './bareStorage.ts';
import type { World } from './world.ts';

/** A world in Azurite: counted for the product, and bare for whoever only asks the same again. */
export interface Stage {
  world: World;
  ctx: Context;
  log: CallLog;
  bare: BareStorage;
  /** Everything is again as it was poured. */
  restore(): Promise<void>;
}

/** Pours a world into tables and a queue of its own. */
export async function aStage(azurite: Azurite, world: World, name: string): Promise<Stage> {
  const tables = new AzureTables(azurite, name);
  const queue = new AzureQueue(azurite, name);
  await Promise.all([tables.createTables(), queue.createQueues()]);
  await pour(world.ctx.tables, tables);
  const clock = { now: () => Date.now() };
  const { ctx, log } = counted({ ...world.ctx, tables, scan: tables, queue, clock });
  const bare = new BareStorage(azurite, name);
  const restore = async () => {
    const touched = log.calls.flatMap((call) => (call.does === 'commit' ? [call] : []));
    const places = new Map(touched.map((call) => [`${call.table}/${call.partition}`, call]));
    for (const { table, partition } of [...places.values(), ...bare.touched()])
      await putBack(world.ctx.tables, tables, table, partition);
    log.forget();
  };
  return { world, ctx, log, bare, restore };
}

/** Tables beside those of a stage, empty, for whoever makes the calls of the product once more as it goes on. */
export async function aMirror(azurite: Azurite, name: string): Promise<BareStorage> {
  await new AzureTables(azurite, `${name}bare`).createTables();
  return new BareStorage(azurite, `${name}bare`, { isMirror: true });
}

export const startStorage = (): Promise<Azurite> => startAzurite({ inMemory: true });

export async function pour(from: MemoryTables, to: Tables): Promise<void> {
  for (const table of TABLES) {
    const partitions = Map.groupBy(from.all(table), ({ partition }) => partition);
    const chunks = [...partitions].flatMap(([partition, rows]) =>
      inChunks(rows, 100).map((some) => ({ partition, some })),
    );
    await inParallel(
      chunks,
      ({ partition, some }) =>
        to.commit(
          table,
          partition,
          some.map(({ key, value }) => ({ op: 'create', key, value })),
        ),
      8,
    );
  }
}

async function putBack(from: Tables, to: Tables, table: TableName, partition: string): Promise<void> {
  const [wanted, found] = await Promise.all([from.list(table, partition), to.list(table, partition)]);
  const known = new Map(found.map((row) => [row.key, row]));
  const keys = new Set(wanted.map(({ key }) => key));
  const changes: Change[] = [
    ...found
      .filter(({ key }) => !keys.has(key))
      .map(({ key, etag }) => ({ op: 'remove' as const, key, etag })),
    ...wanted.flatMap((row) => toChange(row, known.get(row.key))),
  ];
  for (const some of inChunks(changes, 100)) await to.commit(table, partition, some);
}

function toChange({ key, value }: Row, found: Row | undefined): Change[] {
  if (!found) return [{ op: 'create', key, value }];
  if (JSON.stringify(found.value) === JSON.stringify(value)) return [];
  return [{ op: 'replace', key, value, etag: found.etag }];
}
