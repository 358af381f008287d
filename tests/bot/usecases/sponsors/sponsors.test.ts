import { beforeEach, describe, expect, it } from 'vitest';
import type { PersonId } from '#domain/basics/ids.ts';
import { aPilot, drain, installApp, type Pilot } from '#tests/bot/usecases/cohorts/cohortStory.ts';
import { aContext, type TestContext } from '#tests/fakes/context.ts';
import { shuffled } from '#tests/fakes/shuffled.ts';
import { getBacking } from '#usecases/announcements/inName.ts';
import { listDeeds } from '#usecases/cohorts/auditing.ts';
import { getCohort } from '#usecases/cohorts/cohorts.ts';
import { findMembers } from '#usecases/cohorts/members.ts';
import { getMe } from '#usecases/home/me.ts';
import { getInsights } from '#usecases/insights/insights.ts';
import { getReview, recordReview } from '#usecases/insights/reviews.ts';
import { saveSettings } from '#usecases/people/settings.ts';
import { getHeld } from '#usecases/privacy/exporting.ts';
import { chooseSponsor, removeSponsor } from '#usecases/sponsors/sponsors.ts';
import { aVisitOfRuth, RUTH } from './sponsorStory.ts';

let ctx: TestContext;
let pilot: Pilot;
let ruth: PersonId;
beforeEach(async () => {
  ctx = aContext();
  pilot = await aPilot(ctx);
  ruth = await aVisitOfRuth(ctx);
});

const asRuth = () => ({ cohort: pilot.cohort, person: ruth });
const reading = { locale: 'en' };
const me = () => getMe(ctx, { person: ruth, roles: ['Sponsor'] });

describe('the sponsor of a cohort', () => {
  it('is chosen by a champion, told once, and finds the cohort on Home', async () => {
    await installApp(ctx, ruth);
    await expect(getCohort(ctx, pilot.cohort, ruth)).rejects.toThrow('cohort:notYours');
    await chooseSponsor(ctx, pilot, { mail: RUTH.mail });
    await chooseSponsor(ctx, pilot, { directoryId: RUTH.directoryId, name: RUTH.name });
    expect((await getBacking(ctx, pilot)).sponsor).toMatchObject({ person: ruth, name: RUTH.name });
    expect((await drain(ctx)).map(({ to, view }) => [to, view.kind])).toEqual([[ruth, 'sponsor']]);
    expect((await me()).backs).toEqual([{ cohort: pilot.cohort, cohortName: 'Finance pilot', waiting: 0 }]);
    const { deeds } = await listDeeds(ctx, pilot, { from: 0, size: 9 });
    expect(deeds.filter(({ did }) => did === 'chooseSponsor')).toMatchObject([
      { by: 'Noor Prøve', names: [RUTH.name] },
    ]);
    expect((await getHeld(ctx, ruth)).parts.map(({ kind }) => kind)).toContain('sponsor');
  });

  it('sees how it goes in figures, and nothing that names people', async () => {
    await chooseSponsor(ctx, pilot, { mail: RUTH.mail });
    expect(await getCohort(ctx, pilot.cohort, ruth)).toEqual(
      await getCohort(ctx, pilot.cohort, pilot.person),
    );
    expect(await getInsights(ctx, asRuth())).toEqual(await getInsights(ctx, pilot));
    expect(await getReview(ctx, asRuth(), reading)).toEqual(await getReview(ctx, pilot, reading));
    const asked = { which: 'everybody', find: '', locale: 'en' } as const;
    await expect(findMembers(ctx, asRuth(), asked)).rejects.toThrow('cohort:notYours');
    await expect(listDeeds(ctx, asRuth(), { from: 0, size: 9 })).rejects.toThrow('cohort:notYours');
    const decision = { decision: 'stop', tweaks: [], etag: '', locale: 'en' } as const;
    await expect(recordReview(ctx, asRuth(), decision)).rejects.toThrow('cohort:notYours');
  });

  it('cannot be somebody without the app role, also no more after a visit without it', async () => {
    await aVisitOfRuth(ctx, false);
    const chosen = chooseSponsor(ctx, pilot, { mail: RUTH.mail });
    await expect(chosen).rejects.toThrow('cohort:sponsor.noRole');
    await aVisitOfRuth(ctx);
    await chooseSponsor(ctx, pilot, { mail: RUTH.mail });
    expect((await getBacking(ctx, pilot)).sponsor?.name).toBe(RUTH.name);
  });

  it('is one: nobody is chosen beside them', async () => {
    await chooseSponsor(ctx, pilot, { mail: RUTH.mail });
    await saveSettings(ctx, pilot.person, {});
    const noor = await ctx.tables.find('people', pilot.person, 'settings');
    const value = { ...noor?.value, locale: 'en', timeZone: 'UTC', newsMuted: false, maySponsor: true };
    const change = noor ? { op: 'replace' as const, etag: noor.etag } : { op: 'create' as const };
    await ctx.tables.commit('people', pilot.person, [{ ...change, key: 'settings', value } as never]);
    const other = chooseSponsor(ctx, pilot, { mail: 'noor.prove@turntable.example' });
    await expect(other).rejects.toThrow('cohort:sponsor.another');
  });

  it.each(['a champion', 'themself'])('is taken off by %s, and sees nothing from then on', async (who) => {
    await chooseSponsor(ctx, pilot, { mail: RUTH.mail });
    const by = who === 'themself' ? asRuth() : pilot;
    await removeSponsor(ctx, by, ruth);
    await expect(getCohort(ctx, pilot.cohort, ruth)).rejects.toThrow('cohort:notYours');
    expect((await me()).backs).toEqual([]);
    expect((await getBacking(ctx, pilot)).sponsor).toBeUndefined();
    await removeSponsor(ctx, pilot, ruth);
    const { deeds } = await listDeeds(ctx, pilot, { from: 0, size: 9 });
    expect(deeds.filter(({ did }) => did === 'removeSponsor')).toHaveLength(1);
  });

  it.each(Array.from({ length: 40 }, (_, seed) => seed))(
    'taken off and chosen again at the same moment finds on Home what they back, or backs nothing: order %i',
    async (seed) => {
      await chooseSponsor(ctx, pilot, { mail: RUTH.mail });
      const own = () => shuffled(ctx, seed);
      await Promise.all([
        removeSponsor(own(), pilot, ruth),
        chooseSponsor(own(), pilot, { mail: RUTH.mail }),
      ]);
      const isBacking = (await getBacking(ctx, pilot)).sponsor !== undefined;
      expect((await me()).backs).toHaveLength(isBacking ? 1 : 0);
    },
  );

  it('is taken off by nobody else, who learns nothing', async () => {
    await chooseSponsor(ctx, pilot, { mail: RUTH.mail });
    const stranger = { cohort: pilot.cohort, person: 'person-x' as PersonId };
    await expect(removeSponsor(ctx, stranger, ruth)).rejects.toThrow('cohort:notYours');
    await expect(removeSponsor(ctx, stranger, stranger.person)).rejects.toThrow('cohort:notYours');
    await expect(getBacking(ctx, stranger)).rejects.toThrow('cohort:notYours');
    expect((await me()).backs).toHaveLength(1);
  });

  it('is named in the review where they agreed to be named', async () => {
    await chooseSponsor(ctx, pilot, { mail: RUTH.mail });
    expect((await getReview(ctx, pilot, reading)).sponsor).toBe('');
    await saveSettings(ctx, ruth, { named: true });
    expect((await getReview(ctx, pilot, reading)).sponsor).toBe(RUTH.name);
  });
});
