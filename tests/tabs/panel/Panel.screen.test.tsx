import { expect, test } from 'vitest';
import { Panel } from '#tabs/panel/Panel.tsx';
import { answers, type MeetingLookup } from '../answers.ts';
import { aPanel } from '../given.ts';
import { aClient, expectFits, NARROW_PX, onScreen } from '../onScreen.tsx';
import { heading, press, sees, seesNo, waitsAndTriesAgain } from '../reader.ts';

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
    family: 'opening',
  };
  answers({ findMeeting: yours, panel: aPanel({ prompt }) });
  await onScreen(panel(), { widthPx: NARROW_PX, client: inMeeting });
  await sees(heading(prompt.text));
  await expectFits();
});

const notYet: MeetingLookup = { ...yours, occurrence: '' };
const kept = { kept: [{ prompt: 'learn', text: 'What did you unlearn?' }] };
const next = {
  ...{ occurrence: 'next', startedAt: '2026-11-26T09:00:00.000Z', plannedEnd: '2026-11-26T10:00:00.000Z' },
  ...{
    state: 'open' as const,
    iGaveFeedback: false,
    told: null,
    canTakeBack: false,
    myFace: null,
    changeUntil: null,
    partnerLearned: '',
    partnerSurprised: '',
  },
  ...{ myLearned: '', mySurprised: '', iShared: false },
};

test('somebody whom Teams does not show in the meeting learns nothing of it', async () => {
  answers({ findMeeting: { state: 'elsewhere' } });
  await onScreen(panel());
  await sees(/^This opens for people who are in this meeting/);
  await sees(/add it again and allow it to see who is here\.$/);
});

test('in the meeting the two enter once, and the question comes', async () => {
  const server = answers({ findMeeting: notYet, enterMeeting: yours, panel: aPanel() });
  await onScreen(panel());
  await sees(question());
  expect(server.sent('enterMeeting').map(({ body }) => body)).toContainEqual({
    ...{ teamsMeeting: 'teams-meeting', teamsChat: 'teams-chat' },
  });
});

const beside = aClient({ meetingId: 'teams-meeting', chatId: 'teams-chat' });

test.each([
  ['light', 'default'],
  ['dark', 'dark'],
  ['contrast', 'contrast'],
] as const)(
  'beside the meeting, %s, it shows when the two meet and what they kept, and enters nothing',
  async (_, theme) => {
    const client = { ...beside, theme };
    const curiosity = { mine: null, seq: 0, others: [] };
    const server = answers({ findMeeting: notYet, kept, meetings: { meetings: [next] }, curiosity });
    await onScreen(<Panel client={client} />, { widthPx: NARROW_PX, client });
    await sees(heading('What are you curious about?'));
    await sees('What did you unlearn?');
    await sees(/Thursday, November 26/);
    await expectFits();
    expect(server.sent('enterMeeting')).toEqual([]);
  },
);

test('beside the meeting nobody is asked whose it is', async () => {
  answers({ findMeeting: unclaimed });
  await onScreen(<Panel client={beside} />);
  await sees(heading('See you in the meeting'));
  await seesNo(isOurs());
});

test('a meeting that is not theirs is given back after one more question', async () => {
  const server = answers({ findMeeting: yours, panel: aPanel(), giveBackMeeting: undefined });
  await onScreen(panel(), { widthPx: NARROW_PX, client: inMeeting });
  await press('This isn’t our meeting');
  await sees(heading('Give this meeting back?'));
  await expectFits();
  expect(server.sent('giveBackMeeting')).toEqual([]);
  server.now({ findMeeting: unclaimed });
  await press('Give it back');
  await sees(isOurs());
  expect(server.sent('giveBackMeeting').map(({ query }) => query)).toEqual([
    { teamsMeeting: 'teams-meeting', teamsChat: 'teams-chat' },
  ]);
});
