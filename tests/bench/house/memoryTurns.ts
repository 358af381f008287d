/** `node --expose-gc memoryTurns.ts TURNS…`: after each of these many turns what the process holds, as JSON. */
import { setTimeout as pause } from 'node:timers/promises';
import { MemoryTables } from '#tests/fakes/tables.ts';
import { Due } from '#usecases/story/due.ts';
import type { Tables } from '#usecases/story/ports.ts';
import { deliver, TURNS } from './chat.ts';
import type { Held } from './memory.ts';
import { openHouse, startOutside } from './server.ts';
import { pour } from './storage.ts';
import { aWorld } from './world.ts';

const EACH = 24;
const stops = process.argv.slice(2).map(Number);
const outside = await startOutside();
const world = await aWorld({ people: 12, each: EACH, serviceUrl: outside.channel.serviceUrl });

/** Storage is outside the process in truth: it is put back, so that only what the product holds can grow. */
let rows = new MemoryTables();
const tables: Tables = {
  find: (...asked) => rows.find(...asked),
  list: (...asked) => rows.list(...asked),
  commit: (...asked) => rows.commit(...asked),
  isReady: () => rows.isReady(),
};
async function putBack(): Promise<void> {
  rows = new MemoryTables();
  await pour(world.ctx.tables, rows);
  for (const { done } of await world.ctx.queue.receive(Number.POSITIVE_INFINITY, 0)) await done();
}

const { clock } = world.ctx;
const server = await openHouse({ ...world.ctx, tables, due: new Due(tables, clock) }, outside);
const held: Held[] = [];
for (let turns = 0; stops.length > held.length; turns++) {
  if (turns % (EACH * TURNS.length) === 0) await putBack();
  if (stops[held.length] === turns) held.push(await look(turns));
  const turn = TURNS[turns % TURNS.length];
  const person = Math.floor(turns / TURNS.length);
  if (turn) await deliver(server, outside.channel, turn.make(world, outside.channel, person));
}
if (world.ctx.log.errors.length > 0) throw new Error(JSON.stringify(world.ctx.log.errors[0]));
process.stdout.write(JSON.stringify(held));
await server.close();
outside.stop();

/** V8 gives pages back only in its last resort; otherwise the size of the process is how lately it collected. */
async function look(turns: number): Promise<Held> {
  for (let n = 0; n < 3; n++) {
    await pause(50);
    globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  }
  const { rss, heapUsed } = process.memoryUsage();
  return { turns, rssMb: rss / 2 ** 20, heapMb: heapUsed / 2 ** 20 };
}
