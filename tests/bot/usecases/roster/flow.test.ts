import { expect, it } from 'vitest';
import { asId } from '#domain/basics/ids.ts';
import { anInsightWorld } from '#tests/bot/usecases/insights/insightWorld.ts';
import { getFlow } from '#usecases/roster/flow.ts';
import { readingOnce } from '#usecases/story/readOnce.ts';

const signed = (month: string) => ({ kind: 'signed', role: 'executive', month }) as const;

it('is exact as far as champions administer it, and says nothing of signing and meeting before it is published', async () => {
  const { ctx, cohort, person } = await anInsightWorld(8);
  const flow = await getFlow(readingOnce(ctx), { cohort, person });
  expect(flow).toMatchObject({
    invited: 16,
    joined: 16,
    introduced: 16,
    paired: 16,
    unanswered: 0,
    fresh: 0,
  });
  expect(flow.alone).toEqual({ count: 0, first: [] });
  expect(flow.taken).toEqual({ signed: undefined, met: undefined });
});

it('keeps what was published of signing and meeting until it is published anew', async () => {
  const world = await anInsightWorld(20);
  const { ctx, cohort, person, executives } = world;
  const taken = async () => (await getFlow(readingOnce(ctx), { cohort, person })).taken.signed;
  for (const one of executives.slice(0, 3)) await world.measure(one, `signed-${one}`, signed('2026-11'));
  await world.publishOn('2026-11-30');
  expect(await taken()).toMatchObject({ shown: { reads: 'few', count: 0 }, gap: { reads: 'most' } });
  for (const one of executives.slice(3, 10)) await world.measure(one, `signed-${one}`, signed('2026-12'));
  expect(await taken()).toMatchObject({ shown: { reads: 'few', count: 0 } });
  await world.publishOn('2026-12-07');
  expect(await taken()).toMatchObject({
    shown: { reads: 'some', count: 10, of: 20 },
    gap: { reads: 'some', count: 10 },
  });
});

it('is nothing to somebody else', async () => {
  const { ctx, cohort } = await anInsightWorld(1);
  const stranger = { cohort, person: asId<never>('somebody') };
  await expect(getFlow(ctx, stranger)).rejects.toMatchObject({ word: 'cohort:notYours' });
});
