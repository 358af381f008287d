import type { PersonId } from '#domain/basics/ids.ts';
import type { CircleSize } from '#domain/cohorts/cohort.ts';
import { part } from '#domain/matching/fit.ts';
import { type Candidate, strengthIn } from '#domain/matching/rules.ts';
import type { MatchOptions, RoundResult, Two } from '#domain/matching/types.ts';

export interface CircleOptions extends MatchOptions {
  size: CircleSize;
}

/** One executive with the mentors they would meet. */
export interface Circle<One = PersonId> {
  executive: One;
  mentors: One[];
}

/** Circles, as the pairs of their executives; `value` is what the search made as large as it could. */
export interface CircleResult extends RoundResult {
  value: number;
  gap: number;
}

/** What is asked of a solver of mixed integer programmes. */
interface Programme {
  /** In CPLEX LP format. */
  text: string;
  /** How far below the best an answer may lie: of a whole, and in units. */
  relativeGap: number;
  absoluteGap: number;
}
export type Unsolved = 'impossible' | 'outOfTime';
/** The value of each variable, or why there is none. */
export type Solve = (programme: Programme) => Promise<ReadonlyMap<string, number> | Unsolved>;

/** How far below the best the sum may lie. */
export const GAP = 0.001;
/** All that an executive wants to understand, each by somebody at full strength, in permille of fit. */
export const KNOWN = 1500;
export const STRENGTHS = 3;

/** The two of each proposal by their executive, in their order: in a round of circles that is one circle. */
export function circlesOf<One extends Two>(pairs: readonly One[]): One[][] {
  return [...Map.groupBy(pairs, ({ executive }) => executive).values()];
}

/** How much of what an executive wants somebody in the circle knows, 0–`KNOWN`; who knows it best counts. */
export function knownIn({ executive, mentors }: Circle<Candidate>): number {
  const best = executive.wants.map((topic) =>
    Math.max(...mentors.map((mentor) => strengthIn(mentor, topic))),
  );
  const sum = best.reduce((all, strength) => all + strength, 0);
  return part(KNOWN, sum, STRENGTHS * executive.wants.length);
}
