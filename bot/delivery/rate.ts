import { setTimeout as wait } from 'node:timers/promises';
import type { Tables } from '#usecases/story/ports.ts';
import { type Ahead, Budget, type Time } from './budget.ts';

/** Microsoft Teams: 50 requests a second for one app in one tenant (Rate limiting for bots, 2026-10). */
const SENDS_PER_SECOND = 50;
/** A hair slower than allowed: a send that is a few milliseconds late must not make fifty-one in a second. */
const CAREFUL = 1.01;
const MOST_PER_CLAIM = 25;
/** So long before its first slot a group is written down as reserved: late ones would come in one rush. */
const LEAD_MS = 200;
/** A broadcast claims no further ahead than this: whatever else is said waits behind it for less than a second. */
const FOR_BROADCASTS: Ahead = { leastMs: LEAD_MS, mostMs: 400 };
const FOR_OTHERS: Ahead = { leastMs: 0, mostMs: Number.POSITIVE_INFINITY };
/** What is sent within this time is reserved together: more than that is never in doubt after a crash. */
const TOGETHER_MS = 100;
const MOST_TOGETHER = 50;

/** Comes back when the slot begins. */
export type Slot = () => Promise<unknown>;

/** Throws `NotNow` where the wait would be longer than a few seconds. */
export interface Rate {
  /** How many are reserved and sent together. */
  readonly together: number;
  /** Comes back when one message may be sent. */
  take(): Promise<void>;
  /** Slots for so many that belong to a broadcast, which lets others go first; comes back just before the first. */
  takeTogether(count: number): Promise<Slot[]>;
  /** Teams has had enough: for so long nobody sends, over all workers. */
  pause(afterMs: number): Promise<void>;
  /** Something was sent without asking, an answer in a chat: what is sent next makes room for it. */
  note(): void;
}

export interface RateOptions extends Partial<Time> {
  tables: Tables;
  perSecond?: number;
}

/** The pace of one worker, out of the tenant's budget that all workers share. */
export function createRate(options: RateOptions): Rate {
  const { tables, perSecond = SENDS_PER_SECOND, nowMs = Date.now, sleep = wait } = options;
  const time = { nowMs, sleep };
  const budget = new Budget(tables, (CAREFUL * 1_000) / perSecond, time);
  let unasked = 0;
  const claim = async (count: number, ahead: Ahead): Promise<number[]> => {
    const more = unasked;
    const starts = await budget.claim(count + more, ahead);
    unasked -= more;
    return starts.slice(more);
  };
  const first = new Counter(time, (count) => claim(count, FOR_OTHERS));
  const broadcasts = new Counter(time, (count) => claim(count, FOR_BROADCASTS));
  return {
    together: Math.min(MOST_TOGETHER, Math.max(1, Math.round((perSecond * TOGETHER_MS) / 1_000))),
    take: async () => {
      for (const slot of await first.take(1)) await slot();
    },
    takeTogether: (count) => broadcasts.take(count),
    pause: (afterMs) => budget.pause(afterMs),
    note: () => {
      unasked++;
    },
  };
}

interface Waiting {
  count: number;
  go(slots: Slot[]): void;
  fail(error: unknown): void;
}

/** Who waits at the same counter is served together, so many at a time, in their order. */
class Counter {
  readonly #time: Time;
  readonly #claim: (count: number) => Promise<number[]>;
  readonly #waiting: Waiting[] = [];
  #isOpen = false;

  constructor(time: Time, claim: (count: number) => Promise<number[]>) {
    this.#time = time;
    this.#claim = claim;
  }

  take(count: number): Promise<Slot[]> {
    return new Promise((go, fail) => {
      this.#waiting.push({ count, go, fail });
      void this.#serveAll();
    });
  }

  async #serveAll(): Promise<void> {
    if (this.#isOpen) return;
    this.#isOpen = true;
    while (this.#waiting.length > 0) await this.#serve(firstOf(this.#waiting));
    this.#isOpen = false;
  }

  async #serve(group: readonly Waiting[]): Promise<void> {
    try {
      const starts = await this.#claim(group.reduce((sum, { count }) => sum + count, 0));
      for (const { count, go } of group) void this.#callUp(starts.splice(0, count)).then(go);
    } catch (error) {
      for (const { fail } of group) fail(error);
    }
  }

  async #callUp(starts: readonly number[]): Promise<Slot[]> {
    await this.#until((starts[0] ?? 0) - LEAD_MS);
    return starts.map((ms) => () => this.#until(ms));
  }

  #until(ms: number): Promise<unknown> {
    return this.#time.sleep(Math.max(0, ms - this.#time.nowMs()));
  }
}

/** As many of those who wait as one claim serves, at least one. */
function firstOf(waiting: Waiting[]): Waiting[] {
  let count = 0;
  const most = waiting.findIndex((one) => {
    count += one.count;
    return count > MOST_PER_CLAIM;
  });
  return waiting.splice(0, most < 0 ? waiting.length : Math.max(1, most));
}
