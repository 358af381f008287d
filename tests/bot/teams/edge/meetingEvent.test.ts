import { beforeEach, describe, expect, it } from 'vitest';
import { meetingEvent } from '#teams/edge/meetingEvent.ts';
import { aSigned, PAIR, type PairWorld, rowsOf } from '#tests/bot/pairWorld.ts';
import { localTeams } from '#tests/bot/teams/localTeams.ts';
import { aMeeting, truthIn } from '#tests/bot/teams/stage.ts';
import { aBotOn, type Bot, GROUP, TENANT } from '#tests/bot/teams/surroundings.ts';
import { claimOwner } from '#usecases/meetings/teamsMeetings.ts';

const teams = localTeams();
let world: PairWorld;
let bot: Bot;
beforeEach(async () => {
  world = await aSigned();
  bot = aBotOn(world.ctx, teams);
});

const event = (name: string, value: object | undefined, channelData: object) =>
  bot.deliver({
    type: 'event',
    name: `application/vnd.microsoft.${name}`,
    value,
    channelData: { tenant: { id: TENANT }, ...channelData },
    conversation: GROUP,
  });
const meetings = async () => (await rowsOf(world)).list('meeting').map(({ value }) => value);
const askedForFeedback = () => world.sent.filter(({ view }) => view.kind === 'feedback').map(({ to }) => to);

describe('meetings of a pair', () => {
  it.each([
    ['PascalCase', { Id: 'other', StartTime: '2026-11-24T10:00:00Z' }],
    ['camelCase', { id: 'other', startTime: '2026-11-24T10:00:00Z' }],
  ])('start in %s, found by the id of the channel data', async (_, value) => {
    await claimOwner(world.ctx, { teamsMeeting: 'MCMx', teamsChat: '' }, PAIR);
    await event('meetingStart', value, { meeting: { id: 'MCMx' } });
    expect(await meetings()).toMatchObject([
      {
        ...{ teamsMeeting: 'MCMx', teamsChat: GROUP.id, state: 'open' },
        startedAt: '2026-11-24T10:00:00.000Z',
      },
    ]);
    expect(teams.calls.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /v1/meetings/MCMx']);
  });

  it('end when Teams plans them to, as the bot is told at the start', async () => {
    teams.meeting = {
      details: {
        ...{ id: 'MCMx', title: 'Us', type: 'Scheduled', joinUrl: 'https://teams.microsoft.com/l/x' },
        scheduledStartTime: '2026-11-24T10:00:00Z',
        scheduledEndTime: '2026-11-24T10:45:00Z',
      },
    };
    await claimOwner(world.ctx, { teamsMeeting: 'MCMx', teamsChat: '' }, PAIR);
    await event('meetingStart', { StartTime: '2026-11-24T10:02:00Z' }, { meeting: { id: 'MCMx' } });
    expect(await meetings()).toMatchObject([
      { startedAt: '2026-11-24T10:02:00.000Z', plannedEnd: '2026-11-24T10:45:00.000Z' },
    ]);
    await world.until('2026-11-24T10:54:59.000Z');
    expect(askedForFeedback()).toEqual([]);
    await world.until('2026-11-24T10:55:00.000Z');
    expect(askedForFeedback()).toHaveLength(2);
  });

  it('end though Teams says next to nothing, and both are asked how it was, once', async () => {
    await aMeeting(world, { teamsMeeting: 'MCMx', teamsChat: GROUP.id });
    world.ctx.clock.advance(3_600_000);
    const timestamp = '2026-11-23T09:45:00.000Z';
    for (let n = 0; n < 2; n++)
      await bot.deliver({
        ...{ type: 'event', name: 'application/vnd.microsoft.meetingEnd', conversation: GROUP, timestamp },
      });
    expect(await meetings()).toMatchObject([{ state: 'ended', endedAt: timestamp }]);
    await world.settle();
    expect(askedForFeedback()).toEqual([world.clara, world.aisha]);
    expect(teams.calls).toEqual([]);
  });

  it('are nobody’s until somebody says whose they are', async () => {
    const before = truthIn(world.ctx);
    await event('meetingStart', { StartTime: '2026-11-24T10:00:00Z' }, { meeting: { id: 'MCMx' } });
    await event('meetingEnd', undefined, {});
    expect(truthIn(world.ctx)).toEqual(before);
    expect(world.ctx.log.errors).toEqual([]);
  });
});

describe('a meeting event', () => {
  const conversation = { id: GROUP.id };
  const now = Date.parse('2026-11-23T09:00:00.000Z');
  const timestamp = new Date('2026-11-23T08:59:00.000Z');

  it.each<[string, Parameters<typeof meetingEvent>[0], 'start' | 'end', object]>([
    [
      'the end that it names',
      { value: { StartTime: '2026-11-23T08:00:00Z', EndTime: '2026-11-23T08:30:00Z' }, conversation },
      ...(['end', { teamsMeeting: '', at: '2026-11-23T08:30:00.000Z' }] as const),
    ],
    [
      'its own time where it names none',
      { value: {}, conversation, timestamp },
      ...(['start', { at: timestamp.toISOString() }] as const),
    ],
    [
      'its own time where it names one more than two years away',
      { value: { StartTime: '9999-12-31T23:59:59Z' }, conversation, timestamp },
      ...(['start', { at: timestamp.toISOString() }] as const),
    ],
    [
      'now where it has no time at all',
      { value: { StartTime: 'soon' }, conversation },
      ...(['start', { at: '2026-11-23T09:00:00.000Z' }] as const),
    ],
    [
      'no meeting where the channel data are of another kind',
      { value: 'text', channelData: { meeting: 7 }, conversation },
      ...(['start', { teamsMeeting: '' }] as const),
    ],
  ])('gives %s', (_, activity, moment, expected) => {
    expect(meetingEvent(activity, moment, now)).toMatchObject({ teamsChat: GROUP.id, ...expected });
  });
});
