import { median, say } from '../measure.ts';

/** One of two ways to do the same: the n-th of a round. */
export type Side = (n: number) => Promise<unknown>;

export interface Rounds {
  rounds: number;
  /** How often in each round. */
  each: number;
  /** How many at the same time; 1 when left out. */
  atOnce?: number;
  /** After a round, not measured. */
  between?(): Promise<void>;
}

interface Measured {
  /** Median of one. */
  ms: number;
  perSecond: number;
  /** Of this process alone, user and system, per one. */
  cpuMs: number;
}

export interface Compared {
  house: Measured;
  bare: Measured;
  /** House ÷ bare, a few of one and a few of the other next to each other; the median of all such couples. */
  timeRatio: number;
  rateRatio: number;
}

/** A busy machine makes do with fewer rounds. */
const MOST_MS = 6_000;
const FEWEST = 5;
/** Rounds that only warm up. */
const WARMING = 2;

/** Both sides in turn, A B B A …, a few at a time in the same process over the same storage. */
export async function compare(house: Side, bare: Side, how: Rounds): Promise<Compared> {
  const { rounds, each, atOnce = 1, between } = how;
  const meters = [new Meter(house), new Meter(bare)] as const;
  const [ours, theirs] = meters;
  let untilMs = 0;
  for (let round = -WARMING; round < rounds && (round < FEWEST || performance.now() < untilMs); round++) {
    if (round === 0) {
      untilMs = performance.now() + MOST_MS;
      for (const meter of meters) meter.forget();
    }
    for (let n = 0; n < each; n += atOnce)
      for (const meter of (n / atOnce + round + WARMING) % 2 === 0 ? meters : meters.toReversed())
        await meter.some(n, Math.min(atOnce, each - n));
    await between?.();
  }
  const couples = ours.somes.map((ms, n) => ms / (theirs.somes[n] ?? 0));
  return {
    house: ours.measured(),
    bare: theirs.measured(),
    timeRatio: median(couples),
    rateRatio: 1 / median(couples),
  };
}

class Meter {
  readonly #side: Side;
  /** How long a few took together, by their turn. */
  somes: number[] = [];
  #took: number[] = [];
  #cpuMs = 0;

  constructor(side: Side) {
    this.#side = side;
  }

  /** From the n-th on, at the same time. */
  async some(from: number, count: number): Promise<void> {
    const cpu = process.cpuUsage();
    const startedMs = performance.now();
    const one = async (n: number) => {
      await this.#side(n);
      this.#took.push(performance.now() - startedMs);
    };
    await Promise.all(Array.from({ length: count }, (_, n) => one(from + n)));
    this.somes.push(performance.now() - startedMs);
    const { user, system } = process.cpuUsage(cpu);
    this.#cpuMs += (user + system) / 1000;
  }

  forget(): void {
    this.somes = [];
    this.#took = [];
    this.#cpuMs = 0;
  }

  measured(): Measured {
    const count = this.#took.length;
    const perSecond = count / this.somes.length / (median(this.somes) / 1000);
    return { ms: median(this.#took), perSecond, cpuMs: this.#cpuMs / count };
  }
}

/** A readable table: the first column to the left, numbers to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((name, n) => Math.max(name.length, ...rows.map((row) => (row[n] ?? '').length)));
  for (const row of [head, ...rows])
    say(
      `  ${row.map((cell, n) => (n === 0 ? cell.padEnd(widths[n] ?? 0) : cell.padStart(widths[n] ?? 0))).join('  ')}`,
    );
}

export const x = (ratio: number): string => `${ratio.toFixed(2)} ×`;
export const inMs = (ms: number): string => `${ms.toFixed(ms < 10 ? 1 : 0)} ms`;
