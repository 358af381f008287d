import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { App } from '#tabs/home/App.tsx';
import { answers, type Me, problem } from '../answers.ts';
import { aMe, anEnrolment, aProfile, aSearch } from '../given.ts';
import { aClient, expectFits, NARROW_PX, onScreen } from '../onScreen.tsx';
import { heading, press, sees, seesNo, waitsAndTriesAgain } from '../reader.ts';

const app = (place = '') => <App client={aClient({ place })} />;
const tab = (name: string) => page.getByRole('tab', { name, exact: true });
const known = (said: Partial<Me> = {}) => ({
  me: aMe(said),
  profile: aProfile(),
  searches: { searches: [aSearch()] },
  cohorts: { cohorts: [], now: '2026-11-23T09:00:00.000Z' },
});

waitsAndTriesAgain({
  reads: 'me',
  part: () => app(),
  given: known(),
  there: () => heading('Hello Clara'),
});

test('goes to the profile, to the settings and home again', async () => {
  answers(known());
  await onScreen(app());
  for (const [name, title] of [
    ['My profile', 'My profile'],
    ['Settings', 'Settings'],
    ['Home', 'Hello Clara'],
  ] as const) {
    await tab(name).click();
    await sees(heading(title));
    await expect.element(page.getByRole('tabpanel', { name })).toBeVisible();
  }
});

test('once somebody is erased, the tab they left open asks nothing more in their name', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const held = {
    madeAt: '2026-11-23T09:00:00.000Z',
    parts: [],
    names: {},
    kept: { by: 'themselves' as const },
  };
  const server = answers({ ...known(), held, eraseMe: undefined });
  await onScreen(app());
  await tab('Settings').click();
  await press('My data: see it, take it, erase it');
  const before = server.sent('me').length;
  await vi.advanceTimersByTimeAsync(10_000);
  await expect.poll(() => server.sent('me').length).toBeGreaterThan(before);
  await press('Erase everything about me');
  await press('Yes, erase me');
  await sees(heading('You are erased'));
  await seesNo(tab('Home'));
  const asked = server.sent('me').length;
  await vi.advanceTimersByTimeAsync(60_000);
  vi.useRealTimers();
  document.dispatchEvent(new Event('visibilitychange'));
  await sees(heading('You are erased'));
  expect(server.sent('me')).toHaveLength(asked);
});

test('whoever is erased on another device reads so here, where nothing more is asked', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const server = answers(known());
  await onScreen(app());
  await sees(heading('Hello Clara'));
  server.now({ me: problem(410) });
  await vi.advanceTimersByTimeAsync(10_000);
  await sees(heading('You are erased'));
  await seesNo(tab('Home'));
  const asked = server.sent('me').length;
  await vi.advanceTimersByTimeAsync(60_000);
  vi.useRealTimers();
  expect(server.sent('me')).toHaveLength(asked);
});

test('only whoever runs a programme, or may begin one, has an entry for it', async () => {
  answers(known());
  await onScreen(app());
  await sees(heading('Hello Clara'));
  await seesNo(tab('Programme'));
  answers(known({ isChampion: true }));
  await onScreen(app());
  await tab('Programme').click();
  await sees(heading('Your programme'));
});

test.each([
  ['profile', 'My profile'],
  ['settings', 'Settings'],
  ['invitation/pilot', 'Would you like to join Finance pilot?'],
  ['search/pilot', 'Find me a mentor'],
  ['nowhere/at/all', 'Hello Clara'],
])('a deep link to %s opens there', async (place, title) => {
  const programme = {
    ...{ startsOn: '2026-11-01', endsOn: '2027-05-31', state: 'running' as const },
    ...{ champions: [], contacts: [], pairs: [], sponsor: '', takingPart: [] },
  };
  answers({ ...known({ enrolments: [anEnrolment({ state: 'later' })] }), programme });
  await onScreen(app(place));
  await sees(heading(title));
  if (title !== 'Hello Clara') await expect.element(heading(title)).toHaveFocus();
  await expect.poll(() => document.title).toBe(`${title} – Turntable`);
});

test('whoever just opens the tab begins where Teams put them', async () => {
  answers(known());
  await onScreen(app());
  await sees(heading('Hello Clara'));
  await expect.element(heading('Hello Clara')).not.toHaveFocus();
});

test('fits a side panel, with every entry', async () => {
  answers(known({ isChampion: true }));
  await onScreen(app(), { widthPx: NARROW_PX });
  await sees(heading('Hello Clara'));
  await expectFits();
});

test('unsaved edits are asked about before another tab takes their place', async () => {
  answers(known());
  await onScreen(app('profile'));
  await page.getByRole('checkbox', { name: 'Lunch' }).click();
  await tab('Settings').click();
  await sees(heading('Leave without saving?'));
  await page.getByRole('button', { name: 'Keep writing' }).click();
  await expect.element(page.getByRole('checkbox', { name: 'Lunch' })).toBeChecked();
  await tab('Settings').click();
  await page.getByRole('button', { name: 'Leave without saving' }).click();
  await sees(heading('Settings'));
  await expect.poll(() => document.title).toBe('Settings – Turntable');
});
