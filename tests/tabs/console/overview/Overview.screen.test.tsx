import { beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { Overview } from '#tabs/console/overview/Overview.tsx';
import { answers, type FlowView } from '../../answers.ts';
import { expectFits, NARROW_PX, onScreen } from '../../onScreen.tsx';
import { heading, press, region, sees, seesNo, waitsAndTriesAgain } from '../../reader.ts';
import { aCohort, aFlow } from '../given.ts';

const [go, people] = [vi.fn(), vi.fn()];
const overview = () => <Overview view={aCohort()} onGo={go} onPeople={people} />;
const given = (said: Partial<FlowView> = {}) => ({ flow: aFlow(said) });
const step = (place: number) =>
  region('From an invitation to a first meeting').getByRole('listitem').nth(place);
beforeEach(() => {
  go.mockReset();
  people.mockReset();
});

waitsAndTriesAgain({
  reads: 'flow',
  part: overview,
  given: given(),
  there: () => heading('From an invitation to a first meeting'),
});

test('narrows from invited to met, with a number only where one was published', async () => {
  answers(given());
  await onScreen(overview());
  for (const [place, said] of [
    'Invited406 have not joined',
    'Joined344 have nobody',
    'Introduced306 wait for a yes',
    'Paired246 executives to sign',
    'Signed6of 12 executivesmost executives to meet',
    'Meta fewof 12 executives',
  ].entries())
    await expect.element(step(place)).toHaveTextContent(said);
  await sees(/as published on November 23, 2026/);
});

test.each([
  ['6 have not joined', 'invited'],
  ['4 have nobody', 'joined'],
  ['6 wait for a yes', 'introduced'],
] as const)('%s leads to those people', async (words, standing) => {
  answers(given());
  await onScreen(overview());
  await press(words);
  expect(people).toHaveBeenCalledExactlyOnceWith(standing);
});

test('says nothing of signing and meeting before anything was published', async () => {
  answers(given({ signed: null, met: null, on: null }));
  await onScreen(overview());
  await expect.poll(() => page.getByText('Too few people yet; shown from five.').length).toBe(2);
  await seesNo(/executives to sign/);
});

test('names who has nobody, longest first, with the way to a round', async () => {
  answers(given());
  await onScreen(overview());
  const alone = region('Without anybody').getByRole('listitem');
  await expect
    .element(alone.nth(0))
    .toHaveTextContent('Diego MuestraExecutive · nobody to meet since November 2, 2026');
  await expect.element(alone.nth(1)).toHaveTextContent('Aisha SpecimenMentor');
  await press('and 2 more');
  expect(people).toHaveBeenCalledExactlyOnceWith('joined');
  await press('Start a round for them');
  expect(go).toHaveBeenCalledExactlyOnceWith('rounds');
});

test('begins with an outline and a sentence, and nobody in it', async () => {
  answers(
    given({
      ...{ invited: 0, joined: 0, introduced: 0, paired: 0, unanswered: 0 },
      signed: null,
      met: null,
      on: null,
      alone: { count: 0, first: [] },
    }),
  );
  await onScreen(overview());
  await sees(/^Here you will see how far everybody is/);
  await seesNo(heading('Without anybody'));
});

test('fits a side panel', async () => {
  answers(given({ invited: 50_012, joined: 41_204 }));
  await onScreen(overview(), { widthPx: NARROW_PX });
  await sees('50012');
  await expectFits();
});
