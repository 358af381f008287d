import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { Announcements } from '#tabs/console/announcements/Announcements.tsx';
import { type AnnouncementView, answers } from '../../answers.ts';
import { expectFits, NARROW_PX, onScreen } from '../../onScreen.tsx';
import { heading, press, region, sees, seesNo, waitsAndTriesAgain } from '../../reader.ts';
import { anAnnouncement, someDeliveries } from '../given.ts';

const announcements = () => <Announcements cohort="pilot" name="Finance pilot" />;
const given = (...list: AnnouncementView[]) => ({
  announcements: { announcements: list },
  deliveries: { deliveries: someDeliveries(), found: 2 },
});
const deliveries = () => page.getByRole('list', { name: 'Deliveries of Half-time' });

waitsAndTriesAgain({
  reads: 'announcements',
  part: announcements,
  given: given(anAnnouncement()),
  there: () => heading('Half-time'),
});

test('before the first one there is only the form', async () => {
  answers(given());
  await onScreen(announcements());
  await sees(heading('New announcement'));
  await expect.poll(() => page.getByRole('heading').length).toBe(1);
});

test('the newest comes first', async () => {
  const older = anAnnouncement({ announcement: 'old', title: 'Welcome', at: '2026-10-01T09:00:00.000Z' });
  answers(given(older, anAnnouncement()));
  await onScreen(announcements());
  await sees(heading('Welcome'));
  expect(
    page
      .getByRole('heading', { level: 2 })
      .elements()
      .map((one) => one.textContent),
  ).toEqual(['New announcement', 'Half-time', 'Welcome']);
});

test('says whom it reached, and on request what became of it for each', async () => {
  answers(given(anAnnouncement()));
  await onScreen(announcements());
  await sees('Delivered to 1 of 2');
  await seesNo(deliveries());
  await press('Who got it');
  await sees(deliveries().getByText('Teams did not take it.'));
  await press('Who got it');
  await seesNo(deliveries());
});

test('counts only those it was for', async () => {
  const counts = { meant: 4, notMeant: 8, sent: 4, failed: 0, unknown: 0 };
  answers(given(anAnnouncement({ counts })));
  await onScreen(announcements());
  await sees('Delivered to 4 of 4');
  await seesNo(page.getByRole('button', { name: /Send again/ }));
  await sees(/^It wasn’t for 8 more people/);
});

test('sends again to those it did not reach, and says where that may show it twice', async () => {
  const counts = { meant: 3, notMeant: 0, sent: 1, failed: 1, unknown: 1 };
  const server = answers({
    ...given(anAnnouncement({ counts })),
    retryAnnouncement: undefined,
  });
  await onScreen(announcements());
  await sees('We don’t know whether it reached 1 person. Sending it again may show it twice.');
  await press('Send again to 2 people');
  await expect.poll(() => server.sent('retryAnnouncement').length).toBe(1);
});

test('shows what came back', async () => {
  const at = '2026-11-05T10:00:00.000Z';
  answers(given(anAnnouncement({ replies: [{ name: 'Meera Namoona', text: 'Thank you!', at }] })));
  await onScreen(announcements());
  await sees(region('Replies').getByText('Thank you!'));
  await sees(/^Meera Namoona · Thursday, November 5/);
});

test('fits a side panel', async () => {
  answers(given(anAnnouncement({ title: 'Donaudampfschifffahrtsgesellschaftskapitänsmütze' })));
  await onScreen(announcements(), { widthPx: NARROW_PX });
  await press('Who got it');
  expectFits();
});

test('earlier ones are read when they are asked for', async () => {
  const server = answers({ announcements: { announcements: [anAnnouncement()], more: 'hello' } });
  await onScreen(announcements());
  await sees(heading('Half-time'));
  const older = anAnnouncement({ announcement: 'old', title: 'Welcome', at: '2026-10-01T09:00:00.000Z' });
  server.now(given(older));
  await press('Show earlier announcements');
  await sees(heading('Welcome'));
  expect(server.sent('announcements').at(-1)?.query).toEqual({ before: 'hello' });
});
