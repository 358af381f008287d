import type { Browser, Page } from 'playwright-core';
import { buildIfStale } from '#local/process/buildIfStale.ts';
import { aBareTab, type BareTab } from './aBareTab.ts';
import { aBrowser } from './aBrowser.ts';
import { type ATeams, aTeams } from './aTeams.ts';

/** The real local Teams and its real page in Chromium; only the app behind them is a bare tab. */
export interface APage {
  local: ATeams;
  /** A new window that reaches nothing but this machine. */
  open: (query: string, size?: { width: number; height: number }) => Promise<Page>;
  stop: () => Promise<void>;
}

export const aPage = async (): Promise<APage> => {
  await buildIfStale(() => undefined);
  const tab: BareTab = await aBareTab();
  const local = await aTeams({ appPort: tab.port });
  const browser: Browser = await aBrowser();
  return {
    local,
    open: async (query, size = { width: 1280, height: 800 }) => {
      const page = await browser.newPage({ viewport: size, reducedMotion: 'reduce' });
      await page.route('https://**', (route) => route.abort());
      await page.goto(`${local.teams.url}/${query}`);
      return page;
    },
    stop: async () => {
      await browser.close();
      await local.stop();
      tab.stop();
    },
  };
};
