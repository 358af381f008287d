import { describe, expect, it } from 'vitest';
import { asId, type Day } from '#domain/basics/ids.ts';
import {
  AGREEMENT,
  aPaired,
  aPairWorld,
  aSigned,
  introduceThem,
  PAIR,
  type PairWorld,
  signed,
} from '#tests/bot/pairWorld.ts';
import { tellMeeting } from '#usecases/meetings/offScreen.ts';
import { getPlanning } from '#usecases/meetings/planning.ts';
import { draftAgreement, signAgreement } from '#usecases/pairs/agreement.ts';
import { endPair } from '#usecases/pairs/ending.ts';
import { answerIntroduction } from '#usecases/pairs/introductions.ts';
import { mailsOf } from '#usecases/pairs/mails.ts';
import { openPair } from '#usecases/pairs/pairs.ts';
import { pausePair } from '#usecases/pairs/pause.ts';
import { personOf } from '#usecases/people/people.ts';
import { Partition } from '#usecases/story/partition.ts';

const FRIDAY = '2026-11-27T15:00:00.000Z';
const ofClara = ({ ctx, clara }: PairWorld) => getPlanning(ctx, clara, PAIR);

async function reachedBy({ ctx, aisha }: PairWorld): Promise<void> {
  const rows = await Partition.open(ctx, 'people', aisha);
  const profile = rows.find('profile')?.value;
  if (profile) rows.put('profile', '', { ...profile, reach: ['call', 'chat'] });
  await rows.commit();
}

describe('planning the next conversation', () => {
  it('knows where the partner is, how to reach them, and when both are at work', async () => {
    const world = await aSigned();
    world.ctx.clock.set(FRIDAY);
    await reachedBy(world);
    expect(await ofClara(world)).toEqual({
      partners: [
        {
          firstName: 'Aisha',
          mail: 'aisha@turntable.example',
          timeZone: 'Europe/Berlin',
          reach: ['call', 'chat'],
        },
      ],
      rhythm: 'none',
      minutes: 45,
      times: [
        { startsAt: '2026-11-30T12:00:00.000Z', endsAt: '2026-11-30T12:45:00.000Z' },
        { startsAt: '2026-12-01T12:00:00.000Z', endsAt: '2026-12-01T12:45:00.000Z' },
        { startsAt: '2026-12-02T12:00:00.000Z', endsAt: '2026-12-02T12:45:00.000Z' },
      ],
    });
  });

  it('calls people as Teams does, by the sign-in name where it is another than the mail', async () => {
    const world = await aSigned();
    const account = { directoryId: 'oid-aisha', mail: 'aisha@turntable.example', name: 'Aisha Specimen' };
    await personOf(world.ctx, { ...account, signInName: 'U4711@turntable.example' });
    const { partners } = await ofClara(world);
    expect(partners.map(({ mail }) => mail)).toEqual(['u4711@turntable.example']);
    expect(await mailsOf(world.ctx, await openPair(world.ctx, world.clara, PAIR))).toEqual([
      'u4711@turntable.example',
    ]);
  });

  it('is an hour once they have met, or as long as they agreed', async () => {
    const world = await aSigned();
    world.ctx.clock.set(FRIDAY);
    await tellMeeting(world.ctx, world.clara, PAIR, { day: asId<Day>('2026-11-26'), way: 'walk' });
    expect((await ofClara(world)).minutes).toBe(60);
    const text = { ...AGREEMENT, whereAndHow: 'A walk of half an hour.', rhythm: 'monthly' as const };
    await draftAgreement(world.ctx, world.aisha, PAIR, { text, seen: '1' });
    for (const person of [world.aisha, world.clara])
      await signAgreement(world.ctx, person, PAIR, signed(2, text));
    expect(await ofClara(world)).toMatchObject({ minutes: 30, rhythm: 'monthly' });
  });

  it('begins on the day on which a pair that rests goes on', async () => {
    const world = await aSigned();
    world.ctx.clock.set(FRIDAY);
    await pausePair(world.ctx, world.clara, PAIR, { until: asId<Day>('2027-01-11') });
    const { times } = await ofClara(world);
    expect(times.map(({ startsAt }) => startsAt.slice(0, 10))).toEqual([
      ...['2027-01-12', '2027-01-13', '2027-01-14'],
    ]);
  });

  it('is there for a first chat, half an hour long, and not for an introduction', async () => {
    const world = await aPairWorld();
    await introduceThem(world);
    await expect(ofClara(world)).rejects.toThrow('pair:notYet');
    await answerIntroduction(world.ctx, world.clara, PAIR, 'meetFirst');
    await expect(ofClara(world)).rejects.toThrow('pair:notYet');
    await answerIntroduction(world.ctx, world.aisha, PAIR, 'yes');
    expect((await ofClara(world)).minutes).toBe(30);
  });

  it('says nothing to a stranger, and nothing after the end', async () => {
    const world = await aPaired();
    await expect(getPlanning(world.ctx, world.diego, PAIR)).rejects.toThrow('pair:missing');
    await endPair(world.ctx, world.clara, PAIR);
    await expect(ofClara(world)).rejects.toThrow('pair:ended');
  });
});
