import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { Announcements } from '#tabs/console/announcements/Announcements.tsx';
import { AsksBeforeLeaving } from '#tabs/parts/Unsaved.tsx';
import { type AnnouncementView, answers, problem } from '../../answers.ts';
import { expectFits, NARROW_PX, onScreen } from '../../onScreen.tsx';
import { box, heading, press, region, says, sees, seesNo, waitsAndTriesAgain } from '../../reader.ts';
import { anAnnouncement, someDeliveries } from '../given.ts';
import { aBacking, anInName } from '../sponsor/given.ts';

const announcements = () => <Announcements cohort="pilot" />;
const given = (...list: AnnouncementView[]) => ({
  announcements: { announcements: list },
  deliveries: { deliveries: someDeliveries(), found: 2 },
  audience: { recipients: 3, notJoined: 0, noApp: 0, leftOut: 0 },
  previewAnnouncement: { card: { body: [], actions: [] } },
});
const deliveries = () => page.getByRole('list', { name: 'Deliveries of Half-time' });
const titles = () =>
  page
    .getByRole('heading', { level: 2 })
    .elements()
    .map((one) => one.textContent);

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
  await expect.poll(titles).toEqual(['New announcement', 'As they will see it']);
});

test('stand in the order in which the server has them', async () => {
  const older = anAnnouncement({ announcement: 'old', title: 'Welcome', at: '2026-10-01T09:00:00.000Z' });
  answers(given(anAnnouncement(), older));
  await onScreen(announcements());
  await sees(heading('Welcome'));
  expect(titles()).toEqual(['New announcement', 'As they will see it', 'Half-time', 'Welcome']);
});

test('is shown with its marks, and its link leads out of the tab', async () => {
  const runs = [
    { text: 'now', isBold: true },
    { text: 'here', address: 'https://x.example/' },
  ];
  answers(given(anAnnouncement({ lines: [{ lead: '• ', isClose: true, runs }] })));
  await onScreen(announcements(), { widthPx: NARROW_PX });
  await expect.element(page.getByText('now', { exact: true })).toHaveStyle({ fontWeight: '600' });
  const link = page.getByRole('link', { name: 'here' });
  await expect.element(link).toHaveAttribute('href', 'https://x.example/');
  await expect.element(link).toHaveAttribute('target', '_blank');
  await expectFits();
});

test('says how it ended for how many, and on request who they are', async () => {
  const counts = { meant: 3, sent: 1, failed: 1, unknown: 1, notMeant: 8 };
  const server = answers(given(anAnnouncement({ counts })));
  await onScreen(announcements());
  await sees('Delivered to 1 of 3');
  const outcome = page.getByRole('list', { name: 'What became of Half-time' });
  await expect.poll(() => outcome.getByRole('listitem').length).toBe(4);
  await seesNo(deliveries());
  await press('See who: Not delivered');
  await sees(deliveries().getByText('Teams did not take it.'));
  expect(server.sent('deliveries').at(-1)?.query).toMatchObject({ which: 'failed' });
  await press('See who: Not delivered');
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
  await sees('You stopped it. Delivered: 1, where it stays. Not delivered: 3.');
  await seesNo(page.getByText(/^Delivered to/));
  await seesNo(page.getByRole('button', { name: /Send again|Stop here/ }));
});

test('counts only those it was for', async () => {
  answers(given(anAnnouncement({ counts: { meant: 4, notMeant: 8, sent: 4, failed: 0 } })));
  await onScreen(announcements());
  await sees('Delivered to 4 of 4');
  await seesNo(page.getByRole('button', { name: /Send again/ }));
  await sees('Not meant to get it');
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

type Reply = AnnouncementView['replies'][number];
test('shows the newest that came back, and those before when they are asked for', async () => {
  const [first, second, last] = ['The first', 'The second', 'The last'].map((text, n) => ({
    ...{ name: 'Meera Namoona', text, at: `2026-11-05T1${n}:00:00.000Z` },
  })) as [Reply, Reply, Reply];
  const server = answers({
    ...given(anAnnouncement({ replies: [last], repliesBefore: 2 })),
    replies: { replies: [first, second, last] },
  });
  await onScreen(announcements());
  await sees(region('Replies').getByText('The last'));
  await seesNo(region('Replies').getByText('The first'));
  expect(server.sent('replies')).toEqual([]);
  await press('Show the 2 replies before');
  for (const { text } of [first, second, last]) await sees(region('Replies').getByText(text));
});

test('fits a side panel', async () => {
  answers(given(anAnnouncement({ title: 'Donaudampfschifffahrtsgesellschaftskapitänsmütze' })));
  await onScreen(announcements(), { widthPx: NARROW_PX });
  await press('See who: Delivered');
  await expectFits();
});

test('earlier ones are read when they are asked for', async () => {
  const server = answers({
    ...given(),
    announcements: { announcements: [anAnnouncement()], more: 'hello' },
  });
  await onScreen(announcements());
  await sees(heading('Half-time'));
  const older = anAnnouncement({ announcement: 'old', title: 'Welcome', at: '2026-10-01T09:00:00.000Z' });
  server.now(given(older));
  await press('Show earlier announcements');
  await sees(heading('Welcome'));
  expect(server.sent('announcements').at(-1)?.query).toEqual({ before: 'hello' });
});

const undone = { title: 'Half-time', text: 'Three months are over.', audience: 'everyone' } as const;
const waiting = (said: Partial<AnnouncementView>) =>
  anAnnouncement({ state: 'waiting', counts: { meant: 0, sent: 0, failed: 0 }, ...said });

test('one that was just sent off runs down, and Undo brings its text back into the form', async () => {
  const sendAt = '2026-11-05T09:00:30.000Z';
  const server = answers({
    ...given(waiting({ sendAt, waitsMs: 20_000, audience: 'mentors' })),
    callOffAnnouncement: undone,
  });
  await onScreen(announcements(), { widthPx: NARROW_PX });
  await sees(/^Goes out in (20|19) seconds$/);
  await sees('Mentors. Nobody has it yet.');
  await expectFits();
  await press('Undo');
  await sees('“Half-time” was not sent to anybody. It is back in the form.');
  await expect.element(box('Title')).toHaveValue('Half-time');
  await expect.element(page.getByRole('radio', { name: 'Mentors' })).toBeChecked();
  await expect.element(page.getByRole('radio', { name: 'Now' })).toBeChecked();
  expect(server.sent('callOffAnnouncement').length).toBe(1);
});

test('Undo says no more than that nobody got it while something else stands in the form', async () => {
  const sendAt = '2026-11-05T09:00:30.000Z';
  answers({ ...given(waiting({ sendAt, waitsMs: 20_000 })), callOffAnnouncement: undone });
  await onScreen(<AsksBeforeLeaving>{announcements()}</AsksBeforeLeaving>);
  await box('Title').fill('Something else');
  await press('Undo');
  await press('Keep writing');
  await sees('“Half-time” was not sent to anybody.');
  await expect.element(box('Title')).toHaveValue('Something else');
});

test('Undo that comes too late says so, and what was written elsewhere stays', async () => {
  answers({
    ...given(waiting({ sendAt: '2026-11-05T09:00:30.000Z', waitsMs: 0 })),
    callOffAnnouncement: problem(410, 'It is already being sent.'),
  });
  await onScreen(announcements());
  await sees('Goes out now');
  await press('Undo');
  await says('It is already being sent.');
  await expect.element(box('Title')).toHaveValue('');
});

test('one for another day says when, is called off, and changed with its time', async () => {
  const sendAt = '2027-01-11T08:00:00.000Z';
  const server = answers({
    ...given(waiting({ sendAt, waitsMs: 5_000_000, status: 'paired', team: 'Tax' })),
    ...{ callOffAnnouncement: undone, teams: { teams: [{ team: 'Tax', people: 4 }] } },
  });
  await onScreen(announcements());
  await sees(/^Waits for Monday, January 11/);
  await sees('Everyone · Paired · Tax. Nobody has it yet.');
  await press('Change');
  await sees(heading('Change an announcement that waits'));
  await expect.element(page.getByLabelText('Day', { exact: true })).toHaveValue('2027-01-11');
  await expect.element(page.getByLabelText('Time', { exact: true })).toHaveValue('09:00');
  await expect.element(page.getByRole('combobox', { name: 'Team' })).toHaveValue('Tax');
  await press('Leave it as it was');
  await sees(heading('New announcement'));
  await press('Call it off');
  await expect.poll(() => server.sent('callOffAnnouncement').length).toBe(1);
  // Sent off again without a look, it goes out no sooner than it was to.
  await expect.element(page.getByLabelText('Day', { exact: true })).toHaveValue('2027-01-11');
  await expect.element(page.getByLabelText('Time', { exact: true })).toHaveValue('09:00');
});

test('is corrected in its place, as it was seen', async () => {
  const server = answers({ ...given(anAnnouncement()), correctAnnouncement: undefined });
  await onScreen(announcements());
  await press('Correct the text');
  const form = page.getByRole('form', { name: 'Correct the text' });
  await form.getByRole('textbox', { name: 'Text' }).fill('Six months are over.');
  await press('Correct it for 1 person');
  await sees(page.getByRole('button', { name: 'Correct the text' }));
  expect(server.sent('correctAnnouncement')).toMatchObject([
    { etag: '"e1"', body: { title: 'Half-time', text: 'Six months are over.' } },
  ]);
});

test('says who sees the correction, and with whom it could not be made', async () => {
  const counts = { meant: 3, sent: 3, failed: 0, amended: 2, notAmended: 1 };
  answers(given(anAnnouncement({ corrected: '2026-11-05T10:00:00.000Z', counts })));
  await onScreen(announcements());
  await sees(/^Corrected Thursday, November 5 .*2 of 3 see the correction\.$/);
  await sees('With 1 person Teams did not let it be changed.');
});

test('is taken back once that is said twice', async () => {
  const server = answers({ ...given(anAnnouncement()), recallAnnouncement: undefined });
  await onScreen(announcements());
  await press('Take it back');
  await press('Leave it there');
  expect(server.sent('recallAnnouncement')).toEqual([]);
  await press('Take it back');
  await press('Yes, take it back');
  await expect.poll(() => server.sent('recallAnnouncement').length).toBe(1);
});

test('one that was taken back says so, and nothing more can be done with it', async () => {
  const counts = { meant: 2, sent: 2, failed: 0, amended: 2 };
  answers(given(anAnnouncement({ state: 'recalled', counts })));
  await onScreen(announcements());
  await sees(/^Taken back in 2 of 2 chats: /);
  await seesNo(page.getByRole('button', { name: /Correct|Take it back|Send again|Stop/ }));
});

test('one that went to nobody says why', async () => {
  answers(given(anAnnouncement({ state: 'stopped', counts: { meant: 0, sent: 0, failed: 0 } })));
  await onScreen(announcements());
  await sees(/^It went to nobody/);
});

test('shows what waits for the sponsor’s yes, and what came back', async () => {
  const inName = [
    anInName(),
    anInName({ announcement: 'a0', title: 'Older', state: 'declined', word: 'Shorter' }),
  ];
  const server = answers({
    ...given(),
    backing: aBacking({ inName }),
    takeBackInName: undefined,
  });
  await onScreen(<Announcements cohort="pilot" />);
  await sees('Waits for the yes of Ruth Voorbeeld');
  await sees('Shorter');
  await press('Take it back: Half-time');
  await expect
    .poll(() => server.sent('takeBackInName').map(({ params }) => params.announcement))
    .toEqual(['a1']);
});
