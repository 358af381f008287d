import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CohortView, MemberView } from '#api/contract/cohorts.ts';
import type { Me } from '#api/contract/me.ts';
import type { RoundView } from '#api/contract/rounds.ts';
import type { SearchView } from '#api/contract/searches.ts';
import type { ClockAnswer } from '#local/contract.ts';
import { Cast } from './cast.ts';
import { giveContact } from './enrolling.ts';
import { csvOf, forty, joins } from './forty.ts';
import { look } from './looking.ts';
import { Person } from './people.ts';
import { picture, pictureOfFailure, Seat, startWorld, type World } from './world.ts';

/** A round of forty people, as the champion and the people in it live it. */
let world: World;
let cast: Cast;
let noor: Seat;

const NAME = 'Forty';
const LATE = 'Gabriel Exemple';
const JOINING_AT_ONCE = 8;
/** Many hear something at once, at the pace that Teams allows. */
const TOLD_MS = 90_000;

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
  await pictureOfFailure(noor.page, 'round');
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
    const { cohort } = await cohortHere();
    await giveContact(cast, cohort);
    await press('Invite 40 people');
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

  it('is run: every executive has a mentor, and nothing suits better', async () => {
    await noor.tab.getByRole('tab', { name: 'Matching' }).click();
    await press('Run a round');
    await sees('15 introductions.');
    await sees('Every executive with room has somebody to meet.');
    await sees('These pairs suit everybody together best.');
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
    await look(noor, 'round-wishes', { themes: ['light'], widths: [280] });
    await press('Cancel');
  });

  it('is run again: all others stay, and the champion sees what is different', async () => {
    await press('Run it again');
    await sees('Compared with round 1, which wasn’t published');
    await sees('These pairs suit everybody best around those you keep.');
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
    await look(noor, 'round-again', { themes: ['light'], widths: [280] });
  });

  it('is found by name, and published', async () => {
    await noor.tab.getByRole('searchbox', { name: /Who would meet whom/ }).fill('diego');
    await expect.poll(headings).toEqual(['Meera Namoona would mentor Diego Muestra']);
    await press('Publish this round');
    await press('Yes, introduce them');
    await noor.tab.getByText('Published', { exact: true }).waitFor({ timeout: TOLD_MS });
    const { proposals: all } = await newestRound();
    expect(all.filter((one) => one.state === 'introduced')).toHaveLength(all.length);
    await picture(noor.page, 'round-published');
  });
});

describe('what comes of it', () => {
  it('two say yes and are a pair', async () => {
    const page = await world.open('left=aisha&right=clara&view=chat&theme=light');
    const [aisha, clara] = [
      new Seat(page, 'Left', 'Aisha Specimen'),
      new Seat(page, 'Right', 'Clara Exampleton'),
    ];
    for (const seat of [aisha, clara])
      await seat.card('Somebody to meet').getByRole('button', { name: 'Yes, gladly' }).click();
    for (const seat of [aisha, clara]) await seat.region.getByText('You are a pair').last().waitFor();
    await page.context().close();
  });

  it('one says not this time, and the other is told nothing', async () => {
    const page = await world.open('left=meera&right=diego&view=chat&theme=light');
    const [meera, diego] = [
      new Seat(page, 'Left', 'Meera Namoona'),
      new Seat(page, 'Right', 'Diego Muestra'),
    ];
    await diego.card('Somebody to meet').waitFor();
    const before = (await cast.diego.chat()).length;
    await meera.card('Somebody to meet').getByRole('button', { name: 'Not this time' }).click();
    await meera.region.getByRole('button', { name: 'Yes, not this time' }).click();
    await expect.poll(async () => (await myPairs(cast.meera))[0]?.state).toBe('ended');
    expect(await cast.diego.chat()).toHaveLength(before);
    expect((await myPairs(cast.diego))[0]).toMatchObject({ state: 'introduced', next: 'answer' });
    await page.context().close();
  });

  it('and may ask to meet again, which nobody else sees', async () => {
    const meera = new Seat(
      await world.open('left=meera&view=turntable&theme=light', { width: 1000, height: 760 }),
      'Left',
      'Meera Namoona',
    );
    await meera.tab.getByRole('button', { name: /Diego/ }).first().click();
    const again = meera.tab.getByRole('switch', { name: 'I’d like to meet Diego again' });
    await again.click();
    await expect.poll(() => again.isChecked()).toBe(true);
    await meera.page.reload();
    await meera.tab.getByRole('button', { name: /Diego/ }).first().click();
    await expect.poll(() => again.isChecked()).toBe(true);
    await look(meera, 'pair-said-no', { widths: [360, 280] });
    expect((await myPairs(cast.diego))[0]).toMatchObject({ state: 'introduced', next: 'answer' });
    await meera.page.context().close();
  });

  it('one is silent, and the next on the executive’s list is asked', async () => {
    const gabriel = new Person(world.local, 'gabriel');
    const { cohort } = await cohortHere();
    const late = forty().find(({ name }) => name === LATE);
    if (!late) throw new Error('Gabriel is gone.');
    await joins(world.local, cohort, late);
    const page = await world.open('left=gabriel&view=chat&theme=light');
    const seat = new Seat(page, 'Left', LATE);
    await seat.say('find me a mentor');
    const card = seat.card('Whom shall we ask first?');
    await card
      .getByRole('button', { name: /^Ask .+ first$/ })
      .first()
      .click();
    await seat.region
      .getByText(/ is asked to meet you\./)
      .last()
      .waitFor();
    const asking = await searchOf(gabriel);
    const [first, second] = asking.mentors;
    expect(asking.mentors.map(({ state }) => state).slice(0, 2)).toEqual(['asked', 'open']);
    await picture(page, 'round-search');

    const { now } = await world.local.ask<ClockAnswer>('clock');
    await cast.advance(Date.parse(asking.hearBy ?? now) - Date.parse(now) + AN_HOUR_MS);
    await seat.region
      .getByText(`It didn't come about with ${first?.name} this time.`)
      .last()
      .waitFor({ timeout: TOLD_MS });
    await seat.region
      .getByText(new RegExp(`Now we ask ${second?.name}`))
      .last()
      .waitFor();
    await expect
      .poll(async () => (await searchOf(gabriel)).mentors.map(({ state }) => state).slice(0, 2))
      .toEqual(['past', 'asked']);
    await picture(page, 'round-next-asked');
    await page.context().close();
  });

  it('complains about nothing on the way', () => {
    const unexpected = world.complaints.filter((complaint) => !REFUSED_PIN.test(complaint));
    expect(unexpected).toEqual([]);
  });
});

/** A pin that cannot be is refused, which a browser complains of by itself. */
const REFUSED_PIN = /status of 409/;
const AN_HOUR_MS = 3_600_000;

const myPairs = async (who: Person) => (await who.ask<Me>('GET /api/me')).pairs;

async function searchOf(who: Person): Promise<SearchView> {
  const { searches } = await who.ask<{ searches: SearchView[] }>('GET /api/searches');
  if (!searches[0]) throw new Error(`${who.key} does not search.`);
  return searches[0];
}
