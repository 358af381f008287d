import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CohortView, MemberView, RoundView } from '#api/contract.ts';
import { Cast } from './cast.ts';
import { csvOf, forty, joins } from './forty.ts';
import { picture, Seat, startWorld, type World } from './world.ts';

/** A round of forty people, as the champion and the people in it live it. */
let world: World;
let cast: Cast;
let noor: Seat;

const NAME = 'Forty';
const LATE = 'Gabriel Exemple';
const JOINING_AT_ONCE = 8;

beforeAll(async () => {
  world = await startWorld();
  cast = new Cast(world.local);
  noor = new Seat(
    await world.open('left=noor&view=turntable&theme=light', { width: 1280, height: 1200 }),
    'Left',
    'Noor Prøve',
  );
});
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  await picture(noor.page, 'failed-round');
  process.stdout.write(`${world.local.appLog().slice(-3000)}\n`);
});
afterAll(() => world?.stop());

const button = (name: string | RegExp) => noor.tab.getByRole('button', { name });
const press = (name: string | RegExp) => button(name).first().click();
const sees = (said: string | RegExp) => noor.tab.getByText(said).first().waitFor();
const proposals = () => noor.tab.getByRole('list', { name: 'Who would meet whom' });
const headings = (): Promise<string[]> => proposals().getByRole('heading').allInnerTexts();

/** Types a name and takes the person it finds. */
async function choose(role: 'Mentor' | 'Executive', name: string): Promise<void> {
  const box = noor.tab.getByRole('combobox', { name: role });
  await box.click();
  await box.fill(name);
  await noor.tab.getByRole('option', { name }).click();
}

async function cohortHere(): Promise<CohortView> {
  const { cohorts } = await cast.noor.ask<{ cohorts: CohortView[] }>('GET /api/cohorts');
  const found = cohorts.find(({ name }) => name === NAME);
  if (!found) throw new Error('There is no cohort.');
  return found;
}

async function newestRound(): Promise<RoundView> {
  const { cohort } = await cohortHere();
  const { rounds } = await cast.noor.ask<{ rounds: RoundView[] }>(`GET /api/cohorts/${cohort}/rounds`);
  if (!rounds[0]) throw new Error('There is no round.');
  return rounds[0];
}

/** `Aisha Specimen would mentor Clara Exampleton`, taken apart. */
function twoIn(heading: string): { mentor: string; executive: string } {
  const [mentor = '', executive = ''] = heading.split(' would mentor ');
  return { mentor, executive };
}

describe('a round of forty', () => {
  it('begins with forty people, of whom all but one have joined', async () => {
    const people = forty();
    const csv = { name: 'forty.csv', mimeType: 'text/csv', buffer: Buffer.from(csvOf(people)) };
    await noor.tab.getByRole('tab', { name: 'Programme' }).click();
    await press('Create a cohort');
    await noor.tab.getByLabel('Name').first().fill(NAME);
    await press('Create cohort');
    await noor.tab.getByLabel('CSV file').setInputFiles(csv);
    await sees(/40 new, 0 changed/);
    await press('Import these people');
    await sees(/Done: 40 new/);
    await press('Invite 40 people');
    const { cohort } = await cohortHere();
    const members = async () =>
      (await cast.noor.ask<{ members: MemberView[] }>(`GET /api/cohorts/${cohort}/members`)).members;
    await cast.until('all are invited', async () =>
      (await members()).every(({ state }) => state === 'invited'),
    );
    const early = people.filter(({ name }) => name !== LATE);
    for (let n = 0; n < early.length; n += JOINING_AT_ONCE)
      await Promise.all(early.slice(n, n + JOINING_AT_ONCE).map((one) => joins(world.local, cohort, one)));
    await cast.until(
      'all have joined',
      async () => (await members()).filter(({ state }) => state === 'joined').length === early.length,
    );
  });

  it('is run: every executive has a mentor, and it is proven', async () => {
    await noor.tab.getByRole('tab', { name: 'Matching' }).click();
    await press('Run a round');
    await sees('15 introductions.');
    await sees('15 of 15 executives have a mentor.');
    await sees('Proven: nobody could do better.');
    await sees('Aisha Specimen would mentor Clara Exampleton');
    await picture(noor.page, 'round-first');
  });

  let banned: { mentor: string; executive: string };

  it('keeps one pair and rules one out', async () => {
    const seated = /Aisha|Meera/;
    const other = (await headings()).find((heading) => !seated.test(heading));
    banned = twoIn(other ?? '');
    await press('Keep these two: Aisha Specimen and Clara Exampleton');
    await button('Take back: Aisha Specimen and Clara Exampleton').first().waitFor();
    await press(`Not these two: ${banned.mentor} and ${banned.executive}`);
    await sees(`Not ${banned.mentor} with ${banned.executive}`);
    await sees('You ruled out two people of this round.');
    const published = button('Publish this round');
    await expect.poll(() => published.getAttribute('aria-disabled')).toBe('true');
  });

  it('keeps two together who were not proposed, if the rules let them', async () => {
    await press('Keep two others together');
    await choose('Mentor', 'Meera Namoona');
    await choose('Executive', 'Clara Exampleton');
    await press(/^Keep these two$/);
    await sees('Clara Exampleton has no room for one more.');
    await choose('Executive', banned.executive);
    await press(/^Keep these two$/);
    await sees(/^These two can.t be brought together/);
    await picture(noor.page, 'round-wishes');
    await press('Cancel');
  });

  it('is run again: all others stay, and the champion sees what is different', async () => {
    await press('Run it again');
    await sees('Compared with round 1, which wasn’t published');
    await sees('Proven: the best possible around the pairs you keep.');
    const now = await headings();
    expect(now).toContain('Aisha Specimen would mentor Clara Exampleton');
    expect(now).not.toContain(`${banned.mentor} would mentor ${banned.executive}`);
    const { comparison, around } = await newestRound();
    expect(comparison).toMatchObject({ round: 1, stayed: 14 });
    expect(around).toEqual({ pins: 1, kept: 13, bans: 1 });
    await noor.tab
      .getByRole('region', { name: /^Compared with/ })
      .getByText(`${banned.mentor} and ${banned.executive}`)
      .waitFor();
    await picture(noor.page, 'round-again');
  });

  it('is found by name, and published', async () => {
    await noor.tab.getByRole('searchbox', { name: /Who would meet whom/ }).fill('diego');
    await expect.poll(headings).toEqual(['Meera Namoona would mentor Diego Muestra']);
    await press('Publish this round');
    await press('Yes, introduce them');
    await noor.tab.getByText('Published', { exact: true }).waitFor();
    const { proposals: all } = await newestRound();
    expect(all.filter((one) => one.state === 'introduced')).toHaveLength(all.length);
    await picture(noor.page, 'round-published');
  });
});
