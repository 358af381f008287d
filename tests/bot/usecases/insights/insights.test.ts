import { beforeEach, describe, expect, it } from 'vitest';
import { asId, type PersonId } from '#domain/basics/ids.ts';
import { CrashingTables } from '#tests/fakes/crashing.ts';
import { getInsights } from '#usecases/insights/insights.ts';
import { publishDue } from '#usecases/insights/publishing.ts';
import { anInsightWorld, type InsightWorld } from './insightWorld.ts';

let world: InsightWorld;
beforeEach(async () => {
  world = await anInsightWorld(10);
});
const see = () => getInsights(world.ctx, world);

describe('insights', () => {
  it('are for champions of the cohort alone', async () => {
    await expect(
      getInsights(world.ctx, { ...world, person: asId<PersonId>('somebody') }),
    ).rejects.toMatchObject({
      kind: 'missing',
    });
  });

  it('say that it is too early until something is published, and never show what was not', async () => {
    await world.feedback(world.executives, '2026-11', 5);
    expect(await see()).toEqual({ state: 'tooFew', needed: 5 });
  });

  it('show by role what five of each said of a month that is over', async () => {
    await world.feedback(world.executives, '2026-11', 5);
    await world.feedback(world.mentors, '2026-11', 2);
    await world.publishOn('2026-12-07');
    expect(await see()).toMatchObject({
      ...{ state: 'there', on: '2026-12-07', through: '2026-11' },
      cells: [
        { of: 'worthTheHour', role: 'executive', value: 80, edge: 'orMore', to: '2026-11' },
        { of: 'worthTheHour', role: 'mentor', value: 20, edge: 'orLess' },
        { of: 'balanced', role: 'executive', value: 80, edge: 'orMore' },
        { of: 'balanced', role: 'mentor' },
      ],
      waiting: ['candid', 'kept', 'began', 'now'],
      funnel: { executive: { invited: 10, joined: 10, introduced: 10, paired: 10 } },
    });
  });

  it('stay as they were published, whatever is said, and whoever goes, later', async () => {
    await world.feedback(world.executives, '2026-11', 5);
    await world.publishOn('2026-12-07');
    const before = await world.publications();
    await world.feedback(world.mentors, '2026-11', 1);
    for (const row of await world.ctx.tables.list('cohorts', world.cohort, {
      from: 'measure_',
      to: 'measure`',
    }))
      if (row.key.startsWith('measure_2026-11-5'))
        await world.ctx.tables.commit('cohorts', world.cohort, [{ op: 'remove', ...row }]);
    await world.publishOn('2026-12-09');
    expect(await world.publications()).toEqual(before);
    await world.publishOn('2026-12-14');
    const [first, second] = await world.publications();
    expect(first).toEqual(before[0]);
    expect(second?.value).toMatchObject({ cells: [] });
  });

  it('are finer only where it is published that so many have met, since whoever answers has', async () => {
    const wide = await anInsightWorld(30);
    const valueOn = async (day: string) => {
      await wide.publishOn(day);
      const seen = await getInsights(wide.ctx, wide);
      return seen.state === 'there' && seen.cells.findLast(({ of }) => of === 'worthTheHour')?.value;
    };
    const said = async (month: string) => {
      await wide.feedback(wide.executives.slice(0, 17), month, 5);
      await wide.feedback(wide.executives.slice(17, 20), month, 1);
    };
    await said('2026-11');
    expect(await valueOn('2026-12-07')).toBe(80);
    for (const one of wide.executives.slice(0, 21))
      await wide.measure(one, `met-${one}`, { kind: 'met', role: 'executive', month: '2026-12' });
    await said('2026-12');
    expect(await valueOn('2027-01-04')).toBe(85);
  });

  it('say how many executives have signed only with five on either side, else “a few” or “most”', async () => {
    const sign = (from: number, to: number) =>
      Promise.all(
        world.executives
          .slice(from, to)
          .map((one) =>
            world.measure(one, `signed-${one}`, { kind: 'signed', role: 'executive', month: '2026-11' }),
          ),
      );
    await sign(0, 4);
    await world.publishOn('2026-11-30');
    expect(await see()).toMatchObject({ hand: { signed: { reads: 'most' }, met: { reads: 'most' } } });
    await sign(4, 5);
    await world.publishOn('2026-12-07');
    expect(await see()).toMatchObject({
      hand: { signed: { reads: 'some', count: 5 } },
      steps: { signed: [{ reads: 'few' }, { reads: 'some', count: 5, of: 10, on: '2026-12-07' }] },
    });
    await sign(5, 9);
    await world.publishOn('2026-12-14');
    expect(await see()).toMatchObject({ hand: { signed: { reads: 'some', count: 5 } } });
  });

  it('are published once a week, whoever comes first, and again the next week by itself', async () => {
    await world.feedback(world.executives, '2026-11', 5);
    await Promise.all([world.publishOn('2026-12-08'), world.publishOn('2026-12-08')]);
    expect((await world.publications()).map(({ key }) => key)).toEqual(['publication_2026-12-07']);
    const due = (await world.ctx.tables.list('due', '0')).filter(({ key }) => key.includes('_publish_'));
    expect(due.map(({ key }) => key)).toEqual([`2026-12-14T05:00:00.000Z_publish_${world.cohort}`]);
  });

  it('go on until a while after the cohort, and then are left as they are', async () => {
    await world.publishOn('2027-05-24');
    expect(await world.publications()).toHaveLength(1);
    await world.publishOn('2027-06-07');
    expect(await world.publications()).toHaveLength(1);
  });

  it('lose nothing when the process dies at any write', async () => {
    await world.feedback(world.executives, '2026-11', 5);
    world.ctx.clock.set('2026-12-07T06:00:00.000Z');
    for (let writes = 0; ; writes++) {
      const tables = new CrashingTables(world.ctx.tables, writes);
      const dying = publishDue.look({ ...world.ctx, tables }, { cohort: world.cohort });
      await dying.catch(() => undefined);
      if (!tables.hasCrashed) break;
      expect((await world.publications()).length).toBeLessThanOrEqual(1);
    }
    await world.publishOn('2026-12-07');
    expect(await world.publications()).toHaveLength(1);
  });
});
