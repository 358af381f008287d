import { createHash } from 'node:crypto';
import type { LookupRows } from '#domain/all/lookups.ts';
import { type PairId, toInstant } from '#domain/basics/ids.ts';
import { changeOf, type Panel } from '#domain/meetings/panel.ts';
import { faultOf } from './fault.ts';
import type { Clock, Log, Tables } from './ports.ts';
import { Conflict } from './ports.ts';
import { Seats } from './seats.ts';

/** A few partitions `changed_<n>` of `lookups`, so that presses in many meetings spread. */
const SHARDS = 4;
const LOOK_EVERY_MS = 500;
/** So far before the last look each look reads: clocks of servers differ, and what was announced may come late. */
const BACK_MS = 10_000;
const KEPT_MS = 60_000;
const TIDY_EVERY_LOOKS = 40;
const MOST_AT_ONCE = 100;

type Announced = LookupRows['changed'];

interface Waiter {
  turn: number;
  tell(): void;
}

interface Expected {
  turn: number;
  untilMs: number;
}

const shardOf = (pair: PairId): number => (createHash('sha256').update(pair).digest()[0] ?? 0) % SHARDS;
const partitionOf = (shard: number): string => `changed_${shard}`;

/**
 * How the servers learn that a live panel changed. A change is announced *before* it is written, so that a crash in
 * between loses none; an announcement without a change only costs looks. Each server reads the announcements twice
 * a second while somebody waits there, and a panel's row only when it is named: once for all who wait for it.
 */
export class Changes {
  readonly #tables: Tables;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #waiting = new Map<PairId, Set<Waiter>>();
  /** What was announced and has not been seen yet: storage may take longer than a look reaches back. */
  readonly #expected = new Map<PairId, Expected>();
  /** Who waits here again and again. */
  readonly seats = new Seats();
  #isLooking = false;
  #lookedMs = 0;
  #looks = 0;

  constructor(parts: { tables: Tables; clock: Clock; log: Log }) {
    this.#tables = parts.tables;
    this.#clock = parts.clock;
    this.#log = parts.log;
  }

  /** Before the change: every server looks at this panel until it has come to that turn. */
  async announce(pair: PairId, turn: number): Promise<void> {
    const key = `${toInstant(this.#clock.now())}_${pair}_${turn}`;
    const value: Announced = { pair, turn };
    try {
      await this.#tables.commit('lookups', partitionOf(shardOf(pair)), [{ op: 'create', key, value }]);
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
    }
  }

  /** After the change: who waits at this server need not wait for a look. */
  happened(pair: PairId, turn: number): void {
    this.#expect({ pair, turn });
    for (const waiter of this.#waiting.get(pair) ?? []) if (waiter.turn !== turn) waiter.tell();
  }

  /** Whether a later turn than this was announced here a moment ago. */
  isBehind(pair: PairId, turn: number): boolean {
    return (this.#expected.get(pair)?.turn ?? 0) > turn;
  }

  /** True once the pair's panel is at another turn; false when `waitMs` are over or the caller hangs up. */
  async waitFor(
    pair: PairId,
    turn: number,
    { waitMs, signal }: { waitMs: number; signal: AbortSignal },
  ): Promise<boolean> {
    if (signal.aborted) return false;
    const waiters = this.#waiting.get(pair) ?? new Set();
    this.#waiting.set(pair, waiters);
    return new Promise((resolve) => {
      const end = (isNews: boolean) => {
        clearTimeout(timer);
        signal.removeEventListener('abort', leave);
        waiters.delete(waiter);
        if (waiters.size === 0 && this.#waiting.get(pair) === waiters) this.#waiting.delete(pair);
        resolve(isNews);
      };
      const leave = () => end(false);
      const waiter: Waiter = { turn, tell: () => end(true) };
      const timer = setTimeout(leave, waitMs);
      signal.addEventListener('abort', leave);
      waiters.add(waiter);
      this.#startLooking();
    });
  }

  /** One look at what was announced, and at the panels that are named and waited for. */
  async look(): Promise<void> {
    const shards = new Set([...this.#waiting.keys()].map(shardOf));
    const nowMs = this.#clock.now();
    const from = toInstant(Math.max(nowMs - KEPT_MS, Math.min(nowMs, this.#lookedMs) - BACK_MS));
    const lists = await Promise.all(
      [...shards].map((shard) => this.#tables.list('lookups', partitionOf(shard), { from })),
    );
    this.#lookedMs = nowMs;
    for (const { value } of lists.flat()) this.#expect(value as Announced);
    const named = [...this.#expected].filter(([pair, { turn }]) => this.#isNewsFor(pair, turn));
    await Promise.all(named.map(([pair]) => this.#lookAt(pair)));
    for (const [pair, { untilMs }] of this.#expected)
      if (untilMs < this.#clock.now()) this.#expected.delete(pair);
    if (this.#looks++ % TIDY_EVERY_LOOKS === 0) for (const shard of shards) await this.#tidy(shard);
  }

  #expect({ pair, turn }: Announced): void {
    if (turn <= (this.#expected.get(pair)?.turn ?? 0)) return;
    this.#expected.set(pair, { turn, untilMs: this.#clock.now() + KEPT_MS });
  }

  #isNewsFor(pair: PairId, turn: number): boolean {
    return [...(this.#waiting.get(pair) ?? [])].some((waiter) => waiter.turn < turn);
  }

  async #lookAt(pair: PairId): Promise<void> {
    const row = await this.#tables.find('pairs', pair, 'panel');
    if (row) this.happened(pair, changeOf(row.value as Panel));
  }

  #startLooking(): void {
    if (this.#isLooking) return;
    this.#isLooking = true;
    const again = async () => {
      try {
        await this.look();
      } catch (error) {
        this.#log.warn({ err: faultOf(error) }, 'panels could not be looked at');
      }
      if (this.#waiting.size > 0) setTimeout(again, LOOK_EVERY_MS);
      else this.#isLooking = false;
    };
    setTimeout(again, LOOK_EVERY_MS);
  }

  /** What every server has read long ago goes; another may be quicker. */
  async #tidy(shard: number): Promise<void> {
    const to = toInstant(this.#clock.now() - KEPT_MS);
    for (;;) {
      const old = await this.#tables.list('lookups', partitionOf(shard), { to, limit: MOST_AT_ONCE });
      if (old.length === 0) return;
      const changes = old.map(({ key, etag }) => ({ op: 'remove' as const, key, etag }));
      try {
        await this.#tables.commit('lookups', partitionOf(shard), changes);
      } catch (error) {
        if (error instanceof Conflict) return;
        throw error;
      }
      if (old.length < MOST_AT_ONCE) return;
    }
  }
}
