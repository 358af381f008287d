import { expect, test } from 'vitest';
import { Gatherings } from '#tabs/enrolment/Gatherings.tsx';
import { answers, problem } from '../answers.ts';
import { expectAccessible, expectFits, NARROW_PX, onScreen } from '../onScreen.tsx';
import { press, region, says, sees } from '../reader.ts';
import { calendar } from '../teamsJs.ts';

const one = {
  ...{ gathering: 'g1', startsAt: '2099-12-01T09:00:00.000Z', endsAt: '2099-12-01T10:00:00.000Z' },
  ...{ minutes: 60, place: 'Room 4', line: 'There is cake.', isComing: false, others: ['Meera Namoona'] },
};
const questions = [{ id: 'silence' as const, text: 'How long a silence can you bear?' }];
const given = (said: Partial<typeof one> = {}) => ({
  gatherings: { gatherings: [{ ...one, ...said }], questions },
});
const part = () => <Gatherings cohort="pilot" cohortName="Finance pilot" />;
const card = () => region('Mentors among themselves');

test('says when, where and with whom, in the narrowest tab', async () => {
  answers(given());
  await onScreen(part(), { widthPx: NARROW_PX });
  await expect.element(card()).toHaveTextContent(/for 60 minutes.*Room 4.*There is cake.*Meera Namoona/);
  await expectFits();
  await expectAccessible();
});

test('is answered, and then put in the diary by Teams’ own dialog', async () => {
  const server = answers({ ...given(), answerGathering: undefined });
  await onScreen(part());
  await sees(card());
  server.now(given({ isComing: true }));
  await press('I’ll come');
  await sees('You come. Lovely.');
  expect(server.sent('answerGathering').map(({ body }) => body)).toEqual([{ isComing: true }]);
  await press('Put it in the diary');
  await expect
    .poll(() => calendar.composeMeeting.mock.calls.at(-1))
    .toMatchObject([{ subject: 'Mentors of Finance pilot', startTime: one.startsAt, endTime: one.endsAt }]);
});

test('says kindly why an answer did not arrive', async () => {
  answers({ ...given(), answerGathering: problem(503, 'We have trouble just now.') });
  await onScreen(part());
  await press('I’ll come');
  await says('We have trouble just now.');
});

test('is not there while nobody gathers', async () => {
  const server = answers({});
  await onScreen(part());
  await expect.poll(() => server.sent('gatherings').length).toBeGreaterThan(0);
  expect(card().length).toBe(0);
});
