import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { PinForm } from '#tabs/console/rounds/PinForm.tsx';
import { answers, problem } from '../../answers.ts';
import { onScreen } from '../../onScreen.tsx';
import { button, press, says, sees, seesNo } from '../../reader.ts';
import { AISHA, aMember, aWish, DIEGO, HENRIK, membersOf } from '../given.ts';

const done = vi.fn();
const form = () => <PinForm cohort="pilot" onDone={done} />;
const given = {
  members: membersOf(
    aMember(),
    aMember({ ...HENRIK, mail: '' }),
    aMember({ ...AISHA, role: 'mentor', mail: 'aisha.specimen@example.com' }),
    aMember({ ...DIEGO, role: 'mentor', state: 'invited' }),
  ),
};
const person = (role: 'Mentor' | 'Executive') => page.getByRole('combobox', { name: role });
const option = (name: string) => page.getByRole('option', { name });

async function choose(role: 'Mentor' | 'Executive', typed: string, name: string): Promise<void> {
  await person(role).click();
  await userEvent.keyboard(typed);
  await option(name).click();
}

test('says beside a field that people cannot be looked up', async () => {
  const server = answers({ members: problem(500, 'The list could not be read.') });
  await onScreen(form());
  await sees(page.getByText('The list could not be read.').first());
  server.now(given);
  await choose('Mentor', 'aisha', 'Aisha Specimen · aisha.specimen@example.com');
});

test('asks the server for who is meant, so that everybody of thousands can be chosen', async () => {
  const server = answers(given);
  await onScreen(form());
  await choose('Mentor', 'aisha', 'Aisha Specimen · aisha.specimen@example.com');
  await expect
    .poll(() => server.sent('members').at(-1)?.query)
    .toMatchObject({ which: 'joined', role: 'mentor', find: 'Aisha Specimen' });
});

test('keeps two together who were chosen by name, with one request', async () => {
  const server = answers({ ...given, wish: aWish() });
  await onScreen(form());
  await choose('Mentor', 'aisha', 'Aisha Specimen · aisha.specimen@example.com');
  await choose('Executive', 'exampleton', 'Clara Exampleton · clara.exampleton@example.com');
  await press('Keep these two');
  await expect.poll(() => done.mock.calls.length).toBe(1);
  expect(server.sent('wish').map(({ params, body }) => ({ ...params, ...body }))).toEqual([
    { cohort: 'pilot', executive: 'clara', mentor: 'aisha', wish: 'pin' },
  ]);
});

test('offers only who joined, each under their role', async () => {
  answers(given);
  await onScreen(form());
  await person('Mentor').click();
  await sees(option('Aisha Specimen · aisha.specimen@example.com'));
  await seesNo(option('Diego Muestra'));
  await seesNo(option('Henrik Eksempel'));
});

test('says that nobody is called so, and takes nobody for an answer', async () => {
  const server = answers(given);
  await onScreen(form());
  await choose('Executive', 'henrik', 'Henrik Eksempel');
  await person('Mentor').click();
  await userEvent.keyboard('diego');
  await sees(option('Nobody of this name has joined.'));
  await expect.element(button('Keep these two')).toHaveAttribute('aria-disabled', 'true');
  await button('Keep these two').click({ force: true });
  expect(server.sent('wish')).toEqual([]);
});

test('a refusal is said, and the two stay chosen', async () => {
  answers({ ...given, wish: problem(409, 'Henrik reports to Aisha.') });
  await onScreen(form());
  await choose('Mentor', 'aisha', 'Aisha Specimen · aisha.specimen@example.com');
  await choose('Executive', 'henrik', 'Henrik Eksempel');
  await press('Keep these two');
  await says('Henrik reports to Aisha.');
  await expect.element(person('Mentor')).toHaveValue('Aisha Specimen');
  await expect.element(person('Executive')).toHaveValue('Henrik Eksempel');
  expect(done).not.toHaveBeenCalled();
});

test('can be left', async () => {
  answers(given);
  await onScreen(form());
  await press('Cancel');
  expect(done).toHaveBeenCalledOnce();
});
