import { beforeEach, describe, expect, it } from 'vitest';
import { asId, type Instant, type OccurrenceId } from '#domain/basics/ids.ts';
import {
  aPaired,
  aSigned,
  PAIR,
  type PairWorld,
  PILOT,
  rowsOf,
  TEAMS_MEETING,
} from '#tests/bot/pairWorld.ts';
import { askFeedbackIfDue } from '#usecases/meetings/asking.ts';
import { claimMeeting, enterMeeting, findMeeting } from '#usecases/meetings/claims.ts';
import { giveFeedback } from '#usecases/meetings/feedback.ts';
import { meetingEnded, meetingStarted } from '#usecases/meetings/meetings.ts';
import { etagOf, movePanel, showPanel } from '#usecases/meetings/panel.ts';
import { claimOwner } from '#usecases/meetings/teamsMeetings.ts';

let world: PairWorld;
beforeEach(async () => {
  world = await aSigned();
});

const claim = (person = world.aisha, over: object = {}) =>
  claimMeeting(world.ctx, person, {
    ...TEAMS_MEETING,
    pair: PAIR,
    startsAt: null,
    plannedEnd: null,
    ...over,
  });
const find = (person: typeof world.clara, ids = TEAMS_MEETING) => findMeeting(world.ctx, person, ids);
const event = (at: string) => ({ ...TEAMS_MEETING, at: asId<Instant>(at) });
const meetings = async () => (await rowsOf(world)).list('meeting').map(({ value }) => value);
const asked = () => world.sent.filter(({ view }) => view.kind === 'feedback');
const FEEDBACK = {
  worthTheHour: 5,
  learned: 'How she thinks about *risk* <b>',
  surprised: 'She keeps bees 🐝',
  balanced: 'yes' as const,
  candid: 'partly' as const,
  goOn: 'yes' as const,
  shared: false,
};
const aboutIt = (occurrence: OccurrenceId) => ({ pair: PAIR, occurrence, from: 'panel' as const });
const give = async (person: typeof world.clara, over: Partial<typeof FEEDBACK> = {}) => {
  const [meeting] = await meetings();
  const occurrence = meeting?.occurrence ?? asId<OccurrenceId>('none');
  return giveFeedback(world.ctx, person, aboutIt(occurrence), { ...FEEDBACK, ...over });
};

describe('a meeting', () => {
  it('is unclaimed until a member says whose it is; others learn only that it is theirs', async () => {
    expect(await find(world.clara)).toEqual({
      state: 'unclaimed',
      pairs: [{ pair: PAIR, partners: ['Aisha'] }],
      agreementMissing: false,
    });
    expect(await find(world.diego)).toEqual({ state: 'unclaimed', pairs: [], agreementMissing: false });
    const yours = await claim();
    expect(yours).toMatchObject({ state: 'yours', pair: PAIR, partners: ['Clara'] });
    expect(await find(world.clara)).toEqual({ ...yours, partners: ['Aisha'] });
    expect(await find(world.diego)).toEqual({ state: 'others' });
    expect(await find(world.clara, { ...TEAMS_MEETING, teamsMeeting: '' })).toMatchObject({ state: 'yours' });
    expect(await find(world.clara, { ...TEAMS_MEETING, teamsChat: '' })).toMatchObject({ state: 'yours' });
  });

  it('is claimed only by members, and only with a signed agreement', async () => {
    await expect(claim(world.diego)).rejects.toMatchObject({ kind: 'missing' });
    await expect(claim(world.aisha, { teamsMeeting: '', teamsChat: '' })).rejects.toMatchObject({
      kind: 'invalid',
    });
    world = await aPaired();
    await expect(claim()).rejects.toMatchObject({ word: 'pair:agreement.needed' });
    expect(await find(world.aisha)).toEqual({ state: 'unclaimed', pairs: [], agreementMissing: true });
  });

  it.each([
    ['startsAt', '9999-12-31T23:59:59Z'],
    ['startsAt', '2028-12-01T09:00:00Z'],
    ['plannedEnd', '0001-01-01T00:00:00Z'],
    ['startsAt', '2024-11-01T09:00:00Z'],
  ])(
    'with %s more than two years away (%s) is refused with a sentence, and changes nothing',
    async (name, at) => {
      const before = world.ctx.tables.all('lookups').length;
      await expect(claim(world.aisha, { [name]: at })).rejects.toMatchObject({ word: 'pair:meeting.tooFar' });
      expect(await meetings()).toEqual([]);
      expect(world.ctx.tables.all('lookups')).toHaveLength(before);
    },
  );

  it('claimed by both at once is one occurrence', async () => {
    const both = await Promise.all([claim(world.aisha), claim(world.clara), find(world.clara)]);
    expect(both[0]).toMatchObject({ state: 'yours' });
    expect(await meetings()).toHaveLength(1);
  });

  it('claimed for two pairs at once belongs to one of them, whole', async () => {
    const other = asId<typeof PAIR>('pair-other');
    const [mine, theirs] = await Promise.all([
      claimOwner(world.ctx, TEAMS_MEETING, PAIR),
      claimOwner(world.ctx, TEAMS_MEETING, other),
    ]);
    expect(mine).toBe(theirs);
    const lookups = world.ctx.tables.all('lookups').filter(({ partition }) => partition === 'meeting');
    expect(lookups.map(({ value }) => value)).toEqual([{ pair: mine }, { pair: mine }]);
  });

  it('that others hold cannot be claimed a second time', async () => {
    await claimOwner(world.ctx, TEAMS_MEETING, asId('pair-other'));
    expect(await claim()).toEqual({ state: 'others' });
    expect(await meetings()).toEqual([]);
  });

  it('starts a new occurrence each time Teams uses its id again', async () => {
    await claim();
    await meetingStarted(world.ctx, event('2026-11-23T09:02:00.000Z'));
    expect(await meetings()).toHaveLength(1);
    await meetingEnded(world.ctx, event('2026-11-23T09:50:00.000Z'));
    await meetingStarted(world.ctx, event('2026-11-23T09:02:00.000Z'));
    expect(await meetings()).toHaveLength(1);
    world.ctx.clock.set('2026-11-30T09:00:00.000Z');
    await meetingStarted(world.ctx, event('2026-11-30T09:00:00.000Z'));
    await meetingStarted(world.ctx, event('2026-11-30T09:00:00.000Z'));
    const states = (await meetings()).map(({ state, startedAt }) => `${startedAt} ${state}`).sort();
    expect(states).toEqual(['2026-11-23T09:00:00.000Z ended', '2026-11-30T09:00:00.000Z open']);
    expect(await find(world.clara)).toMatchObject({ state: 'yours' });
    expect(await meetings()).toHaveLength(2);
  });

  it('nobody has claimed leaves no trace', async () => {
    await meetingStarted(world.ctx, event('2026-11-23T09:00:00.000Z'));
    await meetingEnded(world.ctx, event('2026-11-23T10:00:00.000Z'));
    expect(await meetings()).toEqual([]);
  });
});

describe('a look into the panel of a meeting long over', () => {
  beforeEach(async () => {
    await claim();
    await meetingEnded(world.ctx, event('2026-11-23T09:50:00.000Z'));
    await world.until('2026-11-25T09:00:00.000Z');
    expect(asked()).toHaveLength(2);
  });

  it('asks nobody how it was', async () => {
    await find(world.clara);
    await world.until('2026-11-26T09:00:00.000Z');
    expect(asked()).toHaveLength(2);
  });

  it('is a meeting once somebody is in it and moves the panel, though Teams said nothing', async () => {
    expect(await find(world.clara)).toMatchObject({ state: 'yours', occurrence: '' });
    const found = await enterMeeting(world.ctx, world.clara, TEAMS_MEETING);
    const occurrence = asId<OccurrenceId>(found.state === 'yours' ? found.occurrence : '');
    const { panel } = await showPanel(world.ctx, world.clara, PAIR, occurrence);
    await movePanel(world.ctx, world.clara, PAIR, { move: 'another', seen: etagOf(panel) });
    await world.until('2026-11-26T09:00:00.000Z');
    expect(asked()).toHaveLength(4);
  });
});

describe('after a meeting', () => {
  beforeEach(async () => {
    await claim();
  });

  it('who has not said how it was is asked once, who has is not', async () => {
    expect(await give(world.aisha)).toMatchObject({ repeated: false });
    await meetingEnded(world.ctx, event('2026-11-23T09:50:00.000Z'));
    await meetingEnded(world.ctx, event('2026-11-23T09:50:00.000Z'));
    await world.until('2026-11-24T09:00:00.000Z');
    expect(asked().map(({ to }) => to)).toEqual([world.clara]);
  });

  it('both are asked after the planned end when Teams never says it ended', async () => {
    await world.until('2026-11-23T10:09:59.000Z');
    expect(asked()).toEqual([]);
    await world.until('2026-11-23T10:10:00.000Z');
    expect(
      asked()
        .map(({ to }) => to)
        .sort(),
    ).toEqual([world.aisha, world.clara].sort());
    await meetingEnded(world.ctx, event('2026-11-23T10:30:00.000Z'));
    await world.until('2026-11-24T09:00:00.000Z');
    expect(asked()).toHaveLength(2);
  });

  it('nobody is asked again at the planned end of a meeting that has ended', async () => {
    await claim();
    await meetingEnded(world.ctx, event('2026-11-23T09:40:00.000Z'));
    await world.until('2026-11-23T09:42:00.000Z');
    const [ended] = await meetings();
    expect(asked()).toHaveLength(2);
    world.ctx.clock.set('2026-11-23T12:00:00.000Z');
    await askFeedbackIfDue(world.ctx, PAIR, ended?.occurrence ?? asId(''));
    expect((await rowsOf(world)).list('outbox')).toEqual([]);
    expect(await meetings()).toEqual([ended]);
  });

  it('whoever dropped out and comes back goes on: one conversation, and one card each after its real end', async () => {
    await meetingStarted(world.ctx, event('2026-11-23T09:01:00.000Z'));
    world.ctx.clock.set('2026-11-23T09:20:00.000Z');
    await meetingEnded(world.ctx, event('2026-11-23T09:20:00.000Z'));
    await world.settle();
    world.ctx.clock.set('2026-11-23T09:21:00.000Z');
    await meetingStarted(world.ctx, event('2026-11-23T09:21:00.000Z'));
    await meetingStarted(world.ctx, event('2026-11-23T09:01:00.000Z'));
    await world.until('2026-11-23T09:55:00.000Z');
    expect(asked()).toEqual([]);
    expect(await meetings()).toMatchObject([{ state: 'open' }]);
    await meetingEnded(world.ctx, event('2026-11-23T09:55:00.000Z'));
    await meetingEnded(world.ctx, event('2026-11-23T09:20:00.000Z'));
    await meetingStarted(world.ctx, event('2026-11-23T09:21:00.000Z'));
    await world.until('2026-11-24T09:00:00.000Z');
    expect(await meetings()).toMatchObject([{ state: 'ended', endedAt: '2026-11-23T09:55:00.000Z' }]);
    expect(asked().map(({ at }) => at)).toEqual(Array(2).fill('2026-11-23T09:57:00.000Z'));
  });

  it('comes the end twice and before the start, it is one meeting with one card each', async () => {
    world.ctx.teamsMeetings.isRunning = false;
    const ids = { teamsMeeting: 'MCMxOTptZWV0aW5nLater', teamsChat: '19:meeting_later@thread.v2' };
    const at = (time: string) => ({ ...ids, at: asId<Instant>(`2026-11-24T${time}:00.000Z`) });
    await claim(world.aisha, { ...ids, startsAt: '2026-11-24T10:00:00.000Z' });
    await world.until('2026-11-24T11:00:00.000Z');
    const before = asked().length;
    await meetingEnded(world.ctx, at('10:58'));
    await meetingStarted(world.ctx, at('10:02'));
    await meetingEnded(world.ctx, at('10:58'));
    await meetingEnded(world.ctx, at('10:59'));
    await world.until('2026-11-25T09:00:00.000Z');
    const later = (await meetings()).filter(({ teamsMeeting }) => teamsMeeting === ids.teamsMeeting);
    expect(later).toMatchObject([{ state: 'ended', endedAt: '2026-11-24T10:58:00.000Z' }]);
    expect(asked().slice(before)).toHaveLength(2);
  });

  it('with a third person in it, only the two of the pair are asked', async () => {
    expect(await find(world.diego)).toEqual({ state: 'others' });
    await meetingEnded(world.ctx, event('2026-11-23T10:00:00.000Z'));
    await world.until('2026-11-24T09:00:00.000Z');
    expect(new Set(asked().map(({ to }) => to))).toEqual(new Set([world.clara, world.aisha]));
  });

  it('the panel racing the card is one feedback, and the slower one hears which stands', async () => {
    await meetingEnded(world.ctx, event('2026-11-23T10:00:00.000Z'));
    const [meeting] = await meetings();
    const at = { pair: PAIR, occurrence: meeting?.occurrence ?? asId<OccurrenceId>('none') };
    const both = await Promise.all([
      giveFeedback(world.ctx, world.clara, { ...at, from: 'panel' }, { worthTheHour: 5 }),
      giveFeedback(world.ctx, world.clara, { ...at, from: 'card' }, { worthTheHour: 1 }),
    ]);
    const first = both.find(({ repeated }) => !repeated)?.mine;
    expect(both.map(({ mine }) => mine)).toEqual([first, first]);
    expect((await rowsOf(world)).list('feedback').map(({ value }) => value)).toEqual([first]);
  });

  it('that lies ahead nobody can say how it was until it has begun', async () => {
    world.ctx.teamsMeetings.isRunning = false;
    await meetingEnded(world.ctx, event('2026-11-23T09:50:00.000Z'));
    const ids = { teamsMeeting: 'MCMxOTptZWV0aW5nLater', teamsChat: '19:meeting_later@thread.v2' };
    await claim(world.aisha, { ...ids, startsAt: '2026-12-24T09:00:00.000Z' });
    const ahead = (await meetings()).find(({ startedAt }) => startedAt.startsWith('2026-12-24'));
    const occurrence = ahead?.occurrence ?? asId<OccurrenceId>('none');
    const tell = () => giveFeedback(world.ctx, world.aisha, aboutIt(occurrence), FEEDBACK);
    await expect(tell()).rejects.toMatchObject({ kind: 'conflict', word: 'pair:meeting.notBegun' });
    expect((await rowsOf(world)).list('feedback')).toEqual([]);
    world.ctx.clock.set('2026-12-24T08:50:00.000Z');
    await expect(tell()).rejects.toMatchObject({ word: 'pair:meeting.notBegun' });
    await meetingStarted(world.ctx, { ...ids, at: asId<Instant>('2026-12-24T08:52:00.000Z') });
    expect(await tell()).toMatchObject({ repeated: false });
  });

  it('a second answer changes nothing and says so', async () => {
    const both = await Promise.all([give(world.clara), give(world.clara, { worthTheHour: 1 })]);
    expect(both.map(({ repeated }) => repeated).sort()).toEqual([false, true]);
    expect((await rowsOf(world)).list('feedback')).toHaveLength(1);
    expect(await give(world.clara, { worthTheHour: 2 })).toMatchObject({ repeated: true });
  });

  it('is looked for again when it was written later than its pointer', async () => {
    await claim();
    await give(world.clara);
    const { tables, clock } = world.ctx;
    const [row] = await tables.list('pairs', PAIR, { from: 'feedback_', to: 'feedback`' });
    if (!row) throw new Error('there is no feedback');
    await tables.commit('pairs', PAIR, [{ op: 'remove', key: row.key, etag: row.etag }]);
    clock.advance(30_000);
    await world.settle();
    const measures = () => tables.list('cohorts', PILOT, { from: 'measure_', to: 'measure`' });
    expect(await measures()).toEqual([]);
    await tables.commit('pairs', PAIR, [{ op: 'create', key: row.key, value: row.value }]);
    clock.advance(10 * 60_000);
    await world.settle();
    expect(await measures()).toHaveLength(1);
  });

  it('only numbers leave the pair, without a name', async () => {
    await give(world.clara, { shared: true });
    world.ctx.clock.advance(30_000);
    await world.settle();
    const rows = await world.ctx.tables.list('cohorts', PILOT, { from: 'measure_', to: 'measure`' });
    expect(rows.map(({ value }) => value)).toEqual([
      {
        kind: 'feedback',
        role: 'executive',
        month: '2026-11',
        worthTheHour: 5,
        balanced: 'yes',
        candid: 'partly',
      },
    ]);
    expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${world.clara}|${PAIR}|bees`));
  });

  it('refuses what is out of range and who is not of the pair', async () => {
    await expect(give(world.clara, { worthTheHour: 6 })).rejects.toMatchObject({ kind: 'invalid' });
    await expect(give(world.clara, { learned: 'x'.repeat(1001) })).rejects.toMatchObject({ kind: 'invalid' });
    await expect(give(world.diego)).rejects.toMatchObject({ kind: 'missing' });
    const elsewhere = giveFeedback(world.ctx, world.clara, aboutIt(asId('no-such')), FEEDBACK);
    await expect(elsewhere).rejects.toMatchObject({ kind: 'missing' });
  });
});
