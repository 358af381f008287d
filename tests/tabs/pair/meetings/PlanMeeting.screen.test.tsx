import { expect, test } from 'vitest';
import { PlanMeeting } from '#tabs/pair/meetings/PlanMeeting.tsx';
import { suggestTimes } from '#tabs/pair/meetings/suggestTimes.ts';
import { onScreen } from '../../onScreen.tsx';
import { button, press, says, sees, seesNo } from '../../reader.ts';
import { app, calendar } from '../../teamsJs.ts';

const attendees = ['aisha@example.com', 'diego@example.com'];
const plan = (write?: string) => (
  <PlanMeeting
    label="Find a time"
    subject="Clara and Aisha"
    content="An hour."
    minutes={60}
    attendees={attendees}
    {...(write && { write })}
  />
);

test('opens the dialog of Teams once, with everything filled in', async () => {
  calendar.composeMeeting.mockReturnValue(new Promise(() => undefined));
  await onScreen(plan());
  await press('Find a time');
  await expect.element(button('Find a time')).toHaveAttribute('aria-disabled', 'true');
  await button('Find a time').click({ force: true });
  const time = expect.stringMatching(/Z$/);
  expect(calendar.composeMeeting.mock.calls).toEqual([
    [{ subject: 'Clara and Aisha', content: 'An hour.', attendees, startTime: time, endTime: time }],
  ]);
});

const lengthOf = ({ startTime = '', endTime = '' }: { startTime?: string; endTime?: string }) =>
  (Date.parse(endTime) - Date.parse(startTime)) / 60_000;

test('what says "an hour" opens an hour, on a working day to come', async () => {
  await onScreen(plan());
  await press('Find a time');
  await expect.poll(() => calendar.composeMeeting.mock.calls.length).toBe(1);
  const [asked = {}] = (calendar.composeMeeting.mock.calls as unknown[][])[0] as [{ startTime?: string }];
  expect(lengthOf(asked)).toBe(60);
  const start = new Date(asked.startTime ?? '');
  expect(start.getTime()).toBeGreaterThan(Date.now());
  expect([0, 6]).not.toContain(start.getDay());
});

test('on a Friday the Monday after is suggested', () => {
  const { startTime, endTime } = suggestTimes(new Date(2026, 10, 27, 17, 5), 30);
  expect(new Date(startTime)).toEqual(new Date(2026, 10, 30, 10));
  expect(lengthOf({ startTime, endTime })).toBe(30);
});

test('goes by a link where Teams has no dialog for it, blanks written as Teams reads them', async () => {
  calendar.isSupported.mockReturnValue(false);
  await onScreen(plan());
  await press('Find a time');
  await expect.poll(() => app.openLink.mock.calls.length).toBe(1);
  const address = app.openLink.mock.calls[0]?.[0] ?? '';
  expect(address).toContain('subject=Clara%20and%20Aisha&content=An%20hour.');
  expect(address).not.toContain('+');
  const link = new URL(address);
  const { startTime, endTime, ...said } = Object.fromEntries(link.searchParams);
  expect([link.pathname, said]).toEqual([
    '/l/meeting/new',
    { subject: 'Clara and Aisha', content: 'An hour.', attendees: attendees.join(',') },
  ]);
  expect(lengthOf({ startTime, endTime } as { startTime?: string })).toBe(60);
});

test('opens the chat with everybody instead, where that is offered', async () => {
  await onScreen(plan());
  await sees(button('Find a time'));
  await seesNo(button('Write to both'));
  await onScreen(plan('Write to both'));
  await press('Write to both');
  await expect.poll(() => app.openLink.mock.calls.length).toBe(1);
  const link = new URL(app.openLink.mock.calls[0]?.[0] ?? '');
  expect(link.searchParams.get('users')).toBe(attendees.join(','));
});

test('a client that cannot is told of in a sentence, and can be asked again', async () => {
  calendar.composeMeeting.mockRejectedValue(new Error('Not allowed'));
  await onScreen(plan());
  await press('Find a time');
  await says(/^Something went wrong on our side\./);
  await expect.element(button('Find a time')).not.toHaveAttribute('aria-disabled', 'true');
});
