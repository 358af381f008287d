import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { Meetings } from '#tabs/pair/meetings/Meetings.tsx';
import { answers, type MeetingView, problem } from '../../answers.ts';
import { expectFits, NARROW_PX, onScreen } from '../../onScreen.tsx';
import { box, button, heading, press, says, sees, seesNo, waitsAndTriesAgain } from '../../reader.ts';
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

test('how it was is sent once to that meeting, thanks, and is not asked again', async () => {
  const server = answers({ ...list(aMeeting()), giveFeedback: { repeated: false } });
  await onScreen(meetings());
  await tell();
  await worth('Very much');
  server.now(list(aMeeting({ iGaveFeedback: true })));
  await press('Send');
  await sees('You have said how it was. Thank you.');
  await seesNo(button('Say how it was on Thursday, November 5'));
  expect(server.sent('giveFeedback').map(({ params, body }) => [params, body.worthTheHour])).toEqual([
    [{ pair: PAIR, occurrence: 'first' }, 5],
  ]);
});

test('a refusal is said, and what was typed stays', async () => {
  answers({ ...list(aMeeting()), giveFeedback: problem(0) });
  await onScreen(meetings());
  await tell();
  await worth('Very much');
  await box('What did you learn?').fill('To ask twice.');
  await press('Send');
  await says(/We can’t reach Turntable just now/);
  await expect.element(box('What did you learn?')).toHaveValue('To ask twice.');
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
  expectFits();
});
