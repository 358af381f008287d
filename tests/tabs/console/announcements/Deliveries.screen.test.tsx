import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { Deliveries } from '#tabs/console/announcements/Deliveries.tsx';
import type { AnnouncementView } from '../../answers.ts';
import { onScreen } from '../../onScreen.tsx';
import { anAnnouncement } from '../given.ts';

type State = AnnouncementView['deliveries'][number]['state'];

test.each<[State, string, string]>([
  ['queued', '', 'On its way'],
  ['reserved', '', 'On its way'],
  ['sent', '', 'Delivered'],
  ['skipped', 'Meera reads no news.', 'Not sent'],
  ['failed', 'Teams did not take it.', 'Not delivered'],
  ['unknown', 'Nobody knows.', 'Unclear'],
])('says what became of it, and why where it did not arrive: %s', async (state, reason, said) => {
  const view = anAnnouncement({ deliveries: [{ person: 'meera', name: 'Meera Namoona', state, reason }] });
  await onScreen(<Deliveries view={view} />);
  await expect
    .element(page.getByRole('list', { name: 'Deliveries of Half-time' }).getByRole('listitem'))
    .toHaveTextContent(`Meera Namoona${reason}${said}`);
});

test('of nobody there is nothing to say', async () => {
  await onScreen(<Deliveries view={anAnnouncement({ deliveries: [] })} />);
  await expect.element(page.getByRole('list')).toBeInTheDocument();
  expect(page.getByRole('listitem').length).toBe(0);
});
