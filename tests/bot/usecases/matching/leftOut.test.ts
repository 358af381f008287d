import { describe, expect, it } from 'vitest';
import { asId, type PersonId, type TopicId } from '#domain/basics/ids.ts';
import {
  aDyingProcess,
  aFullPilot,
  drain,
  installApp,
  join,
  type Pilot,
  personNamed,
  recover,
  type Sent,
  untilDeath,
  words,
} from '#tests/bot/usecases/cohorts/cohortStory.ts';
import { aContext, type TestContext } from '#tests/fakes/context.ts';
import { roundKey } from '#usecases/matching/view.ts';
import { answerIntroduction, endIfDue } from '#usecases/pairs/introductions.ts';
import { Partition } from '#usecases/story/partition.ts';
import { publishAndLook, runAndLook } from './looking.ts';

const video = asId<TopicId>('shortVideo');
const wantsVideo = { wants: [video] };
const offersVideo = { offers: [{ topic: video, strength: 3 as const }] };

/** What is said where anything more would be untrue, or would tell too much. */
const NEUTRAL = "It didn't come about this time. Who meets whom depends on everybody at once.";

/** Clara and Diego want what only Aisha offers; Meera offers something else. */
async function aLopsidedPilot(ctx: TestContext): Promise<Pilot> {
  const pilot = await aFullPilot(ctx);
  const people = [
    await join(ctx, pilot, 'clara.exampleton', { ...wantsVideo, interests: [asId('cycling')] }),
    await join(ctx, pilot, 'diego.muestra', wantsVideo),
    await join(ctx, pilot, 'aisha.specimen', { ...offersVideo, interests: [asId('cycling')] }),
    await join(ctx, pilot, 'meera.namoona', { offers: [{ topic: asId('python'), strength: 2 }] }),
  ];
  for (const person of people) await installApp(ctx, person);
  return pilot;
}

const leftOutIn = (sent: Sent[]) =>
  sent.flatMap(({ to, view }) => {
    if (view.kind !== 'leftOut') return [];
    return [{ to, ...view, said: words(`bot:leftOut.reason.${view.reason}.${view.role}`) }];
  });
const waitingIn = async (ctx: TestContext, { cohort }: Pilot, name: string) => {
  const person = await personNamed(ctx, name);
  const rows = await Partition.pick(ctx, cohort, [['member', person]]);
  return rows.find('member', person)?.value.waiting;
};

describe('whoever a round leaves out', () => {
  it('is told privately, once, why and what comes next', async () => {
    const ctx = aContext();
    const pilot = await aLopsidedPilot(ctx);
    await runAndLook(ctx, pilot);
    expect(leftOutIn(await drain(ctx))).toEqual([]);
    await publishAndLook(ctx, pilot, 1);
    await publishAndLook(ctx, pilot, 1);
    const told = leftOutIn(await drain(ctx));
    const [diego, meera] = [await personNamed(ctx, 'diego.muestra'), await personNamed(ctx, 'meera.namoona')];
    expect(told.map(({ to, role, said }) => [to, role, said]).sort()).toEqual(
      [
        [diego, 'executive', NEUTRAL],
        [meera, 'mentor', 'Your topics and those that executives ask for here did not meet this time.'],
      ].sort(),
    );
    expect(await waitingIn(ctx, pilot, 'diego.muestra')).toBe(true);
    expect(await waitingIn(ctx, pilot, 'clara.exampleton')).toBe(false);
  });

  it('is told by the worker where they are many, and nobody waits for that', async () => {
    const ctx = aContext();
    const pilot = await aLopsidedPilot(ctx);
    await runAndLook(ctx, pilot);
    const rows = await Partition.openCohort(ctx, pilot.cohort, []);
    for (let n = 0; n < 60; n++) {
      const person = asId<PersonId>(`person-${n}`);
      const leftOut = { round: 1, person, role: 'mentor', reason: 'noPartner' } as const;
      rows.create('leftout', `${roundKey(1)}_${person}_mentor`, leftOut);
    }
    await rows.commit();
    expect((await publishAndLook(ctx, pilot, 1)).state).toBe('publishing');
    await drain(ctx);
    expect((await publishAndLook(ctx, pilot, 1)).state).toBe('published');
  });

  it('is also whoever was proposed and fell out when the round was published', async () => {
    const ctx = aContext();
    const pilot = await aLopsidedPilot(ctx);
    await runAndLook(ctx, pilot);
    const aisha = await personNamed(ctx, 'aisha.specimen');
    const rows = await Partition.open(ctx, 'people', aisha);
    const profile = rows.find('profile')?.value;
    if (profile) rows.put('profile', '', { ...profile, languages: ['fi'] });
    await rows.commit();
    await publishAndLook(ctx, pilot, 1);
    const told = leftOutIn(await drain(ctx));
    expect(told).toHaveLength(4);
    const clara = await personNamed(ctx, 'clara.exampleton');
    expect(told.find(({ to }) => to === clara)?.said).toBe(NEUTRAL);
    expect(await waitingIn(ctx, pilot, 'aisha.specimen')).toBe(true);
  });

  it('is not a mentor of two when only one of the two fell out', async () => {
    const ctx = aContext();
    const pilot = await aLopsidedPilot(ctx);
    await join(ctx, pilot, 'aisha.specimen', { ...offersVideo, capacity: 2 });
    await runAndLook(ctx, pilot);
    const diego = await personNamed(ctx, 'diego.muestra');
    const rows = await Partition.open(ctx, 'people', diego);
    const profile = rows.find('profile')?.value;
    if (profile) rows.put('profile', '', { ...profile, wants: [] });
    await rows.commit();
    await publishAndLook(ctx, pilot, 1);
    const told = leftOutIn(await drain(ctx)).map(({ to }) => to);
    expect(told).toContain(diego);
    expect(told).not.toContain(await personNamed(ctx, 'aisha.specimen'));
    expect(await waitingIn(ctx, pilot, 'aisha.specimen')).toBe(false);
  });

  it('hears it once after a crash at any write', async () => {
    for (let writes = 0; ; writes++) {
      const ctx = aContext();
      const pilot = await aLopsidedPilot(ctx);
      await runAndLook(ctx, pilot);
      const dying = aDyingProcess(ctx, writes);
      await untilDeath(publishAndLook(dying, pilot, 1));
      const first = await recover(ctx);
      await publishAndLook(ctx, pilot, 1);
      const told = leftOutIn([...first, ...(await recover(ctx)), ...(await recover(ctx))]);
      expect(new Set(told.map(({ to }) => to)).size, `dead at write ${writes}`).toBe(2);
      expect(told, `dead at write ${writes}`).toHaveLength(2);
      if (!dying.tables.hasCrashed) break;
    }
  });
});

describe('after an introduction without a pair', () => {
  it.each(['decline', 'silence', 'withdrawal'])('both come first next time: %s', async (way) => {
    const ctx = aContext();
    const pilot = await aLopsidedPilot(ctx);
    await runAndLook(ctx, pilot);
    const { proposals } = await publishAndLook(ctx, pilot, 1);
    expect(proposals.map(({ state }) => state)).toEqual(['introduced']);
    await drain(ctx);
    const id = ctx.tables.all('pairs').find(({ key }) => key === 'pair')?.partition ?? '';
    const aisha = await personNamed(ctx, 'aisha.specimen');
    if (way === 'withdrawal') await answerIntroduction(ctx, aisha, asId(id), 'yes');
    if (way !== 'silence') await answerIntroduction(ctx, aisha, asId(id), 'notThisTime');
    await drain(ctx);
    expect(await waitingIn(ctx, pilot, 'aisha.specimen')).toBe(false);
    ctx.clock.set('2026-12-02T09:00:00.000Z');
    await endIfDue(ctx, asId(id));
    await drain(ctx);
    for (const name of ['aisha.specimen', 'clara.exampleton'])
      expect(await waitingIn(ctx, pilot, name)).toBe(true);
  });
});
