import { describe, expect, it } from 'vitest';
import { aPilot } from '#tests/bot/usecases/cohorts/cohortStory.ts';
import { aContext } from '#tests/fakes/context.ts';
import { getMe } from '#usecases/home/me.ts';
import { personOf } from '#usecases/people/people.ts';

const somebody = { directoryId: 'oid-clara', mail: 'clara@turntable.example', name: 'Clara Exampleton' };

describe('home', () => {
  it('is there for somebody with nothing', async () => {
    const ctx = aContext();
    const person = await personOf(ctx, somebody);
    expect(await getMe(ctx, { person, roles: [] })).toEqual({
      ...{ person, name: 'Clara Exampleton', firstName: 'Clara', enrolments: [], pairs: [] },
      ...{ isChampion: false, isSponsor: false, canCreateCohorts: false },
      ...{ locale: 'en', timeZone: 'UTC', newsMuted: false },
    });
  });

  it.each([
    [['Sponsor'], { isSponsor: true, canCreateCohorts: false }],
    [['Champion'], { isSponsor: false, canCreateCohorts: true }],
    [['Champion', 'Sponsor'], { isSponsor: true, canCreateCohorts: true }],
  ])('says what the roles %j allow', async (roles, flags) => {
    const ctx = aContext();
    const person = await personOf(ctx, somebody);
    expect(await getMe(ctx, { person, roles })).toMatchObject({ ...flags, isChampion: false });
  });

  it('shows the console to whoever champions a cohort, whatever their roles', async () => {
    const ctx = aContext();
    const { person } = await aPilot(ctx);
    expect(await getMe(ctx, { person, roles: [] })).toMatchObject({
      isChampion: true,
      canCreateCohorts: false,
    });
  });
});
