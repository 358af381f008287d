import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Cast } from './cast.ts';
import { ENROLMENT, liveTheStory } from './driver.ts';
import { look } from './looking.ts';
import { picture, pictureOfFailure, Seat, startWorld, type World } from './world.ts';

/** Somebody raises a concern, as she and the one person she turns to see it: pictures, and nothing axe complains of. */
let world: World;
let cast: Cast;
let aisha: Seat;
let hana: Seat;

const NARROW = [360, 280] as const;
const SIZE = { width: 1000, height: 760 };
const SAID = 'He laughed at my accent in front of the whole team, twice. I don’t want to be alone with him.';

const seatOf = async (key: string, name: string, view = 'turntable'): Promise<Seat> =>
  new Seat(await world.open(`left=${key}&view=${view}&theme=light`, SIZE), 'Left', name);

beforeAll(async () => {
  world = await startWorld();
  cast = await liveTheStory(world.local, { steps: ENROLMENT });
  [aisha, hana] = await Promise.all([seatOf('aisha', 'Aisha Specimen'), seatOf('hana', 'Hana Vzorová')]);
});
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  for (const seat of [aisha, hana]) await pictureOfFailure(seat.page, `concern-${seat.name.split(' ')[0]}`);
  process.stdout.write(`${world.local.appLog().slice(-2000)}\n`);
});
afterAll(() => world?.stop());

const press = (seat: Seat, name: string | RegExp) => seat.tab.getByRole('button', { name }).first().click();
const sees = (seat: Seat, said: string | RegExp) => seat.tab.getByText(said).first().waitFor();
const comeBack = async (seat: Seat): Promise<void> => {
  await seat.page.reload();
  await seat.tab.getByRole('tab', { name: 'Home' }).waitFor();
};

describe('a concern', () => {
  it('names who it goes to and what happens before a word is written', async () => {
    await press(aisha, 'Raise a concern');
    await sees(aisha, 'What happens then');
    await look(aisha, 'concern', { widths: NARROW });
  });

  it('is sent, and found again', async () => {
    await aisha.tab.getByRole('textbox', { name: 'What happened, in your words' }).fill(SAID);
    await press(aisha, 'Send to Hana');
    await sees(aisha, /^Hana has it now/);
    await look(aisha, 'concern-raised', { widths: NARROW });
  });

  it('is told to Hana in her chat without a name, and read by her alone', async () => {
    await cast.settle();
    const chat = await seatOf('hana', 'Hana Vzorová', 'chat');
    await chat.page.getByText('Somebody raised a concern with you').first().waitFor();
    expect(await chat.region.textContent()).not.toMatch(/Aisha|accent/);
    await picture(chat.page, 'looks-concern-notice');
    await comeBack(hana);
    await press(hana, 'People who turned to you');
    await sees(hana, /^You alone see this/);
    await look(hana, 'concern-given', { widths: NARROW });
    await press(hana, 'Open it');
    await sees(hana, SAID);
    await look(hana, 'concern-opened', { widths: NARROW });
    await press(hana, 'I have talked with them');
    await sees(hana, 'You have talked.');
  });

  it('shows its author that they have talked, and is taken back', async () => {
    await comeBack(aisha);
    await press(aisha, 'Raise a concern');
    await sees(aisha, 'Hana Vzorová says that the two of you have talked.');
    await press(aisha, 'Take it back');
    await press(aisha, 'Yes, take it back');
    await sees(aisha, 'You took it back. Nothing of it is left.');
  });

  it('is raised in the chat as well', async () => {
    const chat = await seatOf('aisha', 'Aisha Specimen', 'chat');
    const box = chat.page.getByRole('textbox').last();
    await box.fill('My executive laughed at me in front of everyone');
    await box.press('Enter');
    await chat.page.getByText('Hana Vzorová is there for you').first().waitFor();
    await chat.page.getByRole('button', { name: 'Raise it right here' }).click();
    await chat.page.getByRole('textbox', { name: 'What happened, in your words' }).fill(SAID);
    await picture(chat.page, 'looks-concern-chat');
    await chat.page.getByRole('button', { name: 'Send to Hana Vzorová' }).click();
    await chat.page.getByText('has it now and alone reads it').first().waitFor();
    await picture(chat.page, 'looks-concern-chat-sent');
  });

  it('complains about nothing on the way', () => {
    expect(world.complaints).toEqual([]);
  });
});
