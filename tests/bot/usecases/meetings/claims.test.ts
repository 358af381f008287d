import { beforeEach, describe, expect, it } from 'vitest';
import { asId, type Instant } from '#domain/basics/ids.ts';
import { aPerson, aSigned, PAIR, type PairWorld, rowsOf, TEAMS_MEETING } from '#tests/bot/pairWorld.ts';
import { claimMeeting, enterMeeting, findMeeting, giveBackMeeting } from '#usecases/meetings/claims.ts';
import { meetingEnded, meetingStarted } from '#usecases/meetings/meetings.ts';
import { claimOwner } from '#usecases/meetings/teamsMeetings.ts';

let world: PairWorld;
beforeEach(async () => {
  world = await aSigned();
});

const claim = (person = world.aisha, over: object = {}) =>
  claimMeeting(world.ctx, person, {
    ...{ ...TEAMS_MEETING, pair: PAIR, startsAt: null, plannedEnd: null },
    ...over,
  });
const find = (person: typeof world.clara, ids = TEAMS_MEETING) => findMeeting(world.ctx, person, ids);
const meetings = async () => (await rowsOf(world)).list('meeting').map(({ value }) => value);
const lookups = () => world.ctx.tables.all('lookups').filter(({ partition }) => partition === 'meeting');
const asked = () => world.sent.filter(({ view }) => view.kind === 'feedback');
const teams = () => world.ctx.teamsMeetings;

describe('whose a meeting is', () => {
  it('looks the same to somebody who is not in it, claimed or not', async () => {
    teams().strangers.add('oid-diego');
    const before = await find(world.diego);
    await claim();
    expect(await find(world.diego)).toEqual(before);
    expect(before).toEqual({ state: 'elsewhere' });
  });

  it('is said only by somebody who is in it, in the same words whether others hold it or not', async () => {
    teams().strangers.add('oid-aisha');
    await expect(claim()).rejects.toMatchObject({ word: 'pair:meeting.notIn' });
    await claimOwner(world.ctx, TEAMS_MEETING, asId('pair-other'));
    await expect(claim()).rejects.toMatchObject({ word: 'pair:meeting.notIn' });
    expect(await meetings()).toEqual([]);
  });

  it('is not said where Teams says nothing', async () => {
    teams().isSilent = true;
    await expect(claim()).rejects.toMatchObject({ word: 'pair:meeting.notIn' });
    expect(lookups()).toEqual([]);
  });

  it('is not theirs where Teams shows that the partner is not invited', async () => {
    teams().strangers.add('oid-clara');
    await expect(claim()).rejects.toMatchObject({
      word: 'pair:meeting.partnerNotIn',
      values: { names: 'Clara' },
    });
    expect(lookups()).toEqual([]);
  });

  it('is known by the chat that Teams says, whatever chat the client names', async () => {
    const findPresence = teams().findPresence.bind(teams());
    teams().findPresence = async (of) => {
      const presence = await findPresence(of);
      return presence && { ...presence, teamsChat: '19:true@thread.v2' };
    };
    await claim(world.aisha, { teamsChat: '19:of-others@thread.v2' });
    expect(await find(world.diego, { teamsMeeting: 'x', teamsChat: '19:of-others@thread.v2' })).toMatchObject(
      {
        state: 'others',
      },
    );
    expect(await find(world.clara, { teamsMeeting: '', teamsChat: '19:true@thread.v2' })).toMatchObject({
      state: 'yours',
    });
    expect((await find(world.clara, { teamsMeeting: '', teamsChat: '19:of-others@thread.v2' })).state).toBe(
      'others',
    );
  });
});

describe('a claim', () => {
  it('can be given back by either: then the meeting is free, and nobody is asked how it was', async () => {
    await claim();
    await giveBackMeeting(world.ctx, world.clara, TEAMS_MEETING);
    expect(await meetings()).toEqual([]);
    expect(lookups()).toEqual([]);
    expect((await find(world.aisha)).state).toBe('unclaimed');
    await world.until('2026-11-24T09:00:00.000Z');
    expect(asked()).toEqual([]);
  });

  it('is given back by nobody else, whether there is one or not', async () => {
    const refused = { kind: 'missing', word: 'pair:meeting.missing' };
    await expect(giveBackMeeting(world.ctx, world.diego, TEAMS_MEETING)).rejects.toMatchObject(refused);
    await claim();
    await expect(giveBackMeeting(world.ctx, world.diego, TEAMS_MEETING)).rejects.toMatchObject(refused);
    expect(lookups()).toHaveLength(2);
  });

  it('keeps the conversations that were, when it is given back', async () => {
    await claim();
    await meetingEnded(world.ctx, { ...TEAMS_MEETING, at: asId<Instant>('2026-11-23T09:50:00.000Z') });
    await giveBackMeeting(world.ctx, world.aisha, TEAMS_MEETING);
    expect(await meetings()).toMatchObject([{ state: 'ended' }]);
  });

  it('of a pair of whom nobody is in the meeting falls as soon as somebody who is looks in', async () => {
    await claim();
    teams().strangers.add('oid-clara').add('oid-aisha');
    expect(await find(world.diego)).toEqual({ state: 'unclaimed', pairs: [], agreementMissing: false });
    expect(lookups()).toEqual([]);
    expect(await meetings()).toEqual([]);
  });

  it('stays while Teams shows one of the pair', async () => {
    await claim();
    teams().strangers.add('oid-clara');
    expect(await find(world.diego)).toEqual({ state: 'others' });
    expect(lookups()).toHaveLength(2);
  });
});

describe('a meeting claimed on Monday for Thursday', () => {
  const THURSDAY = { startsAt: '2026-11-26T09:00:00.000Z', plannedEnd: '2026-11-26T09:30:00.000Z' };
  beforeEach(async () => {
    teams().isRunning = false;
    teams().planned = THURSDAY;
    expect(await claim()).toMatchObject({ state: 'yours', occurrence: '' });
  });

  it('asks nobody "How was it?" before it was', async () => {
    await world.until('2026-11-26T09:00:00.000Z');
    expect(asked()).toEqual([]);
    await meetingStarted(world.ctx, { ...TEAMS_MEETING, at: asId<Instant>('2026-11-26T09:01:00.000Z') });
    expect(await meetings()).toMatchObject([{ plannedEnd: THURSDAY.plannedEnd, hasBegun: true }]);
    await world.until('2026-11-26T09:40:00.000Z');
    expect(asked()).toHaveLength(2);
  });

  it('gets no other meeting by being looked at, however often', async () => {
    for (const day of ['23', '24', '25']) {
      world.ctx.clock.set(`2026-11-${day}T15:00:00.000Z`);
      await find(world.clara);
      await enterMeeting(world.ctx, world.aisha, TEAMS_MEETING);
    }
    expect(await meetings()).toHaveLength(1);
    expect(asked()).toEqual([]);
  });

  it('begins when somebody is in it, though Teams tells no start', async () => {
    world.ctx.clock.set('2026-11-26T09:02:00.000Z');
    teams().isRunning = true;
    const found = await enterMeeting(world.ctx, world.clara, TEAMS_MEETING);
    expect(found).toMatchObject({ state: 'yours', occurrence: (await meetings())[0]?.occurrence });
    expect(await meetings()).toMatchObject([{ startedAt: THURSDAY.startsAt, hasBegun: true }]);
  });
});

it('a time that Teams says and no meeting can have counts as not said', async () => {
  teams().planned = { startsAt: '9999-12-31T22:00:00.000Z', plannedEnd: '9999-12-31T23:00:00.000Z' };
  await claim();
  expect(await meetings()).toMatchObject([
    { startedAt: '2026-11-23T09:00:00.000Z', plannedEnd: '2026-11-23T10:00:00.000Z' },
  ]);
});

it('somebody whom the directory does not name is in no meeting', async () => {
  const nobody = await aPerson(world.ctx, 'Zoe Nobody', (await rowsOfProfile()) as never);
  expect((await find(nobody)).state).toBe('unclaimed');
  const { tables } = world.ctx;
  const row = await tables.find('people', nobody, 'person');
  if (row)
    await tables.commit('people', nobody, [
      { op: 'replace', key: 'person', etag: row.etag, value: { ...row.value, directoryId: '' } },
    ]);
  expect((await find(nobody)).state).toBe('elsewhere');
});

const rowsOfProfile = async () => (await world.ctx.tables.find('people', world.diego, 'profile'))?.value;
