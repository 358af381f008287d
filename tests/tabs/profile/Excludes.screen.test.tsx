import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Excludes } from '#tabs/profile/Excludes.tsx';
import type { ProfileView } from '../answers.ts';
import { onScreen } from '../onScreen.tsx';
import { alert, box, button, press, says, sees, seesNo } from '../reader.ts';
import { people } from '../teamsJs.ts';
import { Editing } from './editing.tsx';

const change = vi.fn();
const excludes = (...mails: string[]) => (
  <Editing part={Excludes} given={{ excludes: mails } satisfies Partial<ProfileView>} onChange={change} />
);
const mail = () => box('Mail address');
const HENRIK = 'henrik.eksempel@example.com';

test('says that nobody else sees it, and lists nobody at first', async () => {
  await onScreen(excludes());
  await sees('Seen by nobody but you. Nobody is told, and it never shows who takes part.');
  await seesNo(button('Remove'));
});

test('takes a mail address, in small letters, by Enter as well', async () => {
  await onScreen(excludes());
  await mail().fill('Henrik.Eksempel@Example.com');
  await userEvent.keyboard('{Enter}');
  await sees(HENRIK);
  await expect.element(mail()).toHaveValue('');
  expect(change.mock.calls).toEqual([[{ excludes: [HENRIK] }]]);
});

test('says what a mail address looks like, and keeps what was typed', async () => {
  await onScreen(excludes());
  await mail().fill('Henrik');
  await press('Add: Mail address');
  await says('Please write a full mail address, such as name@example.com.');
  await expect.element(mail()).toHaveValue('Henrik');
  expect(change).not.toHaveBeenCalled();
});

test('lets somebody be removed by name', async () => {
  await onScreen(excludes(HENRIK, 'diego.muestra@example.com'));
  await press(`Remove ${HENRIK}`);
  await seesNo(HENRIK);
  await sees('diego.muestra@example.com');
});

test('takes people chosen in Teams, nobody twice', async () => {
  people.selectPeople.mockResolvedValue([
    { objectId: '1', email: 'Henrik.Eksempel@example.com' },
    { objectId: '2', email: 'diego.muestra@example.com' },
    { objectId: '3' },
  ]);
  await onScreen(excludes(HENRIK));
  await press('Choose people');
  await sees('diego.muestra@example.com');
  expect(change.mock.calls).toEqual([[{ excludes: [HENRIK, 'diego.muestra@example.com'] }]]);
});

test('says kindly when the people cannot be chosen', async () => {
  people.selectPeople.mockRejectedValue(new Error('500'));
  await onScreen(excludes());
  await press('Choose people');
  await says(/Something went wrong on our side/);
});

test('offers no choosing where Teams has none', async () => {
  people.isSupported.mockReturnValue(false);
  await onScreen(excludes());
  await sees(mail());
  await seesNo(button('Choose people'));
  await seesNo(alert());
});
