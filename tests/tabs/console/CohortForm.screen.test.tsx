import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { CohortForm } from '#tabs/console/CohortForm.tsx';
import { answers, pending, problem } from '../answers.ts';
import { expectFits, NARROW_PX, onScreen } from '../onScreen.tsx';
import { box, button, press, says, sees } from '../reader.ts';
import { aCohort } from './given.ts';

const tweaks = { reviews: [] };
const created = vi.fn();
const cancelled = vi.fn();
const NOW = '2027-01-30T23:30:00.000Z';
const form = () => <CohortForm now={NOW} onCreated={created} onCancel={cancelled} />;
const day = (label: string) => page.getByLabelText(label);
const create = () => press('Create cohort');

test('creates a cohort once, and says which', async () => {
  const server = answers({ tweaks, createCohort: aCohort({ cohort: 'new' }) });
  await onScreen(form());
  await box('Name').fill('  Finance pilot ');
  await page.getByRole('radio', { name: 'A wave after the pilot' }).click();
  await day('Starts on').fill('2026-12-01');
  await day('Ends on').fill('2027-05-31');
  await create();
  await expect.poll(() => created.mock.calls).toEqual([['new']]);
  expect(server.sent('createCohort').map(({ body }) => body)).toEqual([
    {
      ...{ name: 'Finance pilot', kind: 'wave', startsOn: '2026-12-01', endsOn: '2027-05-31' },
      ...{ circle: null, languages: [], fitFloor: 0 },
    },
  ]);
});

test('makes a cohort of circles, of so many mentors, and of good fits alone', async () => {
  const server = answers({ tweaks, createCohort: aCohort() });
  await onScreen(form(), { widthPx: NARROW_PX });
  await box('Name').fill('Circles');
  await page.getByRole('radio', { name: 'In circles' }).click();
  const size = (which: string, many: string) =>
    page.getByRole('group', { name: `Mentors in a circle, at ${which}` }).getByRole('radio', { name: many });
  await expect.element(size('least', '2')).toBeChecked();
  await size('least', '5').click();
  await expect.element(size('most', '5')).toBeChecked();
  await size('most', '3').click();
  await expect.element(size('least', '3')).toBeChecked();
  await page.getByRole('radio', { name: 'Only a good fit or better' }).click();
  await expectFits();
  await create();
  await expect
    .poll(() => server.sent('createCohort')[0]?.body)
    .toMatchObject({ circle: { least: 3, most: 3 }, fitFloor: 200 });
});

test('makes a cohort of project teams, in words of their own', async () => {
  const server = answers({ tweaks, createCohort: aCohort() });
  await onScreen(form(), { widthPx: NARROW_PX });
  await box('Name').fill('Teams');
  await page.getByRole('radio', { name: 'In project teams' }).click();
  await sees(/^A project team comes from at least two departments/);
  await page
    .getByRole('group', { name: 'Mentors in a project team, at most' })
    .getByRole('radio', { name: '5' })
    .click();
  await expectFits();
  await create();
  await expect
    .poll(() => server.sent('createCohort')[0]?.body.circle)
    .toEqual({ least: 2, most: 5, mixed: true });
});

test('makes a cohort whose people meet in some languages, by their names', async () => {
  const server = answers({ tweaks, createCohort: aCohort() });
  await onScreen(form(), { widthPx: NARROW_PX });
  await box('Name').fill('In two languages');
  await sees('None chosen: in any that they have in common.');
  const add = page.getByRole('combobox', { name: 'Add a language' });
  await add.selectOptions('German');
  await add.selectOptions('French');
  await add.selectOptions('Danish');
  await press('Remove French');
  await sees('Only who has one of these in common is introduced, from now on.');
  await expectFits();
  await create();
  await expect.poll(() => server.sent('createCohort')[0]?.body.languages).toEqual(['de', 'da']);
});

test('proposes a pilot of half a year from the server’s today, as the reader has it', async () => {
  const server = answers({ tweaks, createCohort: pending });
  await onScreen(form());
  await box('Name').fill('Finance pilot');
  await create();
  await expect.poll(() => server.sent('createCohort')[0]?.body.kind).toBe('pilot');
  const { startsOn = '', endsOn = '' } = server.sent('createCohort')[0]?.body ?? {};
  expect([startsOn, endsOn]).toEqual(['2027-01-31', '2027-07-31']);
});

test('is sent once, though Enter is pressed twice', async () => {
  const server = answers({ tweaks, createCohort: pending });
  await onScreen(form());
  await box('Name').fill('Finance pilot');
  await userEvent.keyboard('{Enter}{Enter}');
  await expect.element(button('Create cohort')).toHaveAttribute('aria-disabled', 'true');
  expect(server.sent('createCohort').length).toBe(1);
});

test('asks for a name, and for an end after the start', async () => {
  const server = answers({ tweaks });
  await onScreen(form());
  await box('Name').fill('   ');
  await create();
  await says('Please give the cohort a name.');
  await box('Name').fill('Finance pilot');
  await day('Ends on').fill('2020-01-01');
  await create();
  await says('Please choose an end that is after the start.');
  expect(server.sent('createCohort')).toEqual([]);
});

test('a refusal is said, and what was typed stays', async () => {
  answers({ tweaks, createCohort: problem(403, 'Only a sponsor can begin a cohort.') });
  await onScreen(form());
  await box('Name').fill('Finance pilot');
  await create();
  await says('Only a sponsor can begin a cohort.');
  await expect.element(box('Name')).toHaveValue('Finance pilot');
  expect(created).not.toHaveBeenCalled();
});

test('can be left without creating anything', async () => {
  await onScreen(form());
  await press('Cancel');
  await press('Back');
  expect(cancelled).toHaveBeenCalledTimes(2);
});

test('proposes what the last review wants changed, and leaves out what is taken away', async () => {
  const carried = { cohort: 'Finance pilot', tweaks: ['Mentors meet first', 'Begin in May'] };
  const server = answers({ tweaks: { reviews: [carried] }, createCohort: aCohort({ cohort: 'new' }) });
  await onScreen(form());
  await box('Name').fill('Wave 1');
  const change = (name: string) => page.getByRole('checkbox', { name });
  await expect.element(change('Mentors meet first')).toBeChecked();
  await change('Begin in May').click();
  await create();
  await expect.poll(() => server.sent('createCohort')[0]?.body.tweaks).toEqual(['Mentors meet first']);
});
