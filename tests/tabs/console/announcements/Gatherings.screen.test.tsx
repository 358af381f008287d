import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { Gatherings } from '#tabs/console/announcements/Gatherings.tsx';
import { answers, problem } from '../../answers.ts';
import { expectAccessible, expectFits, NARROW_PX, onScreen } from '../../onScreen.tsx';
import { box, press, says, sees, seesNo, waitsAndTriesAgain, words } from '../../reader.ts';

const gatherings = () => <Gatherings cohort="pilot" />;
const called = {
  ...{ gathering: 'g1', startsAt: '2099-12-01T09:00:00.000Z', minutes: 60, place: 'Room 4', line: '' },
  ...({ state: 'called', isAhead: true, coming: 'few' } as const),
};

waitsAndTriesAgain({
  reads: 'calledGatherings',
  part: gatherings,
  given: { calledGatherings: { gatherings: [called] } },
  there: () => words('Room 4'),
});

test('gathers the mentors once there is a day, a time and a place', async () => {
  const server = answers({ callGathering: { gathering: 'g2' } });
  await onScreen(gatherings(), { widthPx: NARROW_PX });
  await press('Gather them');
  await says('Please choose a day and a time, and say where.');
  await page.getByLabelText('Day').fill('2099-12-01');
  await page.getByLabelText('Time').fill('16:30');
  await box('Room, or a link').fill('Room 4');
  await expectFits();
  await expectAccessible();
  await press('Gather them');
  await sees('The mentors hear of it.');
  const startsAt = new Date('2099-12-01T16:30').toISOString();
  expect(server.sent('callGathering').map(({ body }) => body)).toEqual([
    { startsAt, minutes: 60, place: 'Room 4', line: '' },
  ]);
});

test('counts who comes from five on, and lets one be called off once that is sure', async () => {
  const server = answers({ calledGatherings: { gatherings: [called] }, callOffGathering: undefined });
  await onScreen(gatherings());
  await sees('A few come, or nobody yet');
  await page.getByRole('button', { name: /^Call it off: / }).click();
  await press('Yes, call it off');
  await expect
    .poll(() => server.sent('callOffGathering').map(({ params }) => params.gathering))
    .toEqual(['g1']);
  answers({
    calledGatherings: {
      gatherings: [
        { ...called, coming: 7 },
        { ...called, gathering: 'g0', state: 'off' as const, isAhead: false },
      ],
    },
  });
  await onScreen(gatherings());
  await sees('7 come');
  await sees('Called off');
});

test('keeps what was typed where it is refused', async () => {
  answers({ callGathering: problem(422, 'This time is over already.') });
  await onScreen(gatherings());
  await page.getByLabelText('Day').fill('2001-12-01');
  await page.getByLabelText('Time').fill('16:30');
  await box('Room, or a link').fill('Room 4');
  await press('Gather them');
  await says('This time is over already.');
  await expect.element(box('Room, or a link')).toHaveValue('Room 4');
  await seesNo('The mentors hear of it.');
});
