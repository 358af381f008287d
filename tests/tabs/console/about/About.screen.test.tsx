import { beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { Champions } from '#api/contract/cohorts.ts';
import { About } from '#tabs/console/about/About.tsx';
import { AsksBeforeLeaving } from '#tabs/parts/Unsaved.tsx';
import { answers, problem } from '../../answers.ts';
import { expectFits, NARROW_PX, onScreen } from '../../onScreen.tsx';
import { box, button, press, says, sees, seesNo } from '../../reader.ts';
import { aCohort } from '../given.ts';
import { aBacking } from '../sponsor/given.ts';

const left = vi.fn();
const about = (said: Parameters<typeof aCohort>[0] = {}) => (
  <AsksBeforeLeaving>
    <About view={aCohort(said)} onLeft={left} />
  </AsksBeforeLeaving>
);
const at = '2026-11-23T09:00:00.000Z';
const NOOR = { person: 'noor', name: 'Noor Prøve', mail: 'noor@turntable.example', since: at, isMe: true };
const RUTH = {
  person: 'ruth',
  name: 'Ruth Voorbeeld',
  mail: 'ruth@turntable.example',
  since: at,
  isMe: false,
};
const champions = (...all: Champions['champions']): Champions => ({ champions: all });
const deeds = {
  found: 2,
  deeds: [
    { at, by: 'Noor Prøve', what: 'Invited 6 people' },
    { at, by: '', what: 'Ran round 1' },
  ],
};
const given = (more: object = {}) => answers({ champions: champions(NOOR, RUTH), deeds, ...more });

beforeEach(() => left.mockClear());

test('shows name and dates, who runs it, and what was done, in the narrowest tab', async () => {
  given();
  await onScreen(about(), { widthPx: NARROW_PX });
  await expect.element(box('Name')).toHaveValue(aCohort().name);
  await sees('Ruth Voorbeeld');
  await sees('Invited 6 people');
  await sees(/^Somebody who has left · /);
  await expectFits();
});

test('saves what was changed as it was seen, and nothing while nothing is', async () => {
  const server = given({ changeCohort: aCohort({ name: 'Finance spring' }) });
  await onScreen(about());
  await expect.element(button('Save changes')).toHaveAttribute('aria-disabled', 'true');
  await box('Name').fill('Finance spring');
  await press('Save changes');
  await expect.poll(() => server.sent('changeCohort').length).toBe(1);
  expect(server.sent('changeCohort')[0]).toMatchObject({
    body: { name: 'Finance spring', startsOn: aCohort().startsOn, endsOn: aCohort().endsOn },
  });
});

test('keeps what was typed where it is refused', async () => {
  given({ changeCohort: problem(422, 'This cohort would be over already.') });
  await onScreen(about());
  await page.getByLabelText('Ends on').fill('2026-11-24');
  await press('Save changes');
  await says('This cohort would be over already.');
  await expect.element(page.getByLabelText('Ends on')).toHaveValue('2026-11-24');
});

test('names a further champion by address, after a look at it', async () => {
  const server = given({ nameChampion: champions(NOOR, RUTH) });
  await onScreen(about());
  await press('Make them a champion');
  await says(/^Please write a whole mail address/);
  await box('Mail address of a further champion').fill('ruth@turntable.example');
  await press('Make them a champion');
  await expect.poll(() => server.sent('nameChampion').map(({ body }) => body)).toEqual([{ mail: RUTH.mail }]);
});

test('hands over: stepping down is asked once, and leaves the page', async () => {
  const server = given({ removeChampion: undefined });
  await onScreen(about());
  await press('Step down');
  await expect.element(button('Leave it as it is')).toHaveFocus();
  await press('Yes, step down');
  await expect
    .poll(() => server.sent('removeChampion').map(({ params }) => params.champion))
    .toEqual(['noor']);
  expect(left).toHaveBeenCalledOnce();
});

test('the only champion is not asked to go', async () => {
  given({ champions: champions(NOOR) });
  await onScreen(about());
  await sees('Noor Prøve');
  await seesNo(button('Step down'));
});

test('changes how people meet until somebody was introduced', async () => {
  const server = given({ changeCohort: aCohort({ circle: { least: 2, most: 4 } }) });
  await onScreen(about());
  await page.getByRole('radio', { name: 'In circles' }).click();
  await press('Save changes');
  await expect
    .poll(() => server.sent('changeCohort')[0]?.body)
    .toMatchObject({ circle: { least: 2, most: 4 }, fitFloor: 0 });
});

test('changes in which languages people meet, also once somebody was introduced', async () => {
  const server = given({ changeCohort: aCohort() });
  await onScreen(about({ isOpen: false, languages: ['de', 'fr'] }));
  await press('Remove French');
  await press('Save changes');
  await expect.poll(() => server.sent('changeCohort')[0]?.body).toMatchObject({ languages: ['de'] });
});

test('says that it stays how people meet once somebody was introduced', async () => {
  given();
  await onScreen(about({ isOpen: false }));
  await sees('People have been introduced, so how they meet stays as it is.');
  await expect.element(page.getByRole('radio', { name: 'In circles' })).not.toBeInTheDocument();
});

test('chooses a sponsor by address, and says kindly why somebody cannot be', async () => {
  const server = given({ chooseSponsor: problem(409, 'They need the app role Sponsor first.') });
  await onScreen(about());
  await press('Make them the sponsor');
  await says(/^Please write a whole mail address/);
  await box('Mail address of the sponsor').fill('ruth@turntable.example');
  await press('Make them the sponsor');
  await says('They need the app role Sponsor first.');
  await expect.element(box('Mail address of the sponsor')).toHaveValue('ruth@turntable.example');
  expect(server.sent('chooseSponsor').map(({ body }) => body)).toEqual([{ mail: RUTH.mail }]);
});

test('takes the sponsor off, once that is sure', async () => {
  const server = given({ champions: champions(NOOR), backing: aBacking(), removeSponsor: undefined });
  await onScreen(about());
  await press('Take off Ruth Voorbeeld');
  await press('Yes, take them off');
  await expect.poll(() => server.sent('removeSponsor').map(({ params }) => params.sponsor)).toEqual(['ruth']);
});
