import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { Home } from '#tabs/home/Home.tsx';
import { answers, type Me, pending, problem } from '../answers.ts';
import { aMe, anEnrolment, aPairCard, aProfile, aSearch } from '../given.ts';
import { expectFits, NARROW_PX, onScreen } from '../onScreen.tsx';
import { alert, heading, press, region, says, sees, seesNo, waitsAndTriesAgain } from '../reader.ts';
import { app } from '../teamsJs.ts';

const go = vi.fn();
const home = (said: Partial<Me> = {}) => <Home me={aMe(said)} go={go} />;
const joined = { enrolments: [anEnrolment()] };
const next = () => region('Your next step');

waitsAndTriesAgain({
  reads: 'profile',
  part: () => home(),
  given: { profile: aProfile() },
  there: next,
});

test('asks for a moment while the searches are read', async () => {
  answers({ profile: aProfile(), searches: pending });
  await onScreen(home(joined));
  await sees('One moment…');
  await seesNo(next());
});

test('a search that cannot be read holds nothing up', async () => {
  answers({ profile: aProfile(), searches: problem(500, 'Your search cannot be read just now.') });
  await onScreen(home(joined));
  await sees(next());
  await says('Your search cannot be read just now.');
});

test('somebody who takes part in nothing is told what it is, and asked nothing', async () => {
  const server = answers({ profile: aProfile() });
  await onScreen(home());
  await sees(heading('Hello Clara'));
  await sees(next().getByText('Nothing for you to do'));
  await seesNo(region('You and…'));
  await seesNo(region('Your programmes'));
  await seesNo(alert());
  expect(server.sent('searches')).toEqual([]);
});

test('greets somebody whose name is known nowhere without a gap', async () => {
  answers({ profile: aProfile() });
  await onScreen(home({ firstName: '' }));
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent(/^Hello$/);
});

test('leads to a pair and to a programme by name', async () => {
  answers({ profile: aProfile(), searches: { searches: [] } });
  await onScreen(home({ ...joined, pairs: [aPairCard()] }));
  await sees('Ready to meet · Finance pilot');
  await press('Open: Aisha');
  await press('Open: Finance pilot');
  expect(go.mock.calls).toEqual([
    [{ at: 'pair', pair: 'clara-aisha' }],
    [{ at: 'invitation', cohort: 'pilot' }],
  ]);
});

test('says how each pair stands', async () => {
  answers({ profile: aProfile() });
  await onScreen(
    home({
      pairs: [
        aPairCard({ pair: 'a', next: 'wait' }),
        aPairCard({ pair: 'b', state: 'introduced', next: 'wait', partners: [{ firstName: 'Diego' }] }),
        aPairCard({ pair: 'c', state: 'ended', next: 'none', partners: [{ firstName: 'Meera' }] }),
        aPairCard({ pair: 'd', state: 'paused', next: 'meet', partners: [{ firstName: 'Noor' }] }),
      ],
    }),
  );
  for (const said of ['Aisha writes your ground rules', 'You have answered', 'Ended', 'Paused'])
    await sees(`${said} · Finance pilot`);
});

test('a programme that was left says so, and still opens its page', async () => {
  answers({ profile: aProfile() });
  await onScreen(home({ enrolments: [anEnrolment({ state: 'left' })] }));
  await sees('You left');
  await press('Open: Finance pilot');
  expect(go.mock.calls).toEqual([[{ at: 'invitation', cohort: 'pilot' }]]);
});

test('shows the searches that are not the next step', async () => {
  const other = aSearch({ cohort: 'wave', cohortName: 'Sales wave' });
  answers({ profile: aProfile({ capacity: 2 }), searches: { searches: [aSearch(), other] } });
  await onScreen(
    home({ enrolments: [anEnrolment(), anEnrolment({ cohort: 'wave', cohortName: 'Sales wave' })] }),
  );
  await sees(next().getByText('Choose a mentor yourself'));
  await sees(region('Choose a mentor yourself').getByText('Sales wave'));
});

test.each([
  ['as the catalogue calls it', 'of-the-catalogue', 'of-the-catalogue'],
  ['as the server calls it, where the client does not say', undefined, 'turntable'],
])('opens the chat with the bot of the app %s', async (_, appId, called) => {
  app.getContext.mockResolvedValue({
    app: { theme: 'default', locale: 'en', ...(appId && { appId }) },
    page: {},
  });
  answers({ profile: aProfile(), searches: { searches: [] } });
  await onScreen(home(joined));
  await press('Chat with the bot');
  await expect
    .poll(() => app.openLink.mock.calls)
    .toEqual([[`https://teams.microsoft.com/l/entity/${called}/conversations`]]);
});

test('says kindly when Teams cannot open it', async () => {
  app.openLink.mockRejectedValue(new Error('no'));
  answers({ profile: aProfile(), searches: { searches: [] } });
  await onScreen(home(joined));
  await press('Chat with the bot');
  await says(/Something went wrong on our side/);
});

test('fits a side panel', async () => {
  answers({ profile: aProfile(), searches: { searches: [aSearch()] } });
  await onScreen(
    home({ ...joined, pairs: [aPairCard({ partners: [{ firstName: 'Wolfeschlegelsteinhausen' }] })] }),
    {
      widthPx: NARROW_PX,
    },
  );
  await sees(next());
  expectFits();
});
