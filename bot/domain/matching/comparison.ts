import type { PersonId } from '#domain/basics/ids.ts';
import type { Role } from '#domain/people/person.ts';
import type { Two } from './types.ts';
import { twoKey } from './wishes.ts';

/** A run as the comparison sees it. */
export interface RunResult {
  pairs: readonly (Two & { fit: number })[];
  leftOut: readonly { person: PersonId; role: Role }[];
  /** Executives with a mentor, and executives with room. */
  covered: number;
  total: number;
  /** Executives who were left out last time: with a mentor now, and all of them. */
  waiting: number;
  waited: number;
}

/** What a champion compares at a glance. Fits in permille; 0 when nobody is proposed. */
export interface RoundFigures {
  covered: number;
  total: number;
  waiting: number;
  waited: number;
  weakest: number;
  fit: number;
}

export interface RoundComparison {
  /** `twoKey`s of pairs that the run before did not propose. */
  added: ReadonlySet<string>;
  gone: Two[];
  stayed: number;
  /** Had nobody in the run before, and have somebody now. */
  newlyMatched: { person: PersonId; role: Role }[];
  /** Had somebody in the run before, and have nobody now. */
  newlyLeftOut: { person: PersonId; role: Role }[];
  before: RoundFigures;
  after: RoundFigures;
}

export const figuresOf = ({
  pairs,
  covered,
  total,
  waiting,
  waited,
}: Omit<RunResult, 'leftOut'>): RoundFigures => ({
  ...{ covered, total, waiting, waited },
  weakest: pairs.reduce((weakest, { fit }) => Math.min(weakest, fit), pairs.length > 0 ? 1000 : 0),
  fit: pairs.reduce((sum, { fit }) => sum + fit, 0),
});

/** What is different after another run. O(pairs). */
export function compareRuns(before: RunResult, after: RunResult): RoundComparison {
  const [old, now] = [new Set(before.pairs.map(twoKey)), new Set(after.pairs.map(twoKey))];
  const [had, have] = [matchedIn(before), matchedIn(after)];
  return {
    added: new Set([...now].filter((two) => !old.has(two))),
    gone: before.pairs
      .filter((two) => !now.has(twoKey(two)))
      .map(({ executive, mentor }) => ({ executive, mentor })),
    stayed: [...now].filter((two) => old.has(two)).length,
    newlyMatched: [...have]
      .filter(([person]) => !had.has(person))
      .map(([person, role]) => ({ person, role })),
    newlyLeftOut: after.leftOut
      .filter(({ person }) => had.has(person))
      .map(({ person, role }) => ({ person, role })),
    before: figuresOf(before),
    after: figuresOf(after),
  };
}

const matchedIn = ({ pairs }: RunResult): Map<PersonId, Role> =>
  new Map(
    pairs.flatMap(({ executive, mentor }): [PersonId, Role][] => [
      [executive, 'executive'],
      [mentor, 'mentor'],
    ]),
  );
