import { expect, test, vi } from 'vitest';
import { Agreement } from '#tabs/pair/agreement/Agreement.tsx';
import type { PairView } from '../../answers.ts';
import { expectFits, NARROW_PX, onScreen } from '../../onScreen.tsx';
import { button, heading, press, sees, seesNo } from '../../reader.ts';
import { anAgreement, aPair, back, given, LONG, rules, toSign } from '../pairs.tsx';

const writing = vi.fn();
const agreement = (view: PairView) => <Agreement {...given(view)} onWriting={writing} />;
const toDraft = (said: Partial<PairView> = {}) =>
  aPair({ role: 'mentor', next: 'draftAgreement', canDraft: true, draft: rules, ...said });

test('says what it is for and who sees it', async () => {
  await onScreen(agreement(toSign()));
  await sees(heading('You and Aisha'));
  await sees(/Your space opens once both have signed\.$/);
  await sees('Only you and Aisha see this.');
});

test('the executive waits while the mentor writes the first draft', async () => {
  await onScreen(agreement(aPair()));
  await sees(/^Aisha is writing a first draft\./);
  await seesNo(button('Save for both to sign'));
  expect(writing).not.toHaveBeenCalled();
});

test('the mentor writes the first draft', async () => {
  await onScreen(agreement(toDraft()));
  await sees(button('Save for both to sign'));
  await expect.poll(() => writing.mock.lastCall).toEqual([true]);
});

test('what is written is read before it is changed', async () => {
  await onScreen(agreement(toSign()));
  await sees(button('Sign'));
  await seesNo(button('Save for both to sign'));
  await expect.poll(() => writing.mock.lastCall).toEqual([false]);
});

test('leads back home', async () => {
  await onScreen(agreement(aPair()));
  await press('Back to Home');
  expect(back).toHaveBeenCalledOnce();
});

const long = { ...rules, howEachHelps: LONG.repeat(3) };
test.each([
  ['waiting', aPair(), 'Our ground rules'],
  ['writing', toDraft({ draft: long }), 'Our ground rules'],
  ['reading', toSign({ agreement: anAgreement({ text: long, by: LONG }) }), 'Our ground rules'],
])('fits a side panel: %s', async (_, view, title) => {
  await onScreen(agreement({ ...view, partners: [{ firstName: LONG }] }), { widthPx: NARROW_PX });
  await sees(heading(title));
  expectFits();
});
