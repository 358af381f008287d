import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { AfterConcern } from '#tabs/home/AfterConcern.tsx';
import { answers } from '../answers.ts';
import { aMe, anEnrolment, aPairCard } from '../given.ts';
import { onScreen } from '../onScreen.tsx';
import { PAIR, withSpace } from '../pair/pairs.tsx';
import { button, heading, press, sees, seesNo } from '../reader.ts';

const me = (said = {}) => aMe({ enrolments: [anEnrolment()], pairs: [aPairCard({ pair: PAIR })], ...said });

test('offers an ordinary break and an ordinary end for the pair of that programme', async () => {
  const server = answers({
    pair: withSpace({ turn: 2 }),
    endPair: { state: 'ended', turn: 3, pausedUntil: null },
  });
  await onScreen(<AfterConcern me={me()} cohort="pilot" />);
  await sees(heading('And your pair with Aisha?'));
  await sees(/nothing of what you wrote here/);
  await press('End this pair…');
  await page.getByRole('button', { name: 'Yes, end it' }).click();
  await expect.poll(() => server.sent('endPair').length).toBe(1);
  expect(server.sent('endPair')[0]?.body).toBeUndefined();
});

test('offers nothing where there is no pair, or another programme', async () => {
  answers({ pair: withSpace() });
  await onScreen(<AfterConcern me={me({ pairs: [] })} cohort="pilot" />);
  await seesNo(button('End this pair…'));
  await onScreen(<AfterConcern me={me()} cohort="other" />);
  await seesNo(button('End this pair…'));
});
