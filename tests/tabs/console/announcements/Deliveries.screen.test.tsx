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
  ['failed', 'Teams did not take it.', 'Not delivered'],
  ['unknown', 'Nobody knows.', 'Unclear'],
])('says what became of it, and why where it did not arrive: %s', async (state, reason, said) => {
  const view = anAnnouncement({
    deliveries: [{ person: 'meera', name: 'Meera Namoona', state, reason, isMeant: true }],
  });
  await onScreen(<Deliveries view={view} />);
  await expect
    .element(page.getByRole('list', { name: 'Deliveries of Half-time' }).getByRole('listitem'))
    .toHaveTextContent(`Meera Namoona${reason}${said}`);
});

test('those it was not for come last, in no colour of failure', async () => {
  const meera = { person: 'meera', name: 'Meera Namoona', state: 'failed', reason: 'No app.' } as const;
  const others = anAnnouncement().deliveries.slice(0, 1);
  const colourWhen = async (isMeant: boolean) => {
    await onScreen(<Deliveries view={anAnnouncement({ deliveries: [{ ...meera, isMeant }, ...others] })} />);
    const row = page.getByRole('listitem').filter({ hasText: 'Meera Namoona' });
    await expect.element(row.getByText('Not delivered')).toBeInTheDocument();
    return getComputedStyle(row.getByText('Not delivered').element()).backgroundColor;
  };
  const failed = await colourWhen(true);
  expect(await colourWhen(false)).not.toBe(failed);
  await expect.element(page.getByRole('listitem').last()).toHaveTextContent('Meera Namoona');
});

test('of nobody there is nothing to say', async () => {
  await onScreen(<Deliveries view={anAnnouncement({ deliveries: [] })} />);
  await expect.element(page.getByRole('list')).toBeInTheDocument();
  expect(page.getByRole('listitem').length).toBe(0);
});
