import { mkdtempSync, rmSync } from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Profile } from '#domain/profile/profile.ts';
import { type Playground, startPlayground } from '#local/startPlayground.ts';
import { PEOPLE } from '#local/teams/people.ts';
import { BOT } from '#local/teams/tenant.ts';
import type { Line } from '#tests/bot/teams/answering/transcript.ts';
import { FIRST } from '#tests/bot/teams/answering/transcriptFirst.ts';
import { differences, faultOf, textOf } from '#tests/bot/teams/answering/transcriptJudge.ts';
import { contextOn, invite } from '#tests/bot/teams/answering/transcriptStage.ts';
import { findPerson } from '#usecases/people/people.ts';

const [CLARA] = PEOPLE;
const PATIENCE_MS = 15_000;
let playground: Playground;
let dir: string;
let stream: WebSocket;
const heard: string[] = [];

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'playground-'));
  playground = await startPlayground({ dir, isHeadless: true });
  stream = new WebSocket(`${playground.url.replace('http', 'ws')}/_ws_conversation/v1/conversations/stream`);
  stream.addEventListener('message', ({ data }) => heard.push(String(data)));
  await new Promise((resolve) => stream.addEventListener('open', resolve));
});
afterAll(async () => {
  stream?.close();
  await playground?.stop();
  rmSync(dir, { recursive: true, force: true });
});

const answers = (): string[] =>
  heard
    .filter((frame) => frame.includes(`"from":{"id":"${BOT.id}"`) && frame.includes('"createMessage"'))
    .map((frame) => textOf(JSON.parse(frame).message));

/** Types into the Playground as its user, and waits until the bot has answered. */
async function say(text: string): Promise<string> {
  const before = answers().length;
  const chat = encodeURIComponent(playground.personalChat);
  const said = await fetch(`${playground.url}/_conversation/v1/conversations/${chat}/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text, textFormat: 'plain', from: { id: CLARA?.userId } }),
  });
  expect(said.ok).toBe(true);
  await expect.poll(() => answers().length, { timeout: PATIENCE_MS }).toBe(before + 1);
  return answers().at(-1) ?? '';
}

it('answers hello in the Agents Playground, with its token checks on', async () => {
  expect(await say('hello')).toContain('Hello Clara');
});

it('holds a whole messy conversation of the transcript there, to the same profile', {
  timeout: 120_000,
}, async () => {
  const talk = FIRST.find(({ name }) => name.startsWith('Chidi'));
  if (!talk || !CLARA) throw new Error('nobody to play');
  const ctx = contextOn(playground.local);
  const person = await findPerson(ctx, 'mail', CLARA.mail);
  if (!person) throw new Error('the bot has not met Clara');
  await invite(ctx, person, talk.role);
  await say('join');
  const faultIn = async (line: Line) =>
    faultOf(await say(line.says ?? ''), line, { ...talk, name: CLARA.name });
  for (const line of talk.lines) expect(await faultIn(line), line.says ?? '').toBe('');
  const row = await ctx.tables.find('people', person, 'profile');
  expect(
    differences(row?.value as Profile, { ...talk.meant, languages: CLARA.languages.slice(0, 1) }),
  ).toEqual({});
});

it('is found on this machine alone', async () => {
  const outside = Object.values(networkInterfaces())
    .flat()
    .find((one) => one !== undefined && one.family === 'IPv4' && !one.internal);
  const { port } = new URL(playground.url);
  if (outside) await expect(fetch(`http://${outside.address}:${port}/_debug/ping`)).rejects.toThrow();
  expect((await fetch(`http://127.0.0.1:${port}/_debug/ping`)).ok).toBe(true);
});
