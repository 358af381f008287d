import { describe, expect, it } from 'vitest';
import { asId, type Day, type PersonId } from '#domain/basics/ids.ts';
import type { Enrolment } from '#domain/cohorts/member.ts';
import { aPaired, aSigned, PAIR } from '#tests/bot/pairWorld.ts';
import { aFullPilot, aPilot, personNamed } from '#tests/bot/usecases/cohorts/cohortStory.ts';
import { aContext } from '#tests/fakes/context.ts';
import { invite } from '#usecases/cohorts/invitations.ts';
import { getMe } from '#usecases/home/me.ts';
import { tellMeeting } from '#usecases/meetings/offScreen.ts';
import { addGoal, changeGoal } from '#usecases/pairs/goals.ts';
import { personOf } from '#usecases/people/people.ts';
import { Partition } from '#usecases/story/partition.ts';

const somebody = { directoryId: 'oid-clara', mail: 'clara@turntable.example', name: 'Clara Exampleton' };

describe('home', () => {
  it('is there for somebody with nothing', async () => {
    const ctx = aContext();
    const person = await personOf(ctx, somebody);
    expect(await getMe(ctx, { person, roles: [] })).toEqual({
      ...{ person, name: 'Clara Exampleton', firstName: 'Clara', enrolments: [], pairs: [] },
      ...{ isChampion: false, backs: [], isContact: false, canCreateCohorts: false },
      ...{ locale: 'en', timeZone: 'UTC', newsMuted: false },
      ...{ nudgesMuted: false, named: false, hours: { from: 8, to: 18 } },
    });
  });

  it('says of a programme when its last day is over, also of an invitation from before it was kept there', async () => {
    const ctx = aContext();
    const pilot = await aFullPilot(ctx);
    const people = await Promise.all(
      ['clara.exampleton', 'aisha.specimen'].map((name) => personNamed(ctx, name)),
    );
    await invite(ctx, pilot, people);
    const older = await Partition.open(ctx, 'people', people[1] as PersonId);
    const was = older.find('enrolment', pilot.cohort) as { value: Enrolment };
    const { endsOn, ...enrolment } = was.value;
    older.put('enrolment', pilot.cohort, enrolment);
    await older.commit();
    const isOver = () =>
      Promise.all(
        people.map(async (person) => (await getMe(ctx, { person, roles: [] })).enrolments[0]?.isOver),
      );
    const lastHour = Date.parse(`${endsOn}T23:00:00Z`);
    ctx.clock.advance(lastHour - ctx.clock.now());
    expect(await isOver()).toEqual([false, false]);
    ctx.clock.advance(2 * 3_600_000);
    expect(await isOver()).toEqual([true, true]);
  });

  it.each([
    [['Sponsor'], { backs: [], canCreateCohorts: false }],
    [['Champion'], { backs: [], canCreateCohorts: true }],
  ])('says what the roles %j allow', async (roles, flags) => {
    const ctx = aContext();
    const person = await personOf(ctx, somebody);
    expect(await getMe(ctx, { person, roles })).toMatchObject({ ...flags, isChampion: false });
  });

  it('shows the console to whoever champions a cohort, whatever their roles', async () => {
    const ctx = aContext();
    const { person } = await aPilot(ctx);
    expect(await getMe(ctx, { person, roles: [] })).toMatchObject({
      isChampion: true,
      canCreateCohorts: false,
    });
  });

  it('says of a pair where it stands, whose goal comes first, and how sure its owner felt and feels', async () => {
    const world = await aSigned();
    const { ctx, clara, aisha } = world;
    ctx.clock.set('2026-11-27T15:00:00.000Z');
    const wording = { text: 'Listen', confidence: 1, state: 'open' as const };
    await addGoal(ctx, aisha, PAIR, wording);
    const { goal } = await addGoal(ctx, clara, PAIR, { ...wording, text: 'Film alone', confidence: 2 });
    await changeGoal(ctx, clara, PAIR, {
      goal,
      wording: { ...wording, text: 'Film a talk alone', confidence: 4 },
      seen: '1',
    });
    await tellMeeting(ctx, clara, PAIR, { day: asId<Day>('2026-11-26'), way: 'walk' });
    const [pair] = (await getMe(ctx, { person: clara, roles: [] })).pairs;
    expect(pair?.goal).toEqual({
      ...{ text: 'Film a talk alone', isMine: true, ownerFirstName: 'Clara', began: 2, confidence: 4 },
    });
    expect(pair?.meeting).toMatchObject({
      ...{ stage: 'after', isSure: true, next: null },
      last: { way: 'walk' },
    });
    const [ofAisha] = (await getMe(ctx, { person: aisha, roles: [] })).pairs;
    expect(ofAisha?.goal).toMatchObject({ text: 'Listen', isMine: true });
  });

  it('says nothing of meetings and goals before the space is open', async () => {
    const { ctx, clara } = await aPaired();
    const [pair] = (await getMe(ctx, { person: clara, roles: [] })).pairs;
    expect(pair).not.toHaveProperty('meeting');
    expect(pair).not.toHaveProperty('goal');
  });
});
