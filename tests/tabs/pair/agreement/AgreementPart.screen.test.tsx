import { expect, test, vi } from 'vitest';
import { AgreementPart } from '#tabs/pair/agreement/AgreementPart.tsx';
import { answers } from '../../answers.ts';
import { onScreen } from '../../onScreen.tsx';
import { box, button, press, sees, seesNo, words } from '../../reader.ts';
import { anAgreement, aPair, Following, given, rules, toSign } from '../pairs.tsx';

const writing = vi.fn();
const mentor = aPair({ role: 'mentor', canDraft: true });

test('the first draft starts from what we suggest', async () => {
  await onScreen(<AgreementPart {...given({ ...mentor, draft: rules })} />);
  await sees('This draft is made from what you both told us. Change every word you like.');
  await expect.element(box('What Aisha wants to learn')).toHaveValue('Short videos.');
  await seesNo(button('Cancel'));
});

test('the first draft starts empty where nothing is suggested', async () => {
  await onScreen(<AgreementPart {...given(mentor)} />);
  await expect.element(box('What Aisha wants to learn')).toHaveValue('');
});

test('a change starts from the newest version, and tells that somebody writes', async () => {
  await onScreen(<AgreementPart {...given(toSign())} onWriting={writing} />);
  await press('Change something');
  await sees('Saving makes a new version. Both of you sign it again.');
  await expect.element(box('What this is')).toHaveValue('An honest conversation.');
  await expect.poll(() => writing.mock.lastCall).toEqual([true]);
});

test('a change can be left', async () => {
  await onScreen(<AgreementPart {...given(toSign())} onWriting={writing} />);
  await press('Change something');
  await box('What this is').fill('A walk.');
  await press('Cancel');
  await sees('An honest conversation.');
  await seesNo(words('A walk.'));
  await expect.poll(() => writing.mock.lastCall).toEqual([false]);
});

test('what was saved is read by both', async () => {
  const server = answers({ pair: { ...mentor, draft: rules }, draftAgreement: undefined });
  await onScreen(<Following>{(props) => <AgreementPart {...props} />}</Following>);
  await sees(button('Save for both to sign'));
  const agreement = anAgreement({ mine: true, signatures: [], waitingFor: ['Aisha', 'Clara'] });
  server.now({ pair: { ...mentor, canSign: true, agreement } });
  await press('Save for both to sign');
  await sees('Version 1, written by you on Tuesday, November 3');
  await sees(button('Sign'));
});
