import { beforeEach, describe, expect, it } from 'vitest';
import { asId } from '#domain/basics/ids.ts';
import { type PairWorld, PILOT } from '#tests/bot/pairWorld.ts';
import { aPairIn, memberIn, pairIn, told } from '#tests/bot/usecases/pairs/partings.ts';
import { getProgramme } from '#usecases/enrolment/programme.ts';
import { findOwnLeave, sayOwnAway, sayOwnBack } from '#usecases/life/ownLeave.ts';
import { Partition } from '#usecases/story/partition.ts';
import { Conflict } from '#usecases/story/ports.ts';

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
