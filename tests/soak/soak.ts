import { setTimeout as sleep } from 'node:timers/promises';
import type { Me } from '#api/contract/me.ts';
import { each } from '#tests/e2e/lives.ts';
import { rowsOf } from './books.ts';
import { announce, match, prepare } from './champion.ts';
import { type Violation, violationsIn } from './consistency.ts';
import { hear } from './deeds.ts';
import { live } from './life.ts';
import { SoakWorld, type Tally } from './world.ts';

const DAY_MS = 86_400_000;
const TWO_MINUTES_MS = 120_000;
/** So often one after the other nothing is wrong: what comes too late, or twice, is seen as well. */
const CLEAN_LOOKS = 2;
/** So long a world may take to come to rest: what a killed worker had taken from the queue is hidden for a minute. */
const PATIENCE_MS = 100_000;
/** One of so many is erased at the end. */
const ONE_IN = 8;

export interface Soaking {
  people: number;
  seed: number;
  /** Days of the product's clock that are lived at least. */
  days: number;
  /** Goes on with further days until then, by the machine's clock. */
  untilMs?: number;
  /** How many kills there are at most, and how long after the last one the next may come. */
  kills?: number;
  betweenKillsMs: number;
  /** How often storage goes away at most, as far apart as kills. */
  outages?: number;
  say?(sentence: string): void;
}

export interface Soaked extends Tally {
  days: number;
  erased: number;
  messages: number;
  signatures: number;
  concerns: number;
  searches: number;
  panels: number;
  circles: number;
  announced: number;
  rows: number;
  violations: Violation[];
}

/** A crowd lives with two servers that are killed at random; then every table is checked. */
export async function soak(options: Soaking): Promise<Soaked> {
  const world = await SoakWorld.start(options);
  const reaper = new AbortController();
  try {
    const harming = harmAgainAndAgain(world, options, reaper.signal);
    const days = await liveDays(world, options);
    reaper.abort();
    await harming;
    return await settle(world, days);
  } finally {
    reaper.abort();
    await world.stop();
  }
}

/** Kills, and storage that goes away, one after the other. */
async function harmAgainAndAgain(world: SoakWorld, options: Soaking, signal: AbortSignal): Promise<void> {
  const { kills = Number.POSITIVE_INFINITY, outages = kills, betweenKillsMs } = options;
  const { tally, random } = world;
  while (!signal.aborted && (tally.kills < kills || tally.outages < outages)) {
    await sleep(betweenKillsMs * (0.5 + random.part()), undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return;
    if (tally.kills < kills && tally.kills <= tally.outages) await world.kill();
    else await world.loseStorage();
  }
}

async function liveDays(world: SoakWorld, { days, untilMs = 0, say }: Soaking): Promise<number> {
  const pairs = await prepare(world, 'pairs');
  const cohorts = { pairs, circles: await prepare(world, 'circles') };
  const all = Object.values(cohorts);
  let day = 0;
  for (; day < days || Date.now() < untilMs; day++) {
    await each(world.crowd, (one) => live(world, one, cohorts[one.meets]));
    if (day % 3 === 0) for (const cohort of all) await match(world, cohort);
    if (day % 3 === 1) for (const cohort of all) await announce(world, cohort, day);
    await hear(world);
    await each(world.crowd, (one) => live(world, one, cohorts[one.meets]));
    await world.advance(TWO_MINUTES_MS);
    await world.advance(DAY_MS - TWO_MINUTES_MS);
    say?.(`Day ${day + 1}: ${world.tally.requests} requests, ${world.tally.kills} kills.`);
  }
  await eraseSome(world);
  return day;
}

/** A server is killed while they are erased. */
async function eraseSome(world: SoakWorld): Promise<void> {
  const leaving = world.crowd.filter((_, n) => n % ONE_IN === ONE_IN - 1);
  const erasing = each(leaving, async (one) => {
    let person = '';
    await world.persist(`${one.name} looks`, async () => {
      person = (await world.person(one.key).ask<Me>('GET /api/me')).person;
    });
    await world.erase(one, person);
  });
  await Promise.all([erasing, world.kill()]);
}

/** Time passes until nothing is wrong, or nothing gets better any more. */
async function settle(world: SoakWorld, days: number): Promise<Soaked> {
  const untilMs = Date.now() + PATIENCE_MS;
  let clean = 0;
  for (;;) {
    await world.advance(TWO_MINUTES_MS);
    const books = await world.books();
    const violations = violationsIn(books);
    clean = violations.length === 0 ? clean + 1 : 0;
    if (clean < CLEAN_LOOKS && Date.now() < untilMs) {
      await sleep(500);
      continue;
    }
    const rows = Object.values(books.rows).reduce((sum, all) => sum + all.length, 0);
    const { tally, erased } = world;
    return {
      ...{ ...tally, days, erased: erased.length, messages: books.taken.length, rows, violations },
      concerns: rowsOf(books, 'concerns', 'concern').length,
      searches: rowsOf(books, 'people', 'search').length,
      panels: rowsOf(books, 'pairs', 'panel').length,
      circles: rowsOf(books, 'pairs', 'pair').filter(({ value }) => value.members.length > 2).length,
      signatures: rowsOf(books, 'pairs', 'signature').length,
      announced: rowsOf(books, 'cohorts', 'announcement').filter(({ value }) => value.state === 'sent')
        .length,
    };
  }
}
