import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { Announcements } from '#tabs/console/announcements/Announcements.tsx';
import { type AnnouncementView, answers } from '../../answers.ts';
import { expectFits, NARROW_PX, onScreen } from '../../onScreen.tsx';
import { heading, press, region, sees, seesNo, waitsAndTriesAgain } from '../../reader.ts';
import { anAnnouncement, someDeliveries } from '../given.ts';
import { aBacking, anInName } from '../sponsor/given.ts';

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

test('is stopped while it goes on, once that is said twice', async () => {
  const counts = { meant: 4, onTheWay: 1, quiet: 1, notMeant: 0, sent: 2, failed: 0, unknown: 0 };
  const server = answers({ ...given(anAnnouncement({ counts })), stopAnnouncement: undefined });
  await onScreen(announcements());
  await press('Stop here');
  await press('Let it go on');
  expect(server.sent('stopAnnouncement')).toEqual([]);
  await press('Stop here');
  await press('Yes, stop it');
  await expect.poll(() => server.sent('stopAnnouncement').length).toBe(1);
});

test('one that was stopped says so, and is not sent again', async () => {
  const counts = { meant: 2, onTheWay: 0, quiet: 0, notMeant: 2, sent: 1, failed: 1, unknown: 0 };
  answers(given(anAnnouncement({ state: 'stopped', counts })));
  await onScreen(announcements());
  await sees(/^You stopped it\./);
  await seesNo(page.getByRole('button', { name: /Send again|Stop here/ }));
});

test('counts only those it was for', async () => {
  const counts = { meant: 4, onTheWay: 0, quiet: 0, notMeant: 8, sent: 4, failed: 0, unknown: 0 };
  answers(given(anAnnouncement({ counts })));
  await onScreen(announcements());
  await sees('Delivered to 4 of 4');
  await seesNo(page.getByRole('button', { name: /Send again/ }));
  await sees(/^It wasn’t for 8 more people/);
});

test('shows how far it has come while it goes on, and who gets it in the morning', async () => {
  const counts = { meant: 2000, onTheWay: 1500, quiet: 30, notMeant: 0, sent: 470, failed: 0, unknown: 0 };
  const server = answers(given(anAnnouncement({ counts })));
  await onScreen(announcements(), { widthPx: NARROW_PX });
  await sees('1500 people are still to be told.');
  await sees('30 people get it when their working day begins.');
  const bar = page.getByRole('progressbar', { name: 'How far Half-time has come' });
  await expect.element(bar).toHaveAttribute('aria-valuenow', '500');
  await expectFits();
  server.now(given(anAnnouncement({ counts: { ...counts, onTheWay: 0, sent: 1970 } })));
  await sees('Delivered to 1970 of 2000');
  await seesNo(bar);
});

test('sends again to those it did not reach, and says where that may show it twice', async () => {
  const counts = { meant: 3, onTheWay: 0, quiet: 0, notMeant: 0, sent: 1, failed: 1, unknown: 1 };
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
  await expectFits();
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

test('shows what waits for the sponsor’s yes, and what came back', async () => {
  const inName = [
    anInName(),
    anInName({ announcement: 'a0', title: 'Older', state: 'declined', word: 'Shorter' }),
  ];
  const server = answers({
    announcements: { announcements: [] },
    backing: aBacking({ inName }),
    takeBackInName: undefined,
  });
  await onScreen(<Announcements cohort="pilot" name="Finance pilot" />);
  await sees('Waits for the yes of Ruth Voorbeeld');
  await sees('Shorter');
  await press('Take it back: Half-time');
  await expect
    .poll(() => server.sent('takeBackInName').map(({ params }) => params.announcement))
    .toEqual(['a1']);
});
