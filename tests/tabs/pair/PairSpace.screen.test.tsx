import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { type Locator, page } from 'vitest/browser';
import { PairSpace } from '#tabs/pair/PairSpace.tsx';
import { ReaderProvider } from '#tabs/parts/Frame.tsx';
import { answers } from '../answers.ts';
import { aPlanning, aStanding } from '../given.ts';
import { expectFits, NARROW_PX, onScreen } from '../onScreen.tsx';
import { button, heading, press, sees, seesNo } from '../reader.ts';
import { app, calendar, call, chat } from '../teamsJs.ts';
import { scales } from './exchanges/along.ts';
import { aGoal, aMeeting, given, LONG, toSign, withSpace } from './pairs.tsx';

const space = (view = withSpace()) => <PairSpace {...given(view)} onClosing={() => undefined} />;
const tab = (name: string): Locator => page.getByRole('tab', { name, exact: true });
const part = (name: string): Locator => page.getByRole('tabpanel', { name, exact: true });
const parts = {
  ...{
    goals: { goals: [aGoal()] },
    meetings: { meetings: [] },
    kept: { kept: [] },
    jottings: { jottings: [] },
  },
  ...{ timeline: { moments: [], hasMore: false }, exchanges: scales() },
  planning: aPlanning(),
};

/** The space as the server says that there is something new in it. */
function Renewed() {
  const [spaceVersion, setVersion] = useState('s1');
  return (
    <>
      <Button onClick={() => setVersion('s2')}>Something new</Button>
      {space(withSpace({ spaceVersion }))}
    </>
  );
}

test('begins with the goals, and says who sees it', async () => {
  answers(parts);
  await onScreen(space());
  await sees(part('Goals'));
  await sees(heading('Film with a phone'));
  await sees('Only you and Aisha see this.');
});

test.each([
  ['Meetings', 'Our meetings'],
  ['Along the way', 'What happened so far'],
  ['Kept questions', 'Questions for later'],
  ['Ground rules', 'Our ground rules'],
])('%s is a tab away', async (name, title) => {
  answers(parts);
  await onScreen(space());
  await tab(name).click();
  await sees(part(name));
  await sees(heading(title));
  await seesNo(heading('Film with a phone'));
});

test('reads a part only when it is looked at', async () => {
  const server = answers(parts);
  await onScreen(space());
  await sees(heading('Film with a phone'));
  expect([server.sent('meetings').length, server.sent('kept').length]).toEqual([0, 0]);
  await tab('Meetings').click();
  await expect.poll(() => server.sent('meetings').length).toBeGreaterThan(0);
});

test('begins with the agreement while a new version waits for a signature', async () => {
  answers(parts);
  await onScreen(space(toSign({ hasSpace: true, spaceVersion: 's1' })));
  await sees(part('Ground rules'));
  await expect.element(tab('Ground rules')).toHaveAttribute('aria-selected', 'true');
});

test('reads again what is on screen when there is something new', async () => {
  const server = answers(parts);
  await onScreen(<Renewed />);
  await sees(heading('Film with a phone'));
  server.now({ goals: { goals: [aGoal({ text: 'Film with two phones' })] } });
  await press('Something new');
  await sees(heading('Film with two phones'));
});

test('plans a meeting of the two, as long as agreed and as often', async () => {
  answers({ ...parts, planning: aPlanning({ rhythm: 'monthly' }) });
  await onScreen(space());
  await sees('When will you meet Aisha again?');
  await press('Put Tuesday in the diary');
  await expect
    .poll(() => calendar.composeMeeting.mock.calls)
    .toEqual([
      [
        {
          subject: 'A conversation: Clara and Aisha',
          content: expect.stringMatching(/^Time for an honest conversation\..*every month/),
          attendees: ['aisha@example.com'],
          startTime: '2026-12-08T09:00:00.000Z',
          endTime: '2026-12-08T10:00:00.000Z',
        },
      ],
    ]);
});

test('no ring crosses the way back', async () => {
  answers(parts);
  await onScreen(space());
  await sees(heading('Film with a phone'));
  const back = document.createRange();
  back.selectNodeContents(button('Back to Home').element());
  const rings = [...document.querySelectorAll('circle')].map((ring) => ring.getBoundingClientRect().top);
  expect(Math.min(...rings)).toBeGreaterThanOrEqual(back.getBoundingClientRect().bottom);
});

const inTab = () =>
  app.getContext.mockResolvedValue({
    app: { theme: 'default', locale: 'en' },
    page: { frameContext: 'content' },
  });

test('chat and call open in Teams itself, by a link where the client cannot', async () => {
  inTab();
  answers(parts);
  await onScreen(space());
  await press('Chat with Aisha');
  await expect.poll(() => chat.openChat.mock.calls).toEqual([[{ user: 'aisha@example.com' }]]);
  await press('Call Aisha');
  await expect.poll(() => call.startCall.mock.calls).toEqual([[{ targets: ['aisha@example.com'] }]]);
  chat.isSupported.mockReturnValue(false);
  call.isSupported.mockReturnValue(false);
  await press('Chat with Aisha');
  await press('Call Aisha');
  await expect
    .poll(() => app.openLink.mock.calls)
    .toEqual([
      ['https://teams.microsoft.com/l/chat/0/0?users=aisha%40example.com'],
      ['https://teams.microsoft.com/l/call/0/0?users=aisha%40example.com'],
    ]);
});

test('three open one chat together', async () => {
  inTab();
  answers(parts);
  const partnerMails = ['aisha@example.com', 'diego@example.com'];
  await onScreen(space(withSpace({ partnerMails })));
  await press('Chat with Aisha');
  await expect.poll(() => chat.openGroupChat.mock.calls).toEqual([[{ users: partnerMails, topic: '' }]]);
});

test('says when they met last and how, and when they meet next on both clocks', async () => {
  answers(parts);
  const meeting = aStanding({ stage: 'booked', next: '2026-12-08T09:00:00.000Z' });
  await onScreen(
    <ReaderProvider value={{ locale: 'en', timeZone: 'Europe/Berlin' }}>
      {space(withSpace({ meeting }))}
    </ReaderProvider>,
  );
  await sees('Thu, Nov 5, a walk');
  await sees(/^Tue, Dec 8, 10:00.AM · 9:00.AM for Aisha$/);
  await seesNo(button('Put Tuesday in the diary'));
});

test.each([
  ['never', 'When will you meet Aisha?'],
  ['met', 'When will you meet Aisha again?'],
  ['now', 'You and Aisha are meeting now'],
  ['after', 'How was it with Aisha?'],
] as const)('its next step follows the clock: %s', async (stage, title) => {
  answers(parts);
  await onScreen(space(withSpace({ meeting: aStanding({ stage }) })));
  await sees(heading(title));
});

test('leads from the next step to the meeting it asks about', async () => {
  answers({ ...parts, meetings: { meetings: [aMeeting()] } });
  await onScreen(space(withSpace({ meeting: aStanding({ stage: 'after' }) })));
  await page.getByRole('region', { name: 'How was it with Aisha?' }).getByRole('button').click();
  await sees(part('Meetings'));
});

test('we met is one press away, and takes the place of the next step', async () => {
  answers(parts);
  await onScreen(space());
  await press('We met');
  await expect.element(heading('You and Aisha met')).toHaveFocus();
  await seesNo(button('Put Tuesday in the diary'));
  await press('Close');
  await sees(button('Put Tuesday in the diary'));
});

test('fits a side panel', async () => {
  answers(parts);
  const meeting = aStanding({ stage: 'booked', next: '2026-12-08T09:00:00.000Z' });
  await onScreen(space(withSpace({ meeting, partners: [{ firstName: LONG }] })), { widthPx: NARROW_PX });
  await sees(heading('Film with a phone'));
  await expectFits();
});
