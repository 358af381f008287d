import type { Ids } from '#usecases/story/ports.ts';

/** Ids that count: `goal-000000001`, so that tests can name what they made. */
export class CountingIds implements Ids {
  readonly #counts = new Map<string, number>();

  next(noun: string): string {
    const count = (this.#counts.get(noun) ?? 0) + 1;
    this.#counts.set(noun, count);
    return `${noun}-${String(count).padStart(9, '0')}`;
  }
}
