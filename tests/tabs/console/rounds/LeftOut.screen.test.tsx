import { expect, test } from 'vitest';
import { LeftOut } from '#tabs/console/rounds/LeftOut.tsx';
import { onScreen } from '../../onScreen.tsx';
import { region, sees } from '../../reader.ts';
import { aRound, HENRIK } from '../given.ts';

test('says who is left out, and why', async () => {
  const leftOut = [{ ...HENRIK, role: 'executive' as const, reason: 'Nobody speaks Danish yet.' }];
  await onScreen(<LeftOut cohort="pilot" round={aRound({ leftOut })} />);
  await expect
    .element(region('Left out this time').getByRole('listitem'))
    .toHaveTextContent('Henrik Eksempel · ExecutiveNobody speaks Danish yet.');
});

test('says it when nobody is', async () => {
  await onScreen(<LeftOut cohort="pilot" round={aRound()} />);
  await sees('Nobody is left out.');
});
