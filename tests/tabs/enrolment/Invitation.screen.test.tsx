import { expect, test, vi } from 'vitest';
import { Invitation } from '#tabs/enrolment/Invitation.tsx';
import { answers, type Me, pending, problem } from '../answers.ts';
import { aMe, anEnrolment } from '../given.ts';
import { expectFits, NARROW_PX, onScreen } from '../onScreen.tsx';
import { button, heading, press, region, says, sees, seesNo } from '../reader.ts';

const about = {
  ...{ startsOn: '2026-11-01', endsOn: '2027-05-31', state: 'running' as const },
  ...{ champions: ['Noor Voorbeeld'], contacts: [], pairs: [], sponsor: '', takingPart: [] },
};
const go = vi.fn();
const invitation = (said: Partial<Me['enrolments'][number]> = {}) => (
  <Invitation me={aMe({ enrolments: [anEnrolment({ state: 'invited', ...said })] })} cohort="pilot" go={go} />
);

test('says what it is, what it isn’t, what it takes and who sees what', async () => {
  answers({ programme: about });
  await onScreen(invitation());
  await sees(heading('Would you like to join Finance pilot?'));
  for (const part of ['What it is', 'What it isn’t', 'What it takes', 'Who sees what'])
    await sees(region(part));
});

test.each([
  ['circle', /^Here people meet in circles/],
  ['team', /^Here people meet in project teams/],
] as const)('says so where people meet in a %s', async (meetIn, said) => {
  answers({ programme: { ...about, meetIn } });
  await onScreen(invitation(), { widthPx: NARROW_PX });
  await sees(region('What it is').getByText(said));
  await expectFits();
});

test('tells an executive on the same page what stays in their hands', async () => {
  answers({ programme: about });
  await onScreen(invitation(), { widthPx: NARROW_PX });
  await expect.element(region('What it takes')).toHaveTextContent(/About two hours a month/);
  await expect
    .element(region('It stays in your hands'))
    .toHaveTextContent(/shortlist.*not this time.*meet once.*leave at any time/);
  await expectFits();
});

test('speaks to a mentor otherwise than to an executive', async () => {
  answers({ programme: about });
  await onScreen(invitation({ role: 'mentor' }));
  await sees(/^As a mentor you lead the conversations/);
  await onScreen(invitation());
  await sees(/^As the one who learns you meet one colleague/);
});

test.each([
  ['Join', 'join', 'You’re in. Lovely to have you.'],
  ['Not for me', 'pass', 'Thank you for telling us.'],
  ['Ask me later', 'later', 'No hurry.'],
] as const)('%s is sent once and answered kindly', async (name, answer, said) => {
  const server = answers({ programme: about, answerEnrolment: { state: 'joined' } });
  await onScreen(invitation());
  await press(name);
  await sees(heading(said));
  expect(server.sent('answerEnrolment')).toEqual([
    { params: { cohort: 'pilot' }, query: {}, etag: '', body: { answer } },
  ]);
  await press('Back to Home');
  expect(go.mock.calls).toEqual([[{ at: 'home' }]]);
});

test('whoever joined is led to the profile; nobody else is', async () => {
  answers({ programme: about, answerEnrolment: { state: 'joined' } });
  await onScreen(invitation());
  await press('Join');
  await press('Fill in my profile');
  expect(go.mock.calls).toEqual([[{ at: 'profile' }]]);
  await onScreen(invitation());
  await press('Not for me');
  await sees(button('Back to Home'));
  await seesNo(button('Fill in my profile'));
});

test('while one answer is on its way there is no other', async () => {
  const server = answers({ programme: about, answerEnrolment: pending });
  await onScreen(invitation());
  await press('Join');
  await expect.element(button('Not for me')).toHaveAttribute('aria-disabled', 'true');
  await button('Not for me').click({ force: true });
  expect(server.sent('answerEnrolment').length).toBe(1);
});

test('a refusal is said, and the answer can still be given', async () => {
  answers({ programme: about, answerEnrolment: problem(409, 'This programme is closed.') });
  await onScreen(invitation());
  await press('Join');
  await says('This programme is closed.');
  await expect.element(button('Join')).not.toHaveAttribute('aria-disabled', 'true');
});

test.each(['invited', 'later', 'passed'] as const)(
  'whoever is %s is asked for nothing once it has ended',
  async (state) => {
    answers({ programme: { ...about, state: 'closed' } });
    await onScreen(invitation({ state }));
    await sees(heading('Finance pilot has ended'));
    await seesNo(button('Join'));
    await seesNo(heading('Would you like to join Finance pilot?'));
    await press('Back to Home');
    expect(go.mock.calls).toEqual([[{ at: 'home' }]]);
  },
);

test('a link to a programme one isn’t part of leads home', async () => {
  await onScreen(<Invitation me={aMe()} cohort="pilot" go={go} />);
  await sees(heading('Nothing for you to do'));
  await press('Back to Home');
  expect(go.mock.calls).toEqual([[{ at: 'home' }]]);
});

test('fits a side panel', async () => {
  answers({ programme: about });
  await onScreen(invitation({ cohortName: 'Rechnungsprüfungsausschussvorsitzende' }), { widthPx: NARROW_PX });
  await sees(region('What it is'));
  await expectFits();
});
