import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { ProfileForm } from '#tabs/profile/ProfileForm.tsx';
import { answers, pending, problem, SORRY } from '../answers.ts';
import { aProfile, byMail } from '../given.ts';
import { onScreen } from '../onScreen.tsx';
import { alert, button, press, says, sees, seesNo } from '../reader.ts';

const known = aProfile();
const { etag: _, ...body } = known;
const mine = { ...body, meets: ['coffee', 'lunch'] };
const theirs = aProfile({ etag: 'p2', wants: [{ id: 'jazz', label: 'Jazz' }] });

const lunch = () => page.getByRole('checkbox', { name: 'Lunch' });
const save = () => press('Save my profile');

test('saves what was changed over the version that was read, once', async () => {
  const server = answers({ saveProfile: aProfile({ etag: 'p2', meets: ['coffee', 'lunch'] }) });
  await onScreen(<ProfileForm known={known} />);
  await lunch().click();
  await save();
  await sees('Saved.');
  expect(server.sent('saveProfile')).toEqual([{ params: {}, query: {}, etag: '"p1"', body: mine }]);
});

test('the next save goes over the version just saved, and “Saved” goes with the next change', async () => {
  const server = answers({ saveProfile: aProfile({ etag: 'p2' }) });
  await onScreen(<ProfileForm known={known} />);
  await save();
  await sees('Saved.');
  await lunch().click();
  await seesNo('Saved.');
  await save();
  await sees('Saved.');
  expect(server.sent('saveProfile').map(({ etag }) => etag)).toEqual(['"p1"', '"p2"']);
});

test('cannot be saved twice at once', async () => {
  const server = answers({ saveProfile: pending });
  await onScreen(<ProfileForm known={known} />);
  await save();
  await expect.element(button('Saving…')).toHaveAttribute('aria-disabled', 'true');
  await button('Saving…').click({ force: true });
  expect(server.sent('saveProfile').length).toBe(1);
});

test('a refusal is said in its own words, and what was changed stays', async () => {
  answers({ saveProfile: problem(422, SORRY, [{ where: 'wants', what: 'too many' }]) });
  await onScreen(<ProfileForm known={known} />);
  await lunch().click();
  await save();
  await says(`${SORRY} (wants: too many)`);
  await expect.element(lunch()).toBeChecked();
});

test('keeps at least one language', async () => {
  const server = answers({});
  await onScreen(<ProfileForm known={aProfile({ languages: ['en'] })} />);
  await press('Remove English');
  await save();
  await says('Please keep at least one language.');
  expect(server.sent('saveProfile')).toEqual([]);
});

test('a newer version is a choice: mine is saved over it', async () => {
  const server = answers({ saveProfile: problem(412), profile: theirs });
  await onScreen(<ProfileForm known={known} />);
  await lunch().click();
  await save();
  await says(/What you typed is still here\./);
  await expect.element(lunch()).toBeChecked();
  server.now({ saveProfile: aProfile({ etag: 'p3', meets: ['coffee', 'lunch'] }) });
  await press('Save mine instead');
  await sees('Saved.');
  await seesNo(alert());
  expect(server.sent('saveProfile').at(-1)).toEqual({ params: {}, query: {}, etag: '"p2"', body: mine });
});

test('a newer version is a choice: theirs is taken', async () => {
  answers({ saveProfile: problem(412), profile: theirs });
  await onScreen(<ProfileForm known={known} />);
  await lunch().click();
  await save();
  await press('Take the newer one');
  await sees('Jazz');
  await seesNo(alert());
  await expect.element(lunch()).not.toBeChecked();
});

test('a newer version that cannot be read leaves the choice standing', async () => {
  answers({ saveProfile: problem(412), profile: problem(500) });
  await onScreen(<ProfileForm known={known} />);
  await save();
  await press('Take the newer one');
  await sees(button('Take the newer one'));
});

const wants = () => page.getByRole('textbox', { name: 'What I’d love to understand better' });
const avoids = () => page.getByRole('textbox', { name: /^Mail address/ });

test('Save takes what is typed, without Add', async () => {
  const jazz = { id: 'jazz', label: 'Jazz' };
  const server = answers({
    recogniseTopics: { topics: [jazz], offered: [] } as never,
    saveProfile: aProfile({
      etag: 'p2',
      wants: [...known.wants, jazz],
      excludes: [byMail('meera@example.com')],
    }),
  });
  await onScreen(<ProfileForm known={known} />);
  await wants().fill('old jazz records');
  await avoids().fill('Meera@example.com');
  await save();
  await sees('Saved.');
  expect(server.sent('saveProfile').map(({ body: sent }) => sent)).toEqual([
    { ...body, wants: [...known.wants, jazz], excludes: [byMail('meera@example.com')] },
  ]);
  await expect.element(wants()).toHaveValue('');
  await expect.element(avoids()).toHaveValue('');
});

test('what is typed and can’t be taken is said beside its field, and nothing is saved', async () => {
  const server = answers({ recogniseTopics: { topics: [], offered: [] } });
  await onScreen(<ProfileForm known={known} />);
  await wants().fill('hmm');
  await save();
  await says('We found no topic in that. Try a word or two.');
  await expect.element(wants()).toHaveValue('hmm');
  await wants().fill('');
  await avoids().fill('meera@');
  await save();
  await says('Please write a full mail address, such as name@example.com, or a name or department.');
  expect(server.sent('saveProfile')).toEqual([]);
});
