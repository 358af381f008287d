import { beforeEach, describe, expect, it } from 'vitest';
import { asId, type PairId, type PersonId, type TopicId } from '#domain/basics/ids.ts';
import type { CircleSize } from '#domain/cohorts/cohort.ts';
import type { Profile } from '#domain/profile/profile.ts';
import { AGREEMENT, type Sent, settleAll, signed, words } from '#tests/bot/pairWorld.ts';
import {
  aChampion,
  aDyingProcess,
  aFullPilot,
  join,
  type Pilot,
  recover,
  untilDeath,
} from '#tests/bot/usecases/cohorts/cohortStory.ts';
import { aContext, type TestContext } from '#tests/fakes/context.ts';
import { changeCohort } from '#usecases/cohorts/changing.ts';
import { getCohort } from '#usecases/cohorts/cohorts.ts';
import { draftAgreement, signAgreement } from '#usecases/pairs/agreement.ts';
import { endPair, wishNewMatch } from '#usecases/pairs/ending.ts';
import { answerIntroduction, withdraw } from '#usecases/pairs/introductions.ts';
import { findOpenPair, hasSpace, listPairs, openPair } from '#usecases/pairs/pairs.ts';
import { pauseForLeave, pausePair, resumePair } from '#usecases/pairs/pause.ts';
import { readerOf, sayReasons } from '#usecases/pairs/reasons.ts';
import { eraseMe } from '#usecases/privacy/erasing.ts';
import type { Context } from '#usecases/story/context.ts';
import { Partition } from '#usecases/story/partition.ts';
import { TABLES } from '#usecases/story/ports.ts';
import { publishAndLook, runAndLook } from './looking.ts';

const topic = (name: string) => asId<TopicId>(name);
const wants = (...names: string[]): Partial<Profile> => ({ wants: names.map(topic), capacity: 1 });
const offers = (name: string, over: Partial<Profile> = {}): Partial<Profile> => ({
  offers: [{ topic: topic(name), strength: 3 }],
  timeZone: 'Europe/Berlin',
  ...over,
});

let ctx: TestContext;
let pilot: Pilot;
let sent: Sent[];
let clara: PersonId;
let aisha: PersonId;
let meera: PersonId;
let lwazi: PersonId;

const settle = () => settleAll(ctx, sent);
const until = async (iso: string) => {
  for (;;) {
    const next = (await ctx.tables.list('due', '0')).map(({ key }) => key.slice(0, 24)).sort()[0];
    if (!next || next > iso) break;
    if (Date.parse(next) > ctx.clock.now()) ctx.clock.set(next);
    await settle();
  }
  ctx.clock.set(iso);
  await settle();
};
const heard = (person: PersonId) => sent.filter(({ to }) => to === person).map(({ view }) => view.kind);

async function inCircles(size: CircleSize): Promise<void> {
  const { etag, ...cohort } = await getCohort(ctx, pilot.cohort, pilot.person);
  await changeCohort(ctx, pilot, { ...cohort, circle: size }, etag);
}

/** Clara wants three things; Aisha, Meera and Lwazi offer one each, and all of them like to walk. */
beforeEach(async () => {
  ctx = aContext();
  sent = [];
  pilot = await aFullPilot(ctx);
  await inCircles({ least: 2, most: 3 });
  const walk: Partial<Profile> = { meets: ['walk'], interests: [topic('cycling')] };
  clara = await join(ctx, pilot, 'clara.exampleton', {
    ...wants('shortVideo', 'python', 'generativeAi'),
    ...{ ...walk, offers: [{ topic: topic('budgeting'), strength: 3 }] },
  });
  aisha = await join(
    ctx,
    pilot,
    'aisha.specimen',
    offers('shortVideo', { ...walk, wants: [topic('budgeting')] }),
  );
  meera = await join(ctx, pilot, 'meera.namoona', offers('python', walk));
  lwazi = await join(ctx, pilot, 'yusuf.mithal', offers('generativeAi', walk));
});

const PAIRS = () => ctx.tables.all('pairs').filter(({ key }) => key === 'pair');
const theCircle = (): PairId => asId<PairId>(PAIRS()[0]?.partition ?? '');

async function introduced(): Promise<PairId> {
  await runAndLook(ctx, pilot);
  await publishAndLook(ctx, pilot, 1);
  await settle();
  return theCircle();
}

async function begun(): Promise<PairId> {
  const id = await introduced();
  for (const person of [clara, aisha, meera, lwazi]) await answerIntroduction(ctx, person, id, 'yes');
  await settle();
  return id;
}

async function open(): Promise<PairId> {
  const id = await begun();
  await draftAgreement(ctx, meera, id, { text: AGREEMENT, seen: '' });
  for (const person of [meera, aisha, lwazi, clara]) await signAgreement(ctx, person, id, signed(1));
  await settle();
  return id;
}

describe('a round of circles', () => {
  it('proposes one executive with several mentors, says how near to the best it is, and never that it is proven', async () => {
    const round = await runAndLook(ctx, pilot);
    expect(round).toMatchObject({ areCircles: true, provenBest: false, covered: 1, total: 1 });
    expect(new Set(round.proposals.map(({ executive }) => executive))).toEqual(new Set([clara]));
    expect(round.proposals.map(({ mentor }) => mentor).sort()).toEqual([aisha, meera, lwazi].sort());
  });

  it('keeps to the size that was asked for, and to who was ruled out', async () => {
    await inCircles({ least: 2, most: 2 });
    const bans = [{ executive: clara, mentor: meera }];
    const round = await runAndLook(ctx, pilot, { bans });
    expect(round.proposals.map(({ mentor }) => mentor).sort()).toEqual([aisha, lwazi].sort());
  });

  it('keeps pinned mentors, and those of the run before', async () => {
    await inCircles({ least: 2, most: 2 });
    const pins = [{ executive: clara, mentor: meera }];
    const first = await runAndLook(ctx, pilot, { pins });
    expect(first.proposals.map(({ mentor }) => mentor)).toContain(meera);
    const again = await runAndLook(ctx, pilot);
    expect(again.proposals.map(({ mentor }) => mentor)).toEqual(first.proposals.map(({ mentor }) => mentor));
    expect(again.around).toEqual({ pins: 1, kept: 1, bans: 0 });
  });

  it('says how far from the best they may lie when time runs out with some', async () => {
    for (const gap of [0.004, 1]) {
      const hurried: Context['matchCircles'] = async (people, options, wishes) => {
        const found = await ctx.matchCircles?.(people, options, wishes);
        return found && { ...found, gap };
      };
      expect(await runAndLook({ ...ctx, matchCircles: hurried }, pilot)).toMatchObject({ gap, covered: 1 });
    }
  });

  it('changes nothing when time runs out without any, and says so', async () => {
    const slow = { ...ctx, matchCircles: async () => undefined };
    await expect(runAndLook(slow, pilot)).rejects.toThrow('cohort:round.outOfTime');
    expect(ctx.tables.all('cohorts').filter(({ key }) => /^(round|proposal)_/.test(key))).toEqual([]);
  });

  it('is the way people meet until somebody was introduced', async () => {
    await introduced();
    const actor = await aChampion(ctx);
    await expect(inCircles({ least: 3, most: 3 })).rejects.toThrow('cohort:shapeFixed');
    expect(await getCohort(ctx, pilot.cohort, actor.person)).toMatchObject({ circle: { least: 2, most: 3 } });
  });
});

describe('the introduction of a circle', () => {
  it('is one for all, each with reasons of their own, in words for several', async () => {
    const id = await introduced();
    expect(PAIRS()).toHaveLength(1);
    const said = (person: PersonId) => {
      const view = sent.find(({ to }) => to === person)?.view;
      if (view?.kind !== 'introduction') throw new Error('nobody was introduced');
      return sayReasons(words, view.reasons, readerOf(view.role, view.partners.length));
    };
    expect(said(clara)).toEqual(
      expect.arrayContaining([
        'You want to understand Python; one of your mentors has offered exactly that.',
        'You all like to meet for a walk.',
      ]),
    );
    expect(said(aisha)).toEqual(
      expect.arrayContaining([
        'You are curious about budgeting; the person you would mentor can help with it.',
      ]),
    );
    expect(said(meera).join()).not.toContain('Short video (');
    const rows = await Partition.openCohort(ctx, pilot.cohort, ['pair']);
    expect(rows.find('pair', id)?.value).toMatchObject({ executive: clara, state: 'introduced' });
    expect(rows.find('pair', id)?.value.others).toHaveLength(2);
  });

  it('begins at once when all say yes', async () => {
    const id = await begun();
    for (const person of [clara, aisha, meera, lwazi]) {
      expect((await openPair(ctx, person, id)).state).toBe('active');
      expect(heard(person)).toContain('paired');
    }
  });

  it('begins at its moment with those who said yes, and ends for the others as any introduction does', async () => {
    const id = await introduced();
    for (const person of [clara, aisha, meera]) await answerIntroduction(ctx, person, id, 'yes');
    await settle();
    expect((await openPair(ctx, clara, id)).state).toBe('introduced');
    await until('2026-12-01T09:30:00.000Z');
    expect((await openPair(ctx, clara, id)).pair.members.map(({ person }) => person).sort()).toEqual(
      [clara, aisha, meera].sort(),
    );
    expect(heard(clara)).toContain('paired');
    expect(heard(lwazi)).toEqual(['introduction', 'introductionEnded']);
    expect(await openPair(ctx, lwazi, id)).toMatchObject({ state: 'ended' });
    expect((await Partition.open(ctx, 'people', lwazi)).list('slot')).toEqual([]);
    await expect(answerIntroduction(ctx, lwazi, id, 'yes')).resolves.toMatchObject({ state: 'ended' });
    const rows = await Partition.openCohort(ctx, pilot.cohort, ['pair', 'member']);
    expect(JSON.stringify(rows.find('pair', id)?.value)).not.toContain(lwazi);
    expect(rows.find('member', lwazi)?.value.waiting).toBe(true);
  });

  it('has a first chat at its moment where somebody would like to meet before deciding', async () => {
    const id = await introduced();
    for (const person of [clara, aisha]) await answerIntroduction(ctx, person, id, 'yes');
    await answerIntroduction(ctx, meera, id, 'meetFirst');
    await until('2026-12-01T09:30:00.000Z');
    expect(heard(clara)).toEqual(['introduction', 'firstChat']);
    await answerIntroduction(ctx, meera, id, 'yes');
    await settle();
    expect((await openPair(ctx, clara, id)).state).toBe('active');
  });

  it.each([
    ['the executive says nothing', ['aisha', 'meera', 'lwazi']],
    ['one mentor alone would like to', ['clara', 'aisha']],
  ])('comes to nothing where %s', async (_what, willing) => {
    const id = await introduced();
    const people = { clara, aisha, meera, lwazi };
    for (const name of willing as (keyof typeof people)[])
      await answerIntroduction(ctx, people[name], id, 'yes');
    await until('2026-12-02T12:00:00.000Z');
    for (const person of Object.values(people)) {
      expect(heard(person)).toEqual(['introduction', 'introductionEnded']);
      expect((await Partition.open(ctx, 'people', person)).list('slot')).toEqual([]);
    }
  });

  it('looks the same to everybody else, whether somebody declined, withdrew or said nothing', async () => {
    const told: string[] = [];
    for (const answers of [[], ['notThisTime'], ['yes', 'notThisTime']] as const) {
      ctx = aContext();
      sent = [];
      pilot = await aFullPilot(ctx);
      await inCircles({ least: 2, most: 3 });
      clara = await join(ctx, pilot, 'clara.exampleton', wants('shortVideo', 'python', 'generativeAi'));
      aisha = await join(ctx, pilot, 'aisha.specimen', offers('shortVideo'));
      meera = await join(ctx, pilot, 'meera.namoona', offers('python'));
      lwazi = await join(ctx, pilot, 'yusuf.mithal', offers('generativeAi'));
      const id = await introduced();
      for (const answer of answers) await answerIntroduction(ctx, lwazi, id, answer);
      for (const person of [clara, aisha, meera]) await answerIntroduction(ctx, person, id, 'yes');
      await until('2026-12-01T09:30:00.000Z');
      const { apart: _, ...pair } = (await openPair(ctx, clara, id)).pair;
      const cohort = (await ctx.tables.list('cohorts', pilot.cohort)).map(({ key, value }) => ({
        key,
        value,
      }));
      told.push(JSON.stringify({ pair, cohort, sent: sent.filter(({ to }) => to !== lwazi) }));
    }
    expect(new Set(told).size).toBe(1);
  });

  it('goes to those who are left when somebody has gone since, and to nobody where one mentor is left', async () => {
    await runAndLook(ctx, pilot);
    const leave = async (person: PersonId) => {
      const rows = await Partition.openCohort(ctx, pilot.cohort, ['member']);
      const member = rows.find('member', person)?.value;
      if (member) rows.put('member', person, { ...member, state: 'left' });
      await rows.commit();
    };
    await leave(lwazi);
    const round = await publishAndLook(ctx, pilot, 1);
    expect(round.proposals.map(({ mentor, state }) => [mentor, state]).sort()).toEqual(
      [
        [aisha, 'introduced'],
        [meera, 'introduced'],
        [lwazi, 'noRoom'],
      ].sort(),
    );
  });

  it('survives a death at every write, without a second circle, a lost place or a second message', async () => {
    for (let [writes, hasDied] = [0, true]; hasDied; writes++) {
      hasDied = false;
      ctx = aContext();
      sent = [];
      pilot = await aFullPilot(ctx);
      await inCircles({ least: 2, most: 3 });
      clara = await join(ctx, pilot, 'clara.exampleton', wants('shortVideo', 'python'));
      aisha = await join(ctx, pilot, 'aisha.specimen', offers('shortVideo'));
      meera = await join(ctx, pilot, 'meera.namoona', offers('python'));
      await runAndLook(ctx, pilot);
      const story = publishAndLook(aDyingProcess(ctx, writes), pilot, 1).catch((error) => {
        hasDied = true;
        throw error;
      });
      await untilDeath(story);
      await recover(ctx);
      const round = await publishAndLook(ctx, pilot, 1).catch(() => undefined);
      if (!round || round.state === 'reviewed') continue;
      await recover(ctx);
      expect(PAIRS()).toHaveLength(1);
      for (const person of [clara, aisha, meera])
        expect((await Partition.open(ctx, 'people', person)).list('slot')).toHaveLength(1);
    }
  });
});

describe('a circle that goes on', () => {
  it('opens once all have signed the same', async () => {
    const id = await begun();
    await draftAgreement(ctx, meera, id, { text: AGREEMENT, seen: '' });
    for (const person of [meera, aisha, lwazi]) await signAgreement(ctx, person, id, signed(1));
    expect(hasSpace(await openPair(ctx, clara, id))).toBe(false);
    await signAgreement(ctx, clara, id, signed(1));
    await settle();
    expect(hasSpace(await openPair(ctx, clara, id))).toBe(true);
    for (const person of [clara, aisha, meera, lwazi]) expect(heard(person)).toContain('agreementSigned');
  });

  it('rests for all, and goes on for all', async () => {
    const id = await open();
    await pausePair(ctx, aisha, id, { until: asId('2026-12-14') });
    await settle();
    for (const person of [clara, meera, lwazi]) expect(heard(person)).toContain('paused');
    await resumePair(ctx, clara, id);
    expect((await openPair(ctx, lwazi, id)).state).toBe('active');
  });

  it('rests while one of them is on leave, and any other starts it again', async () => {
    const id = await open();
    await pauseForLeave(ctx, aisha, id, asId('2027-02-01'));
    await settle();
    for (const person of [clara, meera, lwazi]) expect(heard(person)).toContain('paused');
    await resumePair(ctx, meera, id);
    await settle();
    expect((await openPair(ctx, lwazi, id)).state).toBe('active');
  });

  it('goes on without a mentor who ends it, while two are left; what was signed stands', async () => {
    const id = await open();
    await endPair(ctx, lwazi, id);
    await endPair(ctx, lwazi, id);
    await settle();
    expect((await openPair(ctx, lwazi, id)).state).toBe('ended');
    expect(heard(lwazi).filter((kind) => kind === 'pairEnded')).toHaveLength(1);
    for (const person of [clara, aisha, meera]) {
      expect(heard(person).filter((kind) => kind === 'leftCircle')).toHaveLength(1);
      const open = await openPair(ctx, person, id);
      expect(hasSpace(open)).toBe(true);
      expect(open.pair.members).toHaveLength(3);
    }
    expect((await Partition.open(ctx, 'people', lwazi)).list('slot')).toEqual([]);
    const rows = await Partition.openCohort(ctx, pilot.cohort, ['pair']);
    expect(rows.find('pair', id)?.value).toMatchObject({ state: 'paired', executive: clara });
    expect(JSON.stringify(rows.find('pair', id)?.value)).not.toContain(lwazi);
  });

  it('takes the wish of whoever left for somebody new, and leaves the circle as it is', async () => {
    const id = await open();
    await endPair(ctx, lwazi, id);
    await wishNewMatch(ctx, lwazi, id, 'somebodyNew');
    await settle();
    expect((await openPair(ctx, clara, id)).state).toBe('active');
    expect((await findOpenPair(ctx, lwazi, id))?.me.newMatch).toBe('somebodyNew');
    const rows = await Partition.openCohort(ctx, pilot.cohort, ['member']);
    expect(rows.find('member', lwazi)?.value.waiting).toBe(true);
  });

  it.each(['the executive', 'one of the last two mentors'])('ends for all when %s ends it', async (who) => {
    const id = await open();
    if (who !== 'the executive') await endPair(ctx, lwazi, id);
    await endPair(ctx, who === 'the executive' ? clara : meera, id);
    await settle();
    for (const person of [clara, aisha, meera, lwazi]) {
      expect((await listPairs(ctx, person))[0]?.state).toBe('ended');
      expect(heard(person).filter((kind) => kind === 'pairEnded')).toHaveLength(1);
    }
  });

  it('goes on without a mentor who leaves the programme', async () => {
    const id = await open();
    await withdraw(ctx, lwazi, pilot.cohort);
    await withdraw(ctx, lwazi, pilot.cohort);
    await settle();
    expect((await openPair(ctx, clara, id)).pair.members).toHaveLength(3);
  });

  it('keeps nothing of a mentor who is erased, and goes on with the others, who hear it', async () => {
    const id = await open();
    await eraseMe(ctx, lwazi);
    expect(JSON.stringify(ctx.tables.all('pairs'))).not.toContain(lwazi);
    await settle();
    for (const person of [clara, aisha, meera]) expect(heard(person)).toContain('leftCircle');
    for (const table of TABLES) expect(JSON.stringify(ctx.tables.all(table)), table).not.toContain(lwazi);
    const circle = (await openPair(ctx, clara, id)).pair;
    expect(circle).toMatchObject({ state: 'active', apart: [] });
    expect(circle.members).toHaveLength(3);
  });
});
