import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { InNameForm } from '#tabs/console/sponsor/InNameForm.tsx';
import { answers, problem } from '../../answers.ts';
import { expectFits, NARROW_PX, onScreen } from '../../onScreen.tsx';
import { box, button, heading, press, says, sees, seesNo } from '../../reader.ts';
import { aBacking } from './given.ts';

const form = (isSponsor = false) => (
  <InNameForm cohort="pilot" cohortName="Finance pilot" isSponsor={isSponsor} />
);
const body = { title: 'Half-time', text: 'Three months are over.', audience: 'everyone' };

async function write(): Promise<void> {
  await box('Title').fill(body.title);
  await box('Text').fill(body.text);
}

test('what a champion writes is asked of the sponsor, and sent to nobody else', async () => {
  const server = answers({ backing: aBacking(), askInName: { announcement: 'a2' } });
  await onScreen(form(), { widthPx: NARROW_PX });
  await sees(heading('In the name of Ruth Voorbeeld'));
  await sees(/^Ruth Voorbeeld reads it first\. It is sent only with their yes/);
  await write();
  await expectFits();
  await press('Ask Ruth Voorbeeld');
  await sees(/^Ruth Voorbeeld is asked in their chat\./);
  await expect.element(box('Title')).toHaveValue('');
  expect(server.sent('askInName').map((one) => one.body)).toEqual([body]);
  expect(server.sent('announce')).toEqual([]);
});

test('a word of thanks to those who went first is ready', async () => {
  const server = answers({ backing: aBacking(), askInName: { announcement: 'a2' } });
  await onScreen(form());
  await press('Begin with a thank-you to those who joined first');
  await seesNo(button('Begin with a thank-you to those who joined first'));
  await press('Ask Ruth Voorbeeld');
  await expect
    .poll(() => server.sent('askInName').map((one) => one.body))
    .toMatchObject([{ audience: 'firstMovers' }]);
});

test('the sponsor’s own goes out by itself, beside its card', async () => {
  const server = answers({
    ...{ backing: aBacking(), announceAsSponsor: { announcement: 'a2' } },
    previewAnnouncement: { card: { body: [{ type: 'RichTextBlock', inlines: [{ text: 'As a card' }] }] } },
  });
  await onScreen(form(true));
  await write();
  await sees('As a card');
  await press('Send');
  await sees(/^It goes out in half a minute\./);
  expect(server.sent('announceAsSponsor').map((one) => one.body)).toEqual([body]);
});

test('what is missing, or refused, is said, and what was written stays', async () => {
  answers({ backing: aBacking(), askInName: problem(409, 'Nobody backs this cohort any more.') });
  await onScreen(form());
  await press('Ask Ruth Voorbeeld');
  await says(/^Please/);
  await write();
  await press('Ask Ruth Voorbeeld');
  await says('Nobody backs this cohort any more.');
  await expect.element(box('Text')).toHaveValue(body.text);
});

test('is not there where nobody backs it', async () => {
  answers({});
  await onScreen(form());
  await seesNo(page.getByRole('button', { name: /^Ask/ }));
});
