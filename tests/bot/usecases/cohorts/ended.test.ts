import { describe, expect, it } from 'vitest';
import { asId, type Instant, toMs } from '#domain/basics/ids.ts';
import { aContext, type TestContext } from '#tests/fakes/context.ts';
import { getCohort } from '#usecases/cohorts/cohorts.ts';
import { invite, inviteLost } from '#usecases/cohorts/invitations.ts';
import { answerEnrolment } from '#usecases/enrolment/enrolment.ts';
import { getProgramme } from '#usecases/enrolment/programme.ts';
import { publishRound, runRound } from '#usecases/matching/rounds.ts';
import { startSearch } from '#usecases/searches/searches.ts';
import { aFullPilot, drain, installApp, join, type Pilot, personNamed } from './cohortStory.ts';

const LAST_DAY = asId<Instant>('2027-03-31T23:00:00.000Z');
const ENDED = { kind: 'gone', word: 'cohort:ended' };

/** Until the last hour of the cohort, or until the day after. */
function goTo(ctx: TestContext, hours: 0 | 2): void {
  ctx.clock.advance(toMs(LAST_DAY) + hours * 3_600_000 - ctx.clock.now());
}

async function aJoinedPilot(ctx: TestContext): Promise<Pilot> {
  const pilot = await aFullPilot(ctx);
  for (const name of ['clara.exampleton', 'aisha.specimen']) await join(ctx, pilot, name);
  return pilot;
}

describe('a cohort after its last day', () => {
  it('goes on through its last day, then is closed for its champion and for whoever takes part', async () => {
    const ctx = aContext();
    const pilot = await aJoinedPilot(ctx);
    const clara = await personNamed(ctx, 'clara.exampleton');
    const states = async () => [
      (await getCohort(ctx, pilot.cohort, pilot.person)).state,
      (await getProgramme(ctx, { cohort: pilot.cohort, person: clara, locale: 'en' })).state,
    ];
    goTo(ctx, 0);
    expect(await states()).not.toContain('closed');
    goTo(ctx, 2);
    expect(await states()).toEqual(['closed', 'closed']);
  });

  it('invites nobody, and an invitation under way does not arrive any more', async () => {
    const ctx = aContext();
    const pilot = await aFullPilot(ctx);
    const [clara, diego] = [
      await personNamed(ctx, 'clara.exampleton'),
      await personNamed(ctx, 'diego.muestra'),
    ];
    await installApp(ctx, clara);
    goTo(ctx, 0);
    await invite(ctx, pilot, [clara]);
    goTo(ctx, 2);
    expect(await drain(ctx)).toEqual([]);
    await expect(invite(ctx, pilot, [diego])).rejects.toMatchObject(ENDED);
    await expect(inviteLost(ctx, pilot)).rejects.toMatchObject(ENDED);
    await expect(answerEnrolment(ctx, clara, pilot.cohort, 'join')).rejects.toMatchObject({
      word: 'enrolment:cohortClosed',
    });
  });

  it('runs and publishes no round, and looks for nobody', async () => {
    const ctx = aContext();
    const pilot = await aJoinedPilot(ctx);
    goTo(ctx, 0);
    const number = await runRound(ctx, pilot);
    goTo(ctx, 2);
    await expect(runRound(ctx, pilot)).rejects.toMatchObject(ENDED);
    await expect(publishRound(ctx, pilot, number)).rejects.toMatchObject(ENDED);
    const clara = await personNamed(ctx, 'clara.exampleton');
    expect(await startSearch(ctx, { cohort: pilot.cohort, person: clara })).toMatchObject({
      state: 'impossible',
      why: 'search:ended',
    });
  });
});
