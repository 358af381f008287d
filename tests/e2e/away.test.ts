import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '#api/contract/basics.ts';
import type { CohortView } from '#api/contract/cohorts.ts';
import type { StatusAnswer, TokenAnswer } from '#local/contract.ts';
import { type Azurite, startAzurite } from '#local/process/azurite.ts';
import { type Local, startLocal } from '#local/startLocal.ts';
import { findPerson } from '#local/teams/people.ts';
import { snapshot } from './books.ts';
import { Cast } from './cast.ts';
import { giveContact, importCsv } from './enrolling.ts';
import { textOf } from './people.ts';

const MINUTE_MS = 60_000;
const COHORT = { name: 'Pilot', kind: 'pilot', startsOn: '2030-01-01', endsOn: '2030-06-30' };
/** What people ask while storage is away: reading, setting up, saying who one is, writing to the bot. */
const ASKED = [
  ['noor', 'GET /api/me', undefined],
  ['noor', 'GET /api/cohorts', undefined],
  ['noor', 'POST /api/cohorts', { ...COHORT, name: 'Asked while away' }],
  ['clara', 'GET /api/profile', undefined],
  ['clara', 'PUT /api/me/settings', { newsMuted: true }],
] as const;

let dir: string;
let local: Local;
let again: Azurite | undefined;
const tokens = new Map<string, string>();

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'turntable-away-'));
  local = await startLocal({ dataDir: dir });
  for (const person of ['noor', 'clara'])
    tokens.set(person, (await local.ask<TokenAnswer>('tokens', { person })).token);
  expect((await ask('noor', 'POST /api/cohorts', COHORT)).status).toBe(201);
  await quiet();
});
afterAll(async () => {
  await local?.stop();
  await again?.stop();
  rmSync(dir, { recursive: true, force: true });
});

async function ask(person: string, route: string, body?: object) {
  const [method = '', path = ''] = route.split(' ');
  const headers = { authorization: `Bearer ${tokens.get(person)}`, 'content-type': 'application/json' };
  const response = await fetch(`${local.url}${path}`, {
    ...{ method, headers },
    ...(body && { body: JSON.stringify(body) }),
  });
  const { status } = response;
  return { status, retryAfter: response.headers.get('retry-after'), body: await response.json() };
}

/** Nothing is written any more of what was told before. */
const quiet = () => sleep(2_000);

async function everybodyIsTold(): Promise<void> {
  for (const [person, route, body] of ASKED) {
    const { status, retryAfter, body: problem } = await ask(person, route, body);
    expect([status, retryAfter, (problem as Problem).type], route).toEqual([503, '5', 'urn:turntable:away']);
    expect((problem as Problem).detail).toContain('Nothing you typed or saved is lost');
  }
}

async function everythingAnswers(): Promise<void> {
  for (const [person, route] of ASKED.filter(([, route]) => route.startsWith('GET')))
    expect((await ask(person, route)).status, route).toBe(200);
}

describe('while storage is away', () => {
  it('everything asked is answered, nothing is half written, and all goes on without a restart', async () => {
    const before = await snapshot(local);
    await local.ask('conditions', { isStorageAway: true });
    await everybodyIsTold();
    await local.ask('conditions', { isStorageAway: false });
    expect(await snapshot(local)).toEqual(before);
    await everythingAnswers();
  });

  it('also where storage itself ended, and came back with its data', async () => {
    const { pid, starts } = await local.ask<StatusAnswer>('status');
    process.kill(JSON.parse(readFileSync(join(dir, 'azurite', 'ports.json'), 'utf8')).pid, 'SIGTERM');
    await everybodyIsTold();
    // The worker and the tick meet it too.
    await local.ask('clock', { advanceMs: MINUTE_MS });
    again = await startAzurite({ dir: join(dir, 'azurite') });
    expect(again.connectionString).toBe(local.connectionString);
    await everythingAnswers();
    const names = (await ask('noor', 'GET /api/cohorts')).body as { cohorts: CohortView[] };
    expect(names.cohorts.map(({ name }) => name)).toEqual(['Pilot']);
    expect(await local.ask<StatusAnswer>('status')).toMatchObject({ app: 'running', pid, starts });

    // The worker lives: it tells what is asked for now.
    const cast = new Cast(local);
    const cohort = names.cohorts[0]?.cohort ?? '';
    await importCsv(cast, cohort, `Name,Mail,Role\nClara,${findPerson('clara')?.mail},executive`);
    await giveContact(cast, cohort);
    await cast.noor.ask(`POST /api/cohorts/${cohort}/invitations`, {});
    await expect
      .poll(async () => (await cast.clara.chat()).map(textOf).join(), { timeout: 60_000, interval: 500 })
      .toContain('Pilot');
  });
});
