import { expect, test } from 'vitest';
import { Insights } from '#tabs/console/insights/Insights.tsx';
import { answers } from '../../answers.ts';
import { expectFits, NARROW_PX, onScreen } from '../../onScreen.tsx';
import { heading, region, sees, seesNo, waitsAndTriesAgain } from '../../reader.ts';

const insights = () => <Insights cohort="pilot" />;
const there = {
  insights: {
    state: 'there' as const,
    figures: [
      { key: 'worthTheHour' as const, value: 4.25, people: 8 },
      { key: 'candid' as const, value: 87.5, people: 6 },
    ],
  },
};
const PROMISE = 'You never see what a pair says. Figures about how it goes stand for at least five people.';

waitsAndTriesAgain({
  reads: 'insights',
  part: insights,
  given: there,
  there: () => heading('Worth the hour'),
});

test('shows each figure with how many people are behind it', async () => {
  answers(there);
  await onScreen(insights());
  await expect.element(region('Worth the hour')).toHaveTextContent('Worth the hour4.3 of 5From 8 people');
  await expect.element(region('Could be candid')).toHaveTextContent('Could be candid87.5%From 6 people');
  await sees(PROMISE);
});

test('shows nothing of fewer than five people, and says why', async () => {
  answers({ insights: { state: 'tooFew', needed: 5 } });
  await onScreen(insights());
  await sees(heading('Too early to say'));
  await sees(/As soon as at least 5 people have given feedback/);
  await sees(PROMISE);
  await seesNo(heading('Worth the hour'));
});

test('fits a side panel', async () => {
  answers(there);
  await onScreen(insights(), { widthPx: NARROW_PX });
  await sees(heading('Worth the hour'));
  expectFits();
});
