import { expect, test, vi } from 'vitest';
import { NextStep } from '#tabs/home/NextStep.tsx';
import type { Step } from '#tabs/home/nextStep.ts';
import type { Place } from '#tabs/parts/place.ts';
import { answers } from '../answers.ts';
import { aMentor, anEnrolment, aPairCard, aSearch } from '../given.ts';
import { onScreen } from '../onScreen.tsx';
import { heading, press, says, sees } from '../reader.ts';
import { app } from '../teamsJs.ts';

const go = vi.fn();
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
  [{ kind: 'signAgreement', card }, 'Sign your ground rules with Aisha', 'Read and sign', pair],
  [{ kind: 'waitForSignature', card }, 'Waiting for Aisha to sign', 'Look at it again', pair],
  [{ kind: 'meet', card }, 'Time to meet Aisha', 'Open your space', pair],
  [{ kind: 'meetNow', card }, 'You and Aisha are meeting now', 'Open your space', pair],
  [{ kind: 'meetSoon', card }, 'You meet Aisha soon', 'Open your space', pair],
  [{ kind: 'meetBooked', card }, 'Your next hour with Aisha is booked', 'Open your space', pair],
  [{ kind: 'sayHow', card }, 'How was it with Aisha?', 'Say how it was', { ...pair, part: 'meetings' }],
  [{ kind: 'met', card }, 'You and Aisha are under way', 'Find the next time', pair],
  [{ kind: 'meetAgain', card }, 'It’s been a while since you met Aisha', 'Find the next time', pair],
  [{ kind: 'findMentor', search: aSearch() }, 'Choose a mentor yourself', 'Find me a mentor', search],
  [{ kind: 'chooseMentor', search: aSearch() }, 'Whom shall we ask first?', 'See who they are', search],
  [{ kind: 'waitForMentor', search: asking }, 'We asked Aisha for you', 'See how it stands', search],
  [{ kind: 'lookAgain', search: aSearch() }, 'Look for a mentor again?', 'See what you can do', search],
  [{ kind: 'waitForMatch' }, 'We’re looking for the right person', 'Look over my profile', { at: 'profile' }],
  [{ kind: 'runProgramme' }, 'Your programme', 'Open the programme', { at: 'console' }],
];

test.each(STEPS)('$kind says what comes next and leads there', async (step, title, name, place) => {
  await onScreen(<NextStep step={step} go={go} />);
  await sees(heading(title));
  await press(name);
  expect(go.mock.calls).toEqual([[place]]);
});

test('speaks to a mentor otherwise than to an executive', async () => {
  const asMentor = { ...enrolment, role: 'mentor' as const };
  await onScreen(<NextStep step={{ kind: 'finishProfile', enrolment: asMentor }} go={go} />);
  await sees(/^What could you help a colleague with\?/);
  await onScreen(<NextStep step={{ kind: 'finishProfile', enrolment }} go={go} />);
  await sees(/^What would you love to understand better\?/);
});

test('says by when one hears of a search, in the reader’s own time', async () => {
  await onScreen(<NextStep step={{ kind: 'waitForMentor', search: asking }} go={go} />);
  await sees(/^You hear by Thursday, November 12 at 9:00/);
});

test('whoever has nothing to do is led to the chat with the bot', async () => {
  answers({});
  await onScreen(<NextStep step={{ kind: 'nothing' }} go={go} />);
  await press('Chat with the bot');
  await expect.poll(() => app.openLink.mock.calls.length).toBe(1);
  expect(go).not.toHaveBeenCalled();
});

test('says kindly when Teams cannot open the chat', async () => {
  app.openLink.mockRejectedValue(new Error('no'));
  answers({});
  await onScreen(<NextStep step={{ kind: 'nothing' }} go={go} />);
  await press('Chat with the bot');
  await says(/Something went wrong on our side/);
});
