import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Excludes } from '#tabs/profile/Excludes.tsx';
import type { ProfileView } from '../answers.ts';
import { byMail } from '../given.ts';
import { onScreen } from '../onScreen.tsx';
import { alert, box, button, press, says, sees, seesNo } from '../reader.ts';
import { people } from '../teamsJs.ts';
import { Editing } from './editing.tsx';

const change = vi.fn();
const excludes = (...mails: string[]) => (
  <Editing
    part={Excludes}
    given={{ excludes: mails.map(byMail) } satisfies Partial<ProfileView>}
    onChange={change}
  />
);
const FIELD = 'Mail address, or name or department as written';
const mail = () => box(FIELD);
const HENRIK = 'henrik.eksempel@example.com';

test('says that nobody else sees it, and lists nobody at first', async () => {
  await onScreen(excludes());
  await sees(
    'Seen by nobody but you. Nobody is told, and it never shows who takes part. It counts from the next round or search on.',
  );
  await seesNo(button('Remove'));
});

test('takes a mail address, in small letters, by Enter as well', async () => {
  await onScreen(excludes());
  await mail().fill('Henrik.Eksempel@Example.com');
  await userEvent.keyboard('{Enter}');
  await sees(HENRIK);
  await expect.element(mail()).toHaveValue('');
  expect(change.mock.calls).toEqual([[{ excludes: [byMail(HENRIK)] }]]);
});

test('says what a mail address looks like, and keeps what was typed', async () => {
  await onScreen(excludes());
  await mail().fill('henrik@');
  await press(`Add: ${FIELD}`);
  await says('Please write a full mail address, such as name@example.com, or a name or department.');
  await expect.element(mail()).toHaveValue('henrik@');
  expect(change).not.toHaveBeenCalled();
});

test('takes a name or a department as it is written', async () => {
  await onScreen(excludes());
  await mail().fill('Eksempel, Henrik');
  await press(`Add: ${FIELD}`);
  await sees('Eksempel, Henrik');
  const written = { directoryId: '', address: '', written: 'Eksempel, Henrik' };
  expect(change.mock.calls).toEqual([[{ excludes: [written] }]]);
});

test('lets somebody be removed by name', async () => {
  await onScreen(excludes(HENRIK, 'diego.muestra@example.com'));
  await press(`Remove ${HENRIK}`);
  await seesNo(HENRIK);
  await sees('diego.muestra@example.com');
});

test('takes people chosen in Teams by their directory id, also without a mail address', async () => {
  people.selectPeople.mockResolvedValue([
    { objectId: '1', displayName: 'Henrik Eksempel', email: 'Henrik.Eksempel@example.com' },
    { objectId: '3', displayName: 'Ohne Adresse' },
  ]);
  await onScreen(excludes());
  await press('Choose people');
  await sees('Henrik Eksempel');
  await sees('Ohne Adresse');
  const henrik = { directoryId: '1', address: HENRIK, written: 'Henrik Eksempel' };
  const ohne = { directoryId: '3', address: '', written: 'Ohne Adresse' };
  expect(change.mock.calls).toEqual([[{ excludes: [henrik, ohne] }]]);
});

test('takes nobody twice', async () => {
  people.selectPeople.mockResolvedValue([{ objectId: '3', displayName: 'Ohne Adresse' }]);
  await onScreen(excludes());
  await press('Choose people');
  await sees('Ohne Adresse');
  await press('Choose people');
  const ohne = { directoryId: '3', address: '', written: 'Ohne Adresse' };
  await expect.poll(() => change.mock.calls.at(-1)).toEqual([{ excludes: [ohne] }]);
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
