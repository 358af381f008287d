import type { Messenger } from '#usecases/home/notices.ts';
import { Changes } from '#usecases/story/changes.ts';
import type { Context } from '#usecases/story/context.ts';
import { Due } from '#usecases/story/due.ts';
import type { ReceivedItem } from '#usecases/story/ports.ts';

export class Killed extends Error {
  constructor() {
    super('the process was killed');
    this.name = 'Killed';
  }
}

interface Life {
  /** How many calls to the outside were made. */
  calls: number;
  isOver: boolean;
}

/** The call at which the process dies, counted from 0, and whether the call still took effect. */
export interface Death {
  at: number;
  moment: 'before' | 'after';
}

/** The same surroundings for a process that dies at its nth call to tables, queue or Teams. */
export function mortal(ctx: Context, messenger: Messenger, death: Death) {
  const life: Life = { calls: 0, isOver: false };
  const guard = async <R>(call: () => Promise<R>): Promise<R> => {
    if (life.isOver) throw new Killed();
    const isLast = life.calls++ === death.at;
    if (isLast) life.isOver = true;
    if (isLast && death.moment === 'before') throw new Killed();
    const result = await call();
    if (life.isOver) throw new Killed();
    return result;
  };
  const tables: Context['tables'] = {
    find: (...of) => guard(() => ctx.tables.find(...of)),
    list: (...of) => guard(() => ctx.tables.list(...of)),
    commit: (...of) => guard(() => ctx.tables.commit(...of)),
    isReady: () => ctx.tables.isReady(),
  };
  const queue: Context['queue'] = {
    send: (...of) => guard(() => ctx.queue.send(...of)),
    receive: async (...of) => {
      const items = await guard(() => ctx.queue.receive(...of));
      return items.map((item): ReceivedItem => ({ ...item, done: () => guard(() => item.done()) }));
    },
    isReady: () => ctx.queue.isReady(),
  };
  const { clock, log } = ctx;
  const changes = new Changes({ tables, clock, log });
  return {
    life,
    ctx: { ...ctx, tables, queue, due: new Due(tables, clock), changes } satisfies Context,
    messenger: {
      send: (...of) => guard(() => messenger.send(...of)),
      update: (...of) => guard(() => messenger.update(...of)),
      remove: (...of) => guard(() => messenger.remove(...of)),
    } satisfies Messenger,
  };
}
