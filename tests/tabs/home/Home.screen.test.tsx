import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { useMe } from '#tabs/api/me.ts';
import { Home } from '#tabs/home/Home.tsx';
import { ReaderProvider } from '#tabs/parts/Frame.tsx';
import { Ready } from '#tabs/parts/Ready.tsx';
import { answers, type Me, pending, problem } from '../answers.ts';
import { aFace, aMe, anEnrolment, aPairCard, aPlanning, aProfile, aSearch, aStanding } from '../given.ts';
import { expectFits, NARROW_PX, onScreen } from '../onScreen.tsx';
import { alert, button, heading, press, region, says, sees, seesNo, waitsAndTriesAgain } from '../reader.ts';
import { app } from '../teamsJs.ts';

const go = vi.fn();
/** The navigation above Home. */
const NAV_PX = 52;
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
  await seesNo(page.getByRole('article'));
  await seesNo(alert());
  expect(server.sent('searches')).toEqual([]);
});

test('greets somebody whose name is known nowhere without a gap', async () => {
  answers({ profile: aProfile() });
  await onScreen(home({ firstName: '' }));
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent(/^Hello$/);
});

test('leads to a pair and to a programme by name', async () => {
  answers({ profile: aProfile(), searches: { searches: [] }, planning: aPlanning() });
  await onScreen(home({ ...joined, pairs: [aPairCard()] }));
  await sees('Ready to meet');
  await press('Open: Aisha and you');
  await press('Open: Finance pilot');
  expect(go.mock.calls).toEqual([
    [{ at: 'pair', pair: 'clara-aisha' }],
    [{ at: 'invitation', cohort: 'pilot' }],
  ]);
});

test('leads a sponsor to what they back, and says how much waits for their yes', async () => {
  answers({ profile: aProfile(), searches: { searches: [] } });
  go.mockClear();
  await onScreen(home({ backs: [{ cohort: 'pilot', cohortName: 'Finance pilot', waiting: 1 }] }));
  await sees('1 message waits for your yes');
  await press('Open: Finance pilot');
  expect(go.mock.calls).toEqual([[{ at: 'sponsor', cohort: 'pilot' }]]);
});

test('says how each pair stands', async () => {
  answers({ profile: aProfile(), planning: aPlanning() });
  await onScreen(
    home({
      pairs: [
        aPairCard({ pair: 'a', next: 'wait' }),
        aPairCard({ pair: 'b', state: 'introduced', next: 'wait', partners: [{ firstName: 'Diego' }] }),
        aPairCard({ pair: 'c', state: 'ended', next: 'none', partners: [{ firstName: 'Meera' }] }),
        aPairCard({
          ...{ pair: 'd', state: 'paused', next: 'rest', pausedUntil: '2027-01-04' },
          partners: [{ firstName: 'Noor' }],
        }),
      ],
    }),
  );
  for (const said of ['Aisha writes your ground rules', 'You have answered', 'Ended']) await sees(said);
  await sees(/^A break until .*4.*$/);
});

test('does not say that two met where nobody knows', async () => {
  answers({ profile: aProfile(), searches: { searches: [] }, planning: aPlanning() });
  await onScreen(home(paired({ meeting: aStanding({ stage: 'after', isSure: false }) })));
  await sees('Did you meet on Thursday, November 5?');
  await seesNo('You met on Thursday, November 5');
});

test('a programme that was left says so, and still opens its page', async () => {
  answers({ profile: aProfile() });
  await onScreen(home({ enrolments: [anEnrolment({ state: 'left' })] }));
  await sees('You left');
  await press('Open: Finance pilot');
  expect(go.mock.calls).toEqual([[{ at: 'invitation', cohort: 'pilot' }]]);
});

test('a programme that is over asks for nothing, and only whoever took part finds its page', async () => {
  answers({ profile: aProfile() });
  const over = { isOver: true, cohortName: 'Old wave' };
  const states = ['joined', 'invited', 'later', 'passed', 'left'] as const;
  await onScreen(home({ enrolments: states.map((state) => anEnrolment({ ...over, state, cohort: state })) }));
  await sees('This programme is over');
  await expect.poll(() => page.getByText('Old wave').length).toBe(1);
  await press('Open: Old wave');
  expect(go.mock.calls).toEqual([[{ at: 'invitation', cohort: 'joined' }]]);
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
  answers({ profile: aProfile(), searches: { searches: [aSearch()] }, planning: aPlanning() });
  await onScreen(
    home({ ...joined, pairs: [aPairCard({ partners: [{ firstName: 'Wolfeschlegelsteinhausen' }] })] }),
    {
      widthPx: NARROW_PX,
    },
  );
  await sees(next());
  await expectFits();
});

test('leads whoever takes part, or is a contact, to the page of concerns, and nobody else', async () => {
  answers({ profile: aProfile(), searches: { searches: [] } });
  for (const [said, name] of [
    [joined, 'Raise a concern'],
    [{ ...joined, isContact: true }, 'Raise a concern'],
    [{ isContact: true }, 'People who turned to you'],
  ] as const) {
    await onScreen(home(said));
    await press(name);
    expect(go).toHaveBeenLastCalledWith({ at: 'concern' });
  }
  await onScreen(home());
  await sees(next());
  await seesNo(page.getByRole('button', { name: 'Raise a concern' }));
});

const paired = (said: Partial<Me['pairs'][number]> = {}) => ({
  ...joined,
  pairs: [{ ...aPairCard(), meeting: aStanding(), ...said }],
});
const goal = { text: 'Film alone', isMine: true, ownerFirstName: 'Clara', began: 2, confidence: 4 };

test('says how somebody likes to be reached and what time it is where they are', async () => {
  answers({ profile: aProfile(), searches: { searches: [] }, planning: aPlanning() });
  await onScreen(
    <ReaderProvider value={{ locale: 'en', timeZone: 'Europe/Berlin' }}>{home(paired())}</ReaderProvider>,
  );
  /** The day is said as well while it is another one there. */
  await sees(/^Likes chat or call · (\w+,? )?\d{1,2}:\d\d.[AP]M in London$/);
});

test('says so of each where there are several', async () => {
  const [one] = aPlanning().partners;
  const diego = { firstName: 'Diego', mail: '', timeZone: 'Europe/Berlin', reach: ['mail' as const] };
  answers({
    ...{ profile: aProfile(), searches: { searches: [] } },
    planning: aPlanning({ partners: one ? [one, diego] : [] }),
  });
  const partners = [{ firstName: 'Aisha' }, { firstName: 'Diego' }];
  await onScreen(
    <ReaderProvider value={{ locale: 'en', timeZone: 'Europe/Berlin' }}>
      {home(paired({ partners }))}
    </ReaderProvider>,
    { widthPx: NARROW_PX },
  );
  await sees(heading('Open: Aisha, Diego, and you'));
  await sees(/^Aisha: Likes chat or call · .* in London; Diego: Likes mail$/);
  await expectFits();
});

test('the card of a circle says that one of its mentors writes', async () => {
  answers({ profile: aProfile(), searches: { searches: [] }, planning: aPlanning() });
  await onScreen(home(paired({ next: 'wait', partners: [{ firstName: 'Aisha' }, { firstName: 'Meera' }] })));
  await sees('One of your mentors writes your ground rules');
});

test('keeps to itself how to reach somebody before both have said yes', async () => {
  const server = answers({ profile: aProfile(), searches: { searches: [] } });
  await onScreen(home({ pairs: [aPairCard({ state: 'introduced', next: 'answer' })] }));
  await sees('Waiting for your answer');
  expect(server.sent('planning')).toEqual([]);
});

test('a goal stands beside the pair with then and now in words, and the programme in the line of help', async () => {
  answers({ profile: aProfile(), searches: { searches: [] }, planning: aPlanning() });
  await onScreen(home(paired({ goal })));
  await sees('Your goal · not very sure then, sure now');
  await press('Finance pilot, and who runs it');
  await press('Open: Film alone');
  expect(go.mock.calls).toEqual([
    [{ at: 'invitation', cohort: 'pilot' }],
    [{ at: 'pair', pair: 'clara-aisha' }],
  ]);
});

test('an invitation that waits is a tile, whatever else is there', async () => {
  answers({ profile: aProfile(), searches: { searches: [] }, planning: aPlanning() });
  const wave = anEnrolment({ cohort: 'wave', cohortName: 'Sales wave', state: 'later' });
  await onScreen(home({ ...paired({ goal }), enrolments: [anEnrolment(), wave] }));
  await press('Open: Sales wave');
  expect(go.mock.calls).toEqual([[{ at: 'invitation', cohort: 'wave' }]]);
});

test('thanks stay on screen when the next step is another by now, until they are let go', async () => {
  const server = answers({
    ...{ profile: aProfile(), searches: { searches: [] }, planning: aPlanning(), giveFeedback: aFace(4) },
    me: aMe(paired({ meeting: aStanding({ stage: 'after' }) })),
  });
  await onScreen(<Following />);
  await page.getByRole('radio', { name: 'Yes', exact: true }).click();
  server.now({ me: aMe(paired()) });
  await sees('You said: Yes.');
  await press('Read again');
  await expect.poll(() => server.sent('me').length).toBeGreaterThan(1);
  await sees('You said: Yes.');
  await press('Done');
  await sees(heading('You and Aisha are under way'));
});

/** Home that follows the server. */
function Following() {
  const me = useMe();
  return (
    <>
      <button type="button" onClick={() => void me.refetch()}>
        Read again
      </button>
      <Ready query={me}>{(who) => <Home me={who} go={go} />}</Ready>
    </>
  );
}

test('what matters stands on one screen of 1024 × 640', async () => {
  answers({ profile: aProfile(), searches: { searches: [] }, planning: aPlanning() });
  await onScreen(home(paired({ goal, meeting: aStanding({ stage: 'never', at: null, last: null }) })), {
    widthPx: 1024,
  });
  await sees(button('Put Tuesday in the diary'));
  await expect
    .poll(
      () => page.getByRole('button', { name: 'Raise a concern' }).element().getBoundingClientRect().bottom,
    )
    .toBeLessThanOrEqual(640 - NAV_PX);
});
