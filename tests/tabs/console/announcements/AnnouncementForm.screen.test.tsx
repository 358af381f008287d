import { useState } from 'react';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { AnnouncementForm } from '#tabs/console/announcements/AnnouncementForm.tsx';
import { type Draft, EMPTY } from '#tabs/console/announcements/draft.ts';
import { answers, pending, problem } from '../../answers.ts';
import { expectFits, NARROW_PX, onScreen } from '../../onScreen.tsx';
import { box, button, press, region, says, sees, seesNo } from '../../reader.ts';
import { anAnnouncement } from '../given.ts';

const CARD = {
  body: [
    { type: 'RichTextBlock', inlines: [{ text: 'Half-time', size: 'Large', weight: 'Bolder' }] },
    { type: 'RichTextBlock', inlines: [{ text: 'From Noor Prøve, to Finance pilot', size: 'Small' }] },
    { type: 'Image', altText: 'A cake' },
    { type: 'RichTextBlock', inlines: [{ text: 'Three months are over.' }] },
    {
      type: 'RichTextBlock',
      inlines: [
        { text: '• ' },
        { text: 'Come', weight: 'Bolder' },
        { text: 'here', italic: true, selectAction: { url: 'https://x.example' } },
      ],
    },
  ],
  actions: [{ title: 'Reply' }, { title: 'Mute news' }],
};
const reach = { recipients: 3, notJoined: 2, noApp: 1, leftOut: 1 };
const given = { previewAnnouncement: { card: CARD }, audience: reach, announce: anAnnouncement() };
const content = { title: 'Half-time', text: 'Three months are over.' };
const preview = () => region('Preview of the announcement');

function Form({ draft: first = EMPTY, isChange = false }: { draft?: Draft; isChange?: boolean }) {
  const [draft, setDraft] = useState(first);
  return (
    <AnnouncementForm
      cohort="pilot"
      draft={draft}
      editing={isChange ? { announcement: 'hello', etag: 'e7' } : undefined}
      onChange={(part) => setDraft((known) => ({ ...known, ...part }))}
      onDone={() => setDraft(EMPTY)}
    />
  );
}

async function write(): Promise<void> {
  await box('Title').fill('Half-time');
  await box('Text').fill('Three months are over.');
  await page.getByRole('radio', { name: 'Mentors' }).click();
}

test('shows beside the form what people will see, and sends it once', async () => {
  const server = answers(given);
  await onScreen(<Form />);
  await sees('The card appears here once there is a title and a text.');
  await write();
  await sees(preview().getByText('From Noor Prøve, to Finance pilot'));
  await sees(preview().getByText('Picture: A cake'));
  await sees(preview().getByText('Reply'));
  await sees('3 people get it.');
  await sees('2 of them are invited and haven’t joined yet.');
  await sees('1 more has no app yet and won’t get it.');
  await sees('1 more won’t get it: out of reach or without news.');
  await press('Send to 3 people');
  await expect.element(box('Title')).toHaveValue('');
  expect(server.sent('previewAnnouncement').at(-1)?.body).toEqual(content);
  expect(server.sent('announce').map((one) => one.body)).toEqual([{ ...content, audience: 'mentors' }]);
});

test('is for those who have come so far, and for one team', async () => {
  const teams = [{ team: 'Tax', people: 4 }];
  const server = answers({ ...given, teams: { teams } });
  await onScreen(<Form />);
  await write();
  await page.getByRole('radio', { name: 'Paired' }).click();
  await page.getByRole('radio', { name: 'One team' }).click();
  await press('Send');
  await says('Please choose the team that gets it.');
  await page.getByRole('combobox', { name: 'Team' }).selectOptions('Tax, 4 people');
  await press('Send to 3 people');
  await expect
    .poll(() => server.sent('announce').at(-1)?.body)
    .toEqual({ ...content, audience: 'mentors', status: 'paired', team: 'Tax' });
});

test('says so where there are no teams', async () => {
  answers({ ...given, teams: { teams: [] } });
  await onScreen(<Form />);
  await page.getByRole('radio', { name: 'One team' }).click();
  await sees('The list you imported names no departments, so there are no teams to choose from.');
});

test('has a picture and two buttons, if one likes', async () => {
  const server = answers(given);
  await onScreen(<Form />, { widthPx: NARROW_PX });
  await write();
  await seesNo(box('What is to be seen in it'));
  await box('Picture, if you like').fill('https://x.example/cake.png');
  await box('What is to be seen in it').fill('A cake');
  await press('Add a button');
  await press('Add a button');
  await seesNo(button('Add a button'));
  await press('Take button 1 away');
  const first = page.getByRole('group', { name: 'Button 1' });
  await first.getByRole('textbox', { name: 'On the button' }).fill('Recipe');
  await first.getByRole('textbox', { name: 'Where it leads' }).fill('https://x.example/recipe');
  await expectFits();
  await press('Send to 3 people');
  await expect
    .poll(() => server.sent('announce').at(-1)?.body)
    .toMatchObject({
      image: { address: 'https://x.example/cake.png', alt: 'A cake' },
      buttons: [{ title: 'Recipe', address: 'https://x.example/recipe' }],
    });
});

test('says beside the card why it could not be shown', async () => {
  answers({ ...given, previewAnnouncement: problem(422, 'Please check the address of the picture.') });
  await onScreen(<Form />);
  await write();
  await sees(preview().getByText('Please check the address of the picture.'));
});

test('shows what is bold, in a list and a link, as the card has it', async () => {
  answers(given);
  await onScreen(<Form />);
  await write();
  await sees(preview().getByText('• Comehere'));
  const here = preview().getByText('here', { exact: true });
  await expect.element(here).toHaveStyle({ fontStyle: 'italic', textDecorationLine: 'underline' });
  await expect.element(preview().getByText('Come', { exact: true })).toHaveStyle({ fontWeight: '600' });
});

test('is scheduled to the minute, in the writer’s own time', async () => {
  const server = answers(given);
  await onScreen(<Form />);
  await write();
  await sees(/^You have half a minute to undo it\./);
  await page.getByRole('radio', { name: 'Later' }).click();
  await sees(/^In your own time, Berlin\./);
  await page.getByLabelText('Day', { exact: true }).fill('2027-01-11');
  await page.getByLabelText('Time', { exact: true }).fill('09:05');
  await press('Schedule for 3 people');
  await expect.poll(() => server.sent('announce').length).toBe(1);
  expect(server.sent('announce')[0]?.body).toMatchObject({ sendAt: '2027-01-11T08:05:00.000Z' });
});

test('what waits is changed as it was seen', async () => {
  const server = answers({ ...given, changeAnnouncement: undefined });
  await onScreen(<Form isChange draft={{ ...EMPTY, ...content }} />);
  await sees('Change an announcement that waits');
  await press('Save for 3 people');
  await expect.element(box('Title')).toHaveValue('');
  expect(server.sent('changeAnnouncement')).toMatchObject([{ etag: '"e7"', body: content }]);
  expect(server.sent('announce')).toEqual([]);
});

test('is tried on oneself, and says where it is', async () => {
  const server = answers({ ...given, tryAnnouncement: undefined });
  await onScreen(<Form />);
  await press('Test to myself');
  await says('Please write a title and a text.');
  await write();
  await press('Test to myself');
  await sees('It’s in your chat with the bot. Nobody else got it.');
  expect(server.sent('tryAnnouncement').map((one) => one.body)).toEqual([content]);
  await box('Title').fill('Nearly half-time');
  await seesNo('It’s in your chat with the bot. Nobody else got it.');
});

test('the number is typed where they are many', async () => {
  const server = answers({ ...given, audience: { ...reach, recipients: 1200 } });
  await onScreen(<Form />);
  await write();
  await box('It reaches 1200 people. Type that number to send it.').fill('1 200');
  await press('Send to 1200 people');
  await expect.poll(() => server.sent('announce').at(-1)?.body).toMatchObject({ count: 1200 });
});

test('asks for a title and a text', async () => {
  const server = answers(given);
  await onScreen(<Form />);
  await box('Title').fill('Half-time');
  await press('Send to 3 people');
  await says('Please write a title and a text.');
  expect(server.sent('announce')).toEqual([]);
});

test('is not sent to nobody, but may wait for somebody', async () => {
  const server = answers({ ...given, audience: { ...reach, recipients: 0 } });
  await onScreen(<Form />);
  await write();
  await press('Send to 0 people');
  await says('Nobody would get this now. Choose somebody else, or a later day.');
  expect(server.sent('announce')).toEqual([]);
  await page.getByRole('radio', { name: 'Later' }).click();
  await press('Schedule for 0 people');
  await expect.poll(() => server.sent('announce').length).toBe(1);
});

test('a refusal is said, and what was written stays', async () => {
  answers({ ...given, announce: problem(409, 'It now reaches 4 people.') });
  await onScreen(<Form />);
  await write();
  await press('Send to 3 people');
  await says('It now reaches 4 people.');
  await expect.element(box('Text')).toHaveValue('Three months are over.');
});

test('cannot be sent twice', async () => {
  const server = answers({ ...given, announce: pending });
  await onScreen(<Form />);
  await write();
  await press('Send to 3 people');
  await button('Send to 3 people').click({ force: true });
  expect(server.sent('announce').length).toBe(1);
});
