import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TableClient } from '@azure/data-tables';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { ChatAnswer, ClockAnswer, SaidAnswer, StatusAnswer } from '#local/contract.ts';
import { type Local, startLocal } from '#local/startLocal.ts';

const DAY_MS = 86_400_000;
const entry = new URL('./standInApp.ts', import.meta.url);
const news: string[] = [];
let dataDir: string;
let local: Local;

const start = () => startLocal({ dataDir, entry, onNews: (sentence) => news.push(sentence) });
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'start-local-'));
  local = await start();
});
afterEach(async () => {
  news.splice(0);
  await local.startApp();
});
afterAll(async () => {
  await local.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const say = (text: string) => local.ask<SaidAnswer>('chats/clara/messages', { text });
const status = () => local.ask<StatusAnswer>('status');
const textsOf = async () => {
  const { messages } = await local.ask<ChatAnswer>('chats/clara');
  return messages.map(({ text }) => text);
};
const isKept = async (text: string) => {
  const rows = TableClient.fromConnectionString(local.connectionString, 'heard', {
    allowInsecureConnection: true,
  });
  for await (const row of rows.listEntities()) if (row.text === text) return true;
  return false;
};

it('lets a person and the bot talk, with tokens checked both ways', async () => {
  expect((await say('hello')).status).toBe(200);
  expect(await textsOf()).toEqual(expect.arrayContaining(['hello', 'You said hello']));
});

it('hands the rest of the address to the app as it is', async () => {
  const response = await fetch(`${local.url}/api/echo?x=1`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', 'if-match': '"7"' },
    body: JSON.stringify({ goal: 'ö' }),
  });
  expect([response.status, response.headers.get('etag')]).toEqual([201, '"7"']);
  expect(await response.json()).toEqual({ body: { goal: 'ö' }, host: new URL(local.url).host });
});

it('moves the clock of the app', async () => {
  const { offsetMs } = await local.ask<ClockAnswer>('clock');
  await local.ask('clock', { advanceMs: 3 * DAY_MS });
  expect((await status()).clock.offsetMs).toBe(offsetMs + 3 * DAY_MS);
  const { now } = (await (await fetch(`${local.url}/api/time`)).json()) as { now: number };
  expect(now - Date.now()).toBeGreaterThan(3 * DAY_MS - 5000);
});

it('says so while the app is killed, and goes on when it is started', async () => {
  await local.killApp();
  expect(await status()).toMatchObject({ app: 'stopped', pid: 0 });
  expect((await say('anybody?')).status).toBe(0);
  expect((await fetch(`${local.url}/api/time`)).status).toBe(503);
  await local.startApp();
  expect((await say('again')).status).toBe(200);
});

it('starts an app that ended by itself again, and says so', async () => {
  const before = await status();
  expect((await say('die')).status).toBe(0);
  // Until the system has told of its end, a word may still run into the dying one.
  await expect.poll(async () => (await status()).starts, { timeout: 30_000 }).toBe(before.starts + 1);
  expect((await say('better?')).status).toBe(200);
  expect(news).toEqual(['The app ended by itself (code 7); starting it again.']);
});

it.each([
  { moment: 'before' as const, kept: false },
  { moment: 'after' as const, kept: true },
])('kills the app exactly $moment a write', async ({ moment, kept }) => {
  await local.ask('app', { do: 'kill', at: { write: 1, moment } });
  expect((await say(`killed ${moment}`)).status).toBe(0);
  expect(await status()).toMatchObject({ app: 'stopped' });
  expect(await isKept(`killed ${moment}`)).toBe(kept);
  expect(await textsOf()).not.toContain(`You said killed ${moment}`);
});

it('finds everything after a restart', async () => {
  const before = await textsOf();
  const { offsetMs } = (await status()).clock;
  await local.stop();
  local = await start();
  expect(await textsOf()).toEqual(before);
  expect((await local.ask<StatusAnswer>('status')).clock.offsetMs).toBe(offsetMs);
  expect((await say('back')).status).toBe(200);
}, 120_000);
