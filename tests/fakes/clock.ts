import type { Clock } from '#usecases/story/ports.ts';

export const START = '2026-11-23T09:00:00.000Z';

/** A clock that stands still until a test moves it. */
export class MovableClock implements Clock {
  #ms: number;

  constructor(start = START) {
    this.#ms = Date.parse(start);
  }

  now(): number {
    return this.#ms;
  }

  advance(ms: number): void {
    this.#ms += ms;
  }

  set(iso: string): void {
    this.#ms = Date.parse(iso);
  }
}
