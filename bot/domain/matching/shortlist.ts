import type { PersonId } from '#domain/basics/ids.ts';
import { FitRows } from '#domain/matching/engine/fitRows.ts';
import { fitOf, reasonsOf } from './fit.ts';
import { type Problem, readProblem } from './problem.ts';
import type { Candidate } from './rules.ts';
import type { Certificate, Match, MatchOptions, MatchPerson } from './types.ts';

/** As many as an executive can weigh up. */
export const SHORT = 3;

export interface Shortlist {
  executive: PersonId;
  /** Best first: the most fit for what the mentor's time is worth to the whole cohort. */
  mentors: Match[];
}

/**
 * For every executive with room the mentors to ask, in turn: those of highest fit minus price, where the price
 * is what a mentor's place is worth to everybody else, from the certificate of a round over the same people.
 * By fit alone the same few mentors would stand on most lists. Equals go by fit, then by id. O(pairs).
 */
export function shortlistAll(
  people: readonly MatchPerson[],
  options: MatchOptions,
  { prices }: Pick<Certificate, 'prices'>,
): Shortlist[] {
  return shortlistsOf(readProblem(people, options), prices, () => true);
}

/** The list of one executive alone; empty for somebody without room. O(mentors) beside reading the people. */
export function shortlistFor(
  executive: PersonId,
  people: readonly MatchPerson[],
  options: MatchOptions,
  { prices }: Pick<Certificate, 'prices'>,
): Shortlist {
  const lists = shortlistsOf(readProblem(people, options), prices, ({ id }) => id === executive);
  return lists[0] ?? { executive, mentors: [] };
}

function shortlistsOf(
  problem: Problem,
  prices: Certificate['prices'],
  isMeant: (executive: Candidate) => boolean,
): Shortlist[] {
  const { executives, mentors } = problem;
  const rows = new FitRows(problem);
  const priceOf = new Map(prices.map(({ mentor, price }) => [mentor, price]));
  const price = mentors.map(({ id }) => priceOf.get(id) ?? 0);
  return [...executives.entries()]
    .filter(([, executive]) => isMeant(executive))
    .map(([e, executive]) => {
      const row = rows.row(e);
      const net = (m: number) => row[m]! - price[m]!;
      const best: number[] = [];
      for (const m of mentors.keys()) {
        if (row[m] === 0) continue;
        const at = best.findIndex((other) => (net(m) - net(other) || row[m]! - row[other]!) > 0);
        if (at >= 0) best.splice(at, 0, m);
        else if (best.length < SHORT) best.push(m);
        if (best.length > SHORT) best.pop();
      }
      const two = (m: number): Match => ({
        ...{ executive: executive.id, mentor: mentors[m]!.id, fit: fitOf(executive, mentors[m]!) },
        reasons: reasonsOf(executive, mentors[m]!),
      });
      return { executive: executive.id, mentors: best.map(two) };
    });
}
