import { Expiring } from '#domain/basics/expiring.ts';

/** Who waits again and again for a live panel, as this server knows it. */
interface Seat {
  etag: string;
  leftMs: number;
}

/** So long nothing is read for who has the newest; then it is asked anew whether the pair is still open to them. */
const FRESH_MS = 60_000;
/** Who was away longer may have missed what was announced. */
const LONGEST_AWAY_MS = 5_000;
const MOST_SEATS = 20_000;

/**
 * The seats of those who wait at this server, in milliseconds of its own clock. Whoever comes back within seconds
 * with the newest view goes on waiting without a single read: everything that is announced reaches them.
 */
export class Seats {
  readonly #seats = new Expiring<Seat>(MOST_SEATS);

  /** `who` has read the view of that etag, as it was at `readMs`. */
  take(who: string, etag: string, readMs: number): void {
    this.#seats.keep(who, { etag, leftMs: readMs }, { nowMs: readMs, forMs: FRESH_MS });
  }

  /** Whether there can be nothing new for `who` that would not be announced from now on. */
  isUpToDate(who: string, etag: string, nowMs: number): boolean {
    const seat = this.#seats.find(who, nowMs);
    return seat !== undefined && seat.etag === etag && nowMs - seat.leftMs < LONGEST_AWAY_MS;
  }

  /** `who` has waited until now. */
  leave(who: string, nowMs: number): void {
    const seat = this.#seats.find(who, nowMs);
    if (seat) seat.leftMs = nowMs;
  }
}
