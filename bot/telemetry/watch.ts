import type { FastifyInstance } from 'fastify';
import type { Messenger } from '#usecases/home/notices.ts';
import type { DueKind } from '#usecases/story/dueKind.ts';
import type { Queue, Scan, Tables, TurnKind } from '#usecases/story/ports.ts';

/** The Application Insights that is told. */
export interface Insights {
  connectionString: string;
  /** Where it takes things in. */
  endpoint: string;
  /** The managed identity proves who tells; plain on the machine of a developer. */
  hasIdentity: boolean;
}

/** What is asked of the queue beside its work. */
export interface Standing {
  standing(): Promise<{ waiting: number; lateS: number }>;
}

type Kinds = readonly DueKind<Record<string, string>>[];
type Carry<A extends unknown[]> = (...about: A) => Promise<void>;

/** The parts of the server, each as it is with somebody who watches beside it. */
export interface Watch {
  tables(tables: Tables & Scan): Tables & Scan;
  queue(queue: Queue & Standing): Queue & Standing;
  messenger(messenger: Messenger): Messenger;
  due(kinds: Kinds): Kinds;
  chores<A extends [unknown, { kind: string }]>(carryOut: Carry<A>): Carry<A>;
  turn(kind: TurnKind, run: () => Promise<void>): Promise<void>;
  requests(server: FastifyInstance): void;
  /** For how long the oldest of what is due has waited. */
  dueLate(ms: number): void;
  /** What stands in each line of the log. */
  inLog(): object;
  /** Brings what is left, and waits no longer than two seconds for it. */
  stop(): Promise<void>;
}

/** Nobody watches, and nothing for it is loaded. */
export const UNWATCHED: Watch = {
  tables: (tables) => tables,
  queue: (queue) => queue,
  messenger: (messenger) => messenger,
  due: (kinds) => kinds,
  chores: (carryOut) => carryOut,
  turn: (_kind, run) => run(),
  requests: () => undefined,
  dueLate: () => undefined,
  inLog: () => ({}),
  stop: async () => undefined,
};
