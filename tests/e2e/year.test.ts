import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Cast } from './cast.ts';
import { ENROLMENT, liveTheStory, PAIRING } from './driver.ts';
import { choose, enter, fill, NARROW, pictureChat, press, seatOf, sees, tab } from './hands.ts';
import { look } from './looking.ts';
import { addGoal, pairOf } from './pairing.ts';
import { pictureOfFailure, type Seat, startWorld, type World } from './world.ts';
import {
  agreeOn,
  begin,
  dayAhead,
  end,
  expectThereForItsWriterAlone,
  heardBy,
  hears,
  letDaysPass,
  meetOnScreen,
  plan,
  told,
} from './yearly.ts';

/** The whole year of a pair by a clock that is moved. Each part goes on where the one before ended. */
let world: World;
let cast: Cast;
let aisha: Seat;
let clara: Seat;
let pair: string;

const TIME = 'A time for the first conversation';
const NEXT = 'The next conversation';
/** Stands on every reminder. */
const WHY = 'Why this came';
const OVER = 'The time you agreed on is over';
/** What nobody but its writer may ever find. */
const OWN = 'I was afraid of her before we talked';
const LASTS_DAYS = 120;

beforeAll(async () => {
  world = await startWorld();
  const steps = [...ENROLMENT, ...PAIRING.filter(({ name }) => /^the champion|says yes$/.test(name))];
  cast = await liveTheStory(world.local, { steps });
  pair = (await pairOf(cast.aisha)).pair;
  [aisha, clara] = await Promise.all([
    seatOf(world, 'aisha', 'Aisha Specimen'),
    seatOf(world, 'clara', 'Clara Exampleton'),
  ]);
});
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  for (const seat of [aisha, clara]) await pictureOfFailure(seat.page, `year-${seat.name.split(' ')[0]}`);
  process.stdout.write(`${world.local.appLog().slice(-2000)}\n`);
});
afterAll(() => world?.stop());

describe('the first weeks', () => {
  it('the mentor is given a first message to send, and the executive is told to expect one', async () => {
    expect(await hears(cast, cast.aisha, 'You are a pair')).toContain('A first message, if you like');
    expect(await hears(cast, cast.clara, 'You are a pair')).toContain('expect a first message from Aisha');
    await pictureChat(world, 'aisha', 'Aisha Specimen', 'You are a pair');
  });

  it('a week without a time passes, and the executive is asked before the mentor', async () => {
    const endsOn = await dayAhead(cast, LASTS_DAYS);
    await agreeOn(cast, [cast.aisha, cast.clara], { endsOn, rhythm: 'weekly' });
    await addGoal(cast.aisha);
    await addGoal(cast.clara);
    const asked = (who: typeof cast.clara) => async () => (await heardBy(who, TIME)).length > 0;
    const firstAfter = await letDaysPass(cast, 12, asked(cast.clara));
    expect(firstAfter).toBeGreaterThanOrEqual(7);
    expect(await asked(cast.clara)()).toBe(true);
    expect(await asked(cast.aisha)()).toBe(false);
    expect(await letDaysPass(cast, 8, asked(cast.aisha))).toBeGreaterThanOrEqual(3);
    expect(await asked(cast.aisha)()).toBe(true);
    await pictureChat(world, 'clara', 'Clara Exampleton', TIME);
  });

  it('one is curious before they meet, both see it in the meeting, and one jots for herself', async () => {
    const meeting = await plan(cast, 'Our first');
    const before = await seatOf(world, 'clara', 'Clara Exampleton', 'meeting');
    await before.region.getByRole('button', { name: 'Chat tab of Our first' }).click();
    const beside = before.region.frameLocator('iframe[title^="Turntable beside the meeting"]');
    await beside.getByLabel('I wonder…').fill('How do you learn so fast?');
    await beside.getByRole('button', { name: 'Aisha and me' }).click();
    await beside.getByRole('button', { name: 'Keep it' }).click();
    await beside.getByText('Kept. It waits for you in the meeting.').waitFor();
    await look(before, 'year-curious', { themes: ['light'] });
    await before.page.context().close();

    await begin(cast, meeting);
    const [mentor, executive] = await Promise.all([
      seatOf(world, 'aisha', 'Aisha Specimen', 'meeting'),
      seatOf(world, 'clara', 'Clara Exampleton', 'meeting'),
    ]);
    await mentor.panel.getByText('How do you learn so fast?').waitFor();
    await mentor.panel.getByRole('button', { name: 'Jot' }).click();
    await mentor.panel.getByLabel('Something you would like to remember').fill('Ask her about Lisbon');
    await mentor.panel.getByRole('button', { name: 'Keep it' }).click();
    await mentor.panel.getByText('You jotted, only for you').waitFor();
    await executive.panel.getByText('You wonder').waitFor();
    expect(await executive.panel.locator('body').innerText()).not.toContain('Lisbon');
    await look(mentor, 'year-jotted', { themes: ['light'] });
    await end(cast, meeting);
    for (const seat of [mentor, executive]) await seat.page.context().close();
  });
});

describe('the months', () => {
  it('they meet twice more on screen, for coffee as told in the chat, and for a walk as told in the tab', async () => {
    await letDaysPass(cast, 7);
    await meetOnScreen(cast, 'Our second');
    await letDaysPass(cast, 6);
    await meetOnScreen(cast, 'Our third');
    await letDaysPass(cast, 5);
    await cast.clara.say('We had a coffee yesterday');
    await hears(cast, cast.clara, 'for coffee');
    await letDaysPass(cast, 4);
    await enter(aisha, 'Clara');
    await press(aisha, /^We met$/);
    await choose(aisha, 'A walk');
    await choose(aisha, 'Another day');
    await fill(aisha, 'Which day?', await dayAhead(cast, -1));
    await choose(aisha, 'Very much');
    await sees(aisha, /^You said: Very much/);
    await press(aisha, /^Close|That is all$/);
    await enter(clara, 'Aisha');
    await tab(clara, 'Meetings');
    for (const way of ['A walk', 'Coffee']) await sees(clara, new RegExp(way));
    await look(clara, 'year-meetings', { themes: ['light'], widths: NARROW });
  });

  it('helps are noted until the scales lean, which each reads as a suggestion and nobody as a number', async () => {
    const { partners } = await cast.aisha.ask<{ partners: { person: string }[] }>(
      `GET /api/pairs/${pair}/exchanges`,
    );
    await tab(aisha, 'Along the way');
    await sees(aisha, 'It is about even between you.');
    await press(aisha, 'Note a help');
    await choose(aisha, 'I helped Clara');
    await choose(aisha, 'A skill');
    await fill(aisha, /^Which skill/, 'short video');
    await press(aisha, 'Note it');
    await sees(aisha, 'You showed Clara: short video');
    for (const text of ['Power BI', 'the new budget tool', 'prompts that work'])
      await cast.aisha.ask(`POST /api/pairs/${pair}/exchanges`, {
        ...{ partner: partners[0]?.person, iHelped: true, kind: 'skill', text },
      });
    await enter(aisha, 'Clara');
    await tab(aisha, 'Along the way');
    await sees(aisha, 'It leans: lately more help came from you.');
    await press(aisha, 'Ideas for Clara');
    await enter(clara, 'Aisha');
    await tab(clara, 'Along the way');
    await sees(clara, 'It leans: lately more help came from Aisha.');
    await press(clara, 'Ideas for you');
    await sees(clara, 'Ways to give something back to Aisha:');
    for (const seat of [aisha, clara]) {
      const card = seat.tab.getByRole('region', { name: 'Give and take' });
      expect(await card.innerText()).not.toMatch(/\d|four|three/i);
    }
    await look(clara, 'year-along-clara', { themes: ['light'] });
  });

  it('what the mentor keeps for herself is there for her alone', async () => {
    await press(aisha, 'Keep something');
    await choose(aisha, 'I did not expect this');
    await fill(aisha, 'What did you not expect?', OWN);
    await press(aisha, 'Keep it');
    await sees(aisha, 'Kept, for you alone.');
    await sees(aisha, OWN);
    await look(aisha, 'year-along', { widths: NARROW });
    await enter(clara, 'Aisha');
    await tab(clara, 'Along the way');
    await sees(clara, 'It leans');
    expect(await clara.tab.locator('body').innerText()).not.toContain(OWN);
    await expectThereForItsWriterAlone(cast, pair, OWN);
  });
});

describe('a break', () => {
  const REST_DAYS = 20;

  it('is told kindly to the partner, with its day', async () => {
    await press(clara, 'More about you and Aisha');
    await clara.tab.getByRole('menuitem', { name: /^Pause for a while/ }).click();
    await fill(clara, 'When shall it go on?', await dayAhead(cast, REST_DAYS));
    await look(clara, 'year-break-asked', { themes: ['light'], widths: NARROW });
    await press(clara, 'Take the break');
    await sees(clara, /^You take a break until/);
    await told(cast);
    expect(await hears(cast, cast.aisha, 'A break')).toContain('It says nothing about you');
    await enter(aisha, 'Clara');
    await sees(aisha, /^Clara takes a break until/);
    await look(aisha, 'year-break', { widths: NARROW });
  });

  it('lets nothing be asked of them meanwhile, and ends by itself in its time', async () => {
    const both = [cast.aisha, cast.clara];
    const reminded = () => Promise.all(both.map(async (who) => (await heardBy(who, WHY)).length));
    const asked = async () => (await heardBy(cast.clara, NEXT)).length;
    const [before, known] = [await reminded(), await asked()];
    await letDaysPass(cast, REST_DAYS - 1);
    expect(await reminded()).toEqual(before);
    expect((await pairOf(cast.clara)).state).toBe('paused');
    await letDaysPass(cast, 2);
    for (const who of both) await hears(cast, who, 'On again');
    expect((await pairOf(cast.clara)).state).toBe('active');
    await letDaysPass(cast, 6, async () => (await asked()) > known);
    await cast.until('Clara is reminded again', async () => (await asked()) > known);
  });
});

describe('the end of the time they agreed on', () => {
  it('is told to both in the same words, on its day', async () => {
    const isOver = async () => (await heardBy(cast.aisha, OVER)).length > 0;
    await letDaysPass(cast, LASTS_DAYS, isOver);
    const [hers, theirs] = await Promise.all([cast.aisha, cast.clara].map((who) => hears(cast, who, OVER)));
    expect(hers?.replace(/Clara Exampleton/, '·')).toBe(theirs?.replace(/Aisha Specimen/, '·'));
    const { agreement } = await pairOf(cast.aisha);
    expect((await dayAhead(cast, -5)) <= (agreement?.text.endsOn ?? '')).toBe(true);
    await pictureChat(world, 'clara', 'Clara Exampleton', OVER);
  });

  it('they look back on the same things, and each takes something along', async () => {
    for (const seat of [aisha, clara]) {
      await seat.page.reload();
      await press(seat, 'Look back');
      await sees(seat, 'How it began');
      expect(await seat.tab.locator('body').innerText()).not.toMatch(new RegExp(`${OWN}|Lisbon`));
    }
    await choose(clara, 'Very much');
    await fill(clara, /^A word to remember/, 'You taught me to ask before I answer.');
    await press(clara, 'Aisha and me');
    await clara.tab.getByRole('button', { name: 'Keep it', exact: true }).click();
    await sees(clara, /^Kept\. You can change it here/);
    await look(clara, 'year-look-back', { widths: NARROW });
    await aisha.page.reload();
    await sees(aisha, 'The time you and Clara agreed on is over');
    await look(aisha, 'year-home-over', { themes: ['light'] });
    await press(aisha, 'Look back');
    await sees(aisha, 'You taught me to ask before I answer.');
  });

  it('they carry on by a new version that both sign', async () => {
    const until = await dayAhead(cast, LASTS_DAYS);
    await fill(clara, 'Carry on until', until);
    await press(clara, /^Carry on$/);
    for (const seat of [clara, aisha]) {
      await seat.tab.getByRole('checkbox', { name: /^I keep what is said/ }).check();
      if (seat === clara) await look(clara, 'year-carry-on', { themes: ['light'], widths: NARROW });
      await press(seat, /^Sign$/);
      await cast.until('the signature stands', async () => {
        const { agreement } = await pairOf(seat === clara ? cast.clara : cast.aisha);
        return agreement?.signatures.some(({ isMe }) => isMe);
      });
    }
    const after = await pairOf(cast.clara);
    expect(after).toMatchObject({ state: 'active', agreement: { version: 2, text: { endsOn: until } } });
    expect(after.next).not.toBe('close');
    for (const seat of [clara, aisha]) {
      await sees(seat, /This is what there is to look back on so far/);
      expect(await seat.tab.getByText('How would you like to go on?').count()).toBe(0);
    }
    await look(aisha, 'year-carried-on', { themes: ['light'] });
  });

  it('complains about nothing on the way', () => {
    expect(world.complaints).toEqual([]);
  });
});
