import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { counted } from '#tests/fakes/counting.ts';
import { inMs, x } from './house/compare.ts';
import { type Outside, openHouse, startOutside, tabToken } from './house/server.ts';
import { aStage, type Stage, startStorage } from './house/storage.ts';
import { sayVerdicts, type Verdict } from './house/verdicts.ts';
import { aWorld, type Open } from './house/world.ts';
import { busy, median, mostly, say } from './measure.ts';

const PAIRS = 1_000;
const HOMES = 120;
const PRESSES = 100;
/** So many of those who press have 300 rows behind them. */
const YEARS = 20;
/** Between two presses somewhere: each pair moves on about once a minute. */
const PRESS_EVERY_MS = 60;
/** The waiting begin as people come into meetings, not all at once. */
const COMING_MS = 20_000;
const SEEN_ON_ONE_MS = 300;
const SEEN_ON_TWO_MS = 1_500;

/** `npm run bench -- panel`: two people of each of 1,000 pairs wait for their panel to move. */
export async function benchPanel(): Promise<void> {
  say(`2 × ${PAIRS} waiting panels (${busy()}).`);
  const azurite = await startStorage();
  const outside = await startOutside();
  try {
    const { serviceUrl } = outside.channel;
    const size = {
      people: 12,
      each: 1,
      pairs: PAIRS - 1,
      years: YEARS,
      serviceUrl,
      start: new Date().toISOString(),
    };
    const stage = await aStage(azurite, await aWorld(size), 'panel');
    say(`Everybody is there (${busy()}).`);
    const verdicts: Verdict[] = [];
    for (const servers of [1, 2]) verdicts.push(...(await onServers(stage, outside, servers)));
    sayVerdicts(verdicts);
  } finally {
    outside.stop();
    await azurite.stop();
  }
  say(`(${busy()})`);
}

/** Everybody waits; somebody else's home is timed before and meanwhile, and how soon a press is seen. */
async function onServers(stage: Stage, outside: Outside, servers: number): Promise<Verdict[]> {
  const contexts = Array.from({ length: servers }, () => counted({ ...stage.ctx }));
  const houses = await Promise.all(contexts.map(({ ctx }) => openHouse(ctx, outside)));
  const [first, last] = [houses[0] as FastifyInstance, houses.at(-1) as FastifyInstance];
  const home = () => timeHomes(first, stage, outside);
  await home();
  const alone = await home();
  const crowd = new Crowd(outside);
  await crowd.come(stage.world.open, first, last);
  for (const { log } of contexts) log.forget();
  const startedMs = performance.now();
  const pressing = crowd.press(stage.world.open, first);
  const together = await home();
  const seen = await pressing;
  const seconds = (performance.now() - startedMs) / 1000;
  const calls = contexts.reduce((sum, { log }) => sum + log.tables, 0) / seconds;
  await crowd.leave();
  await Promise.all(houses.map((house) => house.close()));
  const years = seen.slice(0, YEARS);
  const ratio = median(together) / median(alone);
  const most = servers === 1 ? SEEN_ON_ONE_MS : SEEN_ON_TWO_MS;
  const on = servers === 1 ? 'on one server' : 'on two servers';
  say(
    `${on}: home alone ${inMs(median(alone))}, among them ${inMs(median(together))} (p95 ${inMs(mostly(together))}); ` +
      `a press seen after ${inMs(median(seen))} (p95 ${inMs(mostly(seen))}; after a full year ${inMs(median(years))}, p95 ${inMs(mostly(years))}); ${calls.toFixed(0)} calls of tables a second`,
  );
  return [
    { name: `Home among them, ${on}:`, wanted: '≤ 2 ×', measured: x(ratio), isMet: ratio <= 2 },
    {
      ...{ name: `Seen by the partner, ${on}:`, wanted: `p95 ≤ ${most} ms` },
      ...{ measured: inMs(mostly(seen)), isMet: mostly(seen) <= most },
    },
    {
      ...{ name: `Seen by the partner after a full year, ${on}:`, wanted: `p95 ≤ ${most} ms` },
      ...{ measured: inMs(mostly(years)), isMet: mostly(years) <= most },
    },
  ];
}

async function timeHomes(house: FastifyInstance, stage: Stage, outside: Outside): Promise<number[]> {
  const authorization = await tabToken(outside, stage.world.homes.year);
  const took: number[] = [];
  for (let n = 0; n < HOMES; n++) {
    const startedMs = performance.now();
    const answer = await house.inject({ url: '/api/me', headers: { authorization } });
    if (answer.statusCode !== 200) throw new Error(`/api/me: ${answer.statusCode} ${answer.body}`);
    took.push(performance.now() - startedMs);
    await wait(50);
  }
  return took;
}

/** Tabs that wait: each asks anew as soon as it is answered, as the panel does. */
class Crowd {
  readonly #outside: Outside;
  readonly #panels = new Map<string, { etag: string; seen?(): void }>();
  #isHere = true;
  #waiting: Promise<void>[] = [];

  constructor(outside: Outside) {
    this.#outside = outside;
  }

  async come(open: readonly Open[], executives: FastifyInstance, mentors: FastifyInstance): Promise<void> {
    for (const one of open) {
      const { executive, mentor } = one;
      for (const [who, house] of [
        [executive, executives],
        [mentor, mentors],
      ] as const) {
        const authorization = await tabToken(this.#outside, who);
        this.#waiting.push(this.#wait(one, `${one.pair} ${who.id}`, house, authorization));
      }
      await wait(COMING_MS / open.length);
    }
    await wait(3_000);
  }

  async #wait(open: Open, key: string, house: FastifyInstance, authorization: string): Promise<void> {
    const panel: { etag: string; seen?(): void } = { etag: '' };
    this.#panels.set(key, panel);
    while (this.#isHere) {
      const url = `/api/pairs/${open.pair}/panel?occurrence=${open.occurrence}&after=${panel.etag}`;
      const startedMs = performance.now();
      const answer = await house.inject({ url, headers: { authorization } });
      if (answer.statusCode >= 300) throw new Error(`${url}: ${answer.statusCode} ${answer.body}`);
      const etag = answer.statusCode === 204 ? panel.etag : answer.json<{ etag: string }>().etag;
      if (etag !== panel.etag) panel.seen?.();
      else if (performance.now() - startedMs < 1_000) await wait(1_000);
      panel.etag = etag;
    }
  }

  /** Executives of some pairs press; how long until each mentor has the new view, in ms. */
  async press(open: readonly Open[], house: FastifyInstance): Promise<number[]> {
    const took: Promise<number>[] = [];
    for (const { executive, mentor, pair, occurrence } of open.slice(0, PRESSES)) {
      const panel = this.#panels.get(`${pair} ${mentor.id}`);
      if (!panel) throw new Error(`nobody waits for ${pair}`);
      const authorization = await tabToken(this.#outside, executive);
      const startedMs = performance.now();
      took.push(
        new Promise((seen) => {
          panel.seen = () => seen(performance.now() - startedMs);
        }),
      );
      const answer = await house.inject({
        ...{ method: 'POST', url: `/api/pairs/${pair}/panel?occurrence=${occurrence}` },
        headers: { authorization, 'if-match': `"${panel.etag}"` },
        payload: { move: 'another' },
      });
      if (answer.statusCode !== 200) throw new Error(`press: ${answer.statusCode} ${answer.body}`);
      await wait(PRESS_EVERY_MS);
    }
    return Promise.all(took);
  }

  /** Whoever waits has the answer within its 25 seconds. */
  async leave(): Promise<void> {
    this.#isHere = false;
    await Promise.all(this.#waiting);
  }
}
