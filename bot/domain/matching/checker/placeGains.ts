/** The best that `room` places can gain: each nothing, and the first one minus what is owed, unless better comes. */
export class PlaceGains {
  readonly #gains: number[];
  least: number;

  constructor(room: number, owed: number) {
    this.#gains = Array.from({ length: room }, (_, place) => (place === 0 ? -owed : 0));
    this.least = room === 0 ? Number.POSITIVE_INFINITY : Math.min(...this.#gains);
  }

  offer(gain: number): void {
    if (gain <= this.least) return;
    this.#gains[this.#gains.indexOf(this.least)] = gain;
    this.least = Math.min(...this.#gains);
  }

  sum(): number {
    return this.#gains.reduce((sum, gain) => sum + gain, 0);
  }
}
