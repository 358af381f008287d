import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { AgreementText } from '#tabs/pair/agreement/AgreementText.tsx';
import { type AgreementView, answers, type PairView, pending, problem } from '../../answers.ts';
import { onScreen } from '../../onScreen.tsx';
import { button, press, says, sees, seesNo } from '../../reader.ts';
import { anAgreement, Following, given, PAIR, rules, toSign, withSpace } from '../pairs.tsx';

const edit = vi.fn();
const text = (said: Partial<AgreementView> = {}, pair: Partial<PairView> = {}) => (
  <AgreementText {...given(toSign(pair))} agreement={anAgreement(said)} onEdit={edit} />
);
const read = () =>
  page
    .getByRole('definition')
    .elements()
    .map((one) => one.textContent);

test('reads every field in its order, and what was left empty', async () => {
  await onScreen(text());
  await sees('What is said between us stays between us');
  expect(read()).toEqual([
    'Short videos.',
    'By asking twice.',
    'We end on time.',
    'An honest conversation.',
    'Nothing written',
    'Over coffee.',
    'Every month',
    'May 31, 2027',
  ]);
});

test('does not claim a confidence that was not agreed on', async () => {
  await onScreen(text({ text: { ...rules, confidentiality: false } }));
  await sees('Over coffee.');
  await seesNo('What is said between us stays between us');
});

test('says who wrote it and when', async () => {
  await onScreen(text());
  await sees('Version 1, written by Aisha on Tuesday, November 3');
  await onScreen(text({ version: 2, mine: true }));
  await sees('Version 2, written by you on Tuesday, November 3');
});

test('says who has signed and for whom it waits', async () => {
  await onScreen(text());
  await sees('Signed by Aisha on Tuesday, November 3');
  await sees('Waiting for you');
  await onScreen(text({ signatures: [], waitingFor: ['Aisha', 'Clara'] }));
  await sees('Waiting for Aisha and you');
});

test('somebody else of the same name is not “you”', async () => {
  await onScreen(text({ waitingFor: ['Clara'] }, { canSign: false }));
  await sees('Waiting for Clara');
  await seesNo(button('Sign'));
});

test('a signature is given once, to the version on screen', async () => {
  const server = answers({ signAgreement: pending });
  await onScreen(text({ version: 3 }));
  await press('Sign');
  await expect.element(button('Signing…')).toHaveAttribute('aria-disabled', 'true');
  await expect.element(button('Change something')).toHaveAttribute('aria-disabled', 'true');
  await button('Signing…').click({ force: true });
  expect(server.sent('signAgreement').map(({ params }) => params)).toEqual([{ pair: PAIR, version: '3' }]);
});

test('the signature shows as soon as it is given', async () => {
  const server = answers({ pair: toSign(), signAgreement: undefined });
  await onScreen(
    <Following>
      {(props) => (
        <AgreementText {...props} agreement={props.view.agreement ?? anAgreement()} onEdit={edit} />
      )}
    </Following>,
  );
  await sees('Waiting for you');
  server.now({ pair: withSpace() });
  await press('Sign');
  await sees('Signed by you on Wednesday, November 4');
  await seesNo('Waiting for you');
  await seesNo(button('Sign'));
});

test('a refusal is said, and it can be signed again', async () => {
  answers({ signAgreement: problem(409, 'Aisha has just changed it. Please read it once more.') });
  await onScreen(text());
  await press('Sign');
  await says('Aisha has just changed it. Please read it once more.');
  await expect.element(button('Sign')).not.toHaveAttribute('aria-disabled', 'true');
});

test('leads to a change, where one may change it', async () => {
  await onScreen(text());
  await press('Change something');
  expect(edit).toHaveBeenCalledOnce();
  await onScreen(text({}, { canDraft: false }));
  await sees(button('Sign'));
  await seesNo(button('Change something'));
});
