import { expect, test, vi } from 'vitest';
import { Invitation } from '#tabs/enrolment/Invitation.tsx';
import { answers, problem } from '../answers.ts';
import { aMe, anEnrolment } from '../given.ts';
import { expectFits, NARROW_PX, onScreen } from '../onScreen.tsx';
import { button, heading, press, says, sees, seesNo, waitsAndTriesAgain } from '../reader.ts';

const about = {
  ...{ startsOn: '2026-11-01', endsOn: '2027-05-31', state: 'running' as const },
  ...{ champions: ['Noor Voorbeeld'], contacts: [], pairs: [], sponsor: '', takingPart: [] },
};
const go = vi.fn();
const left = () => (
  <Invitation me={aMe({ enrolments: [anEnrolment({ state: 'left' })] })} cohort="pilot" go={go} />
);

waitsAndTriesAgain({
  reads: 'programme',
  part: left,
  given: { programme: about },
  there: () => button('Join again'),
});

test('whoever left reads what that means, and can come back', async () => {
  const server = answers({ programme: about, answerEnrolment: { state: 'joined' } });
  await onScreen(left());
  await sees(heading('You left Finance pilot'));
  await sees(/^Nobody new is introduced to you here\./);
  await press('Join again');
  await seesNo(heading('You left Finance pilot'));
  expect(server.sent('answerEnrolment').map(({ body }) => body)).toEqual([{ answer: 'join' }]);
});

test('a programme that has ended is nothing to come back to', async () => {
  answers({ programme: { ...about, state: 'closed' } });
  await onScreen(left());
  await sees(heading('This programme has ended'));
  await seesNo(button('Join again'));
});

test('a refusal is said, and it fits a side panel', async () => {
  answers({ programme: about, answerEnrolment: problem(410, 'This programme has ended.') });
  await onScreen(left(), { widthPx: NARROW_PX });
  await press('Join again');
  await says('This programme has ended.');
  await expectFits();
});
