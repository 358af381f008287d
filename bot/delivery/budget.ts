import type { LookupRows } from '#domain/all/lookups.ts';
import { findLookup, putLookup } from '#usecases/story/lookups.ts';
import { Conflict, type Tables } from '#usecases/story/ports.ts';

type Row = LookupRows['budget'];

const MOST_TRIES = 50;
/** A budget that is used up further ahead than this was written by a clock that is wrong. */
const FURTHEST_AHEAD_MS = 60_000;
/** Longer than this Teams asks nobody to pause. */
const LONGEST_PAUSE_MS = 15 * 60_000;
/** Pauses that end so close to each other are one. */
const SAME_PAUSE_MS = 100;
/** Who would have to wait longer does something else meanwhile. */
const LONGEST_WAIT_MS = 10_000;
const KEY = 'sends';

/** Nothing may be sent for a longer while. */
export class NotNow extends Error {
  readonly afterMs: number;
  constructor(afterMs: number) {
    super('Teams takes nothing at the moment');
    this.name = 'NotNow';
    this.afterMs = afterMs;
  }
}

export interface Time {
  /** Real time, not the product's clock, which may be moved. */
  nowMs: () => number;
  sleep: (ms: number) => Promise<unknown>;
}

/** How soon slots begin, in ms from now. */
export interface Ahead {
  leastMs: number;
  mostMs: number;
}

/**
 * The tenant's budget of sends, shared by all workers as one row: `until` is the moment up to which it is used up.
 * Whoever wants to send n messages moves it by n slots under its ETag and sends in those slots. After a 429 nobody has
 * a slot before `pausedUntil`, so that a storm of them slows all, and passes by itself.
 */
export class Budget {
  readonly #tables: Tables;
  readonly #slotMs: number;
  readonly #time: Time;

  constructor(tables: Tables, slotMs: number, time: Time) {
    this.#tables = tables;
    this.#slotMs = slotMs;
    this.#time = time;
  }

  /**
   * Uses up `count` slots and answers when each begins, in ms since 1970: not sooner than in `leastMs`; where it would be
   * later than in `mostMs`, that is waited for first. Throws `NotNow` where the wait would be longer than a few seconds.
   */
  async claim(count: number, { leastMs, mostMs }: Ahead): Promise<number[]> {
    const startMs = await this.#writing(async (row, now) => {
      const freeMs = freeFrom(row, now);
      if (freeMs - now > LONGEST_WAIT_MS) throw new NotNow(freeMs - now);
      if (freeMs - now > mostMs) return { waitMs: freeMs - now - mostMs };
      const startMs = Math.max(freeMs, now + leastMs);
      return { value: { ...row, until: startMs + count * this.#slotMs }, answer: startMs };
    });
    return Array.from({ length: count }, (_, n) => startMs + n * this.#slotMs);
  }

  /** What Teams says to sends that were under way at the same time is one pause, written once. */
  async pause(afterMs: number): Promise<void> {
    const pausedUntil = this.#time.nowMs() + Math.min(Math.max(afterMs, 0), LONGEST_PAUSE_MS);
    await this.#writing(async (row) => {
      const isKnown = (row?.pausedUntil ?? 0) > pausedUntil - SAME_PAUSE_MS;
      return isKnown ? { answer: 0 } : { value: { until: row?.until ?? 0, pausedUntil }, answer: 0 };
    });
  }

  async #writing(
    decide: (
      row: Row | undefined,
      now: number,
    ) => Promise<{ waitMs: number } | { value?: Row; answer: number }>,
  ): Promise<number> {
    for (let attempt = 1; ; ) {
      const row = await findLookup(this.#tables, 'budget', KEY);
      const decided = await decide(row?.value, this.#time.nowMs());
      if ('waitMs' in decided) await this.#time.sleep(decided.waitMs);
      else if (!decided.value || (await this.#isWritten(decided.value, row?.etag))) return decided.answer;
      else if (++attempt > MOST_TRIES) throw new Conflict('the budget of sends');
    }
  }

  async #isWritten(value: Row, etag: string | undefined): Promise<boolean> {
    try {
      await putLookup(this.#tables, 'budget', { key: KEY, value, etag });
      return true;
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      return false;
    }
  }
}

function freeFrom({ until = 0, pausedUntil = 0 }: Partial<Row> = {}, now: number): number {
  const usedUntil = until - now > FURTHEST_AHEAD_MS ? now : until;
  const isPaused = pausedUntil - now <= LONGEST_PAUSE_MS;
  return Math.max(now, usedUntil, isPaused ? pausedUntil : now);
}
