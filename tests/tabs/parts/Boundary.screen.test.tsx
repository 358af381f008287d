import { expect, test, vi } from 'vitest';
import { Boundary } from '#tabs/parts/Boundary.tsx';
import { useDates } from '#tabs/parts/dates.ts';
import { aClient, expectFits, NARROW_PX, onScreen } from '../onScreen.tsx';
import { heading, press, says, sees } from '../reader.ts';

const world = { isBroken: false };
function Fragile() {
  if (world.isBroken) throw new RangeError('Incorrect locale information provided');
  return <h1>Here again</h1>;
}

test('what cannot be drawn says what to do, with a reference that the console has too', async () => {
  const log = vi.spyOn(console, 'error').mockReturnValue();
  world.isBroken = true;
  await onScreen(
    <Boundary>
      <Fragile />
    </Boundary>,
    { widthPx: NARROW_PX },
  );
  await says(
    /This page can’t be shown.*What you saved is safe.*Reference for whoever helps you: [0-9a-f]{8}/,
  );
  const reference = /[0-9a-f]{8}$/.exec(document.querySelector('[role=alert]')?.textContent ?? '')?.[0];
  expect(log.mock.calls.some(([said]) => String(said).includes(String(reference)))).toBe(true);
  await expectFits();
  world.isBroken = false;
  await press('Try again');
  await sees(heading('Here again'));
  log.mockRestore();
});

const Today = () => <h1>{useDates().date('2026-11-05')}</h1>;

test.each(['de_DE', 'de@euro', 'he-IL', 'x'])(
  'a client that speaks %j gets the whole page in English',
  async (locale) => {
    await onScreen(<Today />, { client: aClient({ locale }) });
    await sees(heading('November 5, 2026'));
    expect([document.documentElement.lang, document.documentElement.dir]).toEqual(['en', 'ltr']);
  },
);
