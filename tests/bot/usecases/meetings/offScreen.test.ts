import { beforeEach, describe, expect, it } from 'vitest';
import { asId, type Day, type Instant, type OccurrenceId, type PersonId } from '#domain/basics/ids.ts';
import { rebook } from '#domain/meetings/outcome.ts';
import { aPaired, aSigned, PAIR, type PairWorld, rowsOf, TEAMS_MEETING } from '#tests/bot/pairWorld.ts';
import { aMeeting } from '#tests/bot/teams/stage.ts';
import { claimMeeting } from '#usecases/meetings/claims.ts';
import { giveFeedback } from '#usecases/meetings/feedback.ts';
import { meetingEnded } from '#usecases/meetings/meetings.ts';
import { tellMeeting, tellOutcome } from '#usecases/meetings/offScreen.ts';

let world: PairWorld;
beforeEach(async () => {
  world = await aSigned();
  world.ctx.clock.set('2026-11-27T15:00:00.000Z');
});

const tell = (person: PersonId, day: string, way: '' | 'walk' | 'coffee' | 'video' = '') =>
  tellMeeting(world.ctx, person, PAIR, { day: asId<Day>(day), way });
const meetings = async () => (await rowsOf(world)).list('meeting').map(({ value }) => value);
const sent = (kind: string) => world.sent.filter(({ view }) => view.kind === kind).map(({ to }) => to);
const face = (person: PersonId, occurrence: OccurrenceId) =>
  giveFeedback(world.ctx, person, { pair: PAIR, occurrence, from: 'tab' }, { worthTheHour: 4 });

describe('a meeting that somebody tells of', () => {
  it('told by both at once is one, and only the other is asked', async () => {
    const both = await Promise.all([
      tell(world.clara, '2026-11-26', 'walk'),
      tell(world.aisha, '2026-11-26', 'walk'),
    ]);
    expect(new Set(both.map(({ meeting }) => meeting.occurrence)).size).toBe(1);
    expect(both.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(await meetings()).toHaveLength(1);
    await world.until('2026-11-30T12:00:00.000Z');
    expect(sent('met')).toHaveLength(1);
  });

  it('takes on how they met when it is said later; another way is another meeting', async () => {
    await tell(world.clara, '2026-11-26');
    await tell(world.aisha, '2026-11-26', 'coffee');
    expect(await meetings()).toMatchObject([{ offScreen: { day: '2026-11-26', way: 'coffee' } }]);
    await tell(world.aisha, '2026-11-26', 'walk');
    expect(await meetings()).toHaveLength(2);
  });

  it('on the day of a meeting in Teams is that one, unless it was another way', async () => {
    world.ctx.clock.set('2026-11-25T09:00:00.000Z');
    const occurrence = await aMeeting(world);
    world.ctx.clock.set('2026-11-25T15:00:00.000Z');
    await meetingEnded(world.ctx, { ...TEAMS_MEETING, at: asId<Instant>('2026-11-25T10:00:00.000Z') });
    for (const way of ['', 'video'] as const)
      expect(await tell(world.clara, '2026-11-25', way)).toMatchObject({
        isNew: false,
        meeting: { occurrence },
      });
    await tell(world.clara, '2026-11-25', 'walk');
    expect(await meetings()).toHaveLength(2);
  });

  it.each([
    ['2026-11-28', 'pair:met.future'],
    ['2026-11-22', 'pair:met.before'],
    ['2024-11-22', 'pair:met.longAgo'],
  ])('on %s is refused with a sentence, and changes nothing', async (day, word) => {
    await expect(tell(world.clara, day)).rejects.toMatchObject({ kind: 'invalid', word });
    expect(await meetings()).toEqual([]);
  });

  it('is for the two alone, and only once their space is open', async () => {
    await expect(tell(world.diego, '2026-11-26')).rejects.toMatchObject({ kind: 'missing' });
    world = await aPaired();
    world.ctx.clock.set('2026-11-27T15:00:00.000Z');
    await expect(tell(world.clara, '2026-11-26')).rejects.toMatchObject({ word: 'pair:agreement.needed' });
  });

  it('is taken back while the other has not said how it was; a race leaves no words without a meeting', async () => {
    const { meeting } = await tell(world.clara, '2026-11-26', 'walk');
    const { occurrence } = meeting;
    const about = { pair: PAIR, occurrence };
    const [back, said] = await Promise.allSettled([
      tellOutcome(world.ctx, world.clara, about, 'notYet'),
      face(world.aisha, occurrence),
    ]);
    expect([back.status, said.status].sort()).toEqual(['fulfilled', 'rejected']);
    const rows = await rowsOf(world);
    expect(rows.list('feedback')).toHaveLength(rows.list('meeting').length);
  });
});

describe('a meeting of which Teams told nothing', () => {
  let occurrence: OccurrenceId;
  beforeEach(async () => {
    world.ctx.teamsMeetings.isRunning = false;
    const times = { startsAt: asId<Instant>('2026-11-27T16:00:00.000Z'), plannedEnd: null };
    await claimMeeting(world.ctx, world.aisha, { ...TEAMS_MEETING, pair: PAIR, ...times });
    await world.until('2026-11-27T17:09:59.000Z');
    expect(sent('didYouMeet')).toEqual([]);
    await world.until('2026-11-27T17:10:00.000Z');
    [occurrence] = (await meetings()).map((meeting) => meeting.occurrence) as [OccurrenceId];
  });
  const say = (person: PersonId, outcome: 'met' | 'moved' | 'notYet') =>
    tellOutcome(world.ctx, person, { pair: PAIR, occurrence }, outcome);

  it('is asked about, once each, before anybody is asked how it was', async () => {
    expect(new Set(sent('didYouMeet'))).toEqual(new Set([world.clara, world.aisha]));
    expect(sent('feedback')).toEqual([]);
    expect(await meetings()).toMatchObject([{ state: 'ended', outcome: 'unsure' }]);
  });

  it.each(['moved', 'notYet'] as const)('that was %s is to be found a new time for', async (outcome) => {
    await say(world.clara, outcome);
    expect(await meetings()).toMatchObject([{ outcome }]);
    expect(rebook(await meetings())?.occurrence).toBe(occurrence);
    await tell(world.clara, '2026-11-27', 'coffee');
    world.ctx.clock.set('2026-11-28T15:00:00.000Z');
    await tell(world.aisha, '2026-11-28', 'coffee');
    expect(rebook(await meetings())).toBeUndefined();
  });

  it('was one as soon as one of them says so, or how it was; that stands against a later no', async () => {
    await say(world.clara, 'notYet');
    await face(world.aisha, occurrence);
    expect(await meetings()).toMatchObject([{ outcome: 'met' }]);
    await expect(say(world.clara, 'moved')).rejects.toMatchObject({ word: 'pair:met.stands' });
    expect(await meetings()).toMatchObject([{ outcome: 'met' }]);
  });

  it('is for the two alone', async () => {
    await expect(say(world.diego, 'met')).rejects.toMatchObject({ kind: 'missing' });
  });
});
