import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ApiProblem } from '#tabs/api/problem.ts';
import Feedback from '#tabs/parts/Feedback.tsx';
import { aFace } from '../given.ts';
import { expectFits, NARROW_PX, onScreen } from '../onScreen.tsx';
import { box, button, heading, press, says, sees, seesNo, words } from '../reader.ts';

type Props = Parameters<typeof Feedback>[0];
const give = vi.fn<Props['onGive']>();
const change = vi.fn<Props['onChange']>();
const add = vi.fn<Props['onAdd']>();

const feedback = (over: Partial<Props> = {}) => (
  <Feedback
    names="Aisha"
    me="Clara"
    backLabel="Back"
    onBack={() => undefined}
    onGive={give}
    onChange={change}
    onAdd={add}
    {...over}
  />
);
const face = (name: string) => page.getByRole('radio', { name, exact: true });

test('asks for the hour in five words, from the least to the most', async () => {
  await onScreen(feedback());
  await sees(heading('How was it?'));
  const radios = page.getByRole('group', { name: 'Was it worth the hour?' }).getByRole('radio').elements();
  expect(radios.map((one) => one.parentElement?.textContent)).toEqual([
    ...['Not at all', 'Not really', 'So-so', 'Yes', 'Very much'],
  ]);
  await sees('Only you. It counts in figures about five people or more.');
});

test('one tap sends, thanks, and puts the focus on the thanks', async () => {
  give.mockResolvedValue(aFace(4));
  await onScreen(feedback());
  await face('Yes').click();
  await sees('You said: Yes.');
  await expect.element(heading('Thank you, Clara')).toHaveFocus();
  expect(give.mock.calls).toEqual([[4]]);
});

test('walking along the faces with the arrows sends nothing, the blank does', async () => {
  give.mockResolvedValue(aFace(3));
  await onScreen(feedback());
  await sees(heading('How was it?'));
  (face('Not at all').element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  await expect.element(face('So-so')).toBeChecked();
  expect(give).not.toHaveBeenCalled();
  await userEvent.keyboard(' ');
  await sees('You said: So-so.');
  expect(give.mock.calls).toEqual([[3]]);
});

test('a race with the card has one result, and says so kindly', async () => {
  give.mockResolvedValue(aFace(2, { repeated: true }));
  await onScreen(feedback());
  await face('Very much').click();
  await sees('You have said so already: Not really. Nothing was changed.');
});

test('a refusal is said, and the faces stay', async () => {
  give.mockRejectedValue(new ApiProblem({ status: 409, detail: 'This meeting hasn’t begun yet.' }));
  await onScreen(feedback());
  await face('Yes').click();
  await says('This meeting hasn’t begun yet.');
  await sees(face('Yes'));
});

test('the face can be changed while there is time for it, and not afterwards', async () => {
  change.mockResolvedValue(aFace(5));
  await onScreen(feedback({ given: { worthTheHour: 2, changeUntil: '2999-01-01T00:00:00.000Z' } }));
  await press('Change');
  await face('Very much').click();
  await sees('You said: Very much.');
  expect(change.mock.calls).toEqual([[5]]);
  await onScreen(feedback({ given: { worthTheHour: 2, changeUntil: '2026-01-01T00:00:00.000Z' } }));
  await sees(button('Add a line'));
  await seesNo(button('Change'));
});

test('a line is added with what was filled in, and nothing is ticked beforehand', async () => {
  add.mockResolvedValue(aFace(4));
  await onScreen(feedback({ given: { worthTheHour: 4, changeUntil: '2026-01-01T00:00:00.000Z' } }));
  await press('Add a line');
  await expect.element(page.getByRole('checkbox', { name: 'Let Aisha read these two' })).not.toBeChecked();
  expect(words('Only you, unless you share it below.').length).toBe(2);
  await box('What did you learn?').fill('To ask twice.');
  await page
    .getByRole('group', { name: 'Could you speak your mind?' })
    .getByRole('radio', { name: 'Partly' })
    .click();
  await press('Send');
  await sees('What you added is kept.');
  const line = { learned: 'To ask twice.', surprised: '', balanced: '', candid: 'partly', goOn: '' };
  expect(add.mock.calls).toEqual([[{ ...line, shared: false }]]);
});

test('sharing says who reads the words then', async () => {
  await onScreen(feedback({ given: { worthTheHour: 4, changeUntil: '2026-01-01T00:00:00.000Z' } }));
  await press('Add a line');
  await page.getByRole('checkbox', { name: 'Let Aisha read these two' }).click();
  await expect.poll(() => words('You and Aisha.').length).toBe(2);
});

test('who is not sure about going on is offered somebody to turn to, and may carry on', async () => {
  const contact = { name: 'Hana Vzor', mail: 'hana@turntable.example' };
  add.mockResolvedValue(aFace(1, { help: { reason: 'goOn', contact } }));
  const onBack = vi.fn();
  await onScreen(feedback({ onBack, given: { worthTheHour: 1, changeUntil: '2026-01-01T00:00:00.000Z' } }));
  await press('Add a line');
  await press('Send');
  await sees(heading('You are not sure about going on'));
  await sees(button('Write to Hana Vzor'));
  await press('Carry on for now');
  expect(onBack).toHaveBeenCalledOnce();
});

test('fits the side panel of a meeting, at each step', async () => {
  give.mockResolvedValue(aFace(4));
  await onScreen(feedback(), { widthPx: NARROW_PX });
  await sees(heading('How was it?'));
  await expectFits();
  await face('Yes').click();
  await press('Add a line');
  await sees(box('What did you learn?'));
  await expectFits();
});
