import { expect, test, vi } from 'vitest';
import { Invitation } from '#tabs/enrolment/Invitation.tsx';
import { answers } from '../answers.ts';
import { aMe, anEnrolment } from '../given.ts';
import { expectFits, NARROW_PX, onScreen } from '../onScreen.tsx';
import { heading, region, sees, seesNo } from '../reader.ts';

const about = {
  ...{ startsOn: '2026-11-01', endsOn: '2027-05-31', state: 'running' as const },
  ...{ champions: ['Noor Voorbeeld'], contacts: [], pairs: [] },
};
const page = (state: 'invited' | 'joined') => (
  <Invitation me={aMe({ enrolments: [anEnrolment({ state })] })} cohort="pilot" go={vi.fn()} />
);

test.each(['invited', 'joined'] as const)('whoever is %s reads who agreed to be named', async (state) => {
  answers({ programme: { ...about, sponsor: '', takingPart: ['Diego Muestra', 'Henrik Eksempel'] } });
  await onScreen(page(state), { widthPx: NARROW_PX });
  await sees(region('Who takes part').getByText('Diego Muestra and Henrik Eksempel'));
  await expect.element(region('Who takes part')).toHaveTextContent(/agreed to be named here/);
  await expectFits();
});

test('where nobody agreed, nothing is said of it: no number, no heading', async () => {
  answers({ programme: { ...about, sponsor: '', takingPart: [] } });
  await onScreen(page('invited'));
  await sees(heading('Who sees what'));
  await seesNo(heading('Who takes part'));
});

test('who stands behind it is named where they agreed, also where nobody else did', async () => {
  answers({ programme: { ...about, sponsor: 'Ruth Voorbeeld', takingPart: [] } });
  await onScreen(page('invited'));
  await sees(region('Who takes part').getByText('Ruth Voorbeeld stands behind it.'));
  await expect.element(region('Who takes part')).not.toHaveTextContent(/agreed to be named here/);
});
