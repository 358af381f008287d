import { DEEDS, type Deed } from '#usecases/home/deeds.ts';

/** Fewer than these are nobody's to see, as with every figure of the product. */
const FEWEST = 5;
/** From the start of the server on: no moment of a deed stands in it. */
const EVERY_MS = 24 * 60 * 60_000;

/**
 * Counts deeds and says them in fives, each day and when the server stops: whoever watches learns neither when something
 * happened nor that it happened to few. What is left over waits for the next day, and goes with the process.
 */
export class Tally {
  readonly #counts = new Map<Deed, number>();
  readonly #tell: (deed: Deed, count: number) => void;
  readonly #timer: NodeJS.Timeout;

  constructor(tell: (deed: Deed, count: number) => void, everyMs = EVERY_MS) {
    this.#tell = tell;
    this.#timer = setInterval(() => this.#say(), everyMs);
    this.#timer.unref();
  }

  note(deed: Deed): void {
    this.#counts.set(deed, (this.#counts.get(deed) ?? 0) + 1);
  }

  /** Says what may be said and counts no more. */
  stop(): void {
    clearInterval(this.#timer);
    this.#say();
  }

  #say(): void {
    for (const deed of DEEDS) {
      const count = this.#counts.get(deed) ?? 0;
      const fives = count - (count % FEWEST);
      if (fives === 0) continue;
      this.#tell(deed, fives);
      this.#counts.set(deed, count - fives);
    }
  }
}
