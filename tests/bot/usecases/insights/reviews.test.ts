import { beforeEach, describe, expect, it } from 'vitest';
import { asId } from '#domain/basics/ids.ts';
import { aChampion } from '#tests/bot/usecases/cohorts/cohortStory.ts';
import { createCohort, getCohort } from '#usecases/cohorts/cohorts.ts';
import { getReview, listTweaks, recordReview } from '#usecases/insights/reviews.ts';
import { anInsightWorld, type InsightWorld } from './insightWorld.ts';

let world: InsightWorld;
beforeEach(async () => {
  world = await anInsightWorld(10);
});
const EN = { locale: 'en' };
const see = () => getReview(world.ctx, world, EN);
const TWEAKS = ['Mentors meet each other first', ' A first chat for every pair '];
const record = (over: Partial<Parameters<typeof recordReview>[2]> = {}) =>
  recordReview(world.ctx, world, { decision: 'adjust', tweaks: TWEAKS, etag: '', ...EN, ...over });

describe('the review of a pilot', () => {
  it('puts start, middle and end beside each other, from published figures alone', async () => {
    expect((await see()).looks).toEqual([]);
    await world.feedback(world.executives, '2026-11', 2);
    await world.publishOn('2026-12-07');
    await world.feedback(world.executives, '2027-01', 4);
    await world.publishOn('2027-02-08');
    expect((await see()).looks).toMatchObject([
      { look: 'start', on: '2026-12-07', cells: [{ value: 20 }, { of: 'balanced' }] },
      { look: 'middle', on: '2027-02-08', cells: [{ value: 80, from: '2026-12' }, { of: 'balanced' }] },
    ]);
    await world.publishOn('2027-03-22');
    expect((await see()).looks).toMatchObject([{}, {}, { look: 'end', on: '2027-03-22', cells: [] }]);
  });

  it('is recorded once, with who and when; the same press again changes nothing', async () => {
    const recorded = await record();
    expect(recorded.review).toMatchObject({
      ...{ decision: 'adjust', by: 'Noor Prøve', at: '2026-11-23T09:00:00.000Z' },
      tweaks: ['Mentors meet each other first', 'A first chat for every pair'],
    });
    expect(await record()).toEqual(recorded);
    const other = { decision: 'stop' as const, tweaks: [] };
    await expect(record(other)).rejects.toMatchObject({ name: 'Conflict' });
    await expect(record({ ...other, etag: recorded.etag })).rejects.toMatchObject({
      word: 'cohort:review.recorded',
    });
    expect(await see()).toEqual(recorded);
    const audits = await world.ctx.tables.list('cohorts', world.cohort, { from: 'audit_', to: 'audit`' });
    expect(audits.filter(({ value }) => 'did' in value && value.did === 'recordReview')).toHaveLength(1);
  });

  it('is one of two that are recorded at once', async () => {
    const both = await Promise.allSettled([record(), record({ decision: 'stop', tweaks: [] })]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it.each([
    [{ decision: 'adjust' as const, tweaks: ['  '] }, 'needTweak'],
    [{ decision: 'expand' as const }, 'noTweaks'],
    [{ tweaks: Array.from({ length: 7 }, (_, n) => `Change ${n}`) }, 'tooMany'],
    [{ tweaks: ['x'.repeat(141)] }, 'tooLong'],
  ])('says what is missing and changes nothing', async (over, word) => {
    await expect(record(over)).rejects.toMatchObject({ word: `cohort:review.${word}` });
    expect((await see()).review).toBeUndefined();
  });

  it('carries what is to change into the next cohort', async () => {
    await record();
    const noor = await aChampion(world.ctx);
    const [carried] = await listTweaks(world.ctx, noor);
    expect(carried).toEqual({ cohort: 'Finance pilot', tweaks: TWEAKS.map((tweak) => tweak.trim()) });
    const { cohort } = await createCohort(world.ctx, noor, {
      ...{ name: 'Wave 1', kind: 'wave', fitFloor: 0, tweaks: carried?.tweaks ?? [] },
      ...{ startsOn: asId('2026-12-01'), endsOn: asId('2027-06-30') },
    });
    expect((await getCohort(world.ctx, cohort, noor.person)).tweaks).toEqual(carried?.tweaks);
  });
});
