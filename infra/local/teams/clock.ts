import { USUAL_HOURS, weekendOf, workingMomentFrom } from '#domain/basics/workingDays.ts';
import type { ClockAnswer } from '#local/contract.ts';
import type { JsonFile } from '#local/control/jsonFile.ts';

const HOUR_MS = 3_600_000;
/** How long people can be at work together when a world begins: time to live through the story. */
const TOGETHER_MS = 2 * HOUR_MS;

/**
 * How far a new world is ahead of the machine, in ms: on a Sunday or at night it begins on the next morning at which
 * everybody of the story is at work, because what the bot says on its own waits for that.
 */
export function untilEverybodyWorks(nowMs: number, timeZones: readonly string[]): number {
  const usual = { hours: USUAL_HOURS, weekend: weekendOf('en') };
  const areAtWork = (atMs: number) =>
    timeZones.every((timeZone) => workingMomentFrom(atMs, { ...usual, timeZone }) === atMs);
  const isGood = (atMs: number) => areAtWork(atMs) && areAtWork(atMs + TOGETHER_MS);
  if (isGood(nowMs)) return 0;
  let atMs = Math.ceil(nowMs / HOUR_MS) * HOUR_MS;
  while (!isGood(atMs)) atMs += HOUR_MS;
  return atMs - nowMs;
}

/** The product's time: the machine's, moved forward by whoever sits at the local page. */
export class LocalClock {
  private readonly kept: JsonFile<{ offsetMs: number }>;

  constructor(kept: JsonFile<{ offsetMs: number }>) {
    this.kept = kept;
  }

  get offsetMs(): number {
    return this.kept.value.offsetMs;
  }

  now(): number {
    return Date.now() + this.offsetMs;
  }

  instant(): string {
    return new Date(this.now()).toISOString();
  }

  advance(byMs: number): void {
    this.kept.value.offsetMs += byMs;
    this.kept.save();
  }

  answer(): ClockAnswer {
    return { now: this.instant(), offsetMs: this.offsetMs };
  }
}
