import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aMessage, aPress } from '#tests/bench/house/connector.ts';
import type { Somebody } from '#tests/bench/house/people.ts';
import { type Outside, openHouse, startOutside, tabToken } from '#tests/bench/house/server.ts';
import { aWorld, FEEDBACK, GOAL, type Open, type World } from '#tests/bench/house/world.ts';
import { type CallLog, counted } from '#tests/fakes/counting.ts';
import { etagOf, showPanel, watchPanel } from '#usecases/meetings/panel.ts';
import type { Context } from '#usecases/story/context.ts';
import { readingOnce } from '#usecases/story/readOnce.ts';

/** How often storage is asked: a partition is a truth, and one request opens it once. */
let outside: Outside;
let world: World;
let ctx: Context;
let log: CallLog;
let server: FastifyInstance;
let pair: Open;

beforeAll(async () => {
  outside = await startOutside();
});
afterAll(() => outside.stop());
beforeEach(async () => {
  world = await aWorld({ people: 12, each: 1, serviceUrl: outside.channel.serviceUrl });
  ({ ctx, log } = counted(world.ctx));
  server = await openHouse(ctx, outside);
  [pair = pair] = world.open;
  return () => server.close();
});

const expectCalls = (most: number, queued = 0): void => {
  expect(log.tables, `at most ${most} calls of tables, these were made:\n${log}\n`).toBeLessThanOrEqual(most);
  expect(log.count('send'), `${queued} sent to the queue:\n${log}\n`).toBe(queued);
  expect(log.count('receive')).toBe(0);
  expect(world.ctx.log.errors).toEqual([]);
};

async function ask(by: Somebody, method: 'GET' | 'POST' | 'PUT', url: string, payload?: object, etag = '') {
  const authorization = await tabToken(outside, by);
  const headers = { authorization, ...(etag && { 'if-match': `"${etag}"` }) };
  log.forget();
  const answer = await server.inject({ method, url, headers, ...(payload && { payload }) });
  expect(answer.statusCode, answer.body).toBeLessThan(300);
  return answer.json();
}

async function deliver(payload: object): Promise<object | undefined> {
  log.forget();
  const headers = { authorization: outside.channel.token };
  const answer = await server.inject({ method: 'POST', url: '/api/messages', headers, payload });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.body ? answer.json() : undefined;
}

describe('home asks storage twice and once per pair', () => {
  it.each([
    ['nothing', 2, 0],
    ['one', 3, 1],
    ['three', 4, 2],
  ] as const)('with %s: %i calls', async (who, most, pairs) => {
    const me = await ask(world.homes[who], 'GET', '/api/me');
    expect(me.pairs).toHaveLength(pairs);
    expectCalls(most);
  });
});

it('planning asks for the pair and each of its people once', async () => {
  const { times } = await ask(pair.executive, 'GET', `/api/pairs/${pair.pair}/planning`);
  expect(times).toHaveLength(3);
  expectCalls(4);
});

it('the faces of a pair ask for the pair and one row of each of its people', async () => {
  const { partners } = await ask(pair.executive, 'GET', `/api/pairs/${pair.pair}/photos`);
  expect(partners).toEqual(['']);
  expectCalls(5);
});

describe('a chat turn', () => {
  it('"help" takes at most 6 calls', async () => {
    const before = outside.channel.sent;
    await deliver(aMessage(outside.channel, pair.executive, { text: 'help' }));
    expect(outside.channel.sent - before).toBe(1);
    expectCalls(6);
  });

  it('an answer in the enrolment conversation takes at most 6', async () => {
    const [talker = pair.executive] = world.talking;
    const before = outside.channel.sent;
    await deliver(aMessage(outside.channel, talker, { text: 'generative AI, and how TikTok works' }));
    expect(outside.channel.sent - before).toBe(1);
    expectCalls(6);
  });

  it('a pressed feedback button takes at most 8, queue included', async () => {
    const data = { ...FEEDBACK, pair: pair.pair, occurrence: pair.occurrence };
    const answer = await deliver(aPress(outside.channel, pair.executive, 'feedback.give', data));
    expect(answer).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' });
    expectCalls(8);
  });
});

describe('saving a goal takes at most 4 calls', () => {
  it('a new one', async () => {
    await ask(pair.executive, 'POST', `/api/pairs/${pair.pair}/goals`, GOAL);
    expectCalls(4);
  });

  it('a reworded one', async () => {
    const wording = { ...GOAL, confidence: 4 };
    await ask(pair.executive, 'PUT', `/api/pairs/${pair.pair}/goals/${pair.goal}`, wording, '1');
    expectCalls(4);
  });
});

describe('what lies beside the question', () => {
  const at = () => `/api/pairs/${pair.pair}`;

  it.each([
    ['for oneself', false, 4],
    ['for all, who wait at their panels', true, 5],
  ])('a jotting %s takes few calls', async (_, shared, most) => {
    await showPanel(ctx, pair.executive.id, pair.pair, pair.occurrence);
    const url = `${at()}/meetings/${pair.occurrence}/jottings`;
    await ask(pair.executive, 'POST', url, { text: 'Ask for the draft', shared });
    expectCalls(most);
  });

  it('a curiosity takes at most 5, and is read with 3', async () => {
    await showPanel(ctx, pair.executive.id, pair.pair, pair.occurrence);
    await ask(pair.executive, 'PUT', `${at()}/curiosity`, { text: 'What do you skip?', shared: true });
    expectCalls(5);
    await ask(pair.executive, 'GET', `${at()}/curiosity`);
    expectCalls(3);
  });

  it.each(['closing', 'jottings'])('%s is read with at most 3', async (part) => {
    await ask(pair.executive, 'GET', `${at()}/${part}`);
    expectCalls(3);
  });
});

describe('give and take', () => {
  const at = (part: string) => `/api/pairs/${pair.pair}/${part}`;
  const keep = (text: string, shared = true) =>
    ask(pair.executive, 'POST', at('learnings'), { kind: 'ripple', text, shared });

  it('a note of a help, and something learned for oneself, take at most 3 calls', async () => {
    const help = { partner: pair.mentor.id, iHelped: true, kind: 'story' };
    await ask(pair.executive, 'POST', at('exchanges'), help);
    expectCalls(3);
    await keep('I talk less', false);
    expectCalls(3);
  });

  it('a ripple for both, and its change, take one more to be counted', async () => {
    const { learning } = await keep('They ask first now');
    expectCalls(4);
    const words = { kind: 'ripple', text: 'All ask first now', shared: true };
    await ask(pair.executive, 'PUT', at(`learnings/${learning}`), words, '1');
    expectCalls(4);
  });

  it('the timeline and the scales take 3 calls each, one more where it leans', async () => {
    await ask(pair.executive, 'GET', at('timeline'));
    expectCalls(3);
    await ask(pair.executive, 'GET', at('exchanges'));
    expectCalls(3);
    const { value } = (await ctx.tables.find('pairs', pair.pair, `meeting_${pair.occurrence}`)) ?? {};
    await ctx.tables.commit(
      'pairs',
      pair.pair,
      ['a', 'b'].map((occurrence) => ({
        ...{ op: 'create' as const, key: `meeting_${occurrence}` },
        value: { ...value, occurrence },
      })),
    );
    for (const text of ['one', 'two'])
      await ask(pair.executive, 'POST', at('exchanges'), {
        ...{ partner: pair.mentor.id, iHelped: true, kind: 'skill', text },
      });
    const { ideas } = await ask(pair.executive, 'GET', at('exchanges'));
    expect(ideas).toHaveLength(3);
    expectCalls(4);
  });
});

describe('a pair', () => {
  it.each(['yes', 'meetFirst', 'notThisTime'])(
    'takes an answer to its introduction with at most 4 calls: %s',
    async (answer) => {
      const [{ executive, pair }] = world.introduced as [World['introduced'][number]];
      await ask(executive, 'POST', `/api/pairs/${pair}/answer`, { answer });
      expectCalls(4);
    },
  );

  it('that waits in the panel is asked once per look, however many wait there', async () => {
    const { panel } = await showPanel(ctx, pair.executive.id, pair.pair, pair.occurrence);
    const leaving = new AbortController();
    const asked = { occurrence: pair.occurrence, after: etagOf(panel), signal: leaving.signal };
    const waiting = [1, 2, 3].map(() => watchPanel(readingOnce(ctx), pair.executive.id, pair.pair, asked));
    await expect.poll(() => log.count('list')).toBeGreaterThanOrEqual(3);
    await new Promise((settled) => setTimeout(settled, 20));
    await ctx.changes.look();
    log.forget();
    for (let looks = 0; looks < 10; looks++) await ctx.changes.look();
    leaving.abort();
    await Promise.all(waiting);
    expect(log.tables, `one call per look, these were made:\n${log}\n`).toBe(10);
  });
});
