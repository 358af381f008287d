import { expect, test, vi } from 'vitest';
import { type Locator, page } from 'vitest/browser';
import { Agreement } from '#tabs/pair/agreement/Agreement.tsx';
import { AsksBeforeLeaving } from '#tabs/parts/Unsaved.tsx';
import { answers, type PairView, pending, problem, SORRY } from '../../answers.ts';
import { expectFits, NARROW_PX, onScreen } from '../../onScreen.tsx';
import { alert, box, button, heading, press, says, sees, seesNo } from '../../reader.ts';
import {
  anAgreement,
  aPair,
  back,
  Following,
  given,
  HASH,
  LONG,
  PAIR,
  rules,
  toSign,
  withSpace,
} from '../pairs.tsx';

const writing = vi.fn();
const open = vi.fn();
const agreement = (view: PairView) => (
  <AsksBeforeLeaving>
    <Agreement {...given(view)} onWriting={writing} onOpen={open} />
  </AsksBeforeLeaving>
);
const following = () => (
  <AsksBeforeLeaving>
    <Following>{(props) => <Agreement {...props} onWriting={writing} onOpen={open} />}</Following>
  </AsksBeforeLeaving>
);
const toDraft = (said: Partial<PairView> = {}) =>
  aPair({ role: 'mentor', next: 'draftAgreement', canDraft: true, draft: rules, ...said });
const phrase = (name: RegExp): Locator => page.getByRole('button', { name });
const WHERE = /^Where and how often: /;
const tick = (): Locator => page.getByRole('checkbox', { name: 'I keep what is said between us to myself' });
async function write(name: RegExp, label: string, text: string): Promise<void> {
  await phrase(name).first().click();
  await box(label).fill(text);
  await press('Done');
}
const writeWhere = (text: string) => write(WHERE, 'Where and how would you like to meet?', text);
const CHANGED = { ...rules, whereAndHow: 'On a walk.', respectForTime: 'We end on time, always.' };
const changed = (said = {}) =>
  toSign({
    agreement: anAgreement({ version: 2, text: CHANGED, before: { text: rules, iSigned: true }, ...said }),
  });

test('says what it is for and who sees it', async () => {
  await onScreen(agreement(toSign()));
  await sees(heading('Aisha and you'));
  await sees(/Your space opens once both have signed\.$/);
  await sees('Only you and Aisha see this.');
});

test('has its ways out before anybody has signed: a break, the end, and somebody to turn to', async () => {
  await onScreen(agreement(toSign()));
  await sees(button('Raise a concern'));
  await press('More about you and Aisha');
  await sees(page.getByRole('menuitem', { name: /^Pause for a while…/ }));
  await page.getByRole('menuitem', { name: /^End this pair…/ }).click();
  await sees(/^Your pair with Aisha in Finance pilot ends for both of you/);
  await press('Leave it as it is');
});

test('the executive waits while the mentor writes the first draft', async () => {
  await onScreen(agreement(aPair()));
  await sees(/^Aisha is writing a first draft\./);
  expect(writing).not.toHaveBeenCalled();
});

test('is read as seven short paragraphs, confidentiality first', async () => {
  await onScreen(agreement(toSign()));
  await sees('What is said between us stays between us.');
  for (const one of ['What Clara wants to learn', 'How we help each other', 'Where and how often'])
    await sees(heading(one));
  for (const one of ['Each other’s time', 'What this is, and is not', 'Until']) await sees(heading(one));
  await sees(page.getByText('Over coffee. We meet every month.'));
  await sees(page.getByText(/We look back together on May 31, 2027\. Either of us may stop/));
});

test('speaks of all where there are three', async () => {
  const partners = [{ firstName: 'Aisha' }, { firstName: 'Meera' }];
  await onScreen(agreement(toSign({ partners, executives: ['Clara'] })));
  await sees(page.getByText('None of us repeats it, and none of us is asked to.'));
  await sees('All of you sign the same words.');
  await sees(/once all have signed\.$/);
});

test('a draft is private: nothing leaves before it is shown, and leaving asks', async () => {
  const server = answers({ draftAgreement: undefined });
  await onScreen(agreement(toDraft()));
  await sees('Only you, until you show it to Aisha');
  await writeWhere('By the river.');
  await phrase(/^Where and how often: every month/).click();
  await sees(page.getByText(/“Without a fixed rhythm” is as good a choice/));
  await page.getByRole('radio', { name: 'every two weeks' }).click();
  await press('Done');
  expect(server.sent('draftAgreement')).toEqual([]);
  expect([localStorage.length, sessionStorage.length]).toEqual([0, 0]);
  await press('Back to Home');
  await sees(page.getByRole('dialog'));
  expect(back).not.toHaveBeenCalled();
  await page.getByRole('dialog').getByRole('button').first().click();
  await press('Show it to Aisha');
  await expect
    .poll(() => server.sent('draftAgreement'))
    .toMatchObject([
      {
        params: { pair: PAIR },
        etag: '"0"',
        body: { ...rules, whereAndHow: 'By the river.', rhythm: 'fortnightly' },
      },
    ]);
});

test('words to begin with are one press away, and an empty line asks to be filled', async () => {
  await onScreen(agreement(toDraft({ draft: { ...rules, whereAndHow: '', endsOn: '' } })));
  await phrase(/^Where and how often: Add a line/).click();
  await press('We meet over coffee.');
  await press('Done');
  await sees(phrase(/^Where and how often: We meet over coffee\./));
  await press('Show it to Aisha');
  await says('Please choose a day on which you look back together.');
});

test('cannot be shown twice at once, and a refusal keeps what was typed', async () => {
  const server = answers({ draftAgreement: pending });
  await onScreen(agreement(toDraft()));
  await press('Show it to Aisha');
  await button('Showing…').click({ force: true });
  expect(server.sent('draftAgreement').length).toBe(1);
  answers({ draftAgreement: problem(422, SORRY) });
  await onScreen(agreement(toDraft()));
  await writeWhere('By the river.');
  await press('Show it to Aisha');
  await says(SORRY);
  await sees(phrase(/By the river\./));
});

test('what changed is marked by words, with who and when, and can be walked through and hidden', async () => {
  await onScreen(agreement(changed()));
  await sees(/^Aisha changed 2 lines on /);
  await sees(page.getByText(/Your earlier signature does not count/));
  expect([...document.querySelectorAll('del')].map((one) => one.textContent)).toEqual(['Over coffee']);
  expect([...document.querySelectorAll('ins')].map((one) => one.textContent)).toEqual([
    'On a walk',
    ', always',
  ]);
  await press('Next change');
  await sees('Change 1 of 2');
  await expect.poll(() => document.activeElement?.textContent).toContain('On a walk');
  await press('Next change');
  await sees('Change 2 of 2');
  await expect.poll(() => document.activeElement?.textContent).toContain('always');
  await press('Clean');
  await expect.poll(() => document.querySelectorAll('ins, del').length).toBe(0);
  await seesNo(button('Next change'));
});

test('the box is never ticked beforehand; without it Sign says what is missing and leads there', async () => {
  const server = answers({ signAgreement: undefined });
  await onScreen(agreement(toSign()));
  await expect.element(tick()).not.toBeChecked();
  await press('Sign');
  await says('Please tick this first. Without it there is nothing to sign.');
  await expect.element(tick()).toHaveFocus();
  expect(server.sent('signAgreement')).toEqual([]);
  await tick().click();
  await seesNo(alert());
  await press('Sign');
  await expect
    .poll(() => server.sent('signAgreement'))
    .toMatchObject([{ params: { pair: PAIR, version: '1' }, body: { hash: HASH, confidentiality: true } }]);
});

test('a tick counts for the words on screen: when they change it is gone, and the changes show', async () => {
  const server = answers({ pair: toSign(), signAgreement: problem(409) });
  await onScreen(following());
  await tick().click();
  server.now({ pair: changed({ hash: 'b'.repeat(64) }) });
  await press('Sign');
  await says(SORRY);
  await sees(/^Aisha changed 2 lines on /);
  await expect.element(tick()).not.toBeChecked();
});

test('a lost race shows the other’s version as changes; nothing typed is lost', async () => {
  const server = answers({ pair: toSign(), draftAgreement: problem(412) });
  await onScreen(following());
  await press('Change something');
  await writeWhere('By the river.');
  server.now({ pair: toSign({ agreement: anAgreement({ version: 2, text: CHANGED }) }) });
  await press('Show it to Aisha');
  await says(/^Aisha changed it while you were writing/);
  await sees(phrase(/By the river\./));
  await sees(page.getByText(/^Aisha wrote: On a walk\./));
  expect([...document.querySelectorAll('ins')].map((one) => one.textContent)).toEqual([', always']);
  server.now({ draftAgreement: undefined });
  await press('Show it to Aisha');
  await expect
    .poll(() => server.sent('draftAgreement').at(-1))
    .toMatchObject({
      ...{ etag: '"2"', body: { ...CHANGED, whereAndHow: 'By the river.' } },
    });
});

test('their words are taken by one press', async () => {
  const server = answers({ pair: toSign() });
  await onScreen(following());
  await press('Change something');
  await writeWhere('By the river.');
  server.now({ pair: toSign({ agreement: anAgreement({ version: 2, text: CHANGED }) }) });
  await vi.waitFor(() => sees(button('Use these words')), { timeout: 8_000 });
  await press('Use these words');
  await sees(phrase(/On a walk\./));
  await seesNo(button('Use these words'));
});

test('both signed: a moment, two signatures in words, and the way into the space', async () => {
  await onScreen(agreement(withSpace()));
  await sees(heading('You have both signed'));
  const signatures = page.getByRole('list', { name: 'Signatures' });
  await sees(signatures.getByText('Clara'));
  expect((await signatures.element()).querySelectorAll('svg:not([aria-hidden="true"])').length).toBe(0);
  await seesNo(button('Sign'));
  await press('Open your space');
  expect(open).toHaveBeenCalledOnce();
});

test('taking back the promise is quiet, asked once more, and then done', async () => {
  const server = answers({ withdrawConsent: undefined });
  await onScreen(agreement(withSpace()));
  await press('More about these ground rules');
  await page.getByRole('menuitem', { name: 'Take back my promise of confidentiality' }).click();
  await sees(heading('Take back your promise?'));
  await press('Let me think again');
  expect(server.sent('withdrawConsent')).toEqual([]);
  await press('More about these ground rules');
  await page.getByRole('menuitem').click();
  await press('Yes, close our space');
  await expect.poll(() => server.sent('withdrawConsent')).toMatchObject([{ params: { pair: PAIR } }]);
});

const long = { ...rules, howEachHelps: LONG.repeat(3) };
test.each([
  ['waiting', aPair()],
  ['writing', toDraft({ draft: long })],
  ['reading', toSign({ agreement: anAgreement({ text: long, by: LONG }) })],
  ['changed', changed({ text: { ...CHANGED, howEachHelps: LONG.repeat(2) } })],
  ['signed', withSpace()],
])('fits a side panel: %s', async (_, view) => {
  await onScreen(agreement({ ...view, partners: [{ firstName: LONG }] }), { widthPx: NARROW_PX });
  await sees(heading('Our ground rules'));
  await expectFits();
});
