import { expect, test } from 'vitest';
import { PlanMeeting } from '#tabs/pair/meetings/PlanMeeting.tsx';
import { onScreen } from '../../onScreen.tsx';
import { button, press, says, sees, seesNo } from '../../reader.ts';
import { app, calendar } from '../../teamsJs.ts';

const attendees = ['aisha@example.com', 'diego@example.com'];
const plan = (write?: string) => (
  <PlanMeeting
    label="Find a time"
    subject="Clara and Aisha"
    content="An hour."
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
  expect(calendar.composeMeeting.mock.calls).toEqual([
    [{ subject: 'Clara and Aisha', content: 'An hour.', attendees }],
  ]);
});

test('goes by a link where Teams has no dialog for it', async () => {
  calendar.isSupported.mockReturnValue(false);
  await onScreen(plan());
  await press('Find a time');
  await expect.poll(() => app.openLink.mock.calls.length).toBe(1);
  const link = new URL(app.openLink.mock.calls[0]?.[0] ?? '');
  expect([link.pathname, Object.fromEntries(link.searchParams)]).toEqual([
    '/l/meeting/new',
    { subject: 'Clara and Aisha', content: 'An hour.', attendees: attendees.join(',') },
  ]);
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
