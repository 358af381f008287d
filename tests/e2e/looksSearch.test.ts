import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ProfileView } from '#api/contract/profile.ts';
import type { Cast } from './cast.ts';
import { ENROLMENT, liveTheStory } from './driver.ts';
import { look } from './looking.ts';
import { pictureOfFailure, Seat, startWorld, type World } from './world.ts';

/** An executive looks for a mentor without a round, as both of them see it: pictures, and nothing axe complains of. */
let world: World;
let cast: Cast;
let diego: Seat;
let meera: Seat;
let clara: Seat;

const NARROW = [360, 280] as const;
const SIZE = { width: 1000, height: 760 };

const seatOf = async (key: string, name: string): Promise<Seat> =>
  new Seat(await world.open(`left=${key}&view=turntable&theme=light`, SIZE), 'Left', name);

beforeAll(async () => {
  world = await startWorld();
  cast = await liveTheStory(world.local, { steps: ENROLMENT });
  const profile = await cast.aisha.ask<ProfileView>('GET /api/profile');
  const { etag, ...known } = profile;
  const offers = [...known.offers, { id: 'shortVideo', label: '', strength: 2 as const }];
  await cast.aisha.ask('PUT /api/profile', { ...known, offers }, etag);
  [diego, meera, clara] = await Promise.all([
    seatOf('diego', 'Diego Muestra'),
    seatOf('meera', 'Meera Namoona'),
    seatOf('clara', 'Clara Exampleton'),
  ]);
});
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  for (const seat of [diego, meera, clara])
    await pictureOfFailure(seat.page, `search-${seat.name.split(' ')[0]}`);
  process.stdout.write(`${world.local.appLog().slice(-2000)}\n`);
});
afterAll(() => world?.stop());

const press = (seat: Seat, name: string | RegExp) => seat.tab.getByRole('button', { name }).first().click();
const sees = (seat: Seat, said: string | RegExp) => seat.tab.getByText(said).first().waitFor();
/** Reads the tab anew, as somebody who comes back to it. */
const comeBack = async (seat: Seat): Promise<void> => {
  await seat.page.reload();
  await seat.tab.getByRole('tab', { name: 'Home' }).waitFor();
};

describe('looking for a mentor', () => {
  it('begins on Home, and says how it works', async () => {
    await sees(diego, 'Choose a mentor yourself');
    await look(diego, 'home-find-mentor', { widths: NARROW });
    await press(diego, 'Find me a mentor');
    await sees(diego, 'How it works');
    await look(diego, 'search-none', { widths: NARROW });
  });

  it('shows whom to choose from, and why', async () => {
    await press(diego, 'Show me who fits');
    await sees(diego, 'Whom shall we ask first?');
    await look(diego, 'search-choosing', { widths: NARROW });
  });

  it('asks one, and says by when there is news and who comes next', async () => {
    await press(diego, 'Ask Meera first');
    await sees(diego, 'Next, if it doesn’t come about');
    await look(diego, 'search-asking', { widths: NARROW });
    await press(diego, 'Stop looking');
    await look(diego, 'search-stop', { themes: ['light'] });
    await press(diego, 'Keep looking');
    await press(diego, 'See why Meera');
    await sees(diego, 'We asked Meera for you.');
    await look(diego, 'introduction-asked-for', { themes: ['light'] });
    await comeBack(diego);
    await sees(diego, 'We asked Meera for you');
    await look(diego, 'home-asked', { themes: ['light'], widths: NARROW });
  });

  it('ends when the executive stops it, and says what comes next', async () => {
    await press(clara, 'Find me a mentor');
    await press(clara, 'Show me who fits');
    await press(clara, /^Ask Aisha/);
    await press(clara, 'Stop looking');
    await press(clara, 'Stop looking');
    await sees(clara, 'This search is over');
    await look(clara, 'search-over', { widths: NARROW });
    await press(clara, 'Look again');
    await sees(clara, 'Not possible just now');
    await look(clara, 'search-impossible', { themes: ['light'] });
  });
});

describe('a first chat', () => {
  it('is one of three answers of whoever is asked', async () => {
    await cast.settle();
    await comeBack(meera);
    await meera.tab.getByRole('button', { name: /^Open: Diego/ }).click();
    await sees(meera, 'Diego asked to be introduced to you');
    await look(meera, 'introduction-asked', { widths: NARROW });
    await press(meera, 'Let’s have a first chat');
    await sees(meera, 'You would both like to meet');
    await look(meera, 'first-chat', { widths: NARROW });
  });

  it('is planned in Teams, and shows nobody’s answer but the own', async () => {
    await comeBack(diego);
    await sees(diego, 'You and Meera would like to meet');
    await look(diego, 'home-first-chat', { themes: ['light'] });
    await press(diego, 'Plan the first chat');
    await sees(diego, 'You said yes.');
    await look(diego, 'first-chat-yes', { themes: ['light'] });
    await press(diego, /^Put .* in the diary$/);
    const title = diego.page.getByRole('dialog').getByLabel('Title');
    await expect.poll(() => title.inputValue()).toBe('A first chat: Diego and Meera');
    await diego.page.keyboard.press('Escape');
  });

  it('becomes a pair once both say yes', async () => {
    await press(meera, 'Yes, let’s be a pair');
    await sees(meera, 'Our ground rules');
    await comeBack(diego);
    await sees(diego, 'You and Meera are a pair');
  });

  it('complains about nothing on the way', () => {
    expect(world.complaints).toEqual([]);
  });
});
