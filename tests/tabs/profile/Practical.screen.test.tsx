import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { Practical } from '#tabs/profile/Practical.tsx';
import { onScreen } from '../onScreen.tsx';
import { press, sees, seesNo } from '../reader.ts';
import { Editing } from './editing.tsx';

const change = vi.fn();
const practical = (languages = ['en', 'de']) => (
  <Editing part={Practical} given={{ languages }} onChange={change} />
);
const spoken = page.getByRole('list', { name: 'Languages I’m happy to talk in' });
const select = (name: string) => page.getByRole('combobox', { name, exact: true });

test('several ways to meet and to be reached can be chosen', async () => {
  await onScreen(practical());
  await page.getByRole('checkbox', { name: 'A walk' }).click();
  await page.getByRole('checkbox', { name: 'Coffee' }).click();
  await page.getByRole('checkbox', { name: 'Mail' }).click();
  expect(change.mock.calls).toEqual([
    [{ meets: ['coffee', 'walk'] }],
    [{ meets: ['walk'] }],
    [{ reach: ['chat', 'mail'] }],
  ]);
});

test('languages are called by their names, added and taken away', async () => {
  await onScreen(practical());
  await sees(spoken.getByText('German'));
  await select('Add a language').selectOptions('Danish');
  await sees(spoken.getByText('Danish'));
  await press('Remove German');
  await seesNo(spoken.getByText('German'));
  expect(change).toHaveBeenLastCalledWith({ languages: ['en', 'da'] });
});

test('no language is offered twice, and eight are enough', async () => {
  await onScreen(practical(['en', 'de', 'fr', 'es', 'it', 'da', 'pl', 'nl']));
  await expect.element(select('Add a language')).toBeDisabled();
  await sees('There is room for 8 languages. Take one away to add another.');
  await seesNo(page.getByRole('option', { name: 'German', exact: true }));
});

test('the time zone and the room for people are changed in place', async () => {
  await onScreen(practical());
  await select('My time zone').selectOptions('Europe/Copenhagen');
  await page
    .getByRole('group', { name: 'How many people I have room for' })
    .getByRole('radio', { name: '3' })
    .click();
  await sees('In all programmes together.');
  expect(change.mock.calls).toEqual([[{ timeZone: 'Europe/Copenhagen' }], [{ capacity: 3 }]]);
});
