/**
 * Mentors by distance, the nearest on top; a distance may be lowered while its mentor waits. A heap of four
 * children per node (Johnson 1975): fewer levels than a binary one for the many lowerings of a path search.
 * O(log n) each.
 */
export class Heap {
  size = 0;
  readonly distance: Int32Array;
  readonly #items: Int32Array;
  /** Place in the heap, or -1. */
  readonly #place: Int32Array;

  constructor(most: number) {
    this.distance = new Int32Array(most);
    this.#items = new Int32Array(most);
    this.#place = new Int32Array(most).fill(-1);
  }

  /** Puts an item in, or lowers its distance. */
  put(item: number, distance: number): void {
    const { distance: far } = this;
    const items = this.#items;
    const place = this.#place;
    let at = place[item]!;
    if (at < 0) at = this.size++;
    far[item] = distance;
    while (at > 0) {
      const up = (at - 1) >> 2;
      const above = items[up]!;
      if (far[above]! <= distance) break;
      items[at] = above;
      place[above] = at;
      at = up;
    }
    items[at] = item;
    place[item] = at;
  }

  /** Takes the nearest out; -1 when there is none. */
  take(): number {
    if (this.size === 0) return -1;
    const items = this.#items;
    const place = this.#place;
    const nearest = items[0]!;
    place[nearest] = -1;
    const last = items[--this.size]!;
    if (this.size > 0) this.#sink(last);
    return nearest;
  }

  #sink(item: number): void {
    const { distance: far, size } = this;
    const items = this.#items;
    const place = this.#place;
    const weight = far[item]!;
    let at = 0;
    for (let child = 1; child < size; child = (at << 2) + 1) {
      let best = child;
      let nearest = far[items[child]!]!;
      for (let other = child + 1; other < size && other < child + 4; other++) {
        const distance = far[items[other]!]!;
        if (distance >= nearest) continue;
        best = other;
        nearest = distance;
      }
      if (nearest >= weight) break;
      const moved = items[best]!;
      items[at] = moved;
      place[moved] = at;
      at = best;
    }
    items[at] = item;
    place[item] = at;
  }

  clear(): void {
    for (let at = 0; at < this.size; at++) this.#place[this.#items[at]!] = -1;
    this.size = 0;
  }
}
