import { KEPT_DAYS } from '#domain/privacy/retention.ts';
import { Changes } from '#usecases/story/changes.ts';
import type { Context } from '#usecases/story/context.ts';
import { Due } from '#usecases/story/due.ts';
import { MovableClock } from './clock.ts';
import { CountingIds } from './ids.ts';
import { SilentLog } from './log.ts';
import { MemoryQueue } from './queue.ts';
import { MemoryTables } from './tables.ts';
import { PlayedMeetings } from './teamsMeetings.ts';

export interface TestContext extends Context {
  clock: MovableClock;
  tables: MemoryTables;
  queue: MemoryQueue;
  log: SilentLog;
  teamsMeetings: PlayedMeetings;
}

/** A whole server's surroundings in memory, on Monday, 23 November 2026, 09:00 UTC. */
export function aContext(over: Partial<TestContext> = {}): TestContext {
  const clock = over.clock ?? new MovableClock();
  const tables = over.tables ?? new MemoryTables();
  const log = over.log ?? new SilentLog();
  return {
    clock,
    tables,
    scan: tables,
    queue: new MemoryQueue(clock),
    ids: new CountingIds(),
    log,
    due: new Due(tables, clock),
    changes: new Changes({ tables, clock, log }),
    teamsMeetings: new PlayedMeetings(),
    keptDays: KEPT_DAYS,
    pseudonymKey: 'a key for tests',
    matchCircles: async (people, options, { watch } = {}) =>
      (await import('#threads/circleSolver.ts')).checkedCircles(people, options, watch),
    ...over,
  };
}
