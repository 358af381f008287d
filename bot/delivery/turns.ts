/** Work that lasts, so much of it at a time, beside what is short. What waits for too long is left to others. */
export class Turns {
  readonly #most: number;
  readonly #staleMs: number;
  readonly #waiting: { sinceMs: number; work: () => Promise<void> }[] = [];
  readonly #running = new Set<Promise<void>>();

  constructor(most: number, staleMs: number) {
    this.#most = most;
    this.#staleMs = staleMs;
  }

  /** `work` never rejects. */
  add(work: () => Promise<void>): void {
    this.#waiting.push({ sinceMs: performance.now(), work });
    this.#fill();
  }

  /** Comes back when nothing runs or waits any more. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.race(this.#running);
  }

  /** What has not begun never will. */
  forget(): void {
    this.#waiting.length = 0;
  }

  #fill(): void {
    while (this.#running.size < this.#most) {
      const next = this.#waiting.shift();
      if (!next) return;
      if (performance.now() - next.sinceMs > this.#staleMs) continue;
      const running = next.work().finally(() => {
        this.#running.delete(running);
        this.#fill();
      });
      this.#running.add(running);
    }
  }
}
