import type { Fault, LogEntry } from '#local/contract.ts';
import type { Local } from '#local/startLocal.ts';
import { isNotice } from './books.ts';

/** A moment at which the app is killed: around the n-th write or send of a step. */
export interface Kill {
  step: string;
  n: number;
  around: 'write' | 'send';
  moment: 'before' | 'after';
}

const describeKill = ({ moment, around, n, step }: Kill): string => `${moment} ${around} ${n} of “${step}”`;

/** What the app wrote to its storage and sent to the connector in a step. */
export interface Count {
  step: string;
  writes: number;
  /** In their order: whether it was the bot's own message, or the answer to one. */
  sends: ('notice' | 'answer')[];
}

const FAR = 1_000_000_000;

/** Counts writes and sends from `begin` on; asked once per step. */
export class Counter {
  readonly counts: Count[] = [];
  readonly #local: Local;
  #seen = 0;

  constructor(local: Local) {
    this.#local = local;
  }

  async begin(): Promise<void> {
    this.#seen = (await this.#local.ask<LogEntry[]>('log')).at(-1)?.seq ?? 0;
    await this.#local.ask('app', { do: 'kill', at: { write: FAR, moment: 'before' } });
  }

  async note(step: string): Promise<void> {
    const writes = FAR - (this.#local.teams.app.killAt?.write ?? FAR);
    const log = await this.#local.ask<LogEntry[]>(`log?after=${this.#seen}`);
    const sends = log.filter(({ call }) => call === 'send');
    const kinds = sends.map((entry) => (isNotice(entry) ? ('notice' as const) : ('answer' as const)));
    this.counts.push({ step, writes, sends: kinds });
    await this.begin();
  }
}

/** Pseudo-random numbers from 0 up to 1, the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** How many kills around what. */
export type Wanted = Record<'write' | 'notice' | 'answer', number>;

/**
 * Each kill from its own stretch of the story and, where it can be, from a step that has none yet, so that they
 * spread over the whole of it however many writes a step happens to take; the moments in turn.
 */
export function chooseKills(counts: readonly Count[], wanted: Wanted, seed: number): Kill[] {
  const random = randomFrom(seed);
  const all: Record<keyof Wanted, Pick<Kill, 'step' | 'n'>[]> = { write: [], notice: [], answer: [] };
  for (const { step, writes, sends } of counts) {
    for (let n = 1; n <= writes; n++) all.write.push({ step, n });
    for (const [n, kind] of sends.entries()) all[kind].push({ step, n: n + 1 });
  }
  const used = new Set<string>();
  return (Object.keys(wanted) as (keyof Wanted)[]).flatMap((kind) =>
    Array.from({ length: wanted[kind] }, (_, k): Kill => {
      const stretch = all[kind].slice(
        Math.floor((k * all[kind].length) / wanted[kind]),
        Math.ceil(((k + 1) * all[kind].length) / wanted[kind]),
      );
      const fresh = stretch.filter(({ step }) => !used.has(step));
      const among = fresh.length > 0 ? fresh : stretch;
      const at = among[Math.floor(random() * among.length)];
      if (!at) throw new Error(`There is no ${kind} to kill at.`);
      used.add(at.step);
      const around = kind === 'write' ? 'write' : 'send';
      return { ...at, around, moment: k % 2 === 0 ? 'before' : 'after' };
    }),
  );
}

/** Deals the kills out, so that each life gets its share from the whole length of the story. */
export function dealOut(kills: readonly Kill[], steps: readonly string[], lives: number): Kill[][] {
  const inOrder = [...kills].sort((a, b) => steps.indexOf(a.step) - steps.indexOf(b.step) || a.n - b.n);
  return Array.from({ length: lives }, (_, life) => inOrder.filter((_, n) => n % lives === life));
}

/** Sets the next kill when its step begins or, when an earlier one is still to come, as soon as that has come. */
export class Killer {
  readonly done: string[] = [];
  readonly #local: Local;
  readonly #waiting: Kill[];
  readonly #begun = new Set<string>();
  #set: Kill | undefined;

  constructor(local: Local, kills: readonly Kill[]) {
    this.#local = local;
    this.#waiting = [...kills];
  }

  get isDone(): boolean {
    return this.#waiting.length === 0 && this.#set === undefined;
  }

  /** The step begins, for the first time or again: the next kill that belongs to it, or to one before, is set. */
  async begin(step: string): Promise<void> {
    this.#begun.add(step);
    if (this.#set) return;
    const next = this.#waiting.findIndex((kill) => this.#begun.has(kill.step));
    if (next >= 0) await this.#arm(this.#waiting.splice(next, 1)[0] as Kill);
  }

  /** The app went down. */
  noteCrash(step: string): void {
    if (!this.#set) throw new Error(`Nobody killed the app in “${step}”, and yet it went down.`);
    this.done.push(describeKill(this.#set));
    this.#set = undefined;
  }

  /** What never came to pass because the story went another way happens at the very next write. */
  async atOnce(): Promise<void> {
    const left = this.#set ?? this.#waiting.shift();
    if (!left) return;
    await this.#local.ask('faults', []);
    await this.#arm({ ...left, around: 'write', n: 1 });
  }

  async #arm(kill: Kill): Promise<void> {
    const { around, n, moment } = kill;
    this.#set = kill;
    if (around === 'write') await this.#local.ask('app', { do: 'kill', at: { write: n, moment } });
    else await this.#local.ask('faults', [faultOf(kill)]);
  }
}

const faultOf = ({ n, moment }: Kill): Fault => ({
  do: moment === 'before' ? 'kill' : 'acceptAndKill',
  call: 'send',
  skip: n - 1,
});
