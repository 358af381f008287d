import { beforeEach, describe, expect, it, vi } from 'vitest';
import { asId, type Day, type PersonId, toInstant } from '#domain/basics/ids.ts';
import { PAIR, type PairWorld, PILOT, rowsOf } from '#tests/bot/pairWorld.ts';
import { importPeople } from '#tests/bot/usecases/cohorts/cohortStory.ts';
import { aPairIn, memberIn, pairIn, slotsOf, told } from '#tests/bot/usecases/pairs/partings.ts';
import { lifeChores, sayAway, sayBack, sayGone } from '#usecases/life/members.ts';
import { pausePair } from '#usecases/pairs/pause.ts';
import { personOf } from '#usecases/people/people.ts';
import { Partition } from '#usecases/story/partition.ts';

let world: PairWorld;
let noor: PersonId;
const at = () => ({ cohort: PILOT, person: noor });
beforeEach(async () => {
  world = await aPairIn();
  const { ctx } = world;
  noor = await personOf(ctx, { directoryId: 'oid-noor', mail: 'noor@turntable.example', name: 'Noor Prøve' });
  const since = toInstant(ctx.clock.now());
  await ctx.tables.commit('cohorts', PILOT, [{ op: 'create', key: `champion_${noor}`, value: { since } }]);
});
const views = (kind: string) =>
  world.sent.filter(({ view }) => view.kind === kind).map(({ to, view }) => ({ to, ...view }));
const until = '2027-02-15';
const pauseIn = async () => {
  const pair = await pairIn(world);
  return pair?.state === 'paused' ? pair.pause : undefined;
};
const away = async (day = until, person = world.clara) => {
  await sayAway(world.ctx, at(), { person, until: asId(day) });
  await world.settle();
};
const back = async (person = world.clara) => {
  await sayBack(world.ctx, at(), person);
  await world.settle();
};

describe('somebody who has left the company', () => {
  it('ends their pair in words that name why to the other one, who may have somebody new', async () => {
    await sayGone(world.ctx, at(), world.aisha);
    await world.settle();
    const ended = views('pairEnded');
    expect(ended.find(({ to }) => to === world.clara)).toMatchObject({
      ...{ gone: 'Aisha Specimen', mayHaveNew: true },
    });
    expect(ended.find(({ to }) => to === world.aisha)).toMatchObject({ gone: '', mayHaveNew: false });
    expect((await pairIn(world))?.state).toBe('ended');
    expect((await memberIn(world, world.aisha))?.state).toBe('left');
    expect((await memberIn(world, world.clara))?.state).toBe('joined');
    expect(await slotsOf(world, world.clara)).toBe(0);
  });

  it('is noted once, however often it is said or done', async () => {
    await sayGone(world.ctx, at(), world.aisha);
    await world.settle();
    await sayGone(world.ctx, at(), world.aisha);
    await lifeChores.memberGone(world.ctx, { kind: 'memberGone', cohort: PILOT, person: world.aisha });
    await world.settle();
    expect(told(world, 'pairEnded')).toHaveLength(2);
    const did = world.ctx.tables.all('cohorts').filter(({ key }) => key.startsWith('audit_'));
    expect(did.map(({ value }) => value)).toMatchObject([{ by: noor, did: 'sayGone', about: world.aisha }]);
  });

  it('tells both who stay where there are three', async () => {
    const rows = await rowsOf(world);
    const pair = rows.find('pair')?.value;
    if (!pair) throw new Error('there is no pair');
    const diego = { ...pair.members[1], person: world.diego, name: 'Diego Muestra' };
    rows.put('pair', '', { ...pair, members: [...pair.members, diego] } as never);
    await rows.commit();
    await sayGone(world.ctx, at(), world.aisha);
    await world.settle();
    const named = views('pairEnded').filter((one) => 'gone' in one && one.gone === 'Aisha Specimen');
    expect(named.map(({ to }) => to).sort()).toEqual([world.clara, world.diego].sort());
  });

  it('is said by a champion of this cohort alone, of a member of it', async () => {
    for (const person of [world.clara, world.diego])
      await expect(sayGone(world.ctx, { cohort: PILOT, person }, world.aisha)).rejects.toThrow(
        'cohort:notYours',
      );
    await expect(sayGone(world.ctx, at(), asId('person-x'))).rejects.toThrow('cohort:contact.notMember');
    expect((await pairIn(world))?.state).toBe('active');
  });
});

describe('a long leave', () => {
  it('that a champion notes lets the pair rest, and tells the other one that they need not wait', async () => {
    await sayAway(world.ctx, at(), { person: world.clara, until: asId(until) });
    await world.settle();
    expect(views('paused')).toMatchObject([{ to: world.aisha, by: 'Clara Exampleton', until, isLong: true }]);
    const pair = await pairIn(world);
    expect(pair?.state === 'paused' && pair.pause).toMatchObject({ by: world.clara, until });
    await lifeChores.memberAway(world.ctx, {
      ...{ kind: 'memberAway', cohort: PILOT, person: world.clara, until: asId(until) },
    });
    await world.settle();
    expect(told(world, 'paused')).toHaveLength(1);
    expect((await memberIn(world, world.clara))?.awayUntil).toBe(until);
  });

  it('is over as soon as a champion says that they are back: what rested for it goes on', async () => {
    await sayAway(world.ctx, at(), { person: world.clara, until: asId(until) });
    await world.settle();
    for (const _ of ['once', 'twice is once']) await sayBack(world.ctx, at(), world.clara);
    await world.settle();
    expect((await pairIn(world))?.state).toBe('active');
    expect((await memberIn(world, world.clara))?.awayUntil).toBeUndefined();
    const did = world.ctx.tables.all('cohorts').filter(({ key }) => key.startsWith('audit_'));
    expect(did.map(({ value }) => (value as { did: string }).did)).toEqual(['sayAway', 'sayBack']);
  });

  it('that a list says rests like one of a champion, for as long as a break can last', async () => {
    const said = { person: world.clara, until: asId<Day>('2028-01-01') };
    const rows = await Partition.pick(world.ctx, PILOT, [['member', said.person]]);
    const member = rows.find('member', said.person)?.value;
    if (!member) throw new Error('there is no member');
    rows.put('member', said.person, { ...member, awayUntil: said.until });
    rows.tell({ kind: 'membersAway', cohort: PILOT, away: [said] });
    await rows.commit();
    await world.settle();
    const pair = await pairIn(world);
    expect(pair?.state === 'paused' && pair.pause).toMatchObject({ by: world.clara, until: '2027-05-23' });
  });

  it('is over once a list says so: what rested for it goes on', async () => {
    await away();
    const line = 'Clara Exampleton,clara@turntable.example,executive,2026-10-01';
    await importPeople(world.ctx, at(), `Name,Mail,Role,On leave until\n${line}`);
    await world.settle();
    expect((await memberIn(world, world.clara))?.awayUntil).toBeUndefined();
    expect((await pairIn(world))?.state).toBe('active');
  });

  it('leaves a longer break alone that the other one takes', async () => {
    const later = asId<Day>('2027-03-01');
    await pausePair(world.ctx, world.aisha, PAIR, { until: later });
    await sayAway(world.ctx, at(), { person: world.clara, until: asId(until) });
    await world.settle();
    expect(await pauseIn()).toMatchObject({ by: world.aisha, until: later });
    await sayBack(world.ctx, at(), world.clara);
    await world.settle();
    expect(await pauseIn()).toMatchObject({ by: world.aisha, until: later });
  });

  it.each([
    ['2027-01-04', false],
    [until, true],
  ])('of one’s own until %s offers to let go only where it is long', async (day, isLong) => {
    await pausePair(world.ctx, world.clara, PAIR, { until: asId(day) });
    await world.settle();
    expect(views('paused')).toMatchObject([{ to: world.aisha, isLong }]);
  });

  it('ends on a day that can be, of a cohort of one’s own', async () => {
    const said = (day: string, by = at()) =>
      sayAway(world.ctx, by, { person: world.clara, until: asId(day) });
    await expect(said('2026-11-01')).rejects.toThrow('parting:pause.tooEarly');
    await expect(said('2028-11-01')).rejects.toThrow('parting:pause.tooLate');
    await expect(said(until, { cohort: PILOT, person: world.diego })).rejects.toThrow('cohort:notYours');
    expect((await pairIn(world))?.state).toBe('active');
  });
});

describe('a leave and the breaks that people take', () => {
  const takes = (who: 'clara' | 'aisha', day: string) =>
    pausePair(world.ctx, world[who], PAIR, { until: asId(day) });

  it.each([
    ['clara', '2027-03-01', '2027-03-01'],
    ['clara', '2027-01-10', until],
    ['aisha', '2027-01-10', until],
  ] as const)('rests until the later day where %s’s break until %s was there', async (who, day, stands) => {
    await takes(who, day);
    await away();
    expect(await pauseIn()).toMatchObject({ until: stands });
    await back();
    expect(await pauseIn()).toMatchObject({ by: world[who], until: day });
    expect(await pauseIn()).not.toHaveProperty('leave');
  });

  it('goes on where the day of the earlier break has come meanwhile', async () => {
    await takes('aisha', '2026-12-01');
    await away();
    world.ctx.clock.advance(10 * 24 * 3_600_000);
    await back();
    expect((await pairIn(world))?.state).toBe('active');
  });

  it.each(['2027-02-01', until])('is a break of one’s own once one takes it, until %s', async (day) => {
    await away();
    await takes('clara', day);
    await back();
    expect(await pauseIn()).toMatchObject({ by: world.clara, until: day });
  });

  it('rests on for the leave of the other one, and no longer than that', async () => {
    await away();
    await away('2027-03-01', world.aisha);
    await back();
    expect(await pauseIn()).toMatchObject({ by: world.aisha, until: '2027-03-01' });
    await back(world.aisha);
    expect((await pairIn(world))?.state).toBe('active');
  });

  it('moves with the word of the champion, also to an earlier day', async () => {
    await away();
    for (const day of ['2027-01-15', '2027-03-01']) {
      await away(day);
      expect(await pauseIn()).toEqual({
        by: world.clara,
        until: day,
        resumesAt: expect.any(String),
        leave: {},
      });
    }
  });
});

describe('what a champion said of a leave, done out of order', () => {
  it('leaves the pair going where they are back before their leave was seen to', async () => {
    await sayAway(world.ctx, at(), { person: world.clara, until: asId(until) });
    await back();
    await lifeChores.memberAway(world.ctx, {
      ...{ kind: 'memberAway', cohort: PILOT, person: world.clara, until: asId(until) },
    });
    expect((await pairIn(world))?.state).toBe('active');
  });

  it('lets it rest until the latest day, whichever is seen to last', async () => {
    const said = { kind: 'memberAway', cohort: PILOT, person: world.clara } as const;
    await away('2027-01-15');
    await away();
    await lifeChores.memberAway(world.ctx, { ...said, until: asId('2027-01-15') });
    await lifeChores.memberBack(world.ctx, { ...said, kind: 'memberBack', until: asId('2027-01-15') });
    expect(await pauseIn()).toMatchObject({ until });
  });

  it('is right in the end where they are back while their leave is being seen to', async () => {
    await sayAway(world.ctx, at(), { person: world.clara, until: asId(until) });
    const { ctx } = world;
    const point = ctx.due.point.bind(ctx.due);
    vi.spyOn(ctx.due, 'point').mockImplementationOnce(async (...args) => {
      await sayBack(ctx, at(), world.clara);
      await point(...args);
    });
    await lifeChores.memberAway(ctx, {
      ...{ kind: 'memberAway', cohort: PILOT, person: world.clara, until: asId(until) },
    });
    expect((await pairIn(world))?.state).toBe('active');
  });
});
