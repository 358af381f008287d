import { Expiring } from '#domain/basics/expiring.ts';
import type { Actor } from '#usecases/story/actor.ts';

const KNOWN_MS = 60_000;
const MOST_KNOWN = 20_000;

/** Who asked a moment ago by the same account with the same headers, so that whoever waits is not looked up each time. */
export class Askers {
  readonly #known = new Expiring<Actor>(MOST_KNOWN);

  /** The actor kept under `key`, at most a minute old, else what `read` finds. */
  async find(key: string, read: () => Promise<Actor>): Promise<Actor> {
    const nowMs = performance.now();
    const known = this.#known.find(key, nowMs);
    if (known) return known;
    const actor = await read();
    this.#known.keep(key, actor, { nowMs, forMs: KNOWN_MS });
    return actor;
  }
}
