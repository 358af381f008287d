import { beforeEach, describe, expect, it } from 'vitest';
import { asId, type CohortId, toInstant } from '#domain/basics/ids.ts';
import { type PairWorld, PILOT } from '#tests/bot/pairWorld.ts';
import { aPilot, bytesOf, join, takeSteps } from '#tests/bot/usecases/cohorts/cohortStory.ts';
import { aPairIn, memberIn, pairIn, told } from '#tests/bot/usecases/pairs/partings.ts';
import { aContext } from '#tests/fakes/context.ts';
import { checkImport, confirmImport } from '#usecases/cohorts/imports.ts';
import { answerEnrolment } from '#usecases/enrolment/enrolment.ts';
import { getProgramme } from '#usecases/enrolment/programme.ts';
import { findOwnLeave, sayOwnAway, sayOwnBack } from '#usecases/life/ownLeave.ts';
import { joinedIn, presentIn } from '#usecases/matching/matchPeople.ts';
import { Partition } from '#usecases/story/partition.ts';
import { Conflict } from '#usecases/story/ports.ts';
import { readingOnce } from '#usecases/story/readOnce.ts';

let world: PairWorld;
beforeEach(async () => {
  world = await aPairIn();
});
const until = asId<never>('2027-02-15');
const leaveNow = async () => (await memberIn(world, world.clara))?.awayUntil;
const programmeLeave = async () =>
  (await getProgramme(world.ctx, { cohort: PILOT, person: world.clara, locale: 'en' })).awayUntil;

describe('a leave that somebody notes themselves', () => {
  it('counts as the word of a champion: their pair rests, and their programme says until when', async () => {
    await sayOwnAway(world.ctx, world.clara, until);
    await world.settle();
    expect([await leaveNow(), await programmeLeave()]).toEqual([until, until]);
    const pair = await pairIn(world);
    expect(pair?.state === 'paused' && pair.pause).toMatchObject({ by: world.clara, until, leave: {} });
    await sayOwnAway(world.ctx, world.clara, until);
    await world.settle();
    expect(told(world, 'paused')).toHaveLength(1);
  });

  it('ends as soon as they are back, also where a champion had noted it, and twice is once', async () => {
    const rows = await Partition.pick(world.ctx, PILOT, [['member', world.clara]]);
    const member = rows.find('member', world.clara)?.value;
    if (!member) throw new Error('there is no member');
    rows.put('member', world.clara, { ...member, awayUntil: until });
    rows.tell({ kind: 'memberAway', cohort: PILOT, person: world.clara, until });
    await rows.commit();
    await world.settle();
    expect((await pairIn(world))?.state).toBe('paused');
    for (const _ of ['once', 'twice is once']) await sayOwnBack(world.ctx, world.clara);
    await world.settle();
    expect([await leaveNow(), await programmeLeave()]).toEqual([undefined, undefined]);
    expect((await pairIn(world))?.state).toBe('active');
    expect(told(world, 'resumed')).toHaveLength(1);
  });

  it('runs out by itself', async () => {
    await sayOwnAway(world.ctx, world.clara, until);
    expect(await findOwnLeave(world.ctx, world.clara)).toMatchObject({ until });
    world.ctx.clock.advance(90 * 24 * 3_600_000);
    expect((await findOwnLeave(world.ctx, world.clara))?.until).toBeUndefined();
    expect(await programmeLeave()).toBeUndefined();
  });

  it('is for a day that can be, and for somebody who takes part', async () => {
    const say = (day: string, person = world.clara) => sayOwnAway(world.ctx, person, asId(day));
    await expect(say('2026-11-23')).rejects.toThrow('parting:pause.tooEarly');
    await expect(say('2028-11-01')).rejects.toThrow('parting:pause.tooLate');
    await expect(say(until, asId('person-x'))).rejects.toThrow('acts:away.notIn');
    expect(await leaveNow()).toBeUndefined();
  });

  it('is written over nothing that changed meanwhile', async () => {
    const { tables } = world.ctx;
    const commit = tables.commit.bind(tables);
    let isLate = true;
    world.ctx.tables.commit = async (...args) => {
      if (isLate && args[0] === 'cohorts') {
        isLate = false;
        throw new Conflict('cohorts');
      }
      return commit(...args);
    };
    await sayOwnAway(world.ctx, world.clara, until);
    expect(await leaveNow()).toBe(until);
  });
});

describe('a leave and what else is said', () => {
  it('counts as well in a programme that they join meanwhile', async () => {
    const { ctx, clara } = world;
    const other = asId<CohortId>('other');
    const known = (await Partition.pick(ctx, PILOT, [['cohort']])).find('cohort')?.value;
    if (!known) throw new Error('there is no cohort');
    const rows = Partition.blank(ctx, 'cohorts', other);
    rows.create('cohort', '', { ...known, name: 'Other', state: 'matching' });
    rows.create('member', clara, { role: 'executive', state: 'invited', waiting: false });
    await rows.commit();
    const own = await Partition.open(ctx, 'people', clara);
    const invitedAt = toInstant(ctx.clock.now());
    own.create('enrolment', other, {
      ...{ cohortName: 'Other', role: 'executive', state: 'invited', invitedAt, answeredAt: '' },
    });
    await own.commit();
    await sayOwnAway(readingOnce(ctx), clara, until);
    await answerEnrolment(readingOnce(ctx), clara, other, 'join');
    await world.settle();
    const joined = await Partition.openCohort(ctx, other, ['cohort', 'member']);
    expect(joinedIn(joined)).toHaveLength(1);
    expect(await presentIn(readingOnce(ctx), joined)).toEqual([]);
  });

  it('is not said anew by a list that says what it said before', async () => {
    const ctx = aContext();
    const pilot = await aPilot(ctx);
    const csv = (day: string) =>
      `Name,Mail,Role,Return date\nAisha Specimen,aisha.specimen@turntable.example,mentor,${day}`;
    const bring = async (day: string) => {
      const file = { name: 'people.csv', bytes: bytesOf(csv(day)) };
      const { id } = await checkImport(readingOnce(ctx), pilot, file);
      if ((await takeSteps(ctx, pilot))?.state === 'checked') await confirmImport(ctx, pilot, id);
      await takeSteps(ctx, pilot);
    };
    await bring('2027-03-01');
    const aisha = await join(ctx, pilot, 'aisha.specimen');
    const known = async () => (await findOwnLeave(readingOnce(ctx), aisha))?.until;
    expect(await known()).toBe('2027-03-01');
    await sayOwnBack(readingOnce(ctx), aisha);
    await bring('2027-03-01');
    expect(await known()).toBeUndefined();
    await bring('2027-03-02');
    expect(await known()).toBe('2027-03-02');
  });
});
