import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { EVERY_NOTICE, putCards } from './allCards.ts';
import type { Cast } from './cast.ts';
import { ENROLMENT, liveTheStory, MEETING, NEWS, PAIRING, type Step } from './driver.ts';
import { look, lookAtPage, tabTo } from './looking.ts';
import { picture, pictureOfFailure, Seat, startWorld, type World } from './world.ts';

/** What people see along the story, in every theme: pictures to look at, and nothing that axe complains of. */
let world: World;
let cast: Cast;
let noor: Seat;
let aisha: Seat;
let clara: Seat;

const PHONE_AND_PANEL = [360, 280] as const;
const SIZE = { width: 1000, height: 760 };

const seatOf = async (key: string, name: string, view: string): Promise<Seat> =>
  new Seat(await world.open(`left=${key}&view=${view}&theme=light`, SIZE), 'Left', name);

beforeAll(async () => {
  world = await startWorld();
  [noor, aisha, clara] = await Promise.all([
    seatOf('noor', 'Noor Prøve', 'turntable'),
    seatOf('aisha', 'Aisha Specimen', 'turntable'),
    seatOf('clara', 'Clara Exampleton', 'turntable'),
  ]);
});
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  for (const seat of [noor, aisha, clara])
    await pictureOfFailure(seat.page, `looks-${seat.name.split(' ')[0]}`);
  process.stdout.write(`${world.local.appLog().slice(-2000)}\n`);
});
afterAll(() => world?.stop());

/** Lives the steps of the story whose names match. */
const live = async (steps: readonly Step[], which = /./): Promise<void> => {
  cast = await liveTheStory(world.local, { steps: steps.filter(({ name }) => which.test(name)) });
};
const press = (seat: Seat, name: string | RegExp) => seat.tab.getByRole('button', { name }).first().click();
const tab = (seat: Seat, name: string) => seat.tab.getByRole('tab', { name }).click();
const sees = (seat: Seat, said: string | RegExp) => seat.tab.getByText(said).first().waitFor();
/** Reads the tab anew, as somebody who comes back to it. */
const comeBack = async (seat: Seat): Promise<void> => {
  await seat.page.reload();
  await seat.tab.getByRole('tab', { name: 'Home' }).waitFor();
};

/** The broken file is refused, which a browser complains of by itself. */
const REFUSED_FILE = /status of 422/;
const BROKEN_CSV = [
  'Name,Mail,Role',
  'Clara Exampleton,clara.exampleton@turntable.example,boss',
  'Aisha Specimen,aisha at turntable,mentor',
  ',,executive',
].join('\n');

describe('the console', () => {
  it('begins with nothing, and asks for a cohort', async () => {
    await sees(aisha, 'Nothing for you to do');
    await look(aisha, 'home-nothing', { themes: ['light'], widths: PHONE_AND_PANEL });
    await tab(noor, 'Programme');
    await sees(noor, 'No cohort yet');
    await look(noor, 'console-empty', { widths: PHONE_AND_PANEL });
    await press(noor, 'Create a cohort');
    await press(noor, 'Create cohort');
    await look(noor, 'console-create', { widths: PHONE_AND_PANEL });
    await noor.tab.getByLabel('Name').fill('Finance pilot');
    await press(noor, 'Create cohort');
    await sees(noor, 'Import people');
    await look(noor, 'console-people-none', { themes: ['light'], widths: PHONE_AND_PANEL });
  });

  it('says what is wrong with a file, and what to do next with the people', async () => {
    const file = noor.tab.getByLabel('CSV file');
    await file.setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(BROKEN_CSV) });
    await sees(noor, 'Nothing was imported');
    await look(noor, 'console-import-problems', { widths: PHONE_AND_PANEL });
    await file.setInputFiles('infra/local/finance-pilot.csv');
    await sees(noor, /12 new/);
    await look(noor, 'console-import-check', { themes: ['light'] });
    await live(ENROLMENT, /^the champion imports/);
    await comeBack(noor);
    await tab(noor, 'Programme');
    await sees(noor, 'Finance pilot');
    await look(noor, 'console-cohorts', { widths: PHONE_AND_PANEL });
    await press(noor, 'Open Finance pilot');
    await sees(noor, 'Invite 12 people');
    await look(noor, 'console-people-imported', { themes: ['light'] });
    await live(ENROLMENT, /^the (champion (names|invites)|contact)/);
    await comeBack(noor);
    await tab(noor, 'Programme');
    await press(noor, 'Open Finance pilot');
    await noor.tab.getByRole('tab', { name: 'Overview', selected: true }).waitFor();
    await look(noor, 'console-overview', { widths: PHONE_AND_PANEL });
    await tab(noor, 'People');
    await sees(noor, 'Clara Exampleton');
    await look(noor, 'console-people', { widths: PHONE_AND_PANEL });
  });
});

describe('joining', () => {
  it('shows the invitation in the tab', async () => {
    await comeBack(aisha);
    await sees(aisha, /invited to Finance pilot/);
    await look(aisha, 'home-invited', { widths: PHONE_AND_PANEL });
    await press(aisha, 'See the invitation');
    await sees(aisha, 'What it isn’t');
    await look(aisha, 'invitation', { widths: PHONE_AND_PANEL });
  });

  it('needs no mouse, from the invitation to the saved profile', async () => {
    const meera = await seatOf('meera', 'Meera Namoona', 'turntable');
    const { keyboard } = meera.page;
    await sees(meera, /invited to Finance pilot/);
    await tabTo(meera, 'See the invitation');
    await keyboard.press('Enter');
    await tabTo(meera, 'Join');
    await keyboard.press('Space');
    await sees(meera, 'You’re in');
    await tabTo(meera, 'Fill in my profile');
    await keyboard.press('Enter');
    await sees(meera, 'What I could help a colleague with');
    await tabTo(meera, 'What I could help a colleague with');
    await keyboard.type('short video and social media');
    await keyboard.press('Enter');
    await meera.tab.getByRole('group', { name: /social media/i }).waitFor();
    await tabTo(meera, 'Lunch');
    await keyboard.press('Space');
    await tabTo(meera, 'Save my profile');
    await keyboard.press('Enter');
    await sees(meera, 'Saved.');
    expect(await meera.tab.getByRole('checkbox', { name: 'Lunch' }).isChecked()).toBe(true);
    await meera.page.context().close();
  });

  it('shows the profile', async () => {
    await live(ENROLMENT, /^(clara|diego|aisha) /);
    await comeBack(aisha);
    await look(aisha, 'home-waiting', { themes: ['light'] });
    await tab(aisha, 'My profile');
    await sees(aisha, 'What I could help a colleague with');
    await look(aisha, 'profile', { widths: PHONE_AND_PANEL });
    await tab(aisha, 'Settings');
    await look(aisha, 'settings', { widths: PHONE_AND_PANEL });
  });
});

describe('becoming a pair', () => {
  it('shows the round to the champion', async () => {
    await live(PAIRING, /^the champion runs/);
    await tab(noor, 'Matching');
    await sees(noor, /would mentor/);
    await look(noor, 'console-round', { widths: PHONE_AND_PANEL });
    await press(noor, 'Publish this round');
    await look(noor, 'console-round-sure', { themes: ['light'] });
    await live(PAIRING, /^the champion publishes/);
  });

  it('shows the introduction, and a yes that waits', async () => {
    await comeBack(clara);
    await look(clara, 'home-introduction', { themes: ['light'] });
    await clara.tab.getByRole('button', { name: /^Open: Aisha/ }).click();
    await sees(clara, 'Why the two of you');
    await look(clara, 'introduction', { widths: PHONE_AND_PANEL });
    await press(clara, 'Not this time');
    await look(clara, 'introduction-sure', { themes: ['light'] });
    await press(clara, 'Let me think again');
    await press(clara, /^Yes/);
    await sees(clara, 'You said yes');
    await look(clara, 'introduction-yes', { themes: ['light'] });
  });

  it('shows the ground rules as a draft, to sign, and signed', async () => {
    await live(PAIRING, / says yes$/);
    await comeBack(aisha);
    await aisha.tab.getByRole('button', { name: /^Open: Clara/ }).click();
    await sees(aisha, 'What this is');
    await look(aisha, 'agreement-draft', { widths: PHONE_AND_PANEL });
    await comeBack(clara);
    await clara.tab.getByRole('button', { name: /^Open: Aisha/ }).click();
    await sees(clara, 'is writing a first draft');
    await look(clara, 'agreement-waiting', { themes: ['light'] });
    await live(PAIRING, /^the mentor (drafts|signs)/);
    await sees(clara, 'What this is');
    await look(clara, 'agreement-to-sign', { themes: ['light', 'dark'], widths: PHONE_AND_PANEL });
    await live(PAIRING, /^the executive signs/);
    await sees(clara, 'You have both signed');
    await look(clara, 'agreement-signed', { widths: PHONE_AND_PANEL });
    await press(clara, 'Open your space');
    await clara.tab.getByRole('tab', { name: 'Goals' }).waitFor();
    await look(clara, 'space-no-goals', { themes: ['light'] });
    await press(clara, 'Five minutes before you meet');
    await sees(clara, '1 of 5');
    await look(clara, 'primer', { widths: PHONE_AND_PANEL });
  });
});

describe('the space of a pair', () => {
  it('shows goals', async () => {
    await live(PAIRING, / (adds a goal|changes hers)$/);
    await comeBack(clara);
    await look(clara, 'home-pair', { widths: PHONE_AND_PANEL });
    await clara.tab.getByRole('button', { name: /^Open: Aisha/ }).click();
    await press(clara, /^Earlier words/);
    await look(clara, 'space-goals', { widths: PHONE_AND_PANEL });
    await press(clara, 'Change the goal');
    await look(clara, 'space-goal-form', { themes: ['light'], widths: PHONE_AND_PANEL });
  });

  it('shows meetings and what was kept', async () => {
    await tab(clara, 'Meetings');
    await sees(clara, 'haven’t met yet');
    await look(clara, 'space-meetings-none', { themes: ['light'] });
  });
});

describe('the side panel', () => {
  let mentor: Seat;
  let executive: Seat;
  let third: Seat;

  it('asks whose meeting it is', async () => {
    await live(MEETING, /^(they book|it starts)/);
    mentor = await seatOf('aisha', 'Aisha Specimen', 'meeting');
    executive = await seatOf('clara', 'Clara Exampleton', 'meeting');
    await mentor.panel.getByRole('button', { name: 'Yes, it’s ours' }).waitFor();
    await look(mentor, 'panel-claim');
  });

  it('shows both one question', async () => {
    await mentor.panel.getByRole('button', { name: 'Yes, it’s ours' }).click();
    await executive.panel.getByRole('button', { name: 'Keep for later' }).click();
    await mentor.panel.getByRole('button', { name: 'Kept for later' }).waitFor();
    await look(mentor, 'panel-question');
    await lookAtPage(mentor.page, 'page-meeting');
  });

  it('shows it side by side, as the README does', async () => {
    const size = { width: 1440, height: 900 };
    const page = await world.open('left=aisha&right=clara&view=meeting&theme=light&step=7', size);
    const two = [new Seat(page, 'Left', 'Aisha Specimen'), new Seat(page, 'Right', 'Clara Exampleton')];
    for (const { panel } of two) await panel.getByRole('button', { name: 'Another' }).waitFor();
    await picture(page, 'screenshot');
    await page.context().close();
  });

  it('tells others nothing', async () => {
    third = await seatOf('meera', 'Meera Namoona', 'meeting');
    await third.region.getByRole('button', { name: 'Join' }).click();
    await third.panel.getByText('belongs to two other people').waitFor();
    await look(third, 'panel-others');
  });

  it('asks how it was, and thanks', async () => {
    await mentor.panel.getByRole('button', { name: 'Wrap up' }).click();
    await mentor.panel.getByRole('radio', { name: 'Very much' }).waitFor({ state: 'attached' });
    await look(mentor, 'panel-wrap-up');
    await mentor.panel.getByRole('radio', { name: 'Very much' }).click({ force: true });
    await mentor.panel.getByText('You said: Very much.').waitFor();
    await look(mentor, 'panel-thanks');
    await mentor.panel.getByRole('button', { name: 'Add a line' }).click();
    await mentor.panel.getByRole('button', { name: 'Send' }).waitFor();
    await look(mentor, 'panel-add-a-line');
    for (const seat of [mentor, executive, third]) await seat.page.context().close();
  });

  it('leaves meetings and kept questions in the space', async () => {
    await live(MEETING, /^(the meeting ends|the executive answers)/);
    await comeBack(aisha);
    await aisha.tab.getByRole('button', { name: /^Open: Clara/ }).click();
    await tab(aisha, 'Meetings');
    await sees(aisha, /Clara learned/);
    await look(aisha, 'space-meetings', { widths: PHONE_AND_PANEL });
    await tab(aisha, 'Kept questions');
    await look(aisha, 'space-kept', { widths: PHONE_AND_PANEL });
    await tab(aisha, 'Ground rules');
    await look(aisha, 'space-agreement', { themes: ['light', 'dark'] });
  });
});

describe('the chat', () => {
  it('draws every kind of card', async () => {
    putCards(world.local, 'gabriel', EVERY_NOTICE);
    for (const asked of ['help', 'status', 'profile']) await cast.clara.say(asked);
    const gabriel = await seatOf('gabriel', 'Gabriel Exemple', 'chat');
    await gabriel.card('Halfway').waitFor();
    await lookAtPage(gabriel.page, 'cards', ['light', 'dark']);
    await gabriel.page.context().close();
    const chat = await seatOf('clara', 'Clara Exampleton', 'chat');
    await chat.card('Your profile').waitFor();
    await lookAtPage(chat.page, 'chat', ['light']);
    await chat.page.context().close();
  });
});

describe('news and insights', () => {
  it('shows an announcement before and after it is sent', async () => {
    await comeBack(noor);
    await tab(noor, 'Programme');
    await press(noor, 'Open Finance pilot');
    await tab(noor, 'Announcements');
    await noor.tab.getByLabel('Title').fill('Halfway');
    await noor.tab.getByLabel('Text').fill('We meet on Thursday in the garden.\n\nBring **cake** <3');
    const preview = noor.tab.getByRole('region', { name: 'Preview of the announcement' });
    await preview.getByText('We meet on Thursday in the garden.').waitFor();
    await look(noor, 'console-preview', { widths: PHONE_AND_PANEL });
    await live(NEWS);
    await comeBack(noor);
    await tab(noor, 'Programme');
    await press(noor, 'Open Finance pilot');
    await tab(noor, 'Announcements');
    await press(noor, 'See who: Delivered');
    await look(noor, 'console-deliveries', { widths: PHONE_AND_PANEL });
  });

  it('shows that it is too early for figures', async () => {
    await tab(noor, 'Insights');
    await sees(noor, 'Too few people yet');
    await look(noor, 'console-insights', { widths: PHONE_AND_PANEL });
    await tab(noor, 'Matching');
    await sees(noor, 'Published');
    await look(noor, 'console-published', { themes: ['light'] });
  });
});

describe('the local Teams page', () => {
  it('holds two people side by side', async () => {
    const page = await world.open('left=noor&leftView=turntable&right=clara&rightView=chat&theme=light');
    await new Seat(page, 'Right', 'Clara Exampleton').card('Your profile').waitFor();
    await new Seat(page, 'Left', 'Noor Prøve').tab.getByRole('tab', { name: 'Home' }).waitFor();
    await lookAtPage(page, 'page');
    await page.context().close();
  });

  it('complains about nothing on the way', () => {
    const unexpected = world.complaints.filter((complaint) => !REFUSED_FILE.test(complaint));
    expect(unexpected).toEqual([]);
  });
});
