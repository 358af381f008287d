import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { ApiProblem } from '#tabs/api/problem.ts';
import FeedbackForm from '#tabs/parts/FeedbackForm.tsx';
import type { FeedbackBody } from '../answers.ts';
import { expectFits, NARROW_PX, onScreen } from '../onScreen.tsx';
import { box, button, heading, press, says, sees, words } from '../reader.ts';

const send = vi.fn(async (_body: FeedbackBody): Promise<void> => undefined);

const form = (onBack: () => void = () => undefined) => (
  <FeedbackForm names="Aisha" backLabel="Back to the question" onBack={onBack} onSend={send} />
);
const worth = (value: string) =>
  page
    .getByRole('group', { name: 'Was it worth the hour?' })
    .getByRole('radio', { name: value, exact: true })
    .click();

test('sends the six answers, once', async () => {
  send.mockReturnValue(new Promise(() => undefined));
  await onScreen(form());
  await worth('Yes');
  await box('What did you learn?').fill('To ask twice.');
  await page
    .getByRole('group', { name: 'Could you speak your mind?' })
    .getByRole('radio', { name: 'Partly' })
    .click();
  await press('Send');
  await expect.element(button('Sending…')).toHaveAttribute('aria-disabled', 'true');
  await button('Sending…').click({ force: true });
  expect(send.mock.calls).toEqual([
    [
      {
        worthTheHour: 4,
        learned: 'To ask twice.',
        surprised: '',
        balanced: '',
        candid: 'partly',
        goOn: '',
        shared: false,
      },
    ],
  ]);
});

test('asks for the one answer it needs, and sends nothing before', async () => {
  await onScreen(form());
  await press('Send');
  await says('Please say first whether it was worth the hour.');
  expect(send).not.toHaveBeenCalled();
});

test('a refusal is said, and what was typed stays', async () => {
  send.mockRejectedValue(new ApiProblem({ status: 409, detail: 'You have said how it was.' }));
  await onScreen(form());
  await worth('Very much');
  await box('What surprised you?').fill('How much we share.');
  await press('Send');
  await says('You have said how it was.');
  await expect.element(box('What surprised you?')).toHaveValue('How much we share.');
  await expect.element(button('Send')).not.toHaveAttribute('aria-disabled', 'true');
});

test('says beside every field who sees it, and sharing changes that for the words alone', async () => {
  await onScreen(form());
  await sees(heading('How was it?'));
  const all = 'Nobody but you sees this. It counts in totals of five people or more, never by name.';
  const open = 'Only you, or Aisha too if you allow it below.';
  expect([words('Only you.').length, words(open).length, words(all).length]).toEqual([1, 2, 3]);
  await page.getByRole('checkbox', { name: 'Let Aisha read what I learned and what surprised me' }).click();
  await expect.poll(() => words('You and Aisha.').length).toBe(2);
  expect(words('Only you.').length).toBe(1);
});

test('asks for the hour in five words, from the least to the most', async () => {
  await onScreen(form());
  const group = page.getByRole('group', { name: 'Was it worth the hour?' });
  await sees(heading('How was it?'));
  const labels = group
    .getByRole('radio')
    .elements()
    .map((one) => one.parentElement?.textContent);
  expect(labels).toEqual(['Not at all', 'Not really', 'So-so', 'Yes', 'Very much']);
});

test('leads back without sending', async () => {
  const onBack = vi.fn();
  await onScreen(form(onBack));
  await press('Back to the question');
  expect(onBack).toHaveBeenCalledOnce();
  expect(send).not.toHaveBeenCalled();
});

test('fits the side panel of a meeting', async () => {
  await onScreen(form(), { widthPx: NARROW_PX });
  await sees(heading('How was it?'));
  expectFits();
});
