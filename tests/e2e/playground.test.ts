import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PersonId } from '#domain/basics/ids.ts';
import { type Playground, startPlayground } from '#local/startPlayground.ts';
import { PEOPLE } from '#local/teams/people.ts';
import { contextOn, invite, PILOT } from '#tests/bot/teams/answering/transcriptStage.ts';
import { findPerson } from '#usecases/people/people.ts';
import { Partition } from '#usecases/story/partition.ts';
import { wordsFor } from '#words/words.ts';
import { findChromium } from '../../infra/chromium.mjs';
import { picture } from './world.ts';

/** Buttons and ticks as Microsoft's own client sends them, from the first to the last question. */
const words = wordsFor('en');
const PATIENCE_MS = 60_000;
let dir: string;
let playground: Playground;
let browser: Browser;
let page: Page;
let clara: PersonId;
let ctx: ReturnType<typeof contextOn>;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'playground-'));
  playground = await startPlayground({ dir, isHeadless: true });
  ctx = contextOn(playground.local);
  const executablePath = findChromium();
  browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' });
  page.setDefaultTimeout(PATIENCE_MS);
  // Its page asks the internet for fonts, and is ready without.
  await page.goto(playground.url, { waitUntil: 'domcontentloaded' });
});
afterAll(async () => {
  if (page) await picture(page, 'playground');
  await browser?.close();
  await playground?.stop();
  rmSync(dir, { recursive: true, force: true });
});

const sees = (text: string) => page.getByText(text, { exact: false }).last().waitFor();
const press = (word: string) =>
  page
    .getByRole('button', { name: words(word), exact: true })
    .last()
    .click();
/** Its renderer names a box by the question as well: the words beside it are pressed, as people do. */
const tick = (topic: string) =>
  page
    .getByText(words(`topics:${topic}`), { exact: true })
    .last()
    .click();
const startOf = (word: string): string => words(word, { languages: '\u0001' }).split('\u0001')[0] ?? '';

async function say(text: string): Promise<void> {
  const field = page.getByRole('textbox').last();
  await field.fill(text);
  await field.press('Enter');
}

const rowsOfClara = () => Partition.open(ctx, 'people', clara);
const stepOf = async () => (await rowsOfClara()).find('conversation')?.value.step;
const profileOf = async () => (await rowsOfClara()).find('profile')?.value;
const offersOf = async () => (await profileOf())?.offers.map(({ topic }) => topic);

it('takes the buttons and ticks of the Agents Playground, with their effect in chat and tables', async () => {
  await sees('Hello Clara');
  clara = (await findPerson(ctx, 'mail', PEOPLE[0]?.mail ?? '')) as PersonId;
  await invite(ctx, clara, 'executive');
  await say('invitation');
  await sees(words('enrolment:outside.invited', { name: 'Finance pilot' }));

  await press('enrolment:button.join');
  await sees(words('enrolment:ask.wants.executive'));
  expect((await rowsOfClara()).find('enrolment', PILOT)?.value.state).toBe('joined');
  expect(await stepOf()).toBe('wants');

  await tick('generativeAi');
  await tick('viewFromBelow');
  await press('enrolment:offer.keep');
  await sees(words('enrolment:ask.offers.executive'));
  expect((await profileOf())?.wants).toEqual(['generativeAi', 'viewFromBelow']);

  await press('enrolment:button.skip');
  await sees(words('enrolment:ask.interests'));
  expect(await offersOf()).toEqual([]);
  expect(await stepOf()).toBe('interests');

  await press('enrolment:button.skip');
  await sees(words('enrolment:ask.meet'));
  await press('enrolment:button.walk');
  await sees(startOf('enrolment:ask.languages'));
  expect((await profileOf())?.meets).toEqual(['walk']);
  await press('enrolment:button.fits');
  await sees(words('enrolment:ask.excludes'));
  await press('enrolment:button.nobody');
  await sees(words('enrolment:ask.review'));
  expect(await stepOf()).toBe('review');

  await press('enrolment:button.change');
  await sees(words('enrolment:which'));
  await press('enrolment:button.change_offers');
  await expect.poll(stepOf, { timeout: PATIENCE_MS }).toBe('offers');
  await page.getByText(words('topics:strategy'), { exact: true }).last().waitFor();
  await tick('strategy');
  await tick('networking');
  await press('enrolment:offer.keep');
  await expect.poll(stepOf, { timeout: PATIENCE_MS }).toBe('review');
  expect(await offersOf()).toEqual(['strategy', 'networking']);

  // The profile as it was before still has its button: the one under the newer profile is meant.
  const done = page.getByRole('button', { name: words('enrolment:button.done'), exact: true });
  await expect.poll(() => done.count(), { timeout: PATIENCE_MS }).toBe(2);
  await press('enrolment:button.done');
  await sees(words('enrolment:finished.executive', { name: 'Clara' }));
  expect((await rowsOfClara()).find('conversation')?.value).toMatchObject({ about: 'none', step: '' });
  expect((await profileOf())?.wants).toEqual(['generativeAi', 'viewFromBelow']);
});
