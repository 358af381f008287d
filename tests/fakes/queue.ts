import type { Clock, Queue, QueueItem, ReceivedItem } from '#usecases/story/ports.ts';

interface Waiting {
  item: QueueItem;
  visibleAt: number;
  attempts: number;
  receipt: number;
}

/** A queue in memory, at least once: what isn't done comes back when its hidden time is over. */
export class MemoryQueue implements Queue {
  /** What was received more than `poisonAfter` times. */
  readonly poison: QueueItem[] = [];
  readonly #clock: Clock;
  readonly #poisonAfter: number;
  #waiting: Waiting[] = [];

  constructor(clock: Clock, poisonAfter = 8) {
    this.#clock = clock;
    this.#poisonAfter = poisonAfter;
  }

  /** How many items are not done yet, hidden ones included. */
  get length(): number {
    return this.#waiting.length;
  }

  async send(item: QueueItem, delayMs = 0): Promise<void> {
    const visibleAt = this.#clock.now() + delayMs;
    this.#waiting.push({ item: structuredClone(item), visibleAt, attempts: 0, receipt: 0 });
  }

  async receive(max: number, hiddenMs: number): Promise<ReceivedItem[]> {
    const now = this.#clock.now();
    const taken = this.#waiting.filter(({ visibleAt }) => visibleAt <= now).slice(0, max);
    const received: ReceivedItem[] = [];
    for (const waiting of taken) {
      waiting.attempts++;
      waiting.receipt++;
      waiting.visibleAt = now + hiddenMs;
      if (waiting.attempts > this.#poisonAfter) {
        this.poison.push(waiting.item);
        this.#drop(waiting);
      } else received.push(this.#received(waiting));
    }
    return received;
  }

  async isReady(): Promise<boolean> {
    return true;
  }

  /** An old receipt does nothing: the item belongs to whoever received it last. */
  #received(waiting: Waiting): ReceivedItem {
    const receipt = waiting.receipt;
    return {
      item: structuredClone(waiting.item),
      attempts: waiting.attempts,
      done: async () => {
        if (waiting.receipt === receipt) this.#drop(waiting);
      },
    };
  }

  #drop(waiting: Waiting): void {
    this.#waiting = this.#waiting.filter((other) => other !== waiting);
  }
}
