import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Azurite, startAzurite } from '#local/process/azurite.ts';
import { freePort } from '#local/process/ports.ts';
import { aMessage } from '#tests/bench/house/connector.ts';
import type { Somebody } from '#tests/bench/house/people.ts';
import { type Outside, startOutside, tabToken } from '#tests/bench/house/server.ts';
import { guidOf } from '#tests/guid.ts';
import { type AServer, aServer } from './aServer.ts';
import { type Ingestion, insightsAt, startIngestion } from './ingestion.ts';

const CLARA = {
  directoryId: guidOf('clara'),
  userId: '29:clara',
  chatId: 'a:clara',
  name: 'Clara Exampleton',
  mail: 'clara.exampleton@turntable.example',
} as Somebody;
/** On a busy machine a process takes its time to start. */
const STARTS_MS = 90_000;
const A_MEETING = {
  ...{ type: 'event', name: 'application/vnd.microsoft.meetingStart', value: {} },
  conversation: { id: '19:meeting', conversationType: 'groupChat', isGroup: true },
};
const WORDS = 'I would like to stop, and she must not know';

let dir: string;
let azurite: Azurite;
let outside: Outside;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'turntable-telemetry-'));
  [azurite, outside] = await Promise.all([startAzurite({ dir, inMemory: true }), startOutside()]);
});
afterAll(async () => {
  outside.stop();
  await azurite.stop();
  rmSync(dir, { recursive: true, force: true });
});

const read = async ({ url }: AServer, path: string): Promise<number> => {
  const headers = { authorization: await tabToken(outside, CLARA) };
  return (await fetch(`${url}${path}`, { headers })).status;
};
const post = async ({ url }: AServer, over: object): Promise<number> => {
  const headers = { 'content-type': 'application/json', authorization: outside.channel.token };
  const body = JSON.stringify(aMessage(outside.channel, CLARA, over));
  return (await fetch(`${url}/api/messages`, { method: 'POST', headers, body })).status;
};
const say = (server: AServer, text: string): Promise<number> => post(server, { text });

describe('a server that is told of an Application Insights', () => {
  let ingestion: Ingestion;
  let log: Record<string, unknown>[];
  let hosts: string[];
  beforeAll(async () => {
    ingestion = await startIngestion();
    const server = await aServer(outside, azurite.connectionString, ingestion.insights);
    expect(await read(server, '/api/me')).toBe(200);
    expect(await read(server, '/api/pairs/pair-of-clara-and-aisha')).toBe(404);
    expect(await read(server, '/api/concerns')).toBe(200);
    expect(await read(server, '/readyz')).toBe(200);
    expect(await say(server, WORDS)).toBe(200);
    expect(await post(server, A_MEETING)).toBe(200);
    outside.channel.hears = () => ({ status: 500 });
    await say(server, 'help');
    outside.channel.hears = undefined;
    ({ hosts } = await server.stop());
    log = server.log();
  });
  afterAll(() => ingestion.stop());

  const namesOf = (type: string) =>
    ingestion
      .envelopes()
      .flatMap(({ data: { baseType, baseData } }) => (baseType === type ? [baseData.name] : []));

  it('tells it turns, and requests by the pattern of their route, with the calls of storage of those that are told whole', () => {
    expect(new Set(namesOf('RequestData'))).toEqual(
      new Set(['GET /api/me', 'GET /api/pairs/:pair', 'turn message']),
    );
    expect(new Set(namesOf('RemoteDependencyData'))).toEqual(
      new Set([
        'storage find lookups',
        'storage list people',
        'storage commit people',
        'storage commit lookups',
      ]),
    );
    const [me] = ingestion.envelopes().filter(({ data }) => data.baseData.name === 'GET /api/me');
    const under = ingestion
      .envelopes()
      .filter(({ tags }) => tags['ai.operation.id'] === me?.tags['ai.operation.id']);
    expect(under.length).toBeGreaterThan(2);
  });

  it('measures the rest, by words of closed lists', () => {
    const metrics = ingestion
      .envelopes()
      .flatMap(({ data: { baseData } }) =>
        (baseData.metrics ?? []).map(({ name }) => ({ name, ...baseData.properties })),
      );
    expect(metrics).toEqual(
      expect.arrayContaining([
        { name: 'turntable.requests', route: 'GET /api/me', status: '2xx' },
        { name: 'turntable.requests', route: 'quiet', status: '2xx' },
        { name: 'turntable.requests', route: 'other', status: '2xx' },
        { name: 'turntable.turns', kind: 'message', outcome: 'done' },
        { name: 'turntable.turns', kind: 'message', outcome: 'failed' },
        { name: 'turntable.storage', operation: 'find', outcome: 'done' },
        { name: 'turntable.storage', operation: 'receive', outcome: 'done' },
        { name: 'turntable.ready', service: 'tables' },
        { name: 'turntable.ready', service: 'queue' },
        { name: 'turntable.queueWaiting' },
        { name: 'turntable.queueLateS' },
        { name: 'turntable.dueLateS' },
      ]),
    );
  });

  it('writes the trace into the lines of its log that belong to it', () => {
    const [broken] = log.filter(({ msg }) => msg === 'a turn failed');
    const [turn] = ingestion
      .envelopes()
      .filter(({ data }) => data.baseData.name === 'turn message' && data.baseData.success === false);
    expect(broken?.trace).toMatch(/^[0-9a-f]{32}$/);
    expect(turn?.tags['ai.operation.id']).toBe(broken?.trace);
  });

  it('speaks to nobody else, also not of itself', () => {
    expect(new Set(hosts)).toEqual(new Set(['127.0.0.1']));
  });

  it('says nothing of people: no name, no address, no id, no token, no word', () => {
    const all = ingestion.bodies.join('\n');
    const { directoryId, userId, chatId, mail } = CLARA;
    const words = ['Clara', 'Exampleton', 'aisha', 'Bearer', 'concern', 'person-', WORDS];
    expect([directoryId, userId, chatId, mail, ...words].filter((trace) => all.includes(trace))).toEqual([]);
  });
});

describe('a server whose Application Insights', () => {
  it(
    'keeps it waiting answers people as ever, and stops without being let go',
    async () => {
      const ingestion = await startIngestion('hangs');
      const server = await aServer(outside, azurite.connectionString, ingestion.insights);
      expect(await read(server, '/api/me')).toBe(200);
      await vi.waitFor(() => expect(ingestion.held.size).toBeGreaterThan(0), 15_000);
      expect(await read(server, '/api/me')).toBe(200);
      expect(await say(server, 'help')).toBe(200);
      let held = 0;
      await server.stop(() => {
        held = ingestion.held.size;
      });
      expect(held).toBeGreaterThan(0);
      ingestion.stop();
    },
    STARTS_MS,
  );

  it(
    'is away answers people as ever, and stops',
    async () => {
      const nowhere = insightsAt(`http://127.0.0.1:${await freePort()}`);
      const server = await aServer(outside, azurite.connectionString, nowhere);
      expect(await read(server, '/api/me')).toBe(200);
      expect(await say(server, 'help')).toBe(200);
      await server.stop();
      expect(server.log().filter(({ level }) => Number(level) >= 50)).toEqual([]);
    },
    STARTS_MS,
  );
});

it(
  'loads nothing of it and writes no trace where none is set',
  async () => {
    const server = await aServer(outside, azurite.connectionString);
    expect(await read(server, '/api/me')).toBe(200);
    expect(await say(server, 'help')).toBe(200);
    const { loaded, hosts } = await server.stop();
    expect(loaded.filter((url) => url.endsWith('/bot/app.ts'))).toHaveLength(1);
    expect(
      loaded.filter((url) => /@opentelemetry|monitor-opentelemetry|bot\/telemetry\/(?!watch\.ts)/.test(url)),
    ).toEqual([]);
    expect(new Set(hosts)).toEqual(new Set(['127.0.0.1']));
    expect(server.log().filter((line) => 'trace' in line)).toEqual([]);
  },
  STARTS_MS,
);
