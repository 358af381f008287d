import type { PersonId } from '#domain/basics/ids.ts';
import { type CircleSize, FEWEST_DEPARTMENTS } from '#domain/cohorts/cohort.ts';
import type { Candidate } from '#domain/matching/rules.ts';
import type { Two } from '#domain/matching/types.ts';
import { departmentsOf } from './mix.ts';
import { keepsApart } from './together.ts';

/** Somebody as wishes see them: an executive has room for a whole circle, a mentor for one. */
export function inCircles(one: Candidate, size: CircleSize | undefined): Candidate {
  if (!size || one.room === 0) return one;
  return { ...one, room: one.role === 'executive' ? size.most : 1 };
}

/** Takes twos one after the other, as far as those around each executive could sit together, in a project team mixed. */
export class Seating {
  readonly #size: CircleSize;
  readonly #around = new Map<PersonId, Candidate[]>();

  constructor(size: CircleSize) {
    this.#size = size;
  }

  takes({ executive, mentor }: Two, [one, other]: readonly [Candidate, Candidate]): boolean {
    const all = [...(this.#around.get(executive) ?? [one]), other];
    if (this.#around.get(executive)?.some(({ id }) => id === mentor) || keepsApart(all) !== '') return false;
    if (!this.#canBeMixed(all)) return false;
    this.#around.set(executive, all);
    return true;
  }

  /** Whether those still to come can be from departments enough. */
  #canBeMixed(all: readonly Candidate[]): boolean {
    const { mixed, most } = this.#size;
    return !mixed || departmentsOf(all).size + most + 1 - all.length >= FEWEST_DEPARTMENTS;
  }
}
