import { expect, test, vi } from 'vitest';
import { type Locator, page } from 'vitest/browser';
import { AgreementForm } from '#tabs/pair/agreement/AgreementForm.tsx';
import { answers, pending, problem, SORRY } from '../../answers.ts';
import { onScreen } from '../../onScreen.tsx';
import { alert, box, button, press, says, sees, seesNo } from '../../reader.ts';
import { anAgreement, Following, given, PAIR, rules, toSign } from '../pairs.tsx';

const done = vi.fn();
const form = (start = rules, view = toSign()) => (
  <AgreementForm {...given(view)} start={start} onDone={done} />
);
const following = () => (
  <Following>{(props) => <AgreementForm {...props} start={rules} onDone={done} />}</Following>
);
const stays = (): Locator => page.getByRole('checkbox', { name: 'What is said between us stays between us' });
const save = () => press('Save for both to sign');

test('saves every word after the version it was made from', async () => {
  const server = answers({ draftAgreement: undefined });
  await onScreen(form());
  await box('What this is').fill('A walk.');
  await page.getByRole('radio', { name: 'Every two weeks' }).click();
  await page.getByLabelText('We look back together on').fill('2027-06-30');
  await save();
  await expect.poll(() => done.mock.calls.length).toBe(1);
  expect(server.sent('draftAgreement')).toEqual([
    {
      params: { pair: PAIR },
      query: {},
      etag: '"1"',
      body: { ...rules, whatItIs: 'A walk.', rhythm: 'fortnightly', endsOn: '2027-06-30' },
    },
  ]);
});

test('the first draft comes after none', async () => {
  const server = answers({ draftAgreement: undefined });
  await onScreen(form(rules, toSign({ agreement: null, role: 'mentor' })));
  await save();
  await expect.poll(() => server.sent('draftAgreement').map(({ etag }) => etag)).toEqual(['"0"']);
});

test('cannot be saved twice at once', async () => {
  const server = answers({ draftAgreement: pending });
  await onScreen(form());
  await save();
  await expect.element(button('Saving…')).toHaveAttribute('aria-disabled', 'true');
  await button('Saving…').click({ force: true });
  expect(server.sent('draftAgreement').length).toBe(1);
});

test('asks for confidence and a day before anything is sent', async () => {
  const server = answers({});
  await onScreen(form({ ...rules, endsOn: '' }));
  await stays().click();
  await save();
  await says('Please agree that what is said between you stays between you.');
  await stays().click();
  await save();
  await says('Please choose a day.');
  expect(server.sent('draftAgreement')).toEqual([]);
});

test('a refusal is said in its own words, and what was typed stays', async () => {
  answers({ draftAgreement: problem(422, SORRY, [{ where: 'endsOn', what: 'is over' }]) });
  await onScreen(form());
  await box('What this is').fill('A walk.');
  await save();
  await says(`${SORRY} (endsOn: is over)`);
  await expect.element(box('What this is')).toHaveValue('A walk.');
  expect(done).not.toHaveBeenCalled();
});

test('the executive reads “I” where the mentor reads a name', async () => {
  await onScreen(form());
  await sees(box('What I want to learn'));
  await onScreen(form(rules, toSign({ role: 'mentor' })));
  await sees(box('What Aisha wants to learn'));
});

test('a newer version is a choice: mine is saved after it', async () => {
  const server = answers({ pair: toSign(), draftAgreement: problem(412) });
  await onScreen(following());
  await box('What this is').fill('A walk.');
  server.now({ pair: toSign({ agreement: anAgreement({ version: 2 }) }) });
  await save();
  await says(/What you typed is still here\./);
  await expect.element(box('What this is')).toHaveValue('A walk.');
  server.now({ draftAgreement: undefined });
  await press('Save mine instead');
  await expect.poll(() => done.mock.calls.length).toBe(1);
  await seesNo(alert());
  expect(server.sent('draftAgreement').map(({ etag, body }) => [etag, body.whatItIs])).toEqual([
    ['"1"', 'A walk.'],
    ['"2"', 'A walk.'],
  ]);
});

test('mine can be refused once more, for another reason', async () => {
  const server = answers({ pair: toSign(), draftAgreement: problem(412) });
  await onScreen(following());
  await save();
  await sees(button('Save mine instead'));
  server.now({ draftAgreement: problem(409) });
  await press('Save mine instead');
  await says(SORRY);
  await seesNo(button('Save mine instead'));
});

test('a newer version is a choice: theirs is taken', async () => {
  const server = answers({ pair: toSign(), draftAgreement: problem(412) });
  await onScreen(following());
  await save();
  await press('Take the newer one');
  expect(done).toHaveBeenCalledOnce();
  expect(server.sent('draftAgreement').length).toBe(1);
});
