import { PRIVACY } from '#domain/all/privacy.ts';
import { kindOf, shapeOf } from '#domain/all/shapes.ts';
import { idWithout, type Place, type Somebody, type Speaks } from '#domain/basics/privacy.ts';
import type { Context } from '#usecases/story/context.ts';
import { inChunks } from '#usecases/story/parallel.ts';
import { retrying } from '#usecases/story/partition.ts';
import type { Change, PlacedRow, Row, TableName } from '#usecases/story/ports.ts';

/** Who goes, what stands in keys in their place, and the pairs they were in: only there are they called by first name. */
export type Going = Somebody & { gone: string; pairs: readonly string[]; wholeNames: readonly string[] };

interface At {
  table: TableName;
  partition: string;
}

type Entry = Partial<Speaks<unknown>>;

/** What a kind of row says of people; of a row that cannot be read, or of no known kind, their ids and addresses count. */
function speaks(table: TableName, partition: string, row: Row): Entry {
  const kinds = PRIVACY[table as keyof typeof PRIVACY] as Record<string, Entry> | undefined;
  const kind = table === 'lookups' ? partition : table === 'deliveries' ? 'person' : kindOf(row.key);
  const entry = kinds?.[kind];
  if (entry && shapeOf(table, partition, row.key)?.(row.value) !== false) return entry;
  return { holds: mentions, forget: () => undefined };
}

/** Never a name: others are called the same. */
const mentions = (value: unknown, who: Somebody, { partition, id }: Place): boolean => {
  const text = `${partition} ${id} ${JSON.stringify(value)}`;
  return [who.person, who.mail, who.directoryId].some((one) => one !== '' && text.includes(one));
};

/** Outside their own pairs a first name may be anybody's. */
const asCalledIn = (who: Going, { table, partition }: At): Going =>
  table === 'pairs' && who.pairs.includes(partition) ? who : { ...who, names: who.wholeNames };

const placeOf = (table: TableName, partition: string, { key }: Row): Place => {
  const hasKind = table !== 'lookups' && table !== 'deliveries' && table !== 'due';
  return { partition, id: hasKind ? key.slice(kindOf(key).length + 1) : key };
};

/** Their own row that says how far this is, and the message that leads back here: they go last. */
const isOurOwn = ({ key, value }: Row): boolean =>
  key === 'erasing' || (value as { message?: { kind: string } }).message?.kind === 'erase';

/** What has to be written so that a row says nothing of somebody any more; nothing where it never did. */
function changesOf({ table, partition }: At, row: Row, going: Going): Change[] {
  const who = asCalledIn(going, { table, partition });
  const { holds, forget } = speaks(table, partition, row);
  const place = placeOf(table, partition, row);
  if (isOurOwn(row) || !holds?.(row.value, who, place)) return [];
  const { key, etag } = row;
  const left = forget?.(row.value, who, place) as object | undefined;
  if (left === undefined) return [{ op: 'remove', key, etag }];
  const under = idWithout(key, who, who.gone);
  if (under === key) return [{ op: 'replace', key, value: left, etag }];
  return [
    { op: 'create', key: under, value: left },
    { op: 'remove', key, etag },
  ];
}

/** Most rows of one transaction, a row that moves to another key counting twice. */
const TOGETHER = 50;

/**
 * Takes somebody out of rows as they were read. A row that changed meanwhile is read again, each by itself: none
 * depends on another, so what is written before a crash is done. Answers how many said something of them.
 */
async function sweepRows(ctx: Context, who: Going, at: At, rows: readonly Row[]): Promise<number> {
  const { table, partition } = at;
  const found = rows.filter((row) => changesOf(at, row, who).length > 0);
  for (const some of inChunks(found, TOGETHER)) {
    let isFirst = true;
    await retrying(ctx, async () => {
      const known = isFirst ? some : await readAgain(ctx, at, some);
      isFirst = false;
      const changes = known.flatMap((row) => changesOf(at, row, who));
      if (changes.length > 0) await ctx.tables.commit(table, partition, changes);
      if (changes.some((change) => isDeserting(at, known, change))) await removeDeserted(ctx, at);
    });
  }
  return found.length;
}

/** Past what this request remembers and past the check of shapes: also what cannot be read has to go. */
async function readAgain({ scan }: Context, { table, partition }: At, rows: readonly Row[]): Promise<Row[]> {
  const now = await Promise.all(rows.map(({ key }) => scan.find(table, partition, key)));
  return now.filter((row) => row !== undefined);
}

/** Takes somebody out of a whole partition. */
export async function sweepPartition(ctx: Context, who: Going, at: At): Promise<number> {
  return sweepRows(ctx, who, at, await ctx.scan.list(at.table, at.partition));
}

/** Nobody is in that pair any more. One that cannot be read tells nothing of who else is. */
const isDeserting = ({ table, partition }: At, known: readonly Row[], { op, key }: Change): boolean =>
  table === 'pairs' &&
  op === 'remove' &&
  key === 'pair' &&
  known.some((row) => row.key === key && shapeOf(table, partition, key)?.(row.value) === true);

/** What is left of a pair in which nobody is any more. */
async function removeDeserted(ctx: Context, { table, partition }: At): Promise<void> {
  await retrying(ctx, async () => {
    const rows = await ctx.scan.list(table, partition);
    if (rows.some(({ key }) => key === 'pair')) return;
    for (const some of inChunks(rows, 2 * TOGETHER))
      await ctx.tables.commit(
        table,
        partition,
        some.map(({ key, etag }) => ({ op: 'remove', key, etag })),
      );
  });
}

/** Takes somebody out of a page of a table. */
export async function sweepPage(
  ctx: Context,
  who: Going,
  table: TableName,
  rows: readonly PlacedRow[],
): Promise<number> {
  let found = 0;
  for (const [partition, some] of Map.groupBy(rows, (row) => row.partition))
    found += await sweepRows(ctx, who, { table, partition }, some);
  return found;
}
