import { describe, expect, it } from 'vitest';
import { asId } from '#domain/basics/ids.ts';
import { aContext } from '#tests/fakes/context.ts';
import { createCohort, getCohort, listCohorts } from '#usecases/cohorts/cohorts.ts';
import { personOf } from '#usecases/people/people.ts';
import { aChampion, aPilot } from './cohortStory.ts';

const asked = {
  ...{ name: 'Finance pilot', kind: 'pilot' as const, fitFloor: 0 },
  ...{ startsOn: asId<never>('2026-11-23'), endsOn: asId<never>('2027-03-31') },
};

describe('a cohort', () => {
  it('is made by somebody with the app role Champion, who runs it from then on', async () => {
    const ctx = aContext();
    const noor = await aChampion(ctx);
    const made = await createCohort(ctx, noor, asked);
    expect(made).toMatchObject({ name: 'Finance pilot', state: 'draft', counts: { members: 0, paired: 0 } });
    expect(await listCohorts(ctx, noor.person)).toEqual([made]);
    const did = ctx.tables.all('cohorts').filter(({ key }) => key.startsWith('audit_'));
    expect(did.map(({ value }) => value)).toMatchObject([{ by: noor.person, did: 'createCohort' }]);
  });

  it('is not made without the role, nor with an end before its start', async () => {
    const ctx = aContext();
    const noor = await aChampion(ctx);
    const without = { ...noor, roles: ['Sponsor'] };
    await expect(createCohort(ctx, without, asked)).rejects.toMatchObject({ kind: 'forbidden' });
    const backwards = { ...asked, endsOn: asked.startsOn };
    await expect(createCohort(ctx, noor, backwards)).rejects.toMatchObject({ kind: 'invalid' });
    expect(ctx.tables.all('cohorts')).toEqual([]);
  });

  it.each([
    ['2019-01-07', '2019-06-30', 'endsInThePast'],
    ['2019-01-07', '2027-06-30', 'startsLongAgo'],
    ['0001-01-01', '2027-06-30', 'startsLongAgo'],
    ['2026-11-23', '2999-12-31', 'endsTooLate'],
    ['2990-01-01', '2999-12-31', 'endsTooLate'],
    ['2027-03-31', '2026-12-01', 'endsBeforeStart'],
  ])('is doubted from %s to %s', async (startsOn, endsOn, word) => {
    const ctx = aContext();
    const noor = await aChampion(ctx);
    const days = { startsOn: asId<never>(startsOn), endsOn: asId<never>(endsOn) };
    await expect(createCohort(ctx, noor, { ...asked, ...days })).rejects.toMatchObject({
      word: `cohort:${word}`,
    });
    expect(ctx.tables.all('cohorts')).toEqual([]);
  });

  it('does not exist for anybody else, another champion included', async () => {
    const ctx = aContext();
    const { cohort } = await aPilot(ctx);
    const other = await personOf(ctx, { directoryId: 'oid-other', mail: '', name: 'Another Champion' });
    const nowhere = getCohort(ctx, asId('no such cohort'), other);
    await expect(nowhere).rejects.toMatchObject({ kind: 'missing', word: 'cohort:notYours' });
    await expect(getCohort(ctx, cohort, other)).rejects.toMatchObject({
      kind: 'missing',
      word: 'cohort:notYours',
    });
    expect(await listCohorts(ctx, other)).toEqual([]);
  });
});
