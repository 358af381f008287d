import type { TopicId } from '../ids.ts';

/**
 * What each of many people says of each topic, a byte per person, so that one addition of a 32-bit word counts
 * for four people at once (Lamport 1975, multiple byte processing). Sums must stay below 256. Topics that the
 * other side never speaks of need no room.
 */
export class Planes {
  readonly #people: number;
  readonly #planes = new Map<TopicId, Int32Array>();

  constructor(said: readonly (readonly (readonly [TopicId, number])[])[], known: ReadonlySet<TopicId>) {
    this.#people = said.length;
    for (const [person, topics] of said.entries())
      for (const [topic, amount] of topics)
        if (known.has(topic)) new Uint8Array(this.#planeOf(topic).buffer)[person] = amount;
  }

  #planeOf(topic: TopicId): Int32Array {
    const plane = this.#planes.get(topic) ?? wordsFor(this.#people);
    this.#planes.set(topic, plane);
    return plane;
  }

  /** Adds to each person's byte `times` what they say of a topic. */
  addTo(sums: Int32Array, topic: TopicId, times = 1): void {
    const plane = this.#planes.get(topic);
    if (plane) for (let w = 0; w < sums.length; w++) sums[w]! += times * plane[w]!;
  }

  /** Marks in each person's byte what they say of a topic. */
  markIn(bits: Int32Array, topic: TopicId): void {
    const plane = this.#planes.get(topic);
    if (plane) for (let w = 0; w < bits.length; w++) bits[w]! |= plane[w]!;
  }
}

/** Room for a byte per person, in whole words. */
export const wordsFor = (people: number): Int32Array<ArrayBuffer> => new Int32Array((people + 3) >> 2);
