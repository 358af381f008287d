import type { ClockAnswer } from '#local/contract.ts';
import type { JsonFile } from '#local/control/jsonFile.ts';

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
