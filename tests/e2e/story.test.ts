import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { LogEntry } from '#local/contract.ts';
import { expectAccessible, picture, rowsOf, Seat, startWorld, type World } from './world.ts';

/** The whole story in a browser, as six people live it. Each part goes on where the one before ended. */
let world: World;
let champion: Seat;
let pair: Page;
let mentor: Seat;
let executive: Seat;

beforeAll(async () => {
  world = await startWorld();
  champion = new Seat(await world.open('left=noor&view=turntable&theme=light'), 'Left', 'Noor Prøve');
  pair = await world.open('left=aisha&right=clara&view=chat&theme=light', { width: 1440, height: 900 });
  mentor = new Seat(pair, 'Left', 'Aisha Specimen');
  executive = new Seat(pair, 'Right', 'Clara Exampleton');
});
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  await picture(champion.page, 'failed-champion');
  await picture(pair, 'failed-pair');
  process.stdout.write(`${world.local.appLog().slice(-4000)}\n`);
});
afterAll(() => world?.stop());

const text = (seat: Seat, said: string | RegExp) => seat.tab.getByText(said).first().waitFor();
const press = (seat: Seat, name: string | RegExp) => seat.tab.getByRole('button', { name }).first().click();
const fill = (seat: Seat, label: string | RegExp, value: string) =>
  seat.tab.getByLabel(label).first().fill(value);

describe('from two strangers to feedback after their first meeting', () => {
  it('1. the champion creates a cohort, imports people and invites them', async () => {
    await champion.tab.getByRole('tab', { name: 'Programme' }).click();
    await press(champion, 'Create a cohort');
    await fill(champion, 'Name', 'Finance pilot');
    await press(champion, 'Create cohort');
    await text(champion, 'Import people');
    await champion.tab.getByLabel('CSV file').setInputFiles('infra/local/finance-pilot.csv');
    await text(champion, /12 new, 0 changed/);
    await press(champion, 'Import these people');
    await text(champion, /Done: 12 new/);
    await text(champion, "8 people don't have Turntable yet");
    await text(champion, /What a Teams admin can do/);
    await press(champion, 'Invite 12 people');
    await text(champion, 'Invited');
    await picture(champion.page, 'console-people-light');
    await champion.tab.getByLabel('CSV file').setInputFiles('infra/local/finance-pilot.csv');
    await text(champion, /0 new, 0 changed, 12 as they are/);
  });

  it('2. mentor and executive join by conversation, and see their profile on a card and in the tab', async () => {
    await join(mentor, [
      ['I could show how short video and Power BI work', 'what would you love to understand better'],
      ['how budgets get decided', 'when it isn’t work'],
      ['cycling and cooking', 'How do you like to meet'],
      ['a coffee or video, just chat me', 'I have you down for'],
      ['skip', 'rather not be introduced'],
      ['nobody', 'Is this right?'],
    ]);
    await picture(pair, 'chat-enrolment-light');
    await mentor.say('done');
    await hears(mentor, 'that’s all I need');
    await join(executive, [
      [
        'I would love to understand short video, and how AI changes our work',
        'what could you help a colleague with',
      ],
      ['how budgets get decided', 'when it isn’t work'],
      ['cycling, jazz', 'How do you like to meet'],
      ['back', 'when it isn’t work'],
      ['skip', 'How do you like to meet'],
      ['why do you ask?', 'rather walk'],
      ['a walk or a coffee', 'I have you down for'],
      ['skip', 'rather not be introduced'],
      ['skip', 'Is this right?'],
      ['not cycling – chess', 'Chess'],
      ['done', 'that’s all I need'],
    ]);
    await executive.go('Turntable');
    await executive.tab.getByRole('tab', { name: 'My profile' }).click();
    await text(executive, /chess/i);
    await executive.tab.getByRole('checkbox', { name: 'Lunch' }).check({ force: true });
    await press(executive, 'Save my profile');
    await text(executive, 'Saved.');
  });

  it('3. the champion runs a round, sees who would meet whom, why, and who is left out, and publishes', async () => {
    await champion.tab.getByRole('tab', { name: 'Matching' }).click();
    await press(champion, 'Run a round');
    await text(champion, 'Aisha Specimen would mentor Clara Exampleton');
    await picture(champion.page, 'console-round-light');
    await press(champion, 'Publish this round');
    await press(champion, 'Yes, introduce them');
    await text(champion, 'Published');
  });

  it('4. both are introduced with reasons; one yes reveals nothing, two make a pair', async () => {
    await executive.go('Chat');
    await mentor
      .card('Somebody to meet')
      .getByText(/short video/i)
      .first()
      .waitFor();
    await executive.card('Somebody to meet').waitFor();
    await picture(pair, 'chat-introduction-light');
    await mentor.card('Somebody to meet').getByRole('button', { name: 'Yes, gladly' }).click();
    await hears(mentor, 'I noted your yes');
    expect(await executive.region.getByText('You are a pair').count()).toBe(0);
    await executive.card('Somebody to meet').getByRole('button', { name: 'Yes, gladly' }).click();
    await hears(executive, 'You are a pair');
    await hears(mentor, 'You are a pair');
  });

  it('5. the mentor drafts the agreement, both sign the same version, and a change asks both again', async () => {
    await mentor.card('You are a pair').getByRole('link', { name: 'Open our space' }).click();
    await fill(mentor, 'Where and how we meet', 'A coffee near the river');
    await mentor.tab.getByLabel('What is said between us stays between us').check();
    await press(mentor, 'Save for both to sign');
    await press(mentor, /^Sign$/);
    await hears(executive, 'Your ground rules are ready to read');
    await executive
      .card('Your ground rules are ready to read')
      .getByRole('link', { name: 'Read and sign' })
      .click();
    await text(executive, 'A coffee near the river');
    expect(await executive.tab.getByRole('tab', { name: 'Goals' }).count()).toBe(0);
    await press(executive, 'Change something');
    await fill(executive, 'Where and how we meet', 'A walk along the river');
    await press(executive, 'Save for both to sign');
    await press(executive, /^Sign$/);
    await text(executive, /Waiting for Aisha/);
    await text(mentor, 'A walk along the river');
    await press(mentor, /^Sign$/);
    await mentor.tab.getByRole('tab', { name: 'Goals' }).waitFor();
    await executive.tab.getByRole('tab', { name: 'Goals' }).waitFor();
    await picture(pair, 'tab-agreement-light');
  });

  it('6. each adds a goal with a confidence, one changes theirs, and the history shows', async () => {
    await addGoal(mentor, 'Speak up in rooms with senior people', '2');
    await addGoal(executive, 'Make a short video without help', '1');
    await press(executive, 'Change the goal “Make a short video without help”');
    await fill(executive, 'My goal', 'Make and publish a short video');
    await executive.tab.getByRole('radio', { name: '3' }).check({ force: true });
    await press(executive, 'Save');
    await press(executive, 'Earlier words (1)');
    await text(executive, 'Make a short video without help');
    await text(mentor, 'Make and publish a short video');
    await picture(pair, 'tab-goals-light');
  });
});

/** Waits until the chat shows this. */
const hears = (seat: Seat, said: string | RegExp) => seat.region.getByText(said).last().waitFor();

async function join(seat: Seat, talk: [string, string][]): Promise<void> {
  await seat.card('You are invited').getByRole('button', { name: 'Join' }).click();
  await hears(seat, 'Lovely to have you');
  for (const [said, heard] of talk) {
    await seat.say(said);
    await seat.answered(said, heard);
  }
}

async function addGoal(seat: Seat, goal: string, confidence: string): Promise<void> {
  await seat.tab.getByRole('tab', { name: 'Goals' }).click();
  await press(seat, 'Add a goal');
  await fill(seat, 'My goal', goal);
  await seat.tab.getByRole('radio', { name: confidence }).check({ force: true });
  await press(seat, 'Save');
  await text(seat, goal);
}
