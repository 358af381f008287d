import { expect, test } from 'vitest';
import { PairScreen } from '#tabs/pair/PairScreen.tsx';
import { answers, type PairView, problem } from '../answers.ts';
import { expectFits, NARROW_PX, onScreen } from '../onScreen.tsx';
import { box, button, heading, press, says, sees, seesNo, waitsAndTriesAgain } from '../reader.ts';
import { anAgreement, aPair, back, introduced, LONG, PAIR, search, toSign, withSpace } from './pairs.tsx';

const screen = () => <PairScreen pair={PAIR} onBack={back} onSearch={search} />;
const paused = aPair({ state: 'paused', next: 'none' });
const ended = aPair({ state: 'ended', next: 'none' });
const stages: [string, PairView, string][] = [
  ['an introduction', introduced(), 'Meet Aisha'],
  ['the ground rules, until both signed', toSign(), 'Our ground rules'],
  ['the space, once both signed', withSpace(), 'You and Aisha'],
  ['a break', paused, 'You and Aisha are having a break'],
  ['an end', ended, 'This has come to an end'],
];

waitsAndTriesAgain({
  reads: 'pair',
  part: screen,
  given: { pair: introduced() },
  there: () => heading('Meet Aisha'),
});

test.each(stages)('the state of the pair decides the screen: %s', async (_, pair, title) => {
  const server = answers({ pair, goals: { goals: [] } });
  await onScreen(screen());
  await sees(heading(title));
  expect(server.sent('pair')[0]?.params).toEqual({ pair: PAIR });
});

test('the space is closed before both signed', async () => {
  const server = answers({ pair: toSign() });
  await onScreen(screen());
  await sees(heading('Our ground rules'));
  await seesNo(button('Find a time to meet'));
  expect(server.sent('goals')).toEqual([]);
});

test('names everybody one is with', async () => {
  answers({ pair: aPair({ partners: [{ firstName: 'Aisha' }, { firstName: 'Diego' }] }) });
  await onScreen(screen());
  await sees(heading('You and Aisha and Diego'));
});

test.each(stages)('leads back home from every stage: %s', async (_, pair) => {
  answers({ pair, goals: { goals: [] } });
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
  const server = answers({ pair: toSign(), signAgreement: undefined, goals: { goals: [] } });
  await onScreen(screen());
  await sees(button('Sign'));
  server.now({ pair: withSpace() });
  await press('Sign');
  await sees(button('Find a time to meet'));
});

test('whoever writes is not interrupted when the space opens meanwhile', async () => {
  const server = answers({ pair: toSign(), draftAgreement: problem(412), goals: { goals: [] } });
  await onScreen(screen());
  await press('Change something');
  await box('What this is').fill('A walk.');
  server.now({ pair: withSpace({ agreement: anAgreement({ version: 2, waitingFor: [] }) }) });
  await press('Save for both to sign');
  await says(/What you typed is still here\./);
  await expect.element(box('What this is')).toHaveValue('A walk.');
  await press('Take the newer one');
  await sees(button('Find a time to meet'));
});

test.each(stages)('fits a side panel: %s', async (_, pair) => {
  answers({ pair: { ...pair, partners: [{ firstName: LONG }] }, goals: { goals: [] } });
  await onScreen(screen(), { widthPx: NARROW_PX });
  await sees(/^Back to Home$/);
  expectFits();
});
