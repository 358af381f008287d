/** Who waits again and again for a live panel, as this server knows it. */
interface Seat {
  etag: string;
  readMs: number;
  leftMs: number;
}

/** So long nothing is read for who has the newest; then it is asked anew whether the pair is still open to them. */
const FRESH_MS = 60_000;
/** Who was away longer may have missed what was announced. */
const LONGEST_AWAY_MS = 5_000;

/**
 * The seats of those who wait at this server, in milliseconds of its own clock. Whoever comes back within seconds
 * with the newest view goes on waiting without a single read: everything that is announced reaches them.
 */
export class Seats {
  readonly #seats = new Map<string, Seat>();

  /** `who` has read the view of that etag, as it was at `readMs`. */
  take(who: string, etag: string, readMs: number): void {
    for (const [other, { readMs: oldMs }] of this.#seats) {
      if (readMs - oldMs < FRESH_MS) break;
      this.#seats.delete(other);
    }
    this.#seats.delete(who);
    this.#seats.set(who, { etag, readMs, leftMs: readMs });
  }

  /** Whether there can be nothing new for `who` that would not be announced from now on. */
  isUpToDate(who: string, etag: string, nowMs: number): boolean {
    const seat = this.#seats.get(who);
    return (
      seat !== undefined &&
      seat.etag === etag &&
      nowMs - seat.readMs < FRESH_MS &&
      nowMs - seat.leftMs < LONGEST_AWAY_MS
    );
  }

  /** `who` has waited until now. */
  leave(who: string, nowMs: number): void {
    const seat = this.#seats.get(who);
    if (seat) seat.leftMs = nowMs;
  }
}
