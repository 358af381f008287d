import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { asId, type OccurrenceId, type PairId } from '#domain/basics/ids.ts';
import type { ChatMessage, StatusAnswer } from '#local/contract.ts';
import { settleIn, uninstall } from '#local/teams/installing.ts';
import { findPerson, type SeededPerson } from '#local/teams/people.ts';
import { TEAMS_APP_ID } from '#local/teams/tenant.ts';
import { cardFor } from '#teams/cards/index.ts';
import type { Drawn } from '#teams/cards/parts.ts';
import { settledCardFor } from '#teams/cards/settled.ts';
import type { Facts } from '#usecases/home/notices.ts';
import { shownIn } from '#words/languages.ts';
import { wordsFor } from '#words/words.ts';
import { type APage, aPage } from './aPage.ts';

declare global {
  interface Window {
    axe: typeof import('axe-core');
  }
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');

// A browser on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

let here: APage;
let page: Page;
const clara = findPerson('clara') as SeededPerson;

beforeAll(async () => {
  here = await aPage();
  await settleIn(here.local.teams);
});
afterEach(() => page.close());
afterAll(() => here?.stop());

const left = () => page.getByRole('region', { name: 'Left person' });
const right = () => page.getByRole('region', { name: 'Right person' });

/** Something the bot wrote to Clara. */
const fromBot = (text: string, cards: object[] = []): ChatMessage =>
  here.local.teams.chats.add({
    chat: clara.chatId,
    from: 'bot',
    text,
    textFormat: 'plain',
    cards,
    suggestions: [],
  });
const reader = {
  locale: 'en',
  timeZone: clara.timeZone,
  teamsAppId: TEAMS_APP_ID,
  appId: 'bot',
  publicUrl: '',
};
const noticeFromBot = (notice: Facts): ChatMessage => {
  return fromBotDrawn(cardFor(notice, wordsFor('en'), reader));
};
const fromBotDrawn = ({ attachments: [attachment] }: Drawn): ChatMessage =>
  fromBot('', [JSON.parse(JSON.stringify(attachment?.content))]);
const feedback = {
  kind: 'feedback' as const,
  cohortName: 'Finance pilot',
  pair: asId<PairId>('p1'),
  occurrence: asId<OccurrenceId>('o1'),
  partners: ['Aisha'],
  me: 'Clara',
};

describe('the chat', () => {
  it('says to the bot what is written, on Enter, and shows the answer as text', async () => {
    page = await here.open('?left=clara&view=chat');
    const box = left().getByRole('textbox', { name: 'Write to Turntable' });
    await box.fill('I love **long** walks');
    await box.press('Enter');
    await left().getByText('I love **long** walks').waitFor();
    expect(here.local.posted.at(-1)).toMatchObject({ type: 'message', text: 'I love **long** walks' });
    fromBot('<b>So</b> do I');
    await left().getByText('<b>So</b> do I').waitFor();
    expect(await box.inputValue()).toBe('');
  });

  it('says so when the bot did not hear', async () => {
    page = await here.open('?left=clara&view=chat');
    here.local.answers.push({ status: 0 });
    await left().getByRole('textbox', { name: 'Write to Turntable' }).fill('Anybody there?');
    await left().getByRole('button', { name: 'Send' }).last().click();
    await page.getByText('Turntable did not hear that.').waitFor();
  });

  it('says of a language without a catalogue that its words are English', async () => {
    page = await here.open('');
    await page.getByRole('button', { name: 'View' }).click();
    const said = (own: string, tag: string) => (shownIn(tag) === tag ? own : `${own} (words in English)`);
    for (const name of [said('Deutsch', 'de-DE'), said('English', 'en-GB')])
      await page.getByRole('menuitemradio', { name, exact: true }).waitFor();
  });

  it('sends what was filled into a card and draws the card that takes its place', async () => {
    page = await here.open('?left=clara&view=chat&theme=light');
    fromBotDrawn(settledCardFor({ ...feedback, stands: 'given', worthTheHour: 4 }, wordsFor('en'), reader));
    const card = left().getByRole('group', { name: 'Card from Turntable' }).last();
    await card.getByRole('button', { name: 'Add a line' }).click();
    await card.getByRole('textbox', { name: 'What did you learn?' }).fill('To listen <i>longer</i>');
    await page.getByRole('button', { name: 'View' }).click();
    await page.getByRole('menuitemradio', { name: 'Dark' }).click();
    await page.keyboard.press('Escape');
    const done = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'Thank you.' }] };
    here.local.answers.push({
      status: 200,
      body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: done },
    });
    await card.getByRole('button', { name: 'Send' }).click();
    await card.getByText('Thank you.').waitFor();
    expect(await card.getByRole('button').count()).toBe(0);
    expect(here.local.posted.at(-1)).toMatchObject({
      name: 'adaptiveCard/action',
      value: {
        action: {
          verb: 'feedback.add',
          data: { pair: asId('p1'), occurrence: asId('o1'), learned: 'To listen <i>longer</i>' },
        },
      },
    });
  });

  it('opens the page of the tab that a button leads to, in the same column', async () => {
    page = await here.open('?left=clara&right=aisha&view=chat');
    noticeFromBot({
      kind: 'paired',
      cohortName: 'Finance pilot',
      pair: asId('p1'),
      role: 'executive',
      partners: ['Aisha'],
      ...{ reasons: [], myFirstName: 'Clara', firstNames: ['Aisha'], mails: [] },
    });
    await left().getByRole('link', { name: 'Open our space' }).click();
    await left().getByTitle('Turntable tab of Clara Exampleton').waitFor();
    expect(await right().getByRole('tab', { name: 'Chat' }).getAttribute('aria-selected')).toBe('true');
  });

  it('marks and announces what arrives while another tab is open', async () => {
    page = await here.open('?left=clara&view=meeting');
    await left().getByText('No meeting right now').waitFor();
    fromBot('Your mentor has written a first draft.');
    await left().getByRole('tab', { name: 'Chat New message' }).waitFor();
    await page.locator('[aria-live=polite]', { hasText: 'Your mentor has written a first draft.' }).waitFor({
      state: 'attached',
    });
    await left().getByRole('tab', { name: 'Chat New message' }).click();
    await left().getByRole('tab', { name: 'Chat', exact: true }).waitFor();
  });
});

describe('the meeting', () => {
  it('opens for both, lets a third person walk in, and ends without telling the bot', async () => {
    page = await here.open('?left=clara&right=aisha&view=meeting');
    await left().getByRole('button', { name: 'New meeting' }).click();
    const dialog = page.getByRole('dialog', { name: 'New meeting' });
    await dialog.getByRole('textbox', { name: 'Title' }).fill('First talk');
    await dialog.getByRole('checkbox', { name: 'Aisha Specimen' }).check();
    await dialog.getByRole('button', { name: 'Start now' }).click();
    await left().getByTitle('Side panel of Clara Exampleton').waitFor();
    await right().getByTitle('Side panel of Aisha Specimen').waitFor();

    await right().getByRole('button', { name: 'Aisha Specimen' }).click();
    await page.getByRole('menuitemradio', { name: 'Meera Namoona' }).click();
    await right().getByRole('button', { name: 'Join' }).click();
    await right().getByTitle('Side panel of Meera Namoona').waitFor();
    await left().getByRole('list', { name: 'People in the meeting' }).getByText('Meera Namoona').waitFor();

    await page.getByRole('button', { name: 'World' }).click();
    await page.getByRole('switch', { name: 'Lose the event when a meeting ends' }).check();
    await page.keyboard.press('Escape');
    here.local.posted.splice(0);
    await left().getByRole('button', { name: 'End meeting' }).click();
    await left().getByText('No meeting right now').waitFor();
    expect(here.local.posted).toEqual([]);
    expect(here.local.teams.meetings.list().at(-1)).toMatchObject({ title: 'First talk', state: 'ended' });
  });
});

describe('the world', () => {
  it('moves the clock for everybody', async () => {
    page = await here.open('');
    here.local.done.splice(0);
    await page.getByRole('button', { name: '+1 week' }).click();
    await expect.poll(() => here.local.done).toEqual([`tick ${7 * 86_400_000}`]);
    const shown = await page.getByRole('group', { name: 'Clock of the product' }).getByRole('time');
    const day = new Date(Date.now() + 7 * 86_400_000).getDate();
    await expect.poll(() => shown.textContent()).toContain(` ${day} `);
  });

  it('orders bad luck for one person, forgets it, and kills the server', async () => {
    page = await here.open('');
    await page.getByRole('button', { name: 'World' }).click();
    await page.getByRole('combobox', { name: /Bad luck/ }).selectOption({ label: 'Teams never answers' });
    await page.getByRole('combobox', { name: 'On its way to' }).selectOption('Clara Exampleton');
    await page.getByRole('button', { name: 'Order it' }).click();
    await page.getByText('Teams never answers (Clara Exampleton)').waitFor();
    expect((await here.local.ask('faults')).body).toMatchObject([{ do: 'hang', person: 'clara' }]);
    await page.getByRole('button', { name: 'Forget all' }).click();
    await expect.poll(async () => (await here.local.ask('faults')).body).toEqual([]);
    await page.getByRole('button', { name: 'Kill it' }).click();
    await expect.poll(() => here.local.done).toContain('kill');
  });
});

describe('what is out of order for a while', () => {
  const closed = { isStorageAway: false, tokensAheadS: 0 };
  const conditions = async () => ((await here.local.ask('status')).body as StatusAnswer).conditions;

  it('is ordered and ended in words: storage that is away, a clock that is ahead', async () => {
    page = await here.open('');
    await page.getByRole('button', { name: 'World' }).click();
    const storage = page.getByRole('switch', { name: 'Storage is away' });
    const clock = page.getByRole('combobox', { name: 'The clock that signs people in' });
    await storage.click();
    await clock.selectOption({ label: 'Five minutes ahead: refused' });
    await expect.poll(conditions).toEqual({ isStorageAway: true, tokensAheadS: 300 });
    await page.reload();
    await page.getByRole('button', { name: 'World' }).click();
    await expect.poll(() => storage.isChecked()).toBe(true);
    expect(await clock.inputValue()).toBe('300');
    await storage.click();
    await clock.selectOption({ label: 'It is right' });
    await expect.poll(conditions).toEqual(closed);
  });
});

describe('the story guide', () => {
  it('says what to do first, and takes you to the people and tab of a step', async () => {
    page = await here.open('');
    const guide = page.getByRole('navigation', { name: 'Story guide' });
    await guide.getByText(/You are Noor, the champion\. Open the Turntable tab/).waitFor();
    await guide.getByRole('button', { name: 'All steps' }).click();
    await guide.getByRole('button', { name: 'Meet, with one question' }).click();
    await left().getByRole('button', { name: 'Aisha Specimen' }).waitFor();
    await right().getByRole('tab', { name: 'Meeting', selected: true }).waitFor();
    expect(page.url()).toContain('left=aisha&right=clara&view=meeting');
    await page.reload();
    await right().getByRole('button', { name: 'Clara Exampleton' }).waitFor();
  });
});

/** Tabster's focus sentinels are left out: they hand focus on and are never where it stays. */
const violations = async (): Promise<string[]> => {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    const found = await window.axe.run(
      { exclude: ['[data-tabster-dummy]'] },
      { runOnly: rules, iframes: false, rules: { 'target-size': { enabled: true } } },
    );
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
};

describe.each(['light', 'dark', 'contrast'])('in %s', (theme) => {
  it.each([
    { width: 1280, height: 800 },
    { width: 800, height: 700 },
  ])('is free of axe violations and fits $width × $height', async (size) => {
    noticeFromBot(feedback);
    page = await here.open(`?left=clara&right=noor&view=chat&rightView=meeting&theme=${theme}`, size);
    await left().getByRole('button', { name: 'Send', exact: true }).last().waitFor();
    expect(await violations()).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(size.width);
    await page.getByRole('button', { name: 'All steps' }).click();
    await page.getByRole('button', { name: 'World' }).click();
    // In its place and in reach: until then the page behind is hidden, and focus still in it.
    await page.getByRole('switch', { name: 'Lose the event' }).click({ trial: true });
    expect(await violations()).toEqual([]);
    await page.getByRole('button', { name: 'What the bot sent' }).click();
    await page.getByRole('dialog', { name: 'What the bot sent to Teams' }).waitFor();
    expect(await violations()).toEqual([]);
  });
});

describe('somebody without the app', () => {
  it.each([1280, 360])('can add it in a window of %i pixels', async (width) => {
    await uninstall(here.local.teams, findPerson('silvia') as SeededPerson);
    page = await here.open('?left=silvia&view=chat&right=', { width, height: 740 });
    const add = left().getByRole('button', { name: 'Add it' });
    await add.waitFor();
    // The bar breaks its words once it has seen that they do not fit.
    await expect
      .poll(async () => {
        const box = await add.boundingBox();
        return box !== null && box.x >= 0 && box.x + box.width <= width;
      })
      .toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
});
