import { afterEach, expect, test, vi } from 'vitest';
import { start } from '#tabs/start.tsx';
import consoleWords from '#tabs/words/en/console.json';
import panel from '#tabs/words/en/panel.json';
import primer from '#tabs/words/en/primer.json';
import tab from '#tabs/words/en/tab.json';
import promises from '#words/en/promises.json';
import { expectAccessible } from './onScreen.tsx';
import { button, heading, sees, seesNo } from './reader.ts';
import { app } from './teamsJs.ts';

let root: HTMLElement;
const started = () => {
  root = document.body.appendChild(document.createElement('div'));
  root.id = 'root';
  return start({ tab, panel, console: consoleWords, primer, promises }, () => <h1>Here we are</h1>);
};
afterEach(() => root.remove());

test('a slow Teams client is waited for, which is said after a while, and the page goes on when it answers', async () => {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  app.initialize.mockReturnValueOnce(promise);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const going = started();
  vi.advanceTimersByTime(10_000);
  vi.useRealTimers();
  await sees(heading('Teams is taking its time'));
  await sees(button('Try again'));
  await expectAccessible();
  await expect.poll(() => document.title).toBe('Teams is taking its time – Turntable');
  resolve(undefined);
  await going;
  await sees(heading('Here we are'));
  await seesNo(heading('Teams is taking its time'));
});

test('a client that answers at once shows the page and nothing else', async () => {
  await started();
  await sees(heading('Here we are'));
});
