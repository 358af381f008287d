import { expect, test } from 'vitest';
import { Resting } from '#tabs/pair/parting/Resting.tsx';
import { answers } from '../../answers.ts';
import { expectFits, NARROW_PX, onScreen } from '../../onScreen.tsx';
import { button, press, sees, seesNo } from '../../reader.ts';
import { aPair } from '../pairs.tsx';

const resting = (isMine: boolean) =>
  aPair({
    ...{ state: 'paused', next: 'rest', hasSpace: true, spaceVersion: 's1', pausedUntil: '2027-01-04' },
    pause: { until: '2027-01-04', isMine, byFirstName: 'Aisha' },
  });
const rest = (isMine: boolean) => <Resting view={resting(isMine)} names="Aisha" />;

test('one’s own break is over with one press', async () => {
  const server = answers({ resumePair: undefined });
  await onScreen(rest(true));
  await press('Start again now');
  await expect.poll(() => server.sent('resumePair').length).toBe(1);
});

test('somebody else’s is over only for whoever is sure', async () => {
  const server = answers({ resumePair: undefined });
  await onScreen(rest(false), { widthPx: NARROW_PX });
  await press('Start again now');
  await sees('Start again while Aisha takes a break?');
  await sees(/everybody is told\.$/);
  await expectFits();
  await press('Leave it as it is');
  await seesNo('Start again while Aisha takes a break?');
  expect(server.sent('resumePair')).toEqual([]);
  await press('Start again now');
  await sees(button('Leave it as it is'));
  await press('Start again now');
  await expect.poll(() => server.sent('resumePair').length).toBe(1);
});
