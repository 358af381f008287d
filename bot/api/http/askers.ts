import type { Actor } from '#usecases/story/actor.ts';

interface Known {
  actor: Actor;
  readMs: number;
}

const KNOWN_MS = 60_000;

/** Who asked a moment ago by the same account with the same headers, so that whoever waits is not looked up each time. */
export class Askers {
  readonly #known = new Map<string, Known>();

  /** The actor kept under `key`, at most a minute old, else what `read` finds. */
  async find(key: string, read: () => Promise<Actor>): Promise<Actor> {
    const nowMs = performance.now();
    for (const [old, { readMs }] of this.#known) {
      if (nowMs - readMs < KNOWN_MS) break;
      this.#known.delete(old);
    }
    const known = this.#known.get(key);
    if (known) return known.actor;
    const actor = await read();
    this.#known.delete(key);
    this.#known.set(key, { actor, readMs: nowMs });
    return actor;
  }
}
