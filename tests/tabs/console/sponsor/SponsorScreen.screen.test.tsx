import { beforeEach, expect, test, vi } from 'vitest';
import SponsorScreen from '#tabs/console/sponsor/SponsorScreen.tsx';
import { AsksBeforeLeaving } from '#tabs/parts/Unsaved.tsx';
import { answers, problem } from '../../answers.ts';
import { expectAccessible, expectFits, NARROW_PX, onScreen } from '../../onScreen.tsx';
import { box, button, heading, press, region, says, sees, seesNo, waitsAndTriesAgain } from '../../reader.ts';
import { aCohort } from '../given.ts';
import { aBacking, anInName } from './given.ts';

const back = vi.fn();
beforeEach(() => back.mockClear());
const screen = () => (
  <AsksBeforeLeaving>
    <SponsorScreen cohort="pilot" onBack={back} />
  </AsksBeforeLeaving>
);
const waiting = aBacking({
  inName: [anInName(), anInName({ announcement: 'a0', title: 'Old', state: 'agreed' })],
});
const given = (more: object = {}) => ({
  ...{ cohort: aCohort(), backing: waiting, insights: { state: 'tooFew', needed: 5 } as const },
  ...more,
});

waitsAndTriesAgain({ reads: 'cohort', part: screen, given: given(), there: () => heading('Finance pilot') });

test('shows what waits, how it goes and a way to write, in the narrowest tab', async () => {
  answers(given());
  await onScreen(screen(), { widthPx: NARROW_PX });
  await sees(region('Half-time').getByText('Three months are over.'));
  await seesNo('Old');
  await sees('How it goes');
  await sees(button('Begin with a thank-you to those who joined first'));
  await expectFits();
  await expectAccessible();
});

test('sends with a yes, and says so', async () => {
  const server = answers(given({ answerInName: { state: 'agreed' } }));
  await onScreen(screen());
  await sees(button('Yes, send: Half-time'));
  server.now({ backing: aBacking() });
  await press('Yes, send: Half-time');
  await sees('It is on its way, in your name.');
  await sees('Nothing waits for you at the moment.');
  expect(server.sent('answerInName')).toMatchObject([
    { params: { announcement: 'a1' }, body: { answer: 'send', word: '' } },
  ]);
});

test('sends back with a word, after a look at it', async () => {
  const server = answers(given({ answerInName: { state: 'declined' } }));
  await onScreen(screen());
  await press('Not like this: Half-time');
  await box('A word back, if you like').fill('Shorter, please.');
  await press('Send it back');
  await expect
    .poll(() => server.sent('answerInName').map(({ body }) => body))
    .toEqual([{ answer: 'no', word: 'Shorter, please.' }]);
});

test('says when it was taken back meanwhile', async () => {
  answers(given({ answerInName: { state: 'takenBack' } }));
  await onScreen(screen());
  await press('Yes, send: Half-time');
  await sees('It was taken back meanwhile, and is not sent.');
});

test('keeps what waits where the yes does not arrive', async () => {
  answers(given({ answerInName: problem(503, 'We have trouble just now.') }));
  await onScreen(screen());
  await press('Yes, send: Half-time');
  await says('We have trouble just now.');
  await sees(button('Yes, send: Half-time'));
});

test('lets somebody step back, once they are sure', async () => {
  const server = answers(given({ removeSponsor: undefined }));
  await onScreen(screen());
  await press('Step back');
  await expect.element(button('Leave it as it is')).toHaveFocus();
  await press('Yes, step back');
  await expect.poll(() => server.sent('removeSponsor').map(({ params }) => params.sponsor)).toEqual(['ruth']);
  expect(back).toHaveBeenCalledOnce();
});
