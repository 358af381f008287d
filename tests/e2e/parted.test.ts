import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Concerns, GivenConcern } from '#api/contract/concerns.ts';
import type { Timeline } from '#api/contract/exchanges.ts';
import type { Held } from '#api/contract/me.ts';
import type { PeopleAnswer } from '#local/contract.ts';
import tabWords from '#tabs/words/en/tab.json' with { type: 'json' };
import type { Cast } from './cast.ts';
import { ENROLMENT, liveTheStory, PAIRING } from './driver.ts';
import { cohortOf } from './enrolling.ts';
import { HERS, liveAFullYear, SHARED } from './fullYear.ts';
import { enter, fill, press, seatOf, sees, tab } from './hands.ts';
import { look } from './looking.ts';
import { pairOf } from './pairing.ts';
import { textOf } from './people.ts';
import { plant, remnantsOf } from './remnants.ts';
import { pictureOfFailure, type Seat, startWorld, type World } from './world.ts';
import { agreeOn, champions, dayAhead, hears, told } from './yearly.ts';

/** A pair in which one has a concern, which then ends before its time. */
let world: World;
let cast: Cast;
let meera: Seat;

const CONCERN = 'He mocked my accent in front of everybody';

beforeAll(async () => {
  world = await startWorld();
  const steps = [...ENROLMENT, ...PAIRING.filter(({ name }) => /^the champion|says yes$/.test(name))];
  cast = await liveTheStory(world.local, { steps });
  meera = await seatOf(world, 'meera', 'Meera Namoona');
});
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  await pictureOfFailure(meera.page, 'parted');
  process.stdout.write(`${world.local.appLog().slice(-2000)}\n`);
});
afterAll(() => world?.stop());

/** What somebody with a full year finds in their files; kinds of rows that only others have are not among them. */
const NOUNS = [
  ...['person', 'said', 'settings', 'channel', 'profile', 'photo', 'enrolment', 'pair', 'pairing'],
  ...['agreement', 'signature', 'goal', 'goalstep', 'meeting', 'feedback', 'jotting', 'curiosity'],
  ...['exchange', 'learning', 'reply', 'suggestion', 'named', 'coming', 'raised', 'concern'],
  ...['conversation', 'member', 'delivery'],
] as const;

/** Presses what downloads a file of this name, and reads it. */
async function download(seat: Seat, button: string, name: string): Promise<string> {
  const [file] = await Promise.all([seat.page.waitForEvent('download'), press(seat, button)]);
  expect(file.suggestedFilename()).toBe(name);
  return readFileSync(await file.path(), 'utf8');
}

let known: string[] | undefined;
/** All that Meera is called by, as it was while she was here. */
async function namesOf({ local, meera: person }: Cast): Promise<string[]> {
  if (known) return known;
  const { people } = await local.ask<PeopleAnswer>('people');
  const her = people.find(({ key }) => key === person.key);
  if (!her) throw new Error('Meera does not live here.');
  const { person: id } = await person.ask<{ person: string }>('GET /api/me');
  known = ['Meera', 'Namoona', her.mail, her.directoryId, her.userId, her.chatId, id];
  return known;
}

describe('a pair that ends early', () => {
  it('signs its ground rules, and one of them raises a concern that only the contact can read', async () => {
    await agreeOn(cast, [cast.meera, cast.diego], { endsOn: await dayAhead(cast, 120) });
    await press(meera, 'Raise a concern');
    await fill(meera, 'What happened, in your words', CONCERN);
    await press(meera, 'Send to Hana');
    await sees(meera, /^Hana has it now/);
    await told(cast);
    await hears(cast, cast.hana, 'Somebody raised a concern with you');
    const { given } = await cast.hana.ask<Concerns>('GET /api/concerns');
    const opened = await cast.hana.ask<GivenConcern>(`PUT /api/concerns/${given[0]?.concern}`, {
      state: 'read',
    });
    expect(opened).toMatchObject({ name: 'Meera Namoona', text: CONCERN });
  });

  it('meets, writes, shares and is sent what a year brings', async () => {
    await liveAFullYear(cast);
    await told(cast);
  });

  it('and the champion and the partner find nothing of the concern', async () => {
    const read = await champions(cast, await cohortOf(cast));
    const { pair: theirs } = await pairOf(cast.diego);
    const spoken = (await cast.diego.chat()).map(textOf);
    const [space, own] = await Promise.all([
      cast.diego.ask<Timeline>(`GET /api/pairs/${theirs}/timeline`),
      cast.diego.ask('GET /api/concerns'),
    ]);
    for (const text of [read, JSON.stringify([spoken, space, own])]) {
      expect(text).not.toContain(CONCERN);
      expect(text).not.toMatch(/raised a concern|accent/i);
    }
    const noor = await seatOf(world, 'noor', 'Noor Prøve');
    await tab(noor, 'Programme');
    await press(noor, 'Open Finance pilot');
    for (const part of ['People', 'Matching', 'Announcements', 'Insights']) {
      await tab(noor, part);
      await noor.tab.getByRole('tab', { name: part, selected: true }).waitFor();
      expect(await noor.tab.locator('body').innerText(), part).not.toMatch(/accent|raised/);
    }
    await noor.page.context().close();
  });

  it('ends by one of them, in the same words for both, and each is offered somebody new', async () => {
    await enter(meera, 'Diego');
    await press(meera, 'More about you and Diego');
    await meera.tab.getByRole('menuitem', { name: /^End this pair/ }).click();
    await press(meera, 'Yes, end it');
    await sees(meera, 'Your pair with Diego has ended');
    await told(cast);
    const [hers, his] = await Promise.all(
      [cast.meera, cast.diego].map((who) => hears(cast, who, 'Your pair has ended')),
    );
    expect(hers?.replace(/Diego Muestra/, '·')).toBe(his?.replace(/Meera Namoona/, '·'));
    await press(meera, 'I’d like somebody new');
    await sees(meera, /^Good\. You come first in the next round/);
    await look(meera, 'parted', { themes: ['light'] });
    const button = await cast.diego.findButton('pair.newMatch', { wish: 'somebodyNew' });
    if (!button) throw new Error('Diego is not asked whether he would like somebody new.');
    await cast.diego.press(button);
    await hears(cast, cast.diego, 'If you would rather not wait, look for a mentor now.');
  });

  it('one of them sees what is held, and takes it along as two files that hold every noun', async () => {
    await tab(meera, 'Settings');
    await press(meera, 'My data: see it, take it, erase it');
    await sees(meera, 'What we hold about you');
    await look(meera, 'privacy');
    const page = await download(meera, 'Download to read', 'turntable-my-data.html');
    const { parts }: Held = JSON.parse(
      await download(meera, 'Download for programs', 'turntable-my-data.json'),
    );
    const kinds = parts.map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining([...NOUNS]));
    const labels: Record<string, string> = tabWords.privacy.kinds;
    for (const kind of kinds) expect(page, kind).toContain(labels[kind]);
    for (const said of [CONCERN, ...Object.values(HERS), ...Object.values(SHARED)]) {
      expect(page, said).toContain(said);
      expect(JSON.stringify(parts), said).toContain(said);
    }
  });

  it('and is erased from every table and queue, but for what she shared, which has lost her name', async () => {
    const whoSheIs = await namesOf(cast);
    const gone = [...whoSheIs, CONCERN, ...Object.values(HERS)];
    const stays = Object.values(SHARED);
    const before = await remnantsOf(world.local, [...gone, ...stays]);
    expect([...before.keys()].sort()).toEqual([...gone, ...stays].sort());
    await press(meera, 'Erase everything about me');
    await press(meera, 'Yes, erase me');
    await sees(meera, 'You are erased');
    await look(meera, 'privacy-erased', { themes: ['light'] });
    await cast.until('her row that says how far it is has gone', async () => {
      const left = await remnantsOf(world.local, whoSheIs);
      return left.size === 0;
    });
    const after = await remnantsOf(world.local, [...gone, ...stays]);
    expect([...after.keys()].sort()).toEqual([...stays].sort());
    for (const place of [...after.values()].flat()) expect(place).toMatch(/^turntablepairs\//);
    await enter(await seatOf(world, 'diego', 'Diego Muestra'), 'somebody who has left');
  });

  it('and a row that was forgotten would be found', async () => {
    const takeAway = await plant(world.local, 'Lunch with Meera Namoona');
    expect(await remnantsOf(world.local, await namesOf(cast))).toEqual(
      new Map([
        ['Meera', ['turntablelookups/forgotten/1']],
        ['Namoona', ['turntablelookups/forgotten/1']],
      ]),
    );
    await takeAway();
  });

  it('complains about nothing on the way', () => {
    expect(world.complaints).toEqual([]);
  });
});
