import { describe, expect, it } from 'vitest';
import { presentPair } from '#api/routes/pairs.ts';
import { searchRoutes } from '#api/routes/searches.ts';
import { asId, type PairId } from '#domain/basics/ids.ts';
import { cardFor } from '#teams/cards/index.ts';
import { callRoute } from '#tests/bot/api/routes/calling.ts';
import { words } from '#tests/bot/pairWorld.ts';
import { aSearchWorld, championRows, type SearchWorld } from '#tests/bot/searchWorld.ts';
import { listPairCards } from '#usecases/pairs/cards.ts';
import { answerIntroduction } from '#usecases/pairs/introductions.ts';
import { getPair } from '#usecases/pairs/pairSpace.ts';
import { askInTurn, listSearches, startSearch } from '#usecases/searches/searches.ts';

const READER = { locale: 'en', timeZone: 'Europe/London', teamsAppId: 'app', appId: 'bot', publicUrl: '' };
type Way = (world: SearchWorld, pair: PairId) => Promise<unknown>;

/** The ways in which a mentor does not come about: each as seen from the moment when Clara asked. */
const BEFORE: Record<string, Way> = {
  silence: async () => undefined,
  decline: ({ ctx, aisha }, pair) => answerIntroduction(ctx, aisha, pair, 'notThisTime'),
};
const DURING: Record<string, Way> = {
  'silence after meeting first': ({ ctx, aisha }, pair) => answerIntroduction(ctx, aisha, pair, 'meetFirst'),
  'decline after meeting first': async ({ ctx, aisha, settle }, pair) => {
    await answerIntroduction(ctx, aisha, pair, 'meetFirst');
    await settle();
    ctx.clock.advance(3_600_000);
    await answerIntroduction(ctx, aisha, pair, 'notThisTime');
  },
};

const views = searchRoutes.find(({ name }) => name === 'searches');

/** Everything Clara can read now, through API and cards. */
async function readByClara({ ctx, clara, at }: SearchWorld, pair: PairId) {
  const actor = { person: clara, directoryId: '', roles: [], locale: 'en', timeZone: 'UTC' };
  const answer = await callRoute(views, { ctx, actor });
  const seen = presentPair(await getPair(ctx, clara, pair, words), words);
  return { answer, seen, home: await listPairCards(ctx, clara), at };
}

/** What Clara reads at every look, what she is told and when, and all that a champion's rows hold. */
async function live(way: Way, zone: string): Promise<string> {
  const world = await aSearchWorld({ clara: zone });
  const { ctx, at, aisha, clara } = world;
  await startSearch(ctx, at);
  const asked = await askInTurn(ctx, at, { first: aisha, others: true });
  const pair = asId<PairId>(asked.pair ?? '');
  await world.settle();
  await way(world, pair);
  await world.settle();
  const looks: unknown[] = [];
  for (const day of [24, 25, 26, 27, 30, 31, 32, 33, 36, 37, 38, 39, 40, 44, 45, 46, 47]) {
    for (const time of ['T02:00', 'T08:30', 'T09:30', 'T14:30', 'T21:00']) {
      const date = new Date(Date.UTC(2026, 10, day)).toISOString().slice(0, 10);
      await world.until(`${date}${time}:00.000Z`);
      looks.push([date, time, await readByClara(world, pair), championRows(world)]);
    }
  }
  const told = world
    .sentTo(clara)
    .map(({ at: when, job, view }) => [when, job, JSON.stringify(cardFor(view, words, READER))]);
  return JSON.stringify([looks, told]).replaceAll(/outbox-\d+|search-\d+/g, '…');
}

describe.each(['Europe/London', 'America/New_York', 'Asia/Tokyo'])(
  'to an executive in %s and a champion',
  (zone) => {
    it.each([BEFORE, DURING])(
      'a mentor’s no and her silence read the same at every hour: %#',
      async (ways) => {
        const lives = await Promise.all(Object.values(ways).map((way) => live(way, zone)));
        expect(lives[0]?.length).toBeGreaterThan(10_000);
        expect(lives[1]).toBe(lives[0]);
      },
    );
  },
);

describe('a list of three', () => {
  it('shows first names and what is shared, and nothing of it stands where a champion reads', async () => {
    const world = await aSearchWorld();
    await startSearch(world.ctx, world.at);
    const [seen] = await listSearches(world.ctx, world.clara);
    expect(JSON.stringify(seen)).not.toMatch(/Specimen|turntable\.example/);
    expect(championRows(world)).not.toMatch(/search/);
  });
});
