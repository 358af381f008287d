import { describe, expect, it } from 'vitest';
import { asId, type PersonId } from '#domain/basics/ids.ts';
import { compareRuns, type RunResult } from '#domain/matching/comparison.ts';
import type { Role } from '#domain/people/person.ts';

const id = (name: string) => asId<PersonId>(name);
const aRun = (pairs: [string, string, number][], out: [string, Role][] = []): RunResult => ({
  pairs: pairs.map(([executive, mentor, fit]) => ({ executive: id(executive), mentor: id(mentor), fit })),
  leftOut: out.map(([person, role]) => ({ person: id(person), role })),
  ...{ covered: pairs.length, total: 3, waiting: 1, waited: 2 },
});
const names = (list: { person: PersonId }[]) => list.map(({ person }) => person);

describe('two runs compared', () => {
  const before = aRun(
    [
      ['clara', 'aisha', 700],
      ['diego', 'meera', 400],
    ],
    [
      ['zofia', 'executive'],
      ['lwazi', 'mentor'],
    ],
  );
  const after = aRun(
    [
      ['clara', 'aisha', 700],
      ['zofia', 'meera', 500],
    ],
    [['diego', 'executive']],
  );

  it('say which pairs are new, gone and the same', () => {
    const { added, gone, stayed } = compareRuns(before, after);
    expect([...added]).toEqual(['zofia_meera']);
    expect(gone).toEqual([{ executive: 'diego', mentor: 'meera' }]);
    expect(stayed).toBe(1);
  });

  it('say who has somebody now, and who is left out now', () => {
    const { newlyMatched, newlyLeftOut } = compareRuns(before, after);
    expect(names(newlyMatched)).toEqual(['zofia']);
    expect(names(newlyLeftOut)).toEqual(['diego']);
  });

  it('leave out of it who joined since and has nobody', () => {
    expect(
      compareRuns(before, { ...after, leftOut: [{ person: id('kenji'), role: 'executive' }] }).newlyLeftOut,
    ).toEqual([]);
  });

  it('put the figures side by side', () => {
    const { before: then, after: now } = compareRuns(before, after);
    expect(then).toEqual({ covered: 2, total: 3, waiting: 1, waited: 2, weakest: 400, fit: 1100 });
    expect(now).toEqual({ covered: 2, total: 3, waiting: 1, waited: 2, weakest: 500, fit: 1200 });
  });

  it('are the same when nothing changed, and nothing is compared with nothing', () => {
    expect(compareRuns(before, before)).toMatchObject({
      gone: [],
      stayed: 2,
      newlyMatched: [],
      newlyLeftOut: [],
    });
    const empty = { ...aRun([]), covered: 0 };
    expect(compareRuns(empty, empty).after).toMatchObject({ weakest: 0, fit: 0 });
  });
});
