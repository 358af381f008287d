import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { PairScreen } from '#tabs/pair/PairScreen.tsx';
import { answers, type PairView, problem } from '../answers.ts';
import { aPlanning, aStanding } from '../given.ts';
import { expectFits, NARROW_PX, onScreen } from '../onScreen.tsx';
import { box, button, heading, press, says, sees, seesNo, waitsAndTriesAgain } from '../reader.ts';
import {
  anAgreement,
  aPair,
  back,
  concern,
  introduced,
  LONG,
  PAIR,
  primer,
  search,
  toSign,
  withSpace,
} from './pairs.tsx';

const screen = () => (
  <PairScreen pair={PAIR} onBack={back} onSearch={search} onConcern={concern} onPrimer={primer} />
);
const paused = aPair({
  ...{ state: 'paused', next: 'rest', hasSpace: true, spaceVersion: 's1', pausedUntil: '2027-01-04' },
  pause: { until: '2027-01-04', isMine: false, byFirstName: 'Aisha' },
});
const ended = aPair({ state: 'ended', next: 'none' });
const stages: [string, PairView, string][] = [
  ['an introduction', introduced(), 'Meet Aisha'],
  ['the ground rules, until both signed', toSign(), 'Our ground rules'],
  ['the space, once both signed', withSpace(), 'Aisha and you'],
  ['a break', paused, 'Aisha and you'],
  ['an end', ended, 'This has come to an end'],
];

waitsAndTriesAgain({
  reads: 'pair',
  part: screen,
  given: { pair: introduced() },
  there: () => heading('Meet Aisha'),
});

test('names several and the reader in one list', async () => {
  const partners = ['Clara', 'Diego', 'Meera'].map((firstName) => ({ firstName }));
  answers({ pair: withSpace({ partners }), goals: { goals: [] }, planning: aPlanning() });
  await onScreen(screen());
  await sees(heading('Clara, Diego, Meera, and you'));
  await sees(button('More about you, Clara, Diego, and Meera'));
  await sees('Only you, Clara, Diego, and Meera see this.');
});

test.each(stages)('the state of the pair decides the screen: %s', async (_, pair, title) => {
  const server = answers({ pair, goals: { goals: [] }, planning: aPlanning() });
  await onScreen(screen());
  await sees(heading(title));
  expect(server.sent('pair')[0]?.params).toEqual({ pair: PAIR });
});

test('the space is closed before both signed', async () => {
  const server = answers({ pair: toSign() });
  await onScreen(screen());
  await sees(heading('Our ground rules'));
  await seesNo(button('We met'));
  expect(server.sent('goals')).toEqual([]);
});

test('a pair that has not met finds five minutes to read, while it waits and in its space', async () => {
  const never = aStanding({ stage: 'never', at: null, last: null });
  for (const pair of [
    aPair({ canDraft: false }),
    withSpace({ meeting: null }),
    withSpace({ meeting: never }),
  ]) {
    answers({ pair, goals: { goals: [] }, planning: aPlanning() });
    await onScreen(screen());
    await press('Five minutes before you meet');
    expect(primer).toHaveBeenCalledOnce();
    primer.mockClear();
  }
  for (const meeting of [aStanding(), aStanding({ stage: 'now', last: null })]) {
    answers({ pair: withSpace({ meeting }), goals: { goals: [] }, planning: aPlanning() });
    await onScreen(screen());
    await sees(button('We met'));
    await seesNo(button('Five minutes before you meet'));
  }
});

test('names everybody one is with', async () => {
  answers({ pair: aPair({ partners: [{ firstName: 'Aisha' }, { firstName: 'Diego' }] }) });
  await onScreen(screen());
  await sees(heading('Aisha, Diego, and you'));
});

test.each(stages)('leads back home from every stage: %s', async (_, pair) => {
  answers({ pair, goals: { goals: [] }, planning: aPlanning() });
  await onScreen(screen());
  await press('Back to Home');
  expect(back).toHaveBeenCalledOnce();
});

test('goes on from the introduction to the ground rules with the answer', async () => {
  const server = answers({ pair: introduced(), answerPair: { state: 'paired' } });
  await onScreen(screen());
  await sees(heading('Meet Aisha'));
  server.now({ pair: aPair() });
  await press('Yes, let’s be a pair');
  await sees(/^Aisha is writing a first draft\./);
});

test('the space opens with the second signature', async () => {
  const server = answers({
    pair: toSign(),
    signAgreement: undefined,
    goals: { goals: [] },
    planning: aPlanning(),
  });
  await onScreen(screen());
  await sees(button('Sign'));
  await page.getByRole('checkbox').click();
  server.now({ pair: withSpace() });
  await press('Sign');
  await press('Open your space');
  await sees(button('We met'));
});

test('whoever writes is not interrupted when the space opens meanwhile', async () => {
  const server = answers({
    pair: toSign(),
    draftAgreement: problem(412),
    goals: { goals: [] },
    planning: aPlanning(),
  });
  await onScreen(screen());
  await press('Change something');
  await page
    .getByRole('button', { name: /^Where and how often: / })
    .first()
    .click();
  await box('Where and how would you like to meet?').fill('By the river.');
  await press('Done');
  server.now({ pair: withSpace({ agreement: anAgreement({ version: 2, waitingFor: [] }) }) });
  await press('Show it to Aisha');
  await says(/^Aisha changed it while you were writing/);
  await sees(page.getByRole('button', { name: /By the river\./ }));
});

test.each(stages)('fits a side panel: %s', async (_, pair) => {
  answers({
    pair: { ...pair, partners: [{ firstName: LONG }] },
    goals: { goals: [] },
    planning: aPlanning(),
  });
  await onScreen(screen(), { widthPx: NARROW_PX });
  await sees(/^Back to Home$/);
  await expectFits();
});
