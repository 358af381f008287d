import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { Paged } from '#tabs/console/rounds/Paged.tsx';
import { onScreen } from '../../onScreen.tsx';
import { press, sees, seesNo } from '../../reader.ts';

const people = (many: number) => Array.from({ length: many }, (_, n) => `Person ${n}`);
const paged = (items: string[]) => (
  <Paged label="People" items={items} nameOf={(name) => name}>
    {(name) => <li key={name}>{name}</li>}
  </Paged>
);
const shown = () => page.getByRole('list', { name: 'People' }).getByRole('listitem').length;
const find = () => page.getByRole('searchbox', { name: 'Find by name: People' });

test('a few are shown as they are', async () => {
  await onScreen(paged(people(12)));
  await expect.poll(shown).toBe(12);
  await seesNo(find());
  await seesNo(page.getByRole('button'));
});

test('many come fifty at a time', async () => {
  await onScreen(paged(people(120)));
  await expect.poll(shown).toBe(50);
  await sees('50 of 120');
  await press('Show 50 more');
  await expect.poll(shown).toBe(100);
  await press('Show 20 more');
  await expect.poll(shown).toBe(120);
  await seesNo(page.getByRole('button'));
});

test('finds by name, accents or not, and says how many', async () => {
  await onScreen(paged([...people(20), 'Henrik Èksempel']));
  await find().fill('eksempel henrik');
  await sees('1 found.');
  expect(shown()).toBe(1);
  await find().fill('nobody');
  await sees('Nobody of this name.');
  expect(shown()).toBe(0);
});
