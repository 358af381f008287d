import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { PlanMeeting } from '#tabs/pair/meetings/PlanMeeting.tsx';
import { ReaderProvider } from '#tabs/parts/Frame.tsx';
import { answers, pending, problem } from '../../answers.ts';
import { aPlanning } from '../../given.ts';
import { expectFits, NARROW_PX, onScreen } from '../../onScreen.tsx';
import { box, button, press, says, sees, seesNo } from '../../reader.ts';
import { app, calendar } from '../../teamsJs.ts';
import { PAIR } from '../pairs.tsx';

const plan = (said: { write?: string; isFirst?: boolean } = {}) => (
  <ReaderProvider value={{ locale: 'en', timeZone: 'Europe/Berlin' }}>
    <PlanMeeting pair={PAIR} names="Aisha" me="Clara" kind="meeting" {...said} />
  </ReaderProvider>
);
const put = () => button('Put Tuesday in the diary');

test('asks for a moment while times are looked for, and for another try when that failed', async () => {
  const server = answers({ planning: problem(500, 'We have trouble just now.') });
  await onScreen(plan());
  await says('We have trouble just now.');
  server.now({ planning: aPlanning() });
  await press('Try again');
  await sees(put());
  answers({ planning: pending });
  await onScreen(plan());
  await sees('Looking for times that suit everybody…');
});

test('opens the dialog of Teams once, with the first time filled in', async () => {
  answers({ planning: aPlanning() });
  calendar.composeMeeting.mockReturnValue(new Promise(() => undefined));
  await onScreen(plan());
  await press('Put Tuesday in the diary');
  await expect.element(put()).toHaveAttribute('aria-disabled', 'true');
  await put().click({ force: true });
  expect(calendar.composeMeeting.mock.calls).toEqual([
    [
      {
        subject: 'A conversation: Clara and Aisha',
        content: expect.stringMatching(/^Time for an honest conversation\./),
        attendees: ['aisha@example.com'],
        startTime: '2026-12-08T09:00:00.000Z',
        endTime: '2026-12-08T10:00:00.000Z',
      },
    ],
  ]);
});

test('times are chosen as cards, each on the clocks of both', async () => {
  answers({ planning: aPlanning() });
  await onScreen(plan());
  const friday = page.getByRole('radio', { name: /Fri, Dec 11, 12:30.PM.*11:30.AM for Aisha/ });
  await friday.click();
  await press('Put Friday in the diary');
  await expect
    .poll(() => calendar.composeMeeting.mock.calls)
    .toEqual([[expect.objectContaining({ startTime: '2026-12-11T11:30:00.000Z' })]]);
});

test('names the day where it is another on the other side', async () => {
  const [one] = aPlanning().partners;
  const partners = one ? [{ ...one, timeZone: 'Pacific/Auckland' }] : [];
  const times = [{ startsAt: '2026-12-08T20:00:00.000Z', endsAt: '2026-12-08T21:00:00.000Z' }];
  answers({ planning: aPlanning({ partners, times }) });
  await onScreen(plan());
  await sees(/^Wed.*9:00.AM for Aisha$/);
});

test('says the time once where both read the same clock', async () => {
  const partners = aPlanning().partners.map((one) => ({ ...one, timeZone: 'Europe/Zurich' }));
  answers({ planning: aPlanning({ partners }) });
  await onScreen(plan());
  await sees(/^Tue, Dec 8, 10:00.AM$/);
  await seesNo(/for Aisha/);
});

test('another time is the dialog without one', async () => {
  answers({ planning: aPlanning() });
  await onScreen(plan());
  await press('Another time');
  await expect.poll(() => calendar.composeMeeting.mock.calls.length).toBe(1);
  expect((calendar.composeMeeting.mock.calls as unknown[][])[0]?.[0]).not.toHaveProperty('startTime');
});

test('says how it can repeat where a rhythm was agreed, and how Turntable comes in before the first', async () => {
  answers({ planning: aPlanning({ rhythm: 'fortnightly' }) });
  await onScreen(plan({ isFirst: true }));
  await sees(/^You agreed to meet every two weeks: choose “Repeat” in the dialog.*“\+ Apps”, then Turntable/);
  answers({ planning: aPlanning() });
  await onScreen(plan());
  await sees(put());
  await seesNo(/Repeat|\+ Apps/);
});

test('where working days never meet, says so and opens the dialog', async () => {
  answers({ planning: aPlanning({ times: [] }) });
  await onScreen(plan());
  await sees(/^Your working days hardly meet/);
  await press('Find a time in Teams');
  await expect.poll(() => calendar.composeMeeting.mock.calls.length).toBe(1);
});

test('hands an assistant the times on both clocks, whom to ask and what to call it', async () => {
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue(undefined);
  answers({ planning: aPlanning({ rhythm: 'monthly' }) });
  await onScreen(plan());
  await press('Text for my assistant');
  await sees('Copied. Paste it into a chat or a mail.');
  const [text = ''] = write.mock.calls[0] ?? [];
  expect(text.split('\n').map((line) => line.replaceAll('\u202f', ' '))).toEqual([
    'Please find 60 minutes for Clara and Aisha. One of these would suit both:',
    '– Tue, Dec 8, 10:00 AM in Berlin (9:00 AM in London)',
    '– Wed, Dec 9, 3:00 PM in Berlin (2:00 PM in London)',
    '– Fri, Dec 11, 12:30 PM in Berlin (11:30 AM in London)',
    'Please invite aisha@example.com to a Teams meeting called “A conversation: Clara and Aisha”. Thank you.',
    'They agreed to meet every month, so please let it repeat.',
  ]);
});

test('shows the text to be copied by hand where the client lets nobody copy', async () => {
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('not allowed'));
  answers({ planning: aPlanning() });
  await onScreen(plan(), { widthPx: NARROW_PX });
  await press('Text for my assistant');
  await expect.element(box('Copy this, then paste it into a chat or a mail')).toHaveFocus();
  await expectFits();
});

test('goes by a link where Teams has no dialog for it, blanks written as Teams reads them', async () => {
  calendar.isSupported.mockReturnValue(false);
  answers({ planning: aPlanning() });
  await onScreen(plan());
  await press('Put Tuesday in the diary');
  await expect.poll(() => app.openLink.mock.calls.length).toBe(1);
  const address = app.openLink.mock.calls[0]?.[0] ?? '';
  expect(address).toContain(
    'subject=A%20conversation%3A%20Clara%20and%20Aisha&attendees=aisha%40example.com',
  );
  expect(address).not.toContain('+and');
});

test('opens the chat instead, where that is offered', async () => {
  answers({ planning: aPlanning() });
  await onScreen(plan());
  await sees(put());
  await seesNo(button('Write to Aisha'));
  await onScreen(plan({ write: 'Write to Aisha' }));
  await press('Write to Aisha');
  await expect.poll(() => app.openLink.mock.calls.length).toBe(1);
});

test('a client that cannot is told of in a sentence, and can be asked again', async () => {
  answers({ planning: aPlanning() });
  calendar.composeMeeting.mockRejectedValue(new Error('Not allowed'));
  await onScreen(plan());
  await press('Put Tuesday in the diary');
  await says(/^Something went wrong on our side\./);
  await expect.element(put()).not.toHaveAttribute('aria-disabled', 'true');
});
