import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { TableClient } from '@azure/data-tables';
import type { RunOnly } from 'axe-core';
import {
  type Browser,
  chromium,
  type Frame,
  type FrameLocator,
  type Locator,
  type Page,
} from 'playwright-core';
import { expect } from 'vitest';
import { type Local, startLocal } from '#local/startLocal.ts';
import { findChromium } from '../../infra/chromium.mjs';

/** Where pictures go. */
export const OUTPUT = join(import.meta.dirname, 'output');
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** TeamsJS asks a list of hosts of the internet; without one, that is a line in the console and nothing else. */
const OFFLINE = /ERR_NAME_NOT_RESOLVED|ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED/;

export type Theme = 'light' | 'dark' | 'contrast';

/** The local Teams in a browser, with what went wrong in its consoles. */
export interface World {
  local: Local;
  /** Opens the local Teams page with the given people and view. */
  open(query: string, size?: { width: number; height: number }): Promise<Page>;
  /** A page of nothing. */
  blank(): Promise<Page>;
  /** Complaints of pages since the start. */
  complaints: string[];
  stop(): Promise<void>;
}

export async function startWorld(): Promise<World> {
  mkdirSync(OUTPUT, { recursive: true });
  const local = await startLocal();
  const executablePath = findChromium();
  const browser: Browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  const complaints: string[] = [];
  return {
    local,
    complaints,
    blank: async () => (await browser.newContext()).newPage(),
    async open(query, viewport = { width: 1280, height: 860 }) {
      const context = await browser.newContext({ viewport, locale: 'en-GB', reducedMotion: 'reduce' });
      const page = await context.newPage();
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error' && !OFFLINE.test(message.text())) complaints.push(message.text());
      });
      await page.goto(`${local.url}/?${query}`);
      return page;
    },
    async stop() {
      await browser.close();
      await local.stop();
    },
  };
}

/** What one person has before them in a column of the page. */
export class Seat {
  readonly page: Page;
  readonly region: Locator;
  readonly name: string;

  constructor(page: Page, side: 'Left' | 'Right', name: string) {
    this.page = page;
    this.name = name;
    this.region = page.getByRole('region', { name: `${side} person` });
  }

  get tab(): FrameLocator {
    return this.region.frameLocator(`iframe[title="Turntable tab of ${this.name}"]`);
  }

  get panel(): FrameLocator {
    return this.region.frameLocator(`iframe[title="Side panel of ${this.name}"]`);
  }

  /** Opens Chat, Turntable or Meeting; new messages are part of the tab's name. */
  async go(to: 'Chat' | 'Turntable' | 'Meeting'): Promise<void> {
    await this.region.getByRole('tab', { name: new RegExp(`^${to}`) }).click();
  }

  /** The newest card in the chat that shows this text. */
  card(text: string): Locator {
    return this.region.getByRole('group', { name: 'Card from Turntable' }).filter({ hasText: text }).last();
  }

  async say(text: string): Promise<void> {
    const box = this.region.getByRole('textbox', { name: 'Write to Turntable' });
    await box.fill(text);
    await box.press('Enter');
  }

  /** Waits until the bot has written this after the last time somebody said `said`. */
  async answered(said: string, heard: string): Promise<void> {
    const items = this.region.getByRole('listitem');
    const mine = items
      .filter({ has: this.page.getByText('You', { exact: true }) })
      .filter({ hasText: said })
      .last();
    await mine.locator('xpath=following-sibling::li').filter({ hasText: heard }).last().waitFor();
  }
}

/** Whether pictures of all that is looked at are wanted: they are for people, and no test reads them. */
export const WANTS_PICTURES = Boolean(process.env.PICTURES);

/** Takes a picture into `tests/e2e/output`, where pictures are wanted. */
export async function picture(page: Page, name: string): Promise<void> {
  if (WANTS_PICTURES) await page.screenshot({ path: join(OUTPUT, `${name}.png`) });
}

/** Takes a picture of what went wrong. */
export async function pictureOfFailure(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(OUTPUT, `failed-${name}.png`) });
}

/** All of WCAG 2.2 AA, or what alone a theme, or a language, can change. */
const RULES: Record<'all' | 'theme' | 'language', RunOnly> = {
  all: { type: 'tag', values: WCAG },
  theme: { type: 'rule', values: ['color-contrast'] },
  language: {
    type: 'tag',
    values: ['cat.language', 'cat.name-role-value', 'cat.text-alternatives', 'cat.forms', 'cat.aria'],
  },
};
export type Rules = keyof typeof RULES;

/** Colours that change on the way from one theme to another are nobody's: waits until nothing moves that will end. */
async function atRest(): Promise<void> {
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  const ending = document
    .getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
  await Promise.allSettled(ending.map(({ finished }) => finished));
}

/** No violation of WCAG 2.2 AA in these frames. Tabster's sentinels hand focus on and are never where it stays. */
export async function expectAccessible(frames: readonly Frame[], rules: Rules = 'all'): Promise<void> {
  for (const frame of frames) {
    await frame.evaluate(atRest);
    if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(AXE);
    const found = await frame.evaluate(async (runOnly) => {
      const { violations } = await window.axe.run(
        { exclude: ['[data-tabster-dummy]'] },
        { runOnly, iframes: false, resultTypes: ['violations'] },
      );
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
      );
    }, RULES[rules]);
    expect.soft(found, frame.url()).toEqual([]);
  }
}

declare global {
  interface Window {
    axe: typeof import('axe-core');
  }
}

/** Every row of a table of the product, as the storage holds it. */
export async function rowsOf(local: Local, table: string): Promise<Record<string, unknown>[]> {
  const client = TableClient.fromConnectionString(local.connectionString, `turntable${table}`, {
    allowInsecureConnection: true,
  });
  const rows: Record<string, unknown>[] = [];
  for await (const row of client.listEntities()) rows.push(row);
  return rows;
}
