import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { Meetings } from '#tabs/pair/meetings/Meetings.tsx';
import { answers, type MeetingView } from '../../answers.ts';
import { aFace } from '../../given.ts';
import { expectFits, NARROW_PX, onScreen } from '../../onScreen.tsx';
import { button, heading, press, sees, seesNo, waitsAndTriesAgain } from '../../reader.ts';
import { aMeeting, given, LONG, PAIR, withSpace } from '../pairs.tsx';

const meetings = () => <Meetings {...given(withSpace())} />;
const list = (...all: MeetingView[]) => ({ meetings: { meetings: all } });
const day = () => heading('Thursday, November 5');
const tell = () => press('Say how it was on Thursday, November 5');
const worth = (value: string) =>
  page
    .getByRole('group', { name: 'Was it worth the hour?' })
    .getByRole('radio', { name: value, exact: true })
    .click();

waitsAndTriesAgain({ reads: 'meetings', part: meetings, given: list(aMeeting()), there: day });

test('before the first meeting it says how to come to one', async () => {
  answers(list());
  await onScreen(meetings());
  await sees('You haven’t met yet. Find a time that suits you both.');
});

test('shows them in the order given, each with its time', async () => {
  answers(list(aMeeting({ occurrence: 'second', startedAt: '2026-12-03T13:30:00.000Z' }), aMeeting()));
  await onScreen(meetings());
  await sees(day());
  const days = page.getByRole('heading', { level: 3 }).elements();
  expect(days.map((one) => one.textContent)).toEqual(['Thursday, December 3', 'Thursday, November 5']);
  await sees(/^2:30.PM$/);
  await sees(/^10:00.AM$/);
});

test('a meeting that goes on is not asked about', async () => {
  answers(list(aMeeting({ state: 'open' })));
  await onScreen(meetings());
  await sees('Happening');
  await seesNo(button('Say how it was on Thursday, November 5'));
});

test('a meeting that lies ahead is planned, and not asked about', async () => {
  answers(list(aMeeting({ state: 'planned', startedAt: '2026-12-24T09:00:00.000Z' })));
  await onScreen(meetings());
  await sees(/^Planned for Thursday, December 24, 10:00.AM$/);
  await seesNo('Happening');
  await seesNo(button('Say how it was on Thursday, December 24'));
});

test('reads what the other one shares', async () => {
  answers(list(aMeeting({ partnerLearned: 'To ask twice.', partnerSurprised: 'How much we share.' })));
  await onScreen(meetings());
  await sees('Aisha learned: To ask twice.');
  await sees('Aisha was surprised: How much we share.');
});

test('reads again what was written, with who else can, shared or not', async () => {
  const mine = { iGaveFeedback: true, myLearned: 'To ask twice.', mySurprised: 'The bees.' };
  answers(list(aMeeting({ ...mine, iShared: false })));
  await onScreen(meetings());
  await sees('You learned: To ask twice.');
  await sees('You were surprised: The bees.');
  await sees('Only you.');
  answers(list(aMeeting({ ...mine, iShared: true })));
  await onScreen(meetings());
  await sees('You and Aisha.');
  await seesNo('Only you.');
});

test('says nothing of what the other one keeps', async () => {
  answers(list(aMeeting()));
  await onScreen(meetings());
  await sees(day());
  await seesNo(/^Aisha/);
});

test('how it was is one tap, sent to that meeting, and then reads as what was said', async () => {
  const server = answers({ ...list(aMeeting()), giveFeedback: aFace(5) });
  await onScreen(meetings());
  await tell();
  server.now(list(aMeeting({ iGaveFeedback: true, myFace: 5, changeUntil: '2999-01-01T00:00:00.000Z' })));
  await worth('Very much');
  await sees(heading('Thank you, Clara'));
  await press('Back to your meetings');
  await sees('You said: Very much.');
  await seesNo(button('Say how it was on Thursday, November 5'));
  expect(server.sent('giveFeedback').map(({ params, body }) => [params, body])).toEqual([
    [{ pair: PAIR, occurrence: 'first' }, { worthTheHour: 5 }],
  ]);
});

test('what was said can be changed and added to from the list', async () => {
  const said = aMeeting({ iGaveFeedback: true, myFace: 2, changeUntil: '2999-01-01T00:00:00.000Z' });
  const server = answers({ ...list(said), changeFace: aFace(4) });
  await onScreen(meetings());
  await press('Add or change what you said on Thursday, November 5');
  await press('Change');
  await worth('Yes');
  await sees('You said: Yes.');
  expect(server.sent('changeFace').map(({ body }) => body)).toEqual([{ worthTheHour: 4 }]);
});

test('asks whether they met where Teams told nothing, and sends what is said', async () => {
  const server = answers({ ...list(aMeeting({ state: 'unsure' })), tellOutcome: undefined });
  await onScreen(meetings());
  await sees(/Did you meet\?$/);
  await press('Not yet');
  await expect
    .poll(() => server.sent('tellOutcome').map(({ body }) => body))
    .toEqual([{ outcome: 'notYet' }]);
});

test('one that was told of is taken back only after it was asked once more', async () => {
  const walk = aMeeting({ told: { day: '2026-11-05', way: 'walk' }, canTakeBack: true });
  const server = answers({ ...list(walk), tellOutcome: undefined });
  await onScreen(meetings());
  await sees('A walk');
  await press('We did not meet');
  expect(server.sent('tellOutcome')).toEqual([]);
  await press('Take it back');
  await expect.poll(() => server.sent('tellOutcome').length).toBe(1);
});

test('the meetings can be looked at again before anything is sent', async () => {
  const server = answers(list(aMeeting()));
  await onScreen(meetings());
  await tell();
  await press('Back to your meetings');
  await sees(day());
  expect(server.sent('giveFeedback')).toEqual([]);
});

test('fits a side panel', async () => {
  answers(list(aMeeting({ partnerLearned: LONG.repeat(2), partnerSurprised: LONG })));
  await onScreen(meetings(), { widthPx: NARROW_PX });
  await sees(day());
  await expectFits();
});
