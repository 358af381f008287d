import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { NextStep } from '#tabs/home/NextStep.tsx';
import type { Step } from '#tabs/home/nextStep.ts';
import type { Place } from '#tabs/parts/place.ts';
import { answers } from '../answers.ts';
import { aFace, aMentor, anEnrolment, aPairCard, aPlanning, aSearch, aStanding } from '../given.ts';
import { expectFits, NARROW_PX, onScreen } from '../onScreen.tsx';
import { button, heading, press, says, sees, seesNo } from '../reader.ts';
import { app, calendar } from '../teamsJs.ts';

const go = vi.fn();
const hold = vi.fn();
const shown = (step: Step) => <NextStep step={step} me="Clara" go={go} isHeld={false} onHold={hold} />;
const card = aPairCard();
const enrolment = anEnrolment();
const asking = aSearch({
  state: 'asking',
  mentors: [aMentor({ state: 'asked' })],
  hearBy: '2026-11-12T08:00:00.000Z',
});
const pair: Place = { at: 'pair', pair: 'clara-aisha' };
const search: Place = { at: 'search', cohort: 'pilot' };
const invitation: Place = { at: 'invitation', cohort: 'pilot' };

const STEPS: [Step, string, string, Place][] = [
  [
    { kind: 'answerInvitation', enrolment },
    'You’re invited to Finance pilot',
    'See the invitation',
    invitation,
  ],
  [
    { kind: 'thinkAgain', enrolment },
    'Still thinking about Finance pilot?',
    'See the invitation',
    invitation,
  ],
  [
    { kind: 'finishProfile', enrolment },
    'Tell us a little about you',
    'Finish my profile',
    { at: 'profile' },
  ],
  [{ kind: 'answerIntroduction', card }, 'Meet Aisha', 'See the introduction', pair],
  [{ kind: 'firstChat', card }, 'You and Aisha would like to meet', 'Plan the first chat', pair],
  [{ kind: 'waitForAnswer', card }, 'You have answered Aisha', 'Look at it again', pair],
  [{ kind: 'draftAgreement', card }, 'Write your ground rules with Aisha', 'Write the ground rules', pair],
  [{ kind: 'waitForDraft', card }, 'You and Aisha are a pair', 'Look in', pair],
  [{ kind: 'signAgreement', card }, 'Aisha and you: how you will meet', 'Read and sign', pair],
  [{ kind: 'waitForSignature', card }, 'Waiting for Aisha to sign', 'Look at it again', pair],
  [
    { kind: 'close', card },
    'The time you and Aisha agreed on is over',
    'Look back',
    { ...pair, part: 'closing' },
  ],
  [{ kind: 'meetNow', card }, 'You and Aisha are meeting now', 'Open your space', pair],
  [{ kind: 'findMentor', search: aSearch() }, 'Choose a mentor yourself', 'Find me a mentor', search],
  [{ kind: 'chooseMentor', search: aSearch() }, 'Whom shall we ask first?', 'See who they are', search],
  [{ kind: 'waitForMentor', search: asking }, 'We asked Aisha for you', 'See how it stands', search],
  [{ kind: 'lookAgain', search: aSearch() }, 'Look for a mentor again?', 'See what you can do', search],
  [{ kind: 'waitForMatch' }, 'We’re looking for the right person', 'Look over my profile', { at: 'profile' }],
  [{ kind: 'runProgramme' }, 'Your programme', 'Open the programme', { at: 'console' }],
];

test.each(STEPS)('$kind says what comes next and leads there', async (step, title, name, place) => {
  await onScreen(shown(step));
  await sees(heading(title));
  await press(name);
  expect(go.mock.calls).toEqual([[place]]);
});

test.each([
  [false, 'You, Aisha, and Meera are a circle'],
  [true, 'You, Aisha, and Meera are a project team'],
])('who waits for the draft of several mentors hears what they are (team: %s)', async (isTeam, title) => {
  const several = aPairCard({ isTeam, partners: [{ firstName: 'Aisha' }, { firstName: 'Meera' }] });
  await onScreen(shown({ kind: 'waitForDraft', card: several }));
  await sees(heading(title));
  await sees(/^One of your mentors writes a first draft of your ground rules/);
});

test('speaks to a mentor otherwise than to an executive', async () => {
  const asMentor = { ...enrolment, role: 'mentor' as const };
  await onScreen(shown({ kind: 'finishProfile', enrolment: asMentor }));
  await sees(/^What could you help a colleague with\?/);
  await onScreen(shown({ kind: 'finishProfile', enrolment }));
  await sees(/^What would you love to understand better\?/);
});

test('says by when one hears of a search, in the reader’s own time', async () => {
  await onScreen(shown({ kind: 'waitForMentor', search: asking }));
  await sees(/^You hear by Thursday, November 12 at 9:00/);
});

test('whoever has nothing to do is led to the chat with the bot', async () => {
  answers({});
  await onScreen(shown({ kind: 'nothing' }));
  await press('Chat with the bot');
  await expect.poll(() => app.openLink.mock.calls.length).toBe(1);
  expect(go).not.toHaveBeenCalled();
});

test('says kindly when Teams cannot open the chat', async () => {
  app.openLink.mockRejectedValue(new Error('no'));
  answers({});
  await onScreen(shown({ kind: 'nothing' }));
  await press('Chat with the bot');
  await says(/Something went wrong on our side/);
});

const at = (stage: 'booked' | 'soon' | 'after' | 'told' | 'met', said = {}) => ({
  ...card,
  meeting: aStanding({ stage, at: '2026-12-08T09:00:00.000Z', ...said }),
});
const face = (name: string) => page.getByRole('radio', { name, exact: true });

test.each([
  ['meet', 'When will you meet Aisha?'],
  ['met', 'You and Aisha are under way'],
  ['meetAgain', 'It’s been a while since you met Aisha'],
] as const)('%s finds a time right there', async (kind, title) => {
  answers({ planning: aPlanning() });
  await onScreen(shown({ kind, card: at('met') }), { widthPx: NARROW_PX });
  await sees(heading(title));
  await press('Put Tuesday in the diary');
  await expect.poll(() => calendar.composeMeeting.mock.calls.length).toBe(1);
  await expectFits();
});

test('how Turntable comes into a meeting is said before the first one alone', async () => {
  answers({ planning: aPlanning() });
  await onScreen(shown({ kind: 'meet', card }));
  await sees(/choose “\+ Apps”, then Turntable/);
  await onScreen(shown({ kind: 'met', card: at('met') }));
  await sees(button('Put Tuesday in the diary'));
  await seesNo(/choose “\+ Apps”/);
});

test.each(['meetBooked', 'meetSoon'] as const)('%s says when, on both clocks', async (kind) => {
  answers({ planning: aPlanning() });
  await onScreen(shown({ kind, card: at('booked') }));
  await sees(heading('You meet Aisha on Tuesday, December 8 at 10:00 AM'));
  await sees(/^9:00.AM for Aisha\. /);
  await press('Open your space');
  expect(go.mock.calls).toEqual([[pair]]);
});

test('how it was is one tap on Home itself, and stays to be changed and added to', async () => {
  const server = answers({ giveFeedback: aFace(5), changeFace: aFace(4) });
  await onScreen(shown({ kind: 'sayHow', card: at('after') }));
  await sees(heading('How was it with Aisha?'));
  await face('Very much').click();
  await sees('You said: Very much.');
  expect(hold).toHaveBeenCalledWith(expect.objectContaining({ kind: 'sayHow' }));
  await sees(button('Add a line'));
  await press('Change');
  await face('Yes').click();
  await sees('You said: Yes.');
  expect(server.sent('giveFeedback').map(({ params, body }) => [params.occurrence, body])).toEqual([
    ['first', { worthTheHour: 5 }],
  ]);
  expect(server.sent('changeFace').map(({ body }) => body)).toEqual([{ worthTheHour: 4 }]);
  await press('Done');
  expect(hold).toHaveBeenLastCalledWith(undefined);
});

test('a face given a moment ago can be changed, also by whoever comes back', async () => {
  answers({});
  const told = { worthTheHour: 4, changeUntil: '2999-01-01T00:00:00.000Z' };
  await onScreen(shown({ kind: 'saidHow', card: at('told', { told }) }), { widthPx: NARROW_PX });
  await sees('You said: Yes.');
  await sees(button('Change'));
  await expectFits();
});

test('asks first whether they met where Teams told nothing, and takes a no', async () => {
  const server = answers({ tellOutcome: undefined });
  await onScreen(shown({ kind: 'sayHow', card: at('after', { isSure: false }) }));
  await sees(heading('Did you meet Aisha?'));
  await press('It was moved');
  await expect.poll(() => server.sent('tellOutcome').map(({ body }) => body)).toEqual([{ outcome: 'moved' }]);
});
