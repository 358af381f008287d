interface Kept<Value> {
  value: Value;
  untilMs: number;
}

/**
 * Values that are known for a while, at most so many: the one that was kept first goes first. Moments are of whatever
 * clock the caller reads, always the same one.
 */
export class Expiring<Value> {
  readonly #most: number;
  readonly #kept = new Map<string, Kept<Value>>();

  constructor(most: number) {
    this.#most = most;
  }

  /** What is kept under `key` and not over at `nowMs`. */
  find(key: string, nowMs: number): Value | undefined {
    const kept = this.#kept.get(key);
    return kept && nowMs < kept.untilMs ? kept.value : undefined;
  }

  /** Keeps it from `nowMs` for `forMs`, in the place of what was kept under `key`. */
  keep(key: string, value: Value, { nowMs, forMs }: { nowMs: number; forMs: number }): void {
    this.#kept.delete(key);
    this.#kept.set(key, { value, untilMs: nowMs + forMs });
    for (const [oldest, { untilMs }] of this.#kept) {
      if (nowMs < untilMs && this.#kept.size <= this.#most) return;
      this.#kept.delete(oldest);
    }
  }
}
