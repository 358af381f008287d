import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { PairMenu } from '#tabs/pair/parting/PairMenu.tsx';
import { answers } from '../../answers.ts';
import { onScreen } from '../../onScreen.tsx';
import { says } from '../../reader.ts';
import { given, PAIR, withSpace } from '../pairs.tsx';

const menu = async (item: RegExp, said: Parameters<typeof withSpace>[0] = {}) => {
  await onScreen(<PairMenu {...given(withSpace({ turn: 2, ...said }))} />);
  await page.getByRole('button', { name: 'More about you and Aisha' }).click();
  await page.getByRole('menuitem', { name: item }).click();
};
const button = (name: string) => page.getByRole('button', { name });

test('a break asks for its day, and sends what was seen', async () => {
  const standing = { state: 'paused' as const, turn: 3, pausedUntil: '2027-01-04' };
  const server = answers({ pausePair: standing });
  await menu(/^Pause for a while…/);
  await button('Take the break').click();
  await says('Please pick the day on which it shall go on.');
  await page.getByLabelText('When shall it go on?').fill('2027-01-04');
  await button('Take the break').click();
  await expect.poll(() => server.sent('pausePair').length).toBe(1);
  expect(server.sent('pausePair')[0]).toMatchObject({
    ...{ params: { pair: PAIR }, etag: '"2"', body: { until: '2027-01-04' } },
  });
});

test('an end is asked once, by name, and the harmless answer has the focus', async () => {
  const server = answers({ endPair: { state: 'ended', turn: 2, pausedUntil: null } });
  await menu(/^End this pair…/);
  await expect
    .element(page.getByText(/^Your pair with Aisha in Finance pilot ends for both of you/))
    .toBeVisible();
  await expect.element(button('Leave it as it is')).toHaveFocus();
  expect(server.sent('endPair')).toEqual([]);
  await button('Yes, end it').click();
  await expect.poll(() => server.sent('endPair').length).toBe(1);
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
});

test('a project team that goes on without somebody is left by its name', async () => {
  const server = answers({ endPair: { state: 'ended', turn: 2, pausedUntil: null } });
  await menu(/^Leave this project team….*It goes on without you\./, { leaves: true, isTeam: true });
  await expect.element(page.getByText('Leave the project team with Aisha?')).toBeVisible();
  await expect.element(page.getByText(/^The project team in .* goes on without you\./)).toBeVisible();
  await button('Yes, leave').click();
  await expect.poll(() => server.sent('endPair').length).toBe(1);
});

test('a circle that goes on without somebody is left, not ended', async () => {
  const server = answers({ endPair: { state: 'ended', turn: 2, pausedUntil: null } });
  await menu(/^Leave this circle….*It goes on without you\./, { leaves: true });
  await expect.element(page.getByText(/goes on without you\. The others hear that you left/)).toBeVisible();
  await button('Yes, leave').click();
  await expect.poll(() => server.sent('endPair').length).toBe(1);
});
