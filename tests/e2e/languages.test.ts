import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LOCALES } from '#local/page/state/view.ts';
import { directionOf, SPOKEN, shownIn } from '#words/languages.ts';
import type { Cast } from './cast.ts';
import { ENROLMENT, liveTheStory, MEETING, PAIRING } from './driver.ts';
import { look, readIn } from './looking.ts';
import { textOf } from './people.ts';
import { picture, Seat, startWorld, type World } from './world.ts';

/** The same screens and cards in every language: whole, in its own direction, and fitting. */
let world: World;
let cast: Cast;

const ROOT = join(import.meta.dirname, '..', '..');
const LANGUAGES = LOCALES.filter(
  (locale) => locale !== '' && !locale.startsWith('en') && shownIn(locale) === locale,
);
const SIZE = { width: 1000, height: 760 };
/** Sentences of this many words do not stand in another language by chance. */
const LONG = 4;

beforeAll(async () => {
  world = await startWorld();
  cast = await liveTheStory(world.local, { steps: [...ENROLMENT, ...PAIRING, ...MEETING] });
});
afterAll(() => world?.stop());

function* sentencesIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else for (const one of Object.values(value as object)) yield* sentencesIn(one);
}

/** What English says in so many words and without a value in it: none of it may be left anywhere else. */
const ENGLISH = ['bot/words/en', 'tabs/words/en']
  .flatMap((dir) => readdirSync(join(ROOT, dir)).map((file) => join(ROOT, dir, file)))
  .flatMap((path) => [...sentencesIn(JSON.parse(readFileSync(path, 'utf8')))])
  .filter((said) => !said.includes('{{') && said.split(' ').length >= LONG);
const englishIn = (text: string): string[] => ENGLISH.filter((said) => text.includes(said));

const seatOf = async (key: string, name: string, language: string, view = 'turntable'): Promise<Seat> =>
  new Seat(await world.open(`left=${key}&view=${view}&theme=light&lang=${language}`, SIZE), 'Left', name);

async function lookAt(seat: Seat, name: string): Promise<void> {
  await look(seat, name, { themes: ['light'], widths: [280], rules: 'language' });
  expect(englishIn(await readIn(seat)), name).toEqual([]);
}

it('there is a place to see every language that has words', () => {
  expect(LANGUAGES).toHaveLength(SPOKEN.length - 1);
});

describe.each(LANGUAGES)('in %s', (language) => {
  it('the tab of an executive is whole', async () => {
    const clara = await seatOf('clara', 'Clara Exampleton', language);
    const tabs = clara.tab.getByRole('tab');
    await tabs.first().waitFor();
    await clara.tab.getByRole('article').first().waitFor();
    expect(await clara.tab.locator('html').getAttribute('dir')).toBe(directionOf(language));
    expect(await clara.tab.locator('html').getAttribute('lang')).toMatch(new RegExp(`^${language}\\b`));
    await lookAt(clara, `language-${language}-home`);
    await clara.tab.getByRole('button', { name: /Aisha/ }).first().click();
    await clara.tab.getByRole('heading', { level: 1 }).filter({ hasText: 'Aisha' }).waitFor();
    await lookAt(clara, `language-${language}-pair`);
    await clara.page.reload();
    for (const n of [1, 2]) {
      await tabs.nth(n).click();
      await clara.tab.getByRole('heading', { level: 1 }).first().waitFor();
      await lookAt(clara, `language-${language}-tab${n}`);
    }
    await clara.page.context().close();
  });

  it('the console is whole', async () => {
    const noor = await seatOf('noor', 'Noor Prøve', language);
    await noor.tab.getByRole('tab').nth(2).click();
    await noor.tab
      .getByRole('button', { name: /Finance pilot/ })
      .first()
      .click();
    const tabs = noor.tab.getByRole('tablist').nth(1).getByRole('tab');
    await tabs.first().waitFor();
    for (let n = 0; n < (await tabs.count()); n++) {
      await tabs.nth(n).click();
      await lookAt(noor, `language-${language}-console${n}`);
    }
    await noor.page.context().close();
  });

  it('the chat answers in it', async () => {
    const clara = await seatOf('clara', 'Clara Exampleton', language, 'chat');
    const before = (await cast.clara.chat()).length;
    await clara.say('help');
    await cast.until('Clara is helped', async () => {
      const chat = await cast.clara.chat();
      return chat.length > before + 1 && chat.at(-1)?.from === 'bot';
    });
    await picture(clara.page, `language-${language}-chat`);
    const said = textOf((await cast.clara.chat()).at(-1) ?? ({} as never));
    expect(englishIn(said)).toEqual([]);
    await clara.page.context().close();
  });
});
