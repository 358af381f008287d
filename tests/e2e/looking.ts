import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { expect, vi } from 'vitest';
import {
  expectAccessible,
  OUTPUT,
  picture,
  type Rules,
  type Seat,
  type Theme,
  WANTS_PICTURES,
  type World,
} from './world.ts';

/** What a theme is called by the tab. */
const THEMES: Record<Theme, string> = { light: 'default', dark: 'dark', contrast: 'contrast' };
type Width = 'full' | 360 | 280;
/** No screen is longer than this on a picture. */
const TALLEST_PX = 5_000;

/** Writes another look into the address of the local Teams page. */
const choose = (page: Page, key: 'theme' | 'width', value: string): Promise<void> =>
  page.evaluate(
    ([name, as]) => {
      const address = new URL(window.location.href);
      address.searchParams.set(name, as);
      window.history.replaceState(null, '', address);
      window.dispatchEvent(new PopStateEvent('popstate'));
    },
    [key, value] as const,
  );

/** Comes back once everything on the page has the theme. */
async function setTheme(page: Page, theme: Theme): Promise<void> {
  await choose(page, 'theme', theme);
  const names = [theme, THEMES[theme]];
  await Promise.all(
    page.frames().map((frame) =>
      frame.waitForFunction((known) => {
        const { theme: shown } = document.documentElement.dataset;
        return shown === undefined || known.includes(shown);
      }, names),
    ),
  );
}

/** Comes back once the tab is no wider. */
async function setWidth(page: Page, width: Width): Promise<void> {
  await choose(page, 'width', `${width}`);
  if (width === 'full') return;
  const tabs = page.frames().filter((frame) => frame.url().includes('/tabs/'));
  await Promise.all(tabs.map((frame) => frame.waitForFunction((most) => window.innerWidth <= most, width)));
}

/** The page of the app inside a seat, once something stands on it. */
async function frameOf({ page }: Seat): Promise<Frame> {
  const frame = await vi.waitFor(() => {
    const found = page.frames().find((one) => one.url().includes('/tabs/'));
    if (!found) throw new Error('No page of the app is open.');
    return found;
  }, WAIT);
  await frame.waitForSelector('main *', { state: 'attached' });
  return frame;
}
const WAIT = { timeout: 30_000, interval: 50 };

/** Takes a picture so tall that nothing has to be scrolled for. */
async function wholePicture(page: Page, name: string): Promise<void> {
  if (!WANTS_PICTURES) return;
  const size = page.viewportSize() ?? { width: 1280, height: 860 };
  const hidden = await longestHidden(page);
  if (hidden === 0) return await picture(page, name);
  await page.setViewportSize({ width: size.width, height: Math.min(size.height + hidden, TALLEST_PX) });
  await picture(page, name);
  await page.setViewportSize(size);
}

/** How much of the app's page, or of the chat, lies below the edge. */
async function longestHidden(page: Page): Promise<number> {
  const inFrames = page.frames().map((frame) =>
    frame.evaluate(() => {
      const rooms = [document.documentElement, ...document.querySelectorAll('[role=log]')];
      return Math.max(...rooms.map((room) => room.scrollHeight - room.clientHeight));
    }),
  );
  return Math.max(...(await Promise.all(inFrames)));
}

export interface Look {
  themes?: readonly Theme[];
  /** Widths of the tab at which nothing may be wider than it; a picture of the narrowest is kept. */
  widths?: readonly (360 | 280)[];
  /** What is asked of axe in the first theme; in others what they change. */
  rules?: Rules;
}

const ALL: readonly Theme[] = ['light', 'dark', 'contrast'];

/** Looks at a page of the app in its themes and widths: a picture of each, and nothing axe complains of. */
export async function look(
  seat: Seat,
  name: string,
  { themes = ALL, widths = [], rules = 'all' }: Look = {},
): Promise<void> {
  const { page } = seat;
  for (const theme of themes) {
    if (themes.length > 1) await setTheme(page, theme);
    await wholePicture(page, `looks-${name}-${theme}`);
    await expectAccessible([await frameOf(seat)], theme === themes[0] ? rules : 'theme');
  }
  if (themes.length > 1) await setTheme(page, 'light');
  for (const width of widths) {
    await setWidth(page, width);
    await expectFits(await frameOf(seat), `${name} at ${width} px`);
    if (width === widths.at(-1)) await wholePicture(page, `looks-${name}-${width}`);
  }
  if (widths.length > 0) await setWidth(page, 'full');
}

/** Looks at the local Teams page itself, with whatever stands in it. */
export async function lookAtPage(page: Page, name: string, themes: readonly Theme[] = ALL): Promise<void> {
  for (const theme of themes) {
    if (themes.length > 1) await setTheme(page, theme);
    await wholePicture(page, `looks-${name}-${theme}`);
    await expectAccessible([page.mainFrame()], theme === themes[0] ? 'all' : 'theme');
  }
  if (themes.length > 1) await setTheme(page, 'light');
}

/** Nothing is wider than the page, which would have to be scrolled sideways. */
async function expectFits(frame: Frame, what: string): Promise<void> {
  const tooWide = () =>
    frame.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      if (scrollWidth <= clientWidth) return '';
      const wide = [...document.querySelectorAll('body *')].filter(
        (one) => one.getBoundingClientRect().right > clientWidth + 1,
      );
      return `${scrollWidth} > ${clientWidth}: ${wide.map((one) => one.outerHTML.slice(0, 120)).join('\n')}`;
    });
  expect.soft(await tooWide(), what).toBe('');
}

/** What somebody reads of the app in a seat. */
export const readIn = async (seat: Seat): Promise<string> =>
  (await frameOf(seat)).evaluate(() => document.body.innerText);

const MOST_STOPS = 90;

/** Presses Tab until the focus stands on what has this name, as somebody without a mouse does. */
export async function tabTo(seat: Seat, name: string): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await seat.page.keyboard.press('Tab');
    if ((await focusedName(await frameOf(seat))).startsWith(name)) return;
  }
  throw new Error(`The Tab key never reaches “${name}”.`);
}

/** What a screen reader would call what has the focus; empty outside the app's page. */
const focusedName = (frame: Frame): Promise<string> =>
  frame.evaluate(() => {
    const focused = document.hasFocus() ? document.activeElement : null;
    const label = focused instanceof HTMLInputElement ? focused.labels?.[0]?.textContent : undefined;
    return (focused?.getAttribute('aria-label') || label || focused?.textContent || '').trim();
  });

/** What a printer gets of an open page, as PDF beside the pictures. */
export async function printed(world: World, seat: Seat, name: string): Promise<Buffer> {
  const html = await (await frameOf(seat)).evaluate(() => {
    const rules = [...document.styleSheets].flatMap((sheet) =>
      [...sheet.cssRules].map(({ cssText }) => cssText),
    );
    const { lang, dir } = document.documentElement;
    const paper = document.querySelector('.turntable-printed')?.outerHTML ?? '';
    return `<!doctype html><html lang="${lang}" dir="${dir}"><style>${rules.join('\n')}</style><body>${paper}</body></html>`;
  });
  const page = await world.blank();
  await page.setContent(html);
  const pdf = await page.pdf({
    path: join(OUTPUT, `${name}.pdf`),
    preferCSSPageSize: true,
    printBackground: true,
  });
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 794, height: 1123 });
  await picture(page, name);
  await page.context().close();
  return pdf;
}
