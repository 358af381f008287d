import { expect, test } from 'vitest';
import type { SearchView } from '#api/contract/searches.ts';
import { turnsOf } from '#tabs/search/turns.ts';

type State = SearchView['mentors'][number]['state'];
const mentors = (...states: State[]) =>
  states.map((state, index) => ({ person: `p${index}`, name: `Name ${index}`, reasons: [], state }));
const turns = (...states: State[]) => turnsOf({ mentors: mentors(...states) }).map(({ turn }) => turn);

test('the first who is open comes next, the others after', () => {
  expect(turns('asked', 'open', 'open')).toEqual(['now', 'next', 'later']);
  expect(turns('past', 'asked', 'open')).toEqual(['past', 'now', 'next']);
});

test('whoever will not be asked is left out', () => {
  expect(turns('asked', 'left', 'left')).toEqual(['now']);
});
