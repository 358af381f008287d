/** Puts a real part of the tabs on screen, with everything around it that `tabs/parts/start.tsx` puts there. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import axe from 'axe-core';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, vi } from 'vitest';
import { page } from 'vitest/browser';
import { readIn } from '#tabs/api/call.ts';
import { Frame } from '#tabs/parts/Frame.tsx';
import type { Client } from '#tabs/teams.ts';
import consoleWords from '#tabs/words/en/console.json';
import panel from '#tabs/words/en/panel.json';
import primer from '#tabs/words/en/primer.json';
import tab from '#tabs/words/en/tab.json';
import { startWords } from '#tabs/words.ts';
import feedback from '#words/en/feedback.json';
import promises from '#words/en/promises.json';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const HEIGHT_PX = 800;
const WIDE_PX = 800;
/** The side panel of Teams. */
export const NARROW_PX = 280;

startWords({ tab, panel, console: consoleWords, primer, promises, feedback });
readIn('en');

/** What the Teams client says, unless a test says otherwise. */
export const aClient = (said: Partial<Client> = {}): Client => ({
  theme: 'default',
  locale: 'en',
  place: '',
  meetingId: '',
  chatId: '',
  inSidePanel: false,
  ...said,
});

/** As in `tabs/home/main.tsx`, but nothing is tried twice: a failure shows at once. */
const freshQueries = () =>
  new QueryClient({
    defaultOptions: {
      queries: { retry: false, staleTime: 2_000, networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  });

let takeAway: (() => void) | undefined;

/** Renders a part alone on the page, in place of what was there. */
export async function onScreen(
  part: ReactNode,
  { widthPx = WIDE_PX, client = aClient() } = {},
): Promise<void> {
  cleared();
  if (window.innerWidth !== widthPx) await page.viewport(widthPx, HEIGHT_PX);
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  const queries = freshQueries();
  root.render(
    <StrictMode>
      <Frame client={client}>
        <QueryClientProvider client={queries}>{part}</QueryClientProvider>
      </Frame>
    </StrictMode>,
  );
  takeAway = () => {
    root.unmount();
    queries.clear();
    place.remove();
  };
}

/** Nothing is on screen any more. */
export function cleared(): void {
  takeAway?.();
  takeAway = undefined;
}

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** Whatever moves has come to rest; what moves for ever may go on. */
async function atRest(): Promise<void> {
  const moving = () =>
    document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
  do {
    await Promise.allSettled(moving().map(({ finished }) => finished));
    await nextFrame();
  } while (moving().length > 0);
}

/** No violation of WCAG 2.2 AA in what is on screen. Tabster's sentinels hand focus on and are never where it stays. */
export async function expectAccessible(): Promise<void> {
  if (!takeAway) return;
  await atRest();
  const { violations } = await axe.run(
    { include: [document.body], exclude: ['[data-tabster-dummy]', 'option'] },
    { runOnly: { type: 'tag', values: WCAG }, iframes: false, resultTypes: ['violations'] },
  );
  const found = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ html, any }) => `${html} ${any.map(({ message }) => message)}`).join(' | ')}`,
  );
  expect(found).toEqual([]);
}

/** Nothing is wider than the page, which would have to be scrolled sideways; also once what comes later is there. */
export const expectFits = (): Promise<void> =>
  vi.waitFor(() => {
    const { scrollWidth = 0, clientWidth = 0 } = document.scrollingElement ?? {};
    const wide = [...document.querySelectorAll('body *')].filter(
      (one) => one.getBoundingClientRect().right > clientWidth + 1,
    );
    expect(scrollWidth, wide.map((one) => one.outerHTML.slice(0, 160)).join('\n')).toBeLessThanOrEqual(
      clientWidth,
    );
  });
