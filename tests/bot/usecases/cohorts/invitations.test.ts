import { describe, expect, it } from 'vitest';
import { asId, type PersonId } from '#domain/basics/ids.ts';
import { aContext, type TestContext } from '#tests/fakes/context.ts';
import { counted } from '#tests/fakes/counting.ts';
import { getCohort, getCohortIn } from '#usecases/cohorts/cohorts.ts';
import { invite, inviteOnInstall, inviteOnVisit } from '#usecases/cohorts/invitations.ts';
import { listMembers } from '#usecases/cohorts/members.ts';
import { getProgramme } from '#usecases/enrolment/programme.ts';
import { markChannel } from '#usecases/people/people.ts';
import { Partition } from '#usecases/story/partition.ts';
import {
  aDyingProcess,
  aFullPilot,
  aPilot,
  drain,
  importPeople,
  installApp,
  join,
  type Pilot,
  personNamed,
  recover,
  type Sent,
  untilDeath,
} from './cohortStory.ts';

const FOUR = ['clara.exampleton', 'diego.muestra', 'aisha.specimen', 'meera.namoona'];

/** The pilot whose four demo people have the app. */
async function aPilotWithFourApps(ctx: TestContext): Promise<Pilot> {
  const pilot = await aFullPilot(ctx);
  for (const name of FOUR) await installApp(ctx, await personNamed(ctx, name));
  return pilot;
}

const toldTo = (sent: Sent[]): PersonId[] => sent.map(({ to }) => to).sort();
const memberOf = async (ctx: TestContext, pilot: Pilot, person: PersonId) =>
  (await listMembers(ctx, pilot)).find((member) => member.person === person);

describe('inviting', () => {
  it.each([
    [undefined, undefined],
    [{ least: 2, most: 3 }, 'circle'],
    [{ least: 2, most: 3, mixed: true as const }, 'team'],
  ])('says what people meet in, in the card and on the page: %o', async (circle, meetIn) => {
    const ctx = aContext();
    const pilot = await aPilotWithFourApps(ctx);
    const rows = await Partition.openCohort(ctx, pilot.cohort, ['cohort']);
    rows.put('cohort', '', { ...getCohortIn(rows), ...(circle && { circle }) });
    await rows.commit();
    await invite(ctx, pilot);
    const person = await personNamed(ctx, 'aisha.specimen');
    const card = (await drain(ctx)).find(({ to }) => to === person)?.view;
    expect(card?.kind === 'invitation' && card.meetIn).toBe(meetIn);
    const at = { cohort: pilot.cohort, person, locale: 'en' };
    expect((await getProgramme(ctx, at)).meetIn).toBe(meetIn);
  });

  it('sends everybody imported one invitation and shows who has no app yet', async () => {
    const ctx = aContext();
    const pilot = await aPilotWithFourApps(ctx);
    await invite(ctx, pilot);
    const sent = await drain(ctx);
    expect(toldTo(sent)).toEqual((await Promise.all(FOUR.map((name) => personNamed(ctx, name)))).sort());
    const aisha = await personNamed(ctx, 'aisha.specimen');
    expect(sent.find(({ to }) => to === aisha)?.view).toEqual({
      ...{ kind: 'invitation', cohort: pilot.cohort, cohortName: 'Finance pilot' },
      ...{ role: 'mentor', from: 'Noor Prøve', hoursPerMonth: 2 },
    });
    const members = await listMembers(ctx, pilot);
    expect(members.filter(({ delivery }) => delivery?.state === 'sent').map(({ hasApp }) => hasApp)).toEqual(
      FOUR.map(() => true),
    );
    expect(members.filter(({ delivery }) => delivery?.reason === 'notInstalled')).toHaveLength(8);
    const cohort = await getCohort(ctx, pilot.cohort, pilot.person);
    expect(cohort).toMatchObject({ state: 'enrolling', counts: { members: 12, invited: 12, joined: 0 } });
  });

  it.each([[[]], [['constructor', '__proto__', 'x']]])(
    'of nobody in the programme says so: %j',
    async (named) => {
      const ctx = aContext();
      const pilot = await aPilotWithFourApps(ctx);
      const before = ctx.tables.all('cohorts');
      const members = named.map((one) => asId<PersonId>(one));
      const refused = { kind: 'missing', word: 'cohort:invite.nobody' };
      await expect(invite(ctx, pilot, members)).rejects.toMatchObject(refused);
      expect(ctx.tables.all('cohorts')).toEqual(before);
      await invite(ctx, pilot, [...members, await personNamed(ctx, 'aisha.specimen')]);
      expect(await drain(ctx)).toHaveLength(1);
    },
  );

  it('of hundreds is answered at once, goes on by itself, and reaches each once', async () => {
    const world = aContext();
    const pilot = await aPilot(world);
    const lines = Array.from({ length: 450 }, (_, n) => `Person ${n},p${n}@turntable.example,mentor`);
    await importPeople(world, pilot, ['name,mail,role', ...lines].join('\n'));
    const { ctx, log } = counted(world);
    await invite(ctx, pilot);
    expect(log.calls.length).toBeLessThan(20);
    const counts = async () => (await getCohort(world, pilot.cohort, pilot.person)).counts;
    expect(await counts()).toMatchObject({ members: 450, invited: 0 });
    await Promise.all([invite(ctx, pilot), drain(world)]);
    await drain(world);
    expect(await counts()).toMatchObject({ members: 450, invited: 450 });
    const members = await listMembers(world, pilot);
    expect(members.filter(({ delivery }) => delivery?.reason === 'notInstalled')).toHaveLength(450);
    expect(world.tables.all('deliveries')).toHaveLength(450);
    expect(world.tables.all('cohorts').filter(({ key }) => /^(audience|outbox)_/.test(key))).toEqual([]);
  });

  it('of hundreds is whole after a crash at any write', async () => {
    for (const writes of [0, 1, 2, 3, 5, 60, 205, 206, 207, 208, 209, 210, 240]) {
      const ctx = aContext();
      const pilot = await aPilot(ctx);
      const lines = Array.from({ length: 220 }, (_, n) => `Person ${n},p${n}@turntable.example,mentor`);
      await importPeople(ctx, pilot, ['name,mail,role', ...lines].join('\n'));
      await invite(ctx, pilot);
      const dying = aDyingProcess(ctx, writes);
      await untilDeath(drain({ ...dying, queue: ctx.queue }));
      await recover(ctx);
      await recover(ctx);
      const { counts } = await getCohort(ctx, pilot.cohort, pilot.person);
      expect(counts, `${writes}`).toMatchObject({ members: 220, invited: 220 });
      expect(ctx.tables.all('deliveries'), `${writes}`).toHaveLength(220);
    }
  });

  it('twice sends nothing twice', async () => {
    const ctx = aContext();
    const pilot = await aPilotWithFourApps(ctx);
    await Promise.all([invite(ctx, pilot), invite(ctx, pilot)]);
    await invite(ctx, pilot);
    expect(await drain(ctx)).toHaveLength(4);
  });

  it('reaches somebody as soon as they install the app, once', async () => {
    const ctx = aContext();
    const pilot = await aPilotWithFourApps(ctx);
    await invite(ctx, pilot);
    await drain(ctx);
    const kenji = await personNamed(ctx, 'kenji.mihon');
    await installApp(ctx, kenji);
    await Promise.all([inviteOnInstall(ctx, kenji), inviteOnInstall(ctx, kenji)]);
    expect(toldTo(await drain(ctx))).toEqual([kenji]);
    await inviteOnInstall(ctx, kenji);
    expect(await drain(ctx)).toEqual([]);
    expect(await memberOf(ctx, pilot, kenji)).toMatchObject({ hasApp: true, delivery: { state: 'sent' } });
  });

  it('brings nothing to somebody who installs without being invited, or after answering', async () => {
    const ctx = aContext();
    const pilot = await aPilotWithFourApps(ctx);
    const kenji = await personNamed(ctx, 'kenji.mihon');
    await inviteOnInstall(ctx, kenji);
    await invite(ctx, pilot);
    await drain(ctx);
    await join(ctx, pilot, 'kenji.mihon');
    await installApp(ctx, kenji);
    await inviteOnInstall(ctx, kenji);
    expect(await drain(ctx)).toEqual([]);
  });

  it('again, by name, only repeats what failed or nobody knows of', async () => {
    const ctx = aContext();
    const pilot = await aPilotWithFourApps(ctx);
    await invite(ctx, pilot);
    await drain(ctx, { state: 'unknown' });
    const [aisha, meera, kenji] = (await Promise.all(
      ['aisha.specimen', 'meera.namoona', 'kenji.mihon'].map((name) => personNamed(ctx, name)),
    )) as [PersonId, PersonId, PersonId];
    await invite(ctx, pilot, [aisha]);
    expect(toldTo(await drain(ctx))).toEqual([aisha]);
    await installApp(ctx, kenji);
    await invite(ctx, pilot, [aisha, meera, kenji]);
    expect(toldTo(await drain(ctx))).toEqual([kenji, meera].sort());
    await invite(ctx, pilot, [aisha, meera, kenji]);
    expect(await drain(ctx)).toEqual([]);
  });

  it('is tried again when somebody whom Teams kept from us opens the tab, then at most once in an hour', async () => {
    const ctx = aContext();
    const pilot = await aPilotWithFourApps(ctx);
    const aisha = await personNamed(ctx, 'aisha.specimen');
    const isClosed = async () => {
      await markChannel(ctx, aisha, 'disabled');
      return (await drain(ctx, { state: 'failed', reason: 'disabled' })).some(({ to }) => to === aisha);
    };
    await invite(ctx, pilot);
    expect(await isClosed()).toBe(true);
    await inviteOnVisit(ctx, aisha);
    expect(await isClosed()).toBe(true);
    await inviteOnVisit(ctx, aisha);
    expect(await isClosed()).toBe(false);
    ctx.clock.advance(3_601_000);
    await inviteOnVisit(ctx, aisha);
    expect(toldTo(await drain(ctx))).toEqual([aisha]);
    await inviteOnVisit(ctx, aisha);
    expect(await drain(ctx)).toEqual([]);
    expect(await memberOf(ctx, pilot, aisha)).toMatchObject({ hasApp: true, delivery: { state: 'sent' } });
  });

  it('is not read by somebody who answered before it was sent', async () => {
    const ctx = aContext();
    const pilot = await aPilotWithFourApps(ctx);
    await invite(ctx, pilot);
    const aisha = await join(ctx, pilot, 'aisha.specimen');
    expect(toldTo(await drain(ctx))).not.toContain(aisha);
    expect((await memberOf(ctx, pilot, aisha))?.delivery).toMatchObject({
      state: 'skipped',
      reason: 'notDue',
    });
  });

  it('is whole after a crash at any write, and nobody hears it twice', async () => {
    for (let writes = 0; ; writes++) {
      const ctx = aContext();
      const pilot = await aPilotWithFourApps(ctx);
      const dying = aDyingProcess(ctx, writes);
      await untilDeath(invite(dying, pilot));
      const first = await recover(ctx);
      await invite(ctx, pilot);
      const all = toldTo([...first, ...(await recover(ctx))]);
      expect(all).toHaveLength(4);
      expect(new Set(all).size).toBe(4);
      if (!dying.tables.hasCrashed) break;
    }
  });
});
