import { setTimeout as wait } from 'node:timers/promises';
import { findLookup, putLookup } from '#usecases/story/lookups.ts';
import { Conflict, type Tables } from '#usecases/story/ports.ts';

/** Microsoft Teams: 50 requests a second for one app in one tenant (Rate limiting for bots, 2026-10). */
const SENDS_PER_SECOND = 50;
const MS_PER_SEND = 1_000 / SENDS_PER_SECOND;
const MOST_PER_CLAIM = 25;
const MOST_TRIES = 20;
/** A budget that is used up further ahead than this was written by a clock that is wrong. */
const FURTHEST_AHEAD_MS = 60_000;
const KEY = 'sends';

export interface Rate {
  /** Comes back when one message may be sent. */
  take(): Promise<void>;
}

export interface RateOptions {
  tables: Tables;
  /** Real time, not the product's clock, which may be moved. */
  nowMs?: () => number;
  sleep?: (ms: number) => Promise<unknown>;
}

interface Waiting {
  go(): void;
  fail(error: unknown): void;
}

/**
 * The tenant's budget of sends, shared by all workers as one row: `until` is the moment up to which it is used
 * up. Whoever wants to send n messages moves it by n slots of 20 ms under its ETag and sends in those slots.
 */
export function createRate({ tables, nowMs = Date.now, sleep = wait }: RateOptions): Rate {
  const waiting: Waiting[] = [];
  let isClaiming = false;

  async function claimForAll(): Promise<void> {
    if (isClaiming) return;
    isClaiming = true;
    while (waiting.length > 0) {
      const group = waiting.splice(0, MOST_PER_CLAIM);
      try {
        const startMs = await claim(tables, group.length, nowMs);
        group.forEach(({ go, fail }, n) => {
          sleep(Math.max(0, startMs + n * MS_PER_SEND - nowMs())).then(go, fail);
        });
      } catch (error) {
        for (const { fail } of group) fail(error);
      }
    }
    isClaiming = false;
  }

  return {
    take: () =>
      new Promise((go, fail) => {
        waiting.push({ go, fail });
        void claimForAll();
      }),
  };
}

/** Uses up `count` slots and answers when the first one begins, in ms since 1970. */
async function claim(tables: Tables, count: number, nowMs: () => number): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    const row = await findLookup(tables, 'budget', KEY);
    const now = nowMs();
    const usedUntil = row?.value.until ?? now;
    const startMs = usedUntil - now > FURTHEST_AHEAD_MS ? now : Math.max(now, usedUntil);
    const value = { until: startMs + count * MS_PER_SEND };
    try {
      await putLookup(tables, 'budget', { key: KEY, value, etag: row?.etag });
      return startMs;
    } catch (error) {
      if (!(error instanceof Conflict) || attempt >= MOST_TRIES) throw error;
    }
  }
}
