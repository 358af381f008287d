import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { Cohorts } from '#tabs/console/Cohorts.tsx';
import { answers } from '../answers.ts';
import { expectFits, NARROW_PX, onScreen } from '../onScreen.tsx';
import { button, heading, press, sees, seesNo, waitsAndTriesAgain } from '../reader.ts';
import { aCohort, counts } from './given.ts';

const NOW = '2026-11-23T09:00:00.000Z';
const open = vi.fn();
const cohorts = (canCreate = true) => <Cohorts canCreate={canCreate} onOpen={open} />;
const several = {
  cohorts: {
    now: NOW,
    cohorts: [
      aCohort(),
      aCohort({
        ...{ cohort: 'round', name: 'Round tables', circle: { least: 2, most: 5 } },
        counts: counts({ members: 9, joined: 9, paired: 2 }),
      }),
      aCohort({ cohort: 'wave', name: 'Sales wave', state: 'draft', counts: counts({ members: 0 }) }),
    ],
  },
};

waitsAndTriesAgain({
  reads: 'cohorts',
  part: () => cohorts(),
  given: several,
  there: () => heading('Finance pilot'),
});

test('says how each cohort stands, and opens it by name', async () => {
  answers(several);
  await onScreen(cohorts());
  await expect.element(page.getByText(/^People are joining · November 1, 2026/).first()).toBeVisible();
  await sees('4 people · 4 joined · 0 pairs');
  await sees('9 people · 9 joined · 2 circles');
  await sees(/^Being set up · /);
  await press('Open Sales wave');
  expect(open.mock.calls).toEqual([['wave']]);
});

test('where there is none it says what a cohort is, and how to begin', async () => {
  answers({ cohorts: { cohorts: [], now: NOW }, tweaks: { reviews: [] } });
  await onScreen(cohorts());
  await sees(heading('No cohort yet'));
  await press('Create a cohort');
  await sees(heading('A new cohort'));
  await press('Cancel');
  await sees(heading('Your programme'));
});

test('only whoever may begins one', async () => {
  answers(several);
  await onScreen(cohorts(false));
  await sees(heading('Finance pilot'));
  await seesNo(button('Create a cohort'));
});

test('opens the one just created', async () => {
  answers({ ...several, tweaks: { reviews: [] }, createCohort: aCohort({ cohort: 'new' }) });
  await onScreen(cohorts());
  await press('Create a cohort');
  await page.getByRole('textbox', { name: 'Name' }).fill('Finance pilot');
  await press('Create cohort');
  await expect.poll(() => open.mock.calls).toEqual([['new']]);
});

test('fits a side panel', async () => {
  answers({ cohorts: { cohorts: [aCohort({ name: 'Rechnungsprüfungsausschussvorsitzende' })], now: NOW } });
  await onScreen(cohorts(), { widthPx: NARROW_PX });
  await sees(heading('Rechnungsprüfungsausschussvorsitzende'));
  await expectFits();
});
