import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { Comparison } from '#tabs/console/rounds/Comparison.tsx';
import type { RoundComparison } from '../../answers.ts';
import { onScreen } from '../../onScreen.tsx';
import { region, sees, seesNo } from '../../reader.ts';
import { AISHA, CLARA, DIEGO, figures, HENRIK } from '../given.ts';

const before = figures({ covered: 1, weakest: 'thin' });
const compared = (said: Partial<RoundComparison> = {}) => (
  <Comparison
    comparison={{
      round: 1,
      added: 1,
      stayed: 1,
      gone: [{ executive: HENRIK, mentor: DIEGO }],
      newlyMatched: [{ ...CLARA, role: 'executive' }],
      newlyLeftOut: [{ ...AISHA, role: 'mentor' }],
      counts: { gone: 1, newlyMatched: 1, newlyLeftOut: 1 },
      before,
      ...said,
    }}
    now={figures()}
  />
);
const rows = () =>
  page
    .getByRole('row')
    .elements()
    .map((row) => [...row.children].map((cell) => cell.textContent));

test('says what is different, in people', async () => {
  await onScreen(compared());
  const box = region('Compared with round 1, which wasn’t published');
  await sees(box.getByText('1 new match, 1 gone, 1 stayed.'));
  for (const name of ['Diego Muestra and Henrik Eksempel', 'Clara Exampleton', 'Aisha Specimen'])
    await sees(box.getByRole('listitem').filter({ hasText: name }));
});

test('puts the figures side by side', async () => {
  await onScreen(compared());
  await sees(page.getByRole('table'));
  expect(rows()).toEqual([
    ['', 'Before', 'Now'],
    ['Executives with a mentor', '1 of 2', '2 of 2'],
    ['Weakest match', 'Thin fit', 'Good fit'],
  ]);
});

test('counts those left out last time only where there were any', async () => {
  await onScreen(compared({ before: figures({ waiting: 0, waited: 2 }) }));
  await sees(page.getByRole('rowheader', { name: 'Of those left out last time' }));
});

test('says it when nothing is different', async () => {
  await onScreen(
    compared({
      ...{ added: 0, gone: [], newlyMatched: [], newlyLeftOut: [] },
      counts: { gone: 0, newlyMatched: 0, newlyLeftOut: 0 },
    }),
  );
  await sees('The same matches as before.');
  await seesNo('No longer together');
});

test('names eight, and counts the rest', async () => {
  const newlyMatched = Array.from({ length: 8 }, (_, n) => ({
    person: `${n}`,
    name: `Person ${n}`,
    role: 'mentor' as const,
  }));
  await onScreen(compared({ newlyMatched, counts: { gone: 1, newlyMatched: 10, newlyLeftOut: 1 } }));
  await sees('Person 7');
  await seesNo('Person 8');
  await sees('and 2 more');
});
