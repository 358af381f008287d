import { findLookup, putLookup } from '#usecases/story/lookups.ts';
import { Conflict, type Tables } from '#usecases/story/ports.ts';

export interface LeaseOptions {
  tables: Tables;
  name: string;
  /** Who holds it; the same name after a restart takes it over at once. */
  holder: string;
  lastsMs: number;
  /** Real time, not the product's clock: moving that one must neither steal a lease nor prolong it. */
  nowMs?: () => number;
}

/** One row that says who does something alone. It saves work; correctness never depends on it. */
export class Lease {
  readonly #options: LeaseOptions;
  readonly #nowMs: () => number;

  constructor(options: LeaseOptions) {
    this.#options = options;
    this.#nowMs = options.nowMs ?? Date.now;
  }

  /** Takes or prolongs it; false when somebody else holds it. */
  async take(): Promise<boolean> {
    return this.#write(this.#nowMs() + this.#options.lastsMs);
  }

  async release(): Promise<void> {
    await this.#write(0);
  }

  async #write(until: number): Promise<boolean> {
    const { tables, name, holder } = this.#options;
    const row = await findLookup(tables, 'lease', name);
    const held = row?.value;
    if (held && held.holder !== holder && held.until > this.#nowMs()) return false;
    try {
      await putLookup(tables, 'lease', { key: name, value: { holder, until }, etag: row?.etag });
      return true;
    } catch (error) {
      if (error instanceof Conflict) return false;
      throw error;
    }
  }
}
