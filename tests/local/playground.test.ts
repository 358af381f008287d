import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PEOPLE } from '#local/people.ts';
import { type Playground, startPlayground } from '#local/startPlayground.ts';
import { BOT } from '#local/tenant.ts';

let playground: Playground;
let dir: string;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'playground-'));
  playground = await startPlayground({ dir, isHeadless: true });
});
afterAll(async () => {
  await playground?.stop();
  rmSync(dir, { recursive: true, force: true });
});

it('answers hello in the Agents Playground, with its token checks on', async () => {
  const stream = new WebSocket(
    `${playground.url.replace('http', 'ws')}/_ws_conversation/v1/conversations/stream`,
  );
  const heard: string[] = [];
  stream.addEventListener('message', ({ data }) => heard.push(String(data)));
  await new Promise((resolve) => stream.addEventListener('open', resolve));
  const chat = encodeURIComponent(playground.personalChat);
  const said = await fetch(`${playground.url}/_conversation/v1/conversations/${chat}/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text: 'hello', textFormat: 'plain', from: { id: PEOPLE[0]?.userId } }),
  });
  expect(said.ok).toBe(true);
  const answers = () => heard.filter((frame) => frame.includes(`"from":{"id":"${BOT.id}"`));
  await expect.poll(answers, { timeout: 15_000 }).toEqual([expect.stringContaining('Hello Clara')]);
  stream.close();
});
