import { expect, test } from 'vitest';
import { Panel } from '#tabs/panel/Panel.tsx';
import { answers, type MeetingLookup } from '../answers.ts';
import { aPanel } from '../given.ts';
import { aClient, expectFits, NARROW_PX, onScreen } from '../onScreen.tsx';
import { heading, sees, seesNo, waitsAndTriesAgain } from '../reader.ts';

const inMeeting = aClient({ meetingId: 'teams-meeting', chatId: 'teams-chat', inSidePanel: true });
const panel = () => <Panel client={inMeeting} />;
const unclaimed: MeetingLookup = {
  state: 'unclaimed',
  pairs: [{ pair: 'clara-aisha', partners: ['Aisha'] }],
  agreementMissing: false,
};
const yours: MeetingLookup = {
  state: 'yours',
  pair: 'clara-aisha',
  occurrence: 'first',
  partners: ['Aisha'],
};
const isOurs = () => heading('Is this meeting yours with Aisha?');
const question = () => heading('What are you proud of this year?');

waitsAndTriesAgain({
  reads: 'findMeeting',
  part: panel,
  given: { findMeeting: unclaimed },
  there: isOurs,
});

test('before a meeting it waits kindly and asks nobody', async () => {
  const server = answers({});
  await onScreen(<Panel client={aClient()} />);
  await sees(heading('See you in the meeting'));
  expect(server.sent('findMeeting')).toEqual([]);
});

test('looks the meeting up by what the client says', async () => {
  const server = answers({ findMeeting: unclaimed });
  await onScreen(panel());
  await sees(isOurs());
  expect(server.sent('findMeeting')[0]?.query).toEqual({
    teamsMeeting: 'teams-meeting',
    teamsChat: 'teams-chat',
  });
});

test('says to others in the meeting that there is nothing for them', async () => {
  answers({ findMeeting: { state: 'others' } });
  await onScreen(panel());
  await sees(heading('This panel belongs to two other people in this meeting.'));
});

test('shows the question of the two whose meeting it is', async () => {
  answers({ findMeeting: yours, panel: aPanel() });
  await onScreen(panel());
  await sees(question());
});

test('goes on by itself once the other one has said whose meeting it is', async () => {
  const server = answers({ findMeeting: unclaimed, panel: aPanel() });
  await onScreen(panel());
  await sees(isOurs());
  server.now({ findMeeting: yours });
  await sees(question());
  await seesNo(isOurs());
});

test('fits the side panel', async () => {
  const prompt = {
    id: 'long',
    text: 'Which Donaudampfschifffahrtsgesellschaftskapitän inspires you?',
    kind: 'open',
  };
  answers({ findMeeting: yours, panel: aPanel({ prompt }) });
  await onScreen(panel(), { widthPx: NARROW_PX, client: inMeeting });
  await sees(heading(prompt.text));
  expectFits();
});
