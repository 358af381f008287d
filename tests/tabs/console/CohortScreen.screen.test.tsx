import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { CohortScreen } from '#tabs/console/CohortScreen.tsx';
import { answers, type CohortView } from '../answers.ts';
import { expectFits, NARROW_PX, onScreen } from '../onScreen.tsx';
import { heading, press, sees, seesNo, waitsAndTriesAgain } from '../reader.ts';
import { aCohort, aFlow, aMember, aPerson, counts, membersOf, peopleOf } from './given.ts';
import { aReview } from './insights/given.ts';

const back = vi.fn();
const screen = () => <CohortScreen cohort="pilot" onBack={back} />;
const known = (said: Partial<CohortView> = {}) => ({
  cohort: aCohort(said),
  members: membersOf(aMember()),
  flow: aFlow(),
  people: peopleOf([aPerson()]),
  contacts: { contacts: [] },
  lastImport: { last: null },
  runningRound: { running: null, version: '0' },
  rounds: { rounds: [] },
  wishes: { wishes: [] },
  announcements: { announcements: [] },
  audience: { recipients: 3, notJoined: 0, noApp: 0, leftOut: 0 },
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

test('opens with how far everybody is', async () => {
  answers(known());
  await onScreen(screen());
  await sees(/^People are joining · /);
  await expect.element(tab('Overview')).toHaveAttribute('aria-selected', 'true');
  await sees(heading('From an invitation to a first meeting'));
});

test('opens with the people while nobody was invited', async () => {
  answers({ ...known({ counts: counts({ members: 1, invited: 0, joined: 0 }) }), members: membersOf() });
  await onScreen(screen());
  await expect.element(tab('People')).toHaveAttribute('aria-selected', 'true');
});

test('leads from a step to the people who stand there', async () => {
  const server = answers({
    ...known(),
    people: peopleOf([aPerson({ standing: 'invited' }), aPerson({ person: 'diego', name: 'Diego Muestra' })]),
  });
  await onScreen(screen());
  await press('6 have not joined');
  await sees(page.getByRole('button', { name: 'Clara Exampleton', exact: true }));
  expect(server.sent('people').at(-1)?.query).toMatchObject({ standing: 'invited' });
  await seesNo('Diego Muestra');
  await expect.element(tab('People')).toHaveFocus();
});

test.each([
  ['Overview', 'Without anybody'],
  ['People', '4 people'],
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

test.each(['Overview', 'People', 'Matching', 'Announcements', 'Insights', 'Review'])(
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
      people: peopleOf([
        aPerson({ name: 'Wolfeschlegelsteinhausenbergerdorff', standing: 'invited', canAskAgain: true }),
      ]),
    });
    await onScreen(screen(), { widthPx: NARROW_PX });
    await tab(name).click();
    await expect.element(page.getByRole('tabpanel', { name }).getByRole('heading').first()).toBeVisible();
    await expectFits();
  },
);
