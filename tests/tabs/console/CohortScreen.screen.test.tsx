import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { CohortScreen } from '#tabs/console/CohortScreen.tsx';
import { answers, type CohortView } from '../answers.ts';
import { expectFits, NARROW_PX, onScreen } from '../onScreen.tsx';
import { heading, press, sees, seesNo, waitsAndTriesAgain } from '../reader.ts';
import { aCohort, aMember, counts, membersOf } from './given.ts';
import { aReview } from './insights/given.ts';

const back = vi.fn();
const screen = () => <CohortScreen cohort="pilot" onBack={back} />;
const known = (said: Partial<CohortView> = {}) => ({
  cohort: aCohort(said),
  members: membersOf(aMember()),
  contacts: { contacts: [] },
  lastImport: { last: null },
  runningRound: { running: null, version: '0' },
  rounds: { rounds: [] },
  wishes: { wishes: [] },
  announcements: { announcements: [] },
  insights: { state: 'tooFew' as const, needed: 5 },
  review: aReview(),
});
const tab = (name: string) => page.getByRole('tab', { name, exact: true });

waitsAndTriesAgain({
  reads: 'cohort',
  part: screen,
  given: known(),
  there: () => heading('Finance pilot'),
});

test('says where the cohort stands, in a sentence and in four figures', async () => {
  answers(known({ counts: counts({ members: 4, joined: 3, introduced: 1, paired: 0 }) }));
  await onScreen(screen());
  await sees(/^People are joining · /);
  await expect
    .poll(() =>
      page
        .getByRole('definition')
        .elements()
        .map((one) => one.textContent),
    )
    .toEqual(['4', '3', '1', '0']);
});

test.each([
  ['People', '1 person has Turntable'],
  ['Matching', 'Matching round'],
  ['Announcements', 'New announcement'],
  ['Insights', 'Too early to say'],
  ['Review', 'Start, middle, end'],
])('%s has a tab of its own', async (name, title) => {
  answers(known());
  await onScreen(screen());
  await tab(name).click();
  await sees(page.getByRole('tabpanel', { name }).getByRole('heading', { name: title, exact: true }));
});

test('leads to what comes next, and not to where one is', async () => {
  answers(known());
  await onScreen(screen());
  await press('Go to Matching');
  await sees(heading('Matching round'));
  await seesNo(page.getByRole('button', { name: 'Go to Matching' }));
  await expect.element(tab('Matching')).toHaveFocus();
});

test('leads back to all cohorts', async () => {
  answers(known());
  await onScreen(screen());
  await press('Back');
  expect(back).toHaveBeenCalledOnce();
});

test.each(['People', 'Matching', 'Announcements', 'Insights', 'Review'])(
  'fits a side panel: %s',
  async (name) => {
    answers({
      ...known({ name: 'Rechnungsprüfungsausschussvorsitzende' }),
      members: membersOf(
        aMember({ name: 'Wolfeschlegelsteinhausenbergerdorff' }),
        aMember({
          person: 'diego',
          hasApp: false,
          mail: 'diego.muestra.with-a-long-name@finance.example.com',
        }),
      ),
    });
    await onScreen(screen(), { widthPx: NARROW_PX });
    await tab(name).click();
    await expect.element(page.getByRole('tabpanel', { name }).getByRole('heading').first()).toBeVisible();
    await expectFits();
  },
);
