import { beforeEach, describe, expect, it } from 'vitest';
import { asId, type ExchangeId, type PersonId } from '#domain/basics/ids.ts';
import { aPaired, aSigned, PAIR, type PairWorld, rowsOf } from '#tests/bot/pairWorld.ts';
import { addExchange, getExchanges, takeBackExchange } from '#usecases/exchanges/exchanges.ts';
import { listOwnWords } from '#usecases/exchanges/ownWords.ts';
import { getTimeline } from '#usecases/exchanges/timeline.ts';
import { giveFeedback } from '#usecases/meetings/feedback.ts';
import { tellMeeting } from '#usecases/meetings/offScreen.ts';
import { endPair } from '#usecases/pairs/ending.ts';

let world: PairWorld;
beforeEach(async () => {
  world = await aSigned();
});

const help = (by: PersonId, to: PersonId, text = 'Her slides') =>
  addExchange(world.ctx, by, PAIR, { by, to, kind: 'skill', text });
async function meetThreeTimes() {
  world.ctx.clock.set('2026-11-26T09:00:00.000Z');
  for (const day of ['2026-11-23', '2026-11-24', '2026-11-25'])
    await tellMeeting(world.ctx, world.clara, PAIR, { day: asId(day), way: 'walk' });
}

describe('helps', () => {
  it('are noted by either, seen by both, and taken back by their writer alone', async () => {
    const { clara, aisha, ctx } = world;
    const { exchange } = await help(clara, aisha);
    ctx.clock.advance(1_000);
    await addExchange(ctx, clara, PAIR, { by: aisha, to: clara, kind: 'introduction', text: 'Ines' });
    const seen = (await getExchanges(ctx, aisha, PAIR)).helps;
    expect(seen.map(({ by, text }) => [by, text])).toEqual([
      [aisha, 'Ines'],
      [clara, 'Her slides'],
    ]);
    const takeBack = (who: PersonId) => takeBackExchange(ctx, who, PAIR, exchange.exchange);
    await expect(takeBack(aisha)).rejects.toMatchObject({ word: 'pair:exchange.notYours' });
    await takeBack(clara);
    await expect(takeBack(clara)).rejects.toMatchObject({ word: 'pair:exchange.missing' });
    expect((await rowsOf(world)).list('exchange')).toHaveLength(1);
  });

  it('wait for the agreement, are nobody else’s, and end with the pair', async () => {
    const { clara, aisha, diego, ctx } = world;
    await expect(help(diego, clara)).rejects.toMatchObject({ kind: 'missing' });
    await expect(getTimeline(ctx, diego, PAIR, 9)).rejects.toMatchObject({ kind: 'missing' });
    await help(clara, aisha);
    await endPair(ctx, aisha, PAIR);
    await expect(help(clara, aisha)).rejects.toMatchObject({ kind: 'gone' });
    expect(await listOwnWords(ctx, clara, PAIR)).toMatchObject([{ kind: 'help', text: 'Her slides' }]);
    expect(await listOwnWords(ctx, aisha, PAIR)).toEqual([]);
    world = await aPaired();
    await expect(help(world.clara, world.aisha)).rejects.toMatchObject({ word: 'pair:agreement.needed' });
    await expect(getExchanges(world.ctx, world.clara, PAIR)).rejects.toMatchObject({ kind: 'conflict' });
  });

  it('lean after the third meeting, with ideas from what the two share', async () => {
    const { clara, aisha, ctx } = world;
    await help(aisha, clara, 'one');
    await help(aisha, clara, 'two');
    expect((await getExchanges(ctx, clara, PAIR)).balance).toEqual({ state: 'tooSoon' });
    await meetThreeTimes();
    for (const [reader, partner] of [
      [clara, aisha],
      [aisha, clara],
    ] as const) {
      const { balance, ideas } = await getExchanges(ctx, reader, PAIR);
      expect(balance).toEqual({ state: 'leans', partner, giver: aisha, isClear: false });
      expect(ideas).toEqual([
        { kind: 'skill', topic: 'budgeting' },
        { kind: 'introduction' },
        { kind: 'project' },
      ]);
    }
  });

  it('show a doubt after meetings to whoever had it, and to nobody else', async () => {
    const { clara, aisha, ctx } = world;
    await meetThreeTimes();
    const occurrences = (await rowsOf(world)).list('meeting').map(({ value }) => value.occurrence);
    for (const occurrence of occurrences)
      await giveFeedback(
        ctx,
        clara,
        { pair: PAIR, occurrence, from: 'tab' },
        { worthTheHour: 4, balanced: 'no' },
      );
    expect((await getExchanges(ctx, clara, PAIR)).balance).toEqual({ state: 'felt' });
    expect((await getExchanges(ctx, aisha, PAIR)).balance).toEqual({ state: 'level' });
  });

  it('come page by page in the timeline', async () => {
    const { clara, aisha, ctx } = world;
    for (let n = 0; n < 5; n++) {
      ctx.clock.advance(1_000);
      await help(clara, aisha, `Help ${n}`);
    }
    const few = await getTimeline(ctx, aisha, PAIR, 2);
    expect(few).toMatchObject({ hasMore: true, moments: [{ exchange: { text: 'Help 4' } }, {}] });
    const all = await getTimeline(ctx, aisha, PAIR, 100);
    expect(all).toMatchObject({ hasMore: false });
    expect(all.moments.map(({ kind }) => kind)).toEqual([...Array(5).fill('exchange'), 'signature']);
  });

  it('that are not there are told so', async () => {
    await expect(
      takeBackExchange(world.ctx, world.clara, PAIR, asId<ExchangeId>('none')),
    ).rejects.toMatchObject({ word: 'pair:exchange.missing' });
  });
});
