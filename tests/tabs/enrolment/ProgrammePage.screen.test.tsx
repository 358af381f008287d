import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { Invitation } from '#tabs/enrolment/Invitation.tsx';
import { answers, type Me, problem } from '../answers.ts';
import { aMe, anEnrolment, aPairCard } from '../given.ts';
import { expectFits, NARROW_PX, onScreen } from '../onScreen.tsx';
import { button, heading, press, region, says, sees, seesNo, waitsAndTriesAgain } from '../reader.ts';

const about = {
  ...{ startsOn: '2026-11-01', endsOn: '2027-05-31', state: 'running' as const },
  ...{ champions: ['Noor Voorbeeld'], contacts: [], pairs: ['clara-aisha'], sponsor: '', takingPart: [] },
};
const go = vi.fn();
const programme = (said: Partial<Me> = {}) => (
  <Invitation me={aMe({ enrolments: [anEnrolment()], ...said })} cohort="pilot" go={go} />
);

waitsAndTriesAgain({
  reads: 'programme',
  part: programme,
  given: { programme: about },
  there: () => region('About this programme'),
});

test('whoever has joined finds the programme: its days, who runs it, what comes next, and nothing to join', async () => {
  answers({ programme: about });
  await onScreen(programme());
  await sees(heading('Finance pilot'));
  await sees(/^It runs November 1, 2026 – May 31, 2027\.$/);
  await sees('Noor Voorbeeld runs it. Ask them whatever you like.');
  await sees(/^We look for somebody for you\./);
  await seesNo(button('Join'));
  await expect.poll(() => document.title).toBe('Finance pilot – Turntable');
});

test.each([
  ['introduced', 'There is somebody you could meet: Aisha.'],
  ['active', 'You have somebody to meet: Aisha. Everything you need is in your space.'],
] as const)('what comes next follows the own pair: %s', async (state, sentence) => {
  answers({ programme: about });
  await onScreen(programme({ pairs: [aPairCard({ state })] }));
  await sees(sentence);
  await press('Open');
  expect(go.mock.calls).toEqual([[{ at: 'pair', pair: 'clara-aisha' }]]);
});

test('a programme that is over says so, also to a pair, which goes on', async () => {
  answers({ programme: { ...about, state: 'closed' } });
  await onScreen(programme({ pairs: [aPairCard({ state: 'active' })] }));
  await sees('It has ended: nobody new is introduced here. Pairs go on as they agreed.');
  await sees(/^You have somebody to meet: Aisha\./);
});

test('whoever has joined finds to whom they can turn', async () => {
  answers({ programme: { ...about, contacts: ['Hana Vzorová', 'Samuel Voorbeeld'] } });
  await onScreen(programme());
  await sees(/^People you can turn to, .*: Hana Vzorová and Samuel Voorbeeld\.$/);
});

test('a leave of one’s own is noted for a day, and refused without one', async () => {
  const server = answers({ programme: about, sayOwnAway: undefined });
  await onScreen(programme());
  await press('Note my leave');
  await says('Please pick the day on which you are back.');
  await page.getByLabelText('Back on').fill('2027-03-03');
  await press('Note my leave');
  await expect
    .poll(() => server.sent('sayOwnAway').map(({ body }) => body))
    .toEqual([{ until: '2027-03-03' }]);
  await expect.poll(() => server.sent('programme').length).toBeGreaterThan(1);
  await seesNo(button('I am back'));
});

test('a leave that is noted says until when, and ends where one is back before', async () => {
  const server = answers({ programme: { ...about, awayUntil: '2027-03-03' }, sayOwnBack: undefined });
  await onScreen(programme());
  await sees(/^You are on leave until .*March 3, 2027\.$/);
  await press('I am back');
  await expect.poll(() => server.sent('sayOwnBack')).toHaveLength(1);
});

test('leaving asks back, is sent once, and says so', async () => {
  const server = answers({ programme: about, answerEnrolment: { state: 'left' } });
  await onScreen(programme());
  await press('Leave the programme');
  await sees(heading('Leave Finance pilot?'));
  await expect.element(button('Stay')).toHaveFocus();
  await press('Stay');
  expect(server.sent('answerEnrolment')).toEqual([]);
  await press('Leave the programme');
  await press('Leave the programme');
  await sees(heading('You have left Finance pilot'));
  expect(server.sent('answerEnrolment').map(({ body }) => body)).toEqual([{ answer: 'pass' }]);
});

test('a refusal is said, and nothing has changed', async () => {
  answers({ programme: about, answerEnrolment: problem(500, 'We have trouble just now.') });
  await onScreen(programme());
  await press('Leave the programme');
  await press('Leave the programme');
  await says('We have trouble just now.');
});

test('fits a side panel', async () => {
  answers({ programme: about });
  await onScreen(programme(), { widthPx: NARROW_PX });
  await sees(region('About this programme'));
  await expectFits();
});
