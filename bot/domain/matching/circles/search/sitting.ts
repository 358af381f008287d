import type { Choice } from './choice.ts';

/** Mentors around one executive, one after the other. */
export class Sitting {
  readonly seats: number[] = [];
  value = 0;
  readonly #choice: Choice;
  readonly #best: Uint8Array;
  readonly #from: number[] = [];
  #modes = -1;

  constructor(choice: Choice, seats: readonly number[] = []) {
    this.#choice = choice;
    this.#best = new Uint8Array(choice.topics);
    for (const seat of seats) this.add(seat);
  }

  /** Whether somebody may sit beside those who do. */
  takes(seat: number): boolean {
    const { most, modes, clashes } = this.#choice;
    if (this.seats.length >= most || (modes[seat]! & this.#modes) === 0) return false;
    const apart = clashes[seat];
    return !this.seats.some((other) => other === seat || apart?.has(other));
  }

  /** What somebody more adds. */
  gain(seat: number): number {
    const { topics, strength, fit, unit, further } = this.#choice;
    let more = 0;
    for (let t = 0, at = seat * topics; t < topics; t++, at++) {
      const above = strength[at]! - this.#best[t]!;
      if (above > 0) more += above;
    }
    return fit[seat]! + more * unit + (this.#isFurther(seat) ? further : 0);
  }

  add(seat: number): void {
    const { topics, strength, modes, department } = this.#choice;
    this.value += this.gain(seat);
    for (let t = 0, at = seat * topics; t < topics; t++, at++)
      if (strength[at]! > this.#best[t]!) this.#best[t] = strength[at]!;
    this.#modes &= modes[seat]!;
    if (this.#isFurther(seat)) this.#from.push(department[seat]!);
    this.seats.push(seat);
  }

  /** Whether these are a circle, and with one more. */
  get isCircle(): boolean {
    return this.#isCircleOf(this.seats.length, this.#from.length);
  }

  isCircleWith(seat: number): boolean {
    return this.#isCircleOf(this.seats.length + 1, this.#from.length + (this.#isFurther(seat) ? 1 : 0));
  }

  #isCircleOf(many: number, departments: number): boolean {
    return many >= this.#choice.least && departments >= this.#choice.needs;
  }

  #isFurther(seat: number): boolean {
    const department = this.#choice.department[seat]!;
    return department >= 0 && !this.#from.includes(department);
  }
}
