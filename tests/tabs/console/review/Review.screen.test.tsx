import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { Review } from '#tabs/console/review/Review.tsx';
import { answers, problem } from '../../answers.ts';
import { expectAccessible, expectFits, NARROW_PX, onScreen } from '../../onScreen.tsx';
import { box, button, heading, press, region, says, sees, seesNo, waitsAndTriesAgain } from '../../reader.ts';
import { aReview } from '../insights/given.ts';

const review = (tweaks: string[] = []) => <Review cohort="pilot" tweaks={tweaks} />;
const choose = (name: RegExp) => page.getByRole('radio', { name }).click();

waitsAndTriesAgain({
  reads: 'review',
  part: review,
  given: { review: aReview() },
  there: () => heading('Start, middle, end'),
});

test('puts start, middle and end beside each other', async () => {
  answers({ review: aReview() });
  await onScreen(review());
  const rows = region('Start, middle, end').getByRole('row');
  await expect
    .element(rows.nth(0))
    .toHaveTextContent('StartDecember 7, 2026MiddleFebruary 1, 2027EndApril 26, 2027');
  await expect.element(rows.nth(3)).toHaveTextContent('Executives who metMost of 20Most of 20Most of 20');
  await expect
    .element(rows.nth(4))
    .toHaveTextContent(
      'Worth the hourExecutives 60%Mentors 70%Executives 70%Mentors 80%Executives 80%Mentors 90% or more',
    );
});

test('says that it is early while nothing is published', async () => {
  answers({ review: aReview({ looks: [] }) });
  await onScreen(review());
  await sees(/^There is nothing to look at yet\./);
});

test('shows what was to change this time', async () => {
  answers({ review: aReview() });
  await onScreen(review(['Mentors meet each other first']));
  await expect.element(region('To change this time')).toHaveTextContent('Mentors meet each other first');
});

test('records a decision with its changes, asked once more, with what was seen', async () => {
  const server = answers({ review: aReview(), recordReview: aReview({ etag: 'r1' }) });
  await onScreen(review());
  await press('Record the decision');
  await says('Please choose one of the three.');
  await choose(/^Adjust/);
  await press('Record the decision');
  await says('Please write at least one thing that will change.');
  await box('Another change').fill('Mentors meet each other first');
  await press('Add');
  await box('Another change').fill('A first chat for every pair');
  await press('Record the decision');
  await sees(heading('Record “adjust, then go on”?'));
  await expect.element(button('Cancel')).toHaveFocus();
  expect(server.sent('recordReview')).toEqual([]);
  server.now({
    review: aReview({
      etag: 'r1',
      review: {
        decision: 'adjust',
        tweaks: ['Mentors meet each other first'],
        by: 'Noor Prøve',
        at: '2027-04-30T12:00:00.000Z',
      },
    }),
  });
  await press('Record the decision');
  await sees(heading('Decided: adjust, then go on').first());
  expect(server.sent('recordReview').map(({ body }) => body)).toEqual([
    { decision: 'adjust', tweaks: ['Mentors meet each other first', 'A first chat for every pair'] },
  ]);
  await expect
    .element(region('Decided: adjust, then go on'))
    .toHaveTextContent('Recorded by Noor Prøve, April 30, 2027');
  await seesNo(heading('What do you decide?'));
});

test('says it when another champion was quicker, and what was written stays', async () => {
  answers({ review: aReview(), recordReview: problem(412, 'Somebody else changed this.') });
  await onScreen(review());
  await choose(/^Adjust/);
  await box('Another change').fill('Begin later');
  await press('Record the decision');
  await press('Record the decision');
  await says('Somebody else changed this.');
  await press('Cancel');
  await expect.element(box('Another change')).toHaveValue('Begin later');
});

test('a change can be taken out again', async () => {
  answers({ review: aReview() });
  await onScreen(review());
  await choose(/^Adjust/);
  await box('Another change').fill('Begin later');
  await press('Add');
  await press('Remove “Begin later”');
  await seesNo(button('Remove “Begin later”'));
});

test('has one page to print, and shows it before', async () => {
  answers({ review: aReview() });
  const print = vi.spyOn(window, 'print').mockImplementation(() => undefined);
  await onScreen(review());
  await press('Print');
  expect(print).toHaveBeenCalledOnce();
  await press('Read the report first');
  const report = page.getByRole('article', { name: 'Report to print' });
  await expect.element(report).toHaveTextContent('Executives who metMost of 20');
  await expect
    .element(report)
    .toHaveTextContent('Retention: 90% or more of mentors say that it was worth the hour.');
  await expect.element(report).toHaveTextContent('Insight: 6 people saw something change');
  await expect.element(report).toHaveTextContent('Succession: 20 mentors');
  await expect.element(report).toHaveTextContent('Nothing decided yet');
  await expect.poll(() => document.querySelectorAll('.turntable-printed article')).toHaveLength(1);
});

test('fits a side panel and is accessible', async () => {
  answers({ review: aReview() });
  await onScreen(review(['Mentors meet each other first']), { widthPx: NARROW_PX });
  await choose(/^Adjust/);
  await press('Read the report first');
  await expectFits();
  await expectAccessible();
});
