import { beforeEach, describe, expect, it } from 'vitest';
import { presentPair } from '#api/routes/pairs.ts';
import { cardFor } from '#teams/cards/index.ts';
import { aPairWorld, introduceThem, PAIR, type PairWorld, words } from '#tests/bot/pairWorld.ts';
import { aDyingProcess, untilDeath } from '#tests/bot/usecases/cohorts/cohortStory.ts';
import { listPairCards } from '#usecases/pairs/cards.ts';
import { answerIntroduction } from '#usecases/pairs/introductions.ts';
import { getPair } from '#usecases/pairs/pairSpace.ts';

const READER = { locale: 'en', timeZone: 'Europe/London', teamsAppId: 'app', appId: 'bot', publicUrl: '' };
/** Five and ten working days after Monday, 23 November, for Clara in London and Aisha in Berlin. */
const ASKED = { clara: '2026-12-01T09:00:00.000Z', aisha: '2026-12-01T08:00:00.000Z' };
const ENDS = { clara: '2026-12-08T09:00:00.000Z', aisha: '2026-12-08T08:00:00.000Z' };

let world: PairWorld;
beforeEach(async () => {
  world = await aPairWorld();
  await introduceThem(world);
  await world.settle();
});

type Who = 'clara' | 'aisha';
const say = (who: Who, answer: 'yes' | 'meetFirst' | 'notThisTime', ctx = world.ctx) =>
  answerIntroduction(ctx, world[who], PAIR, answer);
const seenBy = async (who: Who) => presentPair(await getPair(world.ctx, world[who], PAIR, words), words);
const toldTo = (who: Who) => world.sentTo(world[who]).map(({ at, view }) => `${at} ${view.kind}`);

describe('meeting first', () => {
  it('is told to both at once in the same words, with the moment until which to decide', async () => {
    expect(await say('clara', 'yes')).toEqual({ state: 'waiting' });
    expect(await say('aisha', 'meetFirst')).toEqual({ state: 'firstChat' });
    await world.settle();
    const [hers, his] = (['clara', 'aisha'] as const).map((who) => {
      const { view } = world.sentTo(world[who]).at(-1) ?? {};
      if (view?.kind !== 'firstChat') throw new Error(`${who} was told ${view?.kind}`);
      expect(view.answerBy).toBe(ENDS.aisha);
      return JSON.stringify(cardFor({ ...view, partners: ['X'] }, words, READER));
    });
    expect(hers).toBe(his);
    expect(hers).toContain('Have a first chat and decide afterwards, by');
    expect(await seenBy('clara')).toMatchObject({
      ...{ state: 'introduced', isFirstChat: true, next: 'firstChat', myAnswer: 'yes' },
      partnerMails: ['aisha@turntable.example'],
    });
  });

  it('becomes a pair with the last yes', async () => {
    await say('clara', 'meetFirst');
    await say('aisha', 'meetFirst');
    await world.settle();
    expect(await say('aisha', 'yes')).toEqual({ state: 'waiting' });
    expect(await say('clara', 'yes')).toEqual({ state: 'paired' });
    await world.until('2027-01-31T09:00:00.000Z');
    const told = toldTo('clara').map((told) => told.slice(25));
    expect(told.filter((kind) => kind !== 'nudge')).toEqual(['introduction', 'firstChat', 'paired']);
    expect((await seenBy('aisha')).isFirstChat).toBe(false);
  });

  it('asks whoever has not decided, once, after five working days, and ends after ten', async () => {
    await say('clara', 'yes');
    await say('aisha', 'meetFirst');
    await world.until('2027-01-31T09:00:00.000Z');
    expect(toldTo('aisha').slice(2)).toEqual([`${ASKED.aisha} decide`, `${ENDS.aisha} introductionEnded`]);
    expect(toldTo('clara').slice(2)).toEqual([`${ENDS.clara} introductionEnded`]);
    expect(await listPairCards(world.ctx, world.clara)).toMatchObject([{ state: 'ended', next: 'none' }]);
  });

  it('begins once when both say so at the same moment', async () => {
    await Promise.all([say('clara', 'meetFirst'), say('aisha', 'meetFirst')]);
    await world.settle();
    expect(world.sent.filter(({ view }) => view.kind === 'firstChat')).toHaveLength(2);
  });

  it('is never left without an end by a server that dies', async () => {
    for (let writes = 0; ; writes++) {
      world = await aPairWorld();
      await introduceThem(world);
      await world.settle();
      await say('clara', 'yes');
      const dying = aDyingProcess(world.ctx, writes);
      await untilDeath(answerIntroduction(dying, world.aisha, PAIR, 'meetFirst'));
      await world.until('2027-01-31T09:00:00.000Z');
      const kinds = toldTo('clara').map((told) => told.slice(25));
      const begun = world.sentTo(world.aisha).some(({ view }) => view.kind === 'firstChat');
      expect(kinds, `dead at write ${writes}`).toEqual(
        begun ? ['introduction', 'firstChat', 'introductionEnded'] : ['introduction', 'introductionEnded'],
      );
      if (!dying.tables.hasCrashed) break;
    }
  });
});

describe('what Clara reads, whatever Aisha does', () => {
  type Way = [name: string, first: Parameters<typeof say>[1] | '', then: Parameters<typeof say>[1] | ''];
  const before: Way[] = [
    ['silence', '', ''],
    ['decline', 'notThisTime', ''],
    ['withdrawal', 'yes', 'notThisTime'],
    ['withdrawal of a first chat', 'meetFirst', 'notThisTime'],
  ];
  /** Every view, every notice and its hour, and the champion's rows, at every look over three weeks. */
  async function live(
    [, first, then]: Way,
    mine: 'yes' | 'meetFirst' | '',
    isAfter: boolean,
  ): Promise<string> {
    world = await aPairWorld();
    await introduceThem(world);
    await world.settle();
    const reads = async () => [
      await seenBy('clara'),
      await listPairCards(world.ctx, world.clara),
      world.ctx.tables.all('cohorts').map(({ key, value }) => [key, value]),
    ];
    if (isAfter && mine) await say('clara', mine);
    if (first) await say('aisha', first);
    await world.settle();
    world.ctx.clock.advance(3_600_000);
    if (then) await say('aisha', then);
    if (!isAfter && mine) await say('clara', mine);
    const looks: unknown[] = [];
    for (let hour = 6; hour < 24 * 21; hour += 6) {
      await world.until(new Date(Date.parse('2026-11-23T09:00:00Z') + hour * 3_600_000).toISOString());
      looks.push(await reads());
    }
    const told = world.sentTo(world.clara).map(({ at, job, view }) => [at, job, view]);
    return JSON.stringify([looks, told]).replaceAll(/"outbox_[^"]*"/g, '""');
  }

  it.each(['yes', 'meetFirst', ''] as const)(
    'is the same before a first chat, when she says: %s',
    async (mine) => {
      const lives: string[] = [];
      for (const way of before) lives.push(await live(way, mine, false));
      expect(new Set(lives).size).toBe(1);
    },
  );

  it.each(['yes', 'meetFirst'] as const)(
    'is the same after one was agreed on, when she said: %s',
    async (mine) => {
      const silent = await live(['silence', 'meetFirst', ''], mine, true);
      const withdrawn = await live(['withdrawal', 'meetFirst', 'notThisTime'], mine, true);
      expect(withdrawn).toBe(silent);
      if (mine === 'meetFirst') {
        expect(await live(['yes, then withdrawal', 'yes', 'notThisTime'], mine, true)).toBe(silent);
        expect(await live(['yes, then silence', 'yes', ''], mine, true)).toBe(silent);
      }
    },
  );
});
