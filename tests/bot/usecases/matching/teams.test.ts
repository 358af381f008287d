import { beforeEach, describe, expect, it } from 'vitest';
import { asId, type PairId, type PersonId, type TopicId } from '#domain/basics/ids.ts';
import type { CircleSize } from '#domain/cohorts/cohort.ts';
import type { Profile } from '#domain/profile/profile.ts';
import { type Sent, settleAll, words } from '#tests/bot/pairWorld.ts';
import { aFullPilot, join, type Pilot } from '#tests/bot/usecases/cohorts/cohortStory.ts';
import { aContext, type TestContext } from '#tests/fakes/context.ts';
import { changeCohort } from '#usecases/cohorts/changing.ts';
import { getCohort } from '#usecases/cohorts/cohorts.ts';
import { answerIntroduction } from '#usecases/pairs/introductions.ts';
import { openPair } from '#usecases/pairs/pairs.ts';
import { readerOf, sayReasons } from '#usecases/pairs/reasons.ts';
import { Partition } from '#usecases/story/partition.ts';
import { publishAndLook, runAndLook } from './looking.ts';

const topic = (name: string) => asId<TopicId>(name);
const offers = (name: string): Partial<Profile> => ({ offers: [{ topic: topic(name), strength: 3 }] });
const TEAM: CircleSize = { least: 2, most: 2, mixed: true };

let ctx: TestContext;
let pilot: Pilot;
/** Clara is of Finance, Aisha of Data; Meera and Yusuf of Digital products. */
let clara: PersonId;
let aisha: PersonId;
let meera: PersonId;
let yusuf: PersonId;

async function inTeams(circle: CircleSize): Promise<void> {
  const { etag, ...cohort } = await getCohort(ctx, pilot.cohort, pilot.person);
  await changeCohort(ctx, pilot, { ...cohort, circle }, etag);
}

/** As the champion's list says since. */
async function isOf(department: string, ...people: PersonId[]): Promise<void> {
  for (const person of people) {
    const own = await Partition.open(ctx, 'people', person);
    for (const { id, value } of own.list('said')) own.put('said', id, { ...value, department });
    await own.commit();
  }
}

beforeEach(async () => {
  ctx = aContext();
  pilot = await aFullPilot(ctx);
  await inTeams(TEAM);
  clara = await join(ctx, pilot, 'clara.exampleton', {
    wants: ['shortVideo', 'python', 'generativeAi'].map(topic),
  });
  aisha = await join(ctx, pilot, 'aisha.specimen', offers('shortVideo'));
  meera = await join(ctx, pilot, 'meera.namoona', offers('python'));
  yusuf = await join(ctx, pilot, 'yusuf.mithal', offers('generativeAi'));
});

describe('a project team', () => {
  it('comes from as many departments as can be, and says so to everybody in it', async () => {
    const round = await runAndLook(ctx, pilot);
    expect(round).toMatchObject({ areCircles: true, areTeams: true, covered: 1 });
    expect(round.proposals.map(({ mentor }) => mentor)).toContain(aisha);
    await publishAndLook(ctx, pilot, 1);
    const sent: Sent[] = [];
    await settleAll(ctx, sent);
    for (const person of [clara, aisha]) {
      const view = sent.find(({ to }) => to === person)?.view;
      if (view?.kind !== 'introduction') throw new Error('nobody was introduced');
      expect(sayReasons(words, view.reasons, readerOf(view.role, view.partners.length))).toContain(
        'You are a project team: together you come from 3 departments.',
      );
    }
  });

  it('is not made where all come from one department; that nobody is there is said in neutral words', async () => {
    await isOf('Finance', clara, aisha, meera, yusuf);
    const { proposals, leftOut } = await runAndLook(ctx, pilot);
    expect(proposals).toEqual([]);
    expect(leftOut.map(({ reason }) => reason)).toEqual(['noPartner', 'noPartner', 'noPartner', 'noPartner']);
  });

  it('is not introduced once all of it come from one department, and keeps nobody’s place', async () => {
    await runAndLook(ctx, pilot);
    await isOf('Finance', clara, aisha, meera, yusuf);
    const { proposals } = await publishAndLook(ctx, pilot, 1);
    expect(proposals.map(({ state }) => state)).toEqual(['noRoom', 'noRoom']);
    for (const person of [clara, aisha, meera, yusuf])
      expect((await Partition.open(ctx, 'people', person)).list('slot')).toEqual([]);
  });

  it('does not keep two pinned together with whom it could not be mixed', async () => {
    await isOf('Finance', meera, yusuf);
    const pins = [meera, yusuf].map((mentor) => ({ executive: clara, mentor }));
    const { proposals, around } = await runAndLook(ctx, pilot, { pins });
    expect(around?.pins).toBe(1);
    expect(proposals.map(({ mentor }) => mentor)).toContain(aisha);
  });

  describe('that some of those who were asked would like', () => {
    let sent: Sent[];
    let team: PairId;
    const heard = (person: PersonId) => sent.filter(({ to }) => to === person).map(({ view }) => view.kind);

    beforeEach(async () => {
      await inTeams({ least: 3, most: 3, mixed: true });
      await isOf('Finance', clara, aisha, meera);
      await runAndLook(ctx, pilot);
      await publishAndLook(ctx, pilot, 1);
      sent = [];
      await settleAll(ctx, sent);
      team = asId<PairId>(ctx.tables.all('pairs').find(({ key }) => key === 'pair')?.partition ?? '');
    });

    const untilItsEnd = async () => {
      ctx.clock.set('2026-12-02T09:30:00.000Z');
      for (let n = 0; n < 3; n++) await settleAll(ctx, sent);
    };

    it('begins with them where they come from two departments', async () => {
      for (const person of [clara, aisha, yusuf]) await answerIntroduction(ctx, person, team, 'yes');
      await untilItsEnd();
      const { pair, state } = await openPair(ctx, clara, team);
      expect(state).toBe('active');
      expect(pair.members.map(({ person }) => person).sort()).toEqual([clara, aisha, yusuf].sort());
      expect(sent.filter(({ view }) => view.kind === 'paired')).toHaveLength(3);
      for (const { view } of sent) expect(view).toMatchObject({ isTeam: true });
    });

    it('ends in the same words for all where they come from one', async () => {
      for (const person of [clara, aisha, meera]) await answerIntroduction(ctx, person, team, 'yes');
      await untilItsEnd();
      expect((await openPair(ctx, clara, team)).state).toBe('ended');
      for (const person of [clara, aisha, meera, yusuf])
        expect(heard(person)).toEqual(['introduction', 'introductionEnded']);
    });
  });

  it('is another format than a circle of the same size, and stays once people were introduced', async () => {
    await inTeams({ least: 2, most: 2 });
    expect((await getCohort(ctx, pilot.cohort, pilot.person)).circle).toEqual({ least: 2, most: 2 });
    await runAndLook(ctx, pilot);
    await publishAndLook(ctx, pilot, 1);
    await expect(inTeams(TEAM)).rejects.toThrow('cohort:shapeFixed');
  });
});
