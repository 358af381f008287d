import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { AnnouncementForm } from '#tabs/console/announcements/AnnouncementForm.tsx';
import { answers, pending, problem } from '../../answers.ts';
import { onScreen } from '../../onScreen.tsx';
import { box, button, press, region, says, sees, seesNo } from '../../reader.ts';
import { anAnnouncement } from '../given.ts';
import { aBacking } from '../sponsor/given.ts';

const form = () => <AnnouncementForm cohort="pilot" cohortName="Finance pilot" />;
const seen = {
  title: 'Half-time',
  text: 'Three months are over.',
  from: 'Noor Prøve',
  recipients: 3,
  notJoined: 2,
  leftOut: 1,
};
const body = { title: 'Half-time', text: 'Three months are over.', audience: 'mentors' };
const preview = () => region('Preview of the announcement');

async function write(): Promise<void> {
  await box('Title').fill('Half-time');
  await box('Text').fill('Three months are over.');
  await page.getByRole('radio', { name: 'Mentors' }).click();
}

test('is looked at as people will see it, then sent once', async () => {
  const server = answers({ previewAnnouncement: seen, announce: anAnnouncement() });
  await onScreen(form());
  await write();
  await seesNo(button('Send to 3 people'));
  await press('Preview');
  await sees(preview().getByText('From Noor Prøve, to Finance pilot'));
  await sees('2 of them are invited and haven’t joined yet.');
  await sees('1 more person on the list won’t get it: without the app, out of reach or without news.');
  await press('Send to 3 people');
  await expect.element(box('Title')).toHaveValue('');
  await seesNo(preview());
  expect(server.sent('previewAnnouncement').map((one) => one.body)).toEqual([body]);
  expect(server.sent('announce').map((one) => one.body)).toEqual([body]);
});

test('says plainly that it is also for those who have not joined yet', async () => {
  await onScreen(form());
  await sees('Everyone who takes part, and everyone who is invited and hasn’t answered yet.');
  await page.getByRole('radio', { name: 'Mentors' }).click();
  await sees('Mentors who take part, and those who are invited and haven’t answered yet.');
});

test('what is changed after the preview is looked at again', async () => {
  answers({ previewAnnouncement: seen });
  await onScreen(form());
  await write();
  await press('Preview');
  await sees(button('Preview again'));
  await box('Title').fill('Nearly half-time');
  await seesNo(button('Send to 3 people'));
  await sees(button('Preview'));
});

test('asks for a title and a text', async () => {
  const server = answers({});
  await onScreen(form());
  await box('Title').fill('Half-time');
  await press('Preview');
  await says('Please write a title and a text.');
  expect(server.sent('previewAnnouncement')).toEqual([]);
});

test('is not sent to nobody', async () => {
  answers({ previewAnnouncement: { ...seen, recipients: 0 } });
  await onScreen(form());
  await write();
  await press('Preview');
  await sees(preview());
  await seesNo(page.getByRole('button', { name: /^Send to/ }));
});

test('a refusal is said, and what was written stays', async () => {
  answers({ previewAnnouncement: seen, announce: problem(409, 'You have sent two today.') });
  await onScreen(form());
  await write();
  await press('Preview');
  await press('Send to 3 people');
  await says('You have sent two today.');
  await expect.element(box('Text')).toHaveValue('Three months are over.');
  await sees(preview());
});

test('cannot be sent twice', async () => {
  const server = answers({ previewAnnouncement: seen, announce: pending });
  await onScreen(form());
  await write();
  await press('Preview');
  await press('Send to 3 people');
  await button('Send to 3 people').click({ force: true });
  await button('Preview again').click({ force: true });
  expect(server.sent('announce').length).toBe(1);
  expect(server.sent('previewAnnouncement').length).toBe(1);
});

test('in the sponsor’s name is asked of them, and sent to nobody else', async () => {
  const given = { previewAnnouncement: seen, backing: aBacking(), askInName: { announcement: 'a2' } };
  const server = answers(given);
  await onScreen(form());
  await page.getByRole('radio', { name: 'Ruth Voorbeeld, your sponsor' }).click();
  await sees(/^Ruth Voorbeeld reads it first\. It is sent only with their yes/);
  await write();
  await press('Preview');
  await sees(preview().getByText('From Ruth Voorbeeld, to Finance pilot'));
  await press('Ask Ruth Voorbeeld');
  await sees(/^Ruth Voorbeeld is asked in their chat\./);
  expect(server.sent('askInName').map((one) => one.body)).toEqual([body]);
  expect(server.sent('announce')).toEqual([]);
});

test('offers no sponsor where nobody backs it', async () => {
  answers({});
  await onScreen(form());
  await sees(button('Preview'));
  await seesNo(page.getByRole('radio', { name: 'Me', exact: true }));
});
