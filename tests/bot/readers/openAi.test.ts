import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { hearByNames } from '#domain/hearing/byNames.ts';
import { TOPICS } from '#domain/hearing/topics/topics.ts';
import { type OpenAiOptions, readWithOpenAi } from '#readers/openAi.ts';
import { SilentLog } from '#tests/fakes/log.ts';

interface Call {
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
}
type Answers = (response: ServerResponse) => unknown;

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** A deployment on this machine, which answers one call after the other, the last again and again. */
async function aDeployment(answers: Answers[], over: Partial<OpenAiOptions> = {}) {
  const calls: Call[] = [];
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      calls.push({ url: request.url ?? '', headers: request.headers, body });
      answers[Math.min(calls.length, answers.length) - 1]?.(response);
    });
  }).listen(0, '127.0.0.1');
  await new Promise((go) => server?.once('listening', go));
  const log = new SilentLog();
  const read = readWithOpenAi({
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    deployment: 'topics',
    key: 'the key',
    tokenOf: async () => 'a token',
    catalogue: TOPICS.map(({ id }) => ({ id, label: id })),
    builtIn: async (text, asked) => hearByNames(text, asked),
    log,
    ...over,
  });
  return { read: (text: string) => read(text, 'wants'), calls, log };
}

const status =
  (code: number, headers: Record<string, string> = {}): Answers =>
  (response) =>
    response.writeHead(code, headers).end('{"error":{}}');
const raw =
  (body: string): Answers =>
  (response) =>
    response.writeHead(200).end(body);
const says = (content: string): Answers => raw(JSON.stringify({ choices: [{ message: { content } }] }));
const topics = (...all: [id: string, span: string, sure: number][]): Answers =>
  says(JSON.stringify({ topics: all.map(([id, span, sure]) => ({ id, span, sure })) }));

const AROUND = 'My knees shake and my voice goes as soon as forty faces look at me';
const byNames = (text: string) => hearByNames(text, 'wants');
const ids = (list: readonly { topic: string }[]): string[] => list.map(({ topic }) => topic);

describe('an organisation’s own deployment', () => {
  it('offers what it says and nobody named', async () => {
    const { read, calls } = await aDeployment([topics(['publicSpeaking', 'my voice goes', 0.95])]);
    const { noted, offered } = await read(AROUND);
    expect([ids(noted), ids(offered)[0]]).toEqual([[], 'publicSpeaking']);
    expect(calls[0]?.url).toMatch(/^\/openai\/deployments\/topics\/chat\/completions\?api-version=/);
    expect(calls[0]?.headers['api-key']).toBe('the key');
    const sent = JSON.parse(calls[0]?.body ?? '') as { messages: { content: string }[] };
    expect(sent.messages.map(({ content }) => content).join('\n')).toContain(AROUND);
    expect(sent.messages[0]?.content).toContain('publicSpeaking');
  });

  it('asks with a token of the managed identity where there is no key', async () => {
    const { read, calls } = await aDeployment([topics()], { key: '' });
    await read(AROUND);
    expect(calls[0]?.headers).toMatchObject({ authorization: 'Bearer a token' });
    expect(calls[0]?.headers['api-key']).toBeUndefined();
  });

  it.each<[what: string, answer: Answers]>([
    ['a topic that nobody has', topics(['witchcraft', 'my voice goes', 0.9])],
    ['words that nobody wrote', topics(['publicSpeaking', 'stage fright', 0.9])],
    ['no words', topics(['publicSpeaking', ' ', 0.9])],
    ['more than sure', topics(['publicSpeaking', 'my voice goes', 7])],
    ['no JSON', says('Sure! The topic is public speaking.')],
    ['another shape', says('{"topics":[{"id":4}]}')],
    ['nothing of a completion', raw('<html>')],
    ['too much', raw(JSON.stringify({ choices: [{ message: { content: 'x'.repeat(30_000) } }] }))],
    ['a filter of contents', status(400)],
  ])('is not believed: %s', async (_, answer) => {
    const { read, calls } = await aDeployment([answer]);
    expect(await read(AROUND)).toEqual(byNames(AROUND));
    expect(calls).toHaveLength(1);
  });

  it.each<[what: string, answer: Answers]>([
    ['is asked too often', status(429, { 'retry-after': '30' })],
    ['is broken', status(500)],
    ['is not there', status(404)],
    ['leads elsewhere', status(302, { location: 'http://127.0.0.1:1/' })],
    ['hangs up', (response) => response.destroy()],
  ])('is left alone for a while when it %s', async (_, answer) => {
    const { read, calls, log } = await aDeployment([
      answer,
      topics(['publicSpeaking', 'my voice goes', 0.9]),
    ]);
    expect(await read(AROUND)).toEqual(byNames(AROUND));
    expect(await read(AROUND)).toEqual(byNames(AROUND));
    expect([calls.length, log.warnings.length]).toEqual([1, 1]);
    expect(JSON.stringify(log.warnings)).not.toContain('knees');
  });

  it('has two seconds', async () => {
    const late: Answers = async (response) => {
      await wait(4_000);
      topics(['publicSpeaking', 'my voice goes', 0.9])(response);
    };
    const { read, log } = await aDeployment([late]);
    expect(await read(AROUND)).toEqual(byNames(AROUND));
    expect(log.warnings).toHaveLength(1);
  });

  it('has two seconds for its token as well', async () => {
    const { read, calls } = await aDeployment([topics()], {
      key: '',
      tokenOf: () => new Promise(() => undefined),
    });
    expect(await read(AROUND)).toEqual(byNames(AROUND));
    expect(calls).toEqual([]);
  });

  it('has what it is sure of noted where the name was read here too', async () => {
    const text = 'Is cooking something one can learn here?';
    const [doubtful] = byNames(text).offered;
    expect(doubtful).toMatchObject({ topic: 'cooking', written: 'cooking' });
    const { read } = await aDeployment([
      topics(['cooking', 'cooking', 0.9]),
      topics(['cooking', 'cooking', 0.7]),
    ]);
    expect(ids((await read(text)).noted)).toEqual(['cooking']);
    expect(await read(text)).toMatchObject({ noted: [], offered: [{ topic: 'cooking' }] });
  });

  it('takes nothing back, and turns no denial round', async () => {
    const text = 'Not SAP but Excel';
    const { read } = await aDeployment([topics(['sap', 'SAP', 1])]);
    const heard = await read(text);
    expect([ids(heard.noted), ids(heard.denied), ids(heard.offered)]).toEqual([['excel'], ['sap'], []]);
  });

  it('offers four topics at most, the surest first', async () => {
    const all = TOPICS.slice(0, 9).map(({ id }, n): [string, string, number] => [id, 'knees', 0.5 + n / 100]);
    const { read } = await aDeployment([topics(...all)]);
    expect(ids((await read(AROUND)).offered)).toEqual(
      TOPICS.slice(5, 9)
        .reverse()
        .map(({ id }) => id),
    );
  });

  it.each(['hi', 'stop', 'thanks', '', 'I feel awful, I cannot go on like this', 'please not my boss Anna'])(
    'is never sent %j',
    async (text) => {
      const { read, calls } = await aDeployment([topics()]);
      expect(await read(text)).toEqual(byNames(text));
      expect(calls).toEqual([]);
    },
  );
});
