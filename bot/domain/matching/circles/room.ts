import type { PersonId } from '#domain/basics/ids.ts';
import type { CircleSize } from '#domain/cohorts/cohort.ts';
import type { Candidate } from '#domain/matching/rules.ts';
import type { Two } from '#domain/matching/types.ts';
import { keepsApart } from './together.ts';

/** Somebody as wishes see them: an executive has room for a whole circle, a mentor for one. */
export function inCircles(one: Candidate, size: CircleSize | undefined): Candidate {
  if (!size || one.room === 0) return one;
  return { ...one, room: one.role === 'executive' ? size.most : 1 };
}

/** Takes twos one after the other, as far as those around each executive could sit together. */
export class Seating {
  readonly #around = new Map<PersonId, Candidate[]>();

  takes({ executive, mentor }: Two, [one, other]: readonly [Candidate, Candidate]): boolean {
    const all = [...(this.#around.get(executive) ?? [one]), other];
    if (this.#around.get(executive)?.some(({ id }) => id === mentor) || keepsApart(all) !== '') return false;
    this.#around.set(executive, all);
    return true;
  }
}
