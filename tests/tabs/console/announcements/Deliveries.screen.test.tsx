import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { Deliveries } from '#tabs/console/announcements/Deliveries.tsx';
import { answers, type DeliveryView } from '../../answers.ts';
import { expectFits, NARROW_PX, onScreen } from '../../onScreen.tsx';
import { press, sees, seesNo } from '../../reader.ts';
import { anAnnouncement, someDeliveries } from '../given.ts';

const given = (...deliveries: DeliveryView[]) =>
  answers({ deliveries: { deliveries, found: deliveries.length } });
const deliveries = (view = anAnnouncement()) => <Deliveries cohort="pilot" view={view} which="all" />;
const toMany = { meant: 120, sent: 120, failed: 0 };
const some = (from: number, to: number): DeliveryView[] =>
  Array.from({ length: to - from }, (_, n) => ({
    ...{ person: `p${from + n}`, name: `Person ${from + n}`, state: 'sent', reason: '', isMeant: true },
  }));

test.each<[DeliveryView['state'], string, string]>([
  ['queued', '', 'On its way'],
  ['reserved', '', 'On its way'],
  ['sent', '', 'Delivered'],
  ['failed', 'Teams did not take it.', 'Not delivered'],
  ['unknown', 'Nobody knows.', 'Unclear'],
])('says what became of it, and why where it did not arrive: %s', async (state, reason, said) => {
  given({ person: 'meera', name: 'Meera Namoona', state, reason, isMeant: true });
  await onScreen(deliveries());
  await expect
    .element(page.getByRole('list', { name: 'Deliveries of Half-time' }).getByRole('listitem'))
    .toHaveTextContent(`Meera Namoona${reason}${said}`);
});

test('those it was not for are in no colour of failure', async () => {
  const meera = { person: 'meera', name: 'Meera Namoona', state: 'failed', reason: 'No app.' } as const;
  const colourWhen = async (isMeant: boolean) => {
    given(...someDeliveries().slice(0, 1), { ...meera, isMeant });
    await onScreen(deliveries());
    const row = page.getByRole('listitem').filter({ hasText: 'Meera Namoona' });
    await expect.element(row.getByText('Not delivered')).toBeInTheDocument();
    return getComputedStyle(row.getByText('Not delivered').element()).backgroundColor;
  };
  const failed = await colourWhen(true);
  expect(await colourWhen(false)).not.toBe(failed);
});

test('of nobody there is nothing to say', async () => {
  given();
  await onScreen(deliveries());
  await expect.element(page.getByRole('list')).toBeInTheDocument();
  await expect.poll(() => page.getByRole('listitem').length).toBe(0);
});

test('the next ones are read when they are asked for', async () => {
  const server = answers({ deliveries: { deliveries: some(0, 50), found: 120, more: 50 } });
  await onScreen(deliveries(anAnnouncement({ counts: toMany })), { widthPx: NARROW_PX });
  await sees('50 of 120');
  await expectFits();
  server.now({ deliveries: { deliveries: some(50, 100), found: 120, more: 100 } });
  await press('Show 50 more');
  await sees('Person 99');
  await sees('100 of 120');
  await sees(page.getByRole('button', { name: 'Show 20 more' }));
  expect(server.sent('deliveries').map(({ query }) => query.from)).toContain('50');
});

test('finds by name among all, not only among those shown', async () => {
  const server = answers({ deliveries: { deliveries: some(0, 50), found: 120, more: 50 } });
  await onScreen(deliveries(anAnnouncement({ counts: toMany })));
  await sees('Person 0');
  server.now({ deliveries: { deliveries: some(110, 111), found: 1 } });
  await page.getByRole('searchbox').fill('person 110');
  await sees('1 found.');
  await seesNo('Person 0');
  expect(server.sent('deliveries').at(-1)?.query).toEqual({ find: 'person 110', from: '0', which: 'all' });
});
