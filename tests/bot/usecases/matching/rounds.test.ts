import { describe, expect, it } from 'vitest';
import { asId, type PairId, type PersonId, type TopicId } from '#domain/basics/ids.ts';
import { exclusionOf } from '#domain/profile/exclusions.ts';
import type { Profile } from '#domain/profile/profile.ts';
import {
  aDyingProcess,
  aFullPilot,
  drain,
  installApp,
  join,
  type Pilot,
  personNamed,
  recover,
  untilDeath,
  words,
} from '#tests/bot/usecases/cohorts/cohortStory.ts';
import { aContext, type TestContext } from '#tests/fakes/context.ts';
import { matchInThread } from '#threads/matching.ts';
import { getCohort } from '#usecases/cohorts/cohorts.ts';
import { answerEnrolment } from '#usecases/enrolment/enrolment.ts';
import { sayAway } from '#usecases/life/members.ts';
import { publishRound } from '#usecases/matching/rounds.ts';
import { getRound, listRounds, type RoundSeen } from '#usecases/matching/view.ts';
import { answerIntroduction, endIfDue } from '#usecases/pairs/introductions.ts';
import { sayKinds, sayLeftOut, sayReasons } from '#usecases/pairs/reasons.ts';
import { Partition } from '#usecases/story/partition.ts';
import { publishAndLook, runAndLook } from './looking.ts';

const topic = (name: string) => asId<TopicId>(name);
const OWN_WORDS = 'own:bonsai for boardrooms';
const wantsVideo: Partial<Profile> = {
  wants: [topic('shortVideo'), topic(OWN_WORDS)],
  interests: [topic('cycling'), topic('own:night trains')],
  ownWords: { [OWN_WORDS]: 'Bonsai for boardrooms!' },
  languages: ['en', 'es'],
};
const offersVideo: Partial<Profile> = {
  offers: [
    { topic: topic('shortVideo'), strength: 3 },
    { topic: topic(OWN_WORDS), strength: 3 },
  ],
  interests: [topic('cycling'), topic('own:night trains')],
  timeZone: 'Europe/Berlin',
  languages: ['en', 'de'],
};

/** Clara and Diego want what only Aisha offers, Clara with more in common; Meera offers something else. */
async function aJoinedPilot(ctx: TestContext): Promise<Pilot> {
  const pilot = await aFullPilot(ctx);
  await join(ctx, pilot, 'clara.exampleton', wantsVideo);
  await join(ctx, pilot, 'diego.muestra', { ...wantsVideo, wants: [topic('shortVideo')], interests: [] });
  await join(ctx, pilot, 'aisha.specimen', offersVideo);
  await join(ctx, pilot, 'meera.namoona', { offers: [{ topic: topic('python'), strength: 2 }] });
  for (const name of ['clara.exampleton', 'diego.muestra', 'aisha.specimen'])
    await installApp(ctx, await personNamed(ctx, name));
  return pilot;
}

const twosOf = (round: RoundSeen) =>
  round.proposals.map(
    ({ executive, mentor, state }) => `${round.name(executive)} + ${round.name(mentor)}: ${state}`,
  );
const outOf = (round: RoundSeen) =>
  round.leftOut.map(
    ({ person, role, reason }) => `${round.name(person)}: ${sayLeftOut(words, reason, role)}`,
  );
const pairsIn = (ctx: TestContext) => ctx.tables.all('pairs').filter(({ key }) => key === 'pair');

describe('a matching round', () => {
  it('shows who would meet whom, why, and who is left out and why', async () => {
    const ctx = aContext();
    const pilot = await aJoinedPilot(ctx);
    const round = await runAndLook(ctx, pilot);
    expect(round).toMatchObject({ number: 1, state: 'reviewed', provenBest: true, covered: 1, total: 2 });
    expect(twosOf(round)).toEqual(['Clara Exampleton + Aisha Specimen: proposed']);
    expect(outOf(round)).toEqual([
      "Diego Muestra: It didn't come about this time. They come first in the next round.",
      'Meera Namoona: No executive here wants to understand what they offer.',
    ]);
    expect((await getCohort(ctx, pilot.cohort, pilot.person)).state).toBe('matching');
    expect(pairsIn(ctx)).toEqual([]);
  });

  it('proposes nobody on leave, and introduces nobody whose leave began since', async () => {
    const ctx = aContext();
    const pilot = await aJoinedPilot(ctx);
    const away = async (name: string) => {
      const person = await personNamed(ctx, name);
      await sayAway(ctx, pilot, { person, until: asId('2027-01-11') });
    };
    await away('clara.exampleton');
    const round = await runAndLook(ctx, pilot);
    expect(round).toMatchObject({ covered: 1, total: 1, provenBest: true });
    expect(twosOf(round)).toEqual(['Diego Muestra + Aisha Specimen: proposed']);
    expect(outOf(round)).toHaveLength(1);
    await away('aisha.specimen');
    expect(twosOf(await publishAndLook(ctx, pilot, 1))).toEqual(['Diego Muestra + Aisha Specimen: noRoom']);
    expect(pairsIn(ctx)).toEqual([]);
    ctx.clock.advance(60 * 86_400_000);
    const after = await runAndLook(ctx, pilot);
    expect(after.total).toBe(2);
  });

  it('tells the two why in their own words, and the champion without them', async () => {
    const ctx = aContext();
    const pilot = await aJoinedPilot(ctx);
    const round = await runAndLook(ctx, pilot);
    expect(sayKinds(words, round.proposals[0]?.reasons ?? [])).toEqual([
      'The mentor offers what the executive wants to understand.',
      'Both share an interest.',
      'Their working days overlap.',
    ]);
    await publishAndLook(ctx, pilot, 1);
    const clara = await personNamed(ctx, 'clara.exampleton');
    const view = (await drain(ctx)).find(({ to }) => to === clara)?.view;
    if (view?.kind !== 'introduction') throw new Error('she was not introduced');
    expect(sayReasons(words, view.reasons, view.role)).toContain(
      'You want to understand “Bonsai for boardrooms!”; your mentor has offered exactly that.',
    );
  });

  it('keeps no word that people wrote, in any row of the cohort', async () => {
    const ctx = aContext();
    const pilot = await aJoinedPilot(ctx);
    await runAndLook(ctx, pilot);
    await publishAndLook(ctx, pilot, 1);
    await drain(ctx);
    const rows = JSON.stringify(ctx.tables.all('cohorts')).toLowerCase();
    for (const written of ['bonsai', 'night trains']) expect(rows).not.toContain(written);
    expect(JSON.stringify(ctx.tables.all('pairs'))).toContain('bonsai');
  });

  it('makes no pair of an introduction when somebody has left the programme', async () => {
    const ctx = aContext();
    const pilot = await aJoinedPilot(ctx);
    await runAndLook(ctx, pilot);
    await publishAndLook(ctx, pilot, 1);
    await drain(ctx);
    const [clara, aisha] = [
      await personNamed(ctx, 'clara.exampleton'),
      await personNamed(ctx, 'aisha.specimen'),
    ];
    const pair = asId<PairId>(pairsIn(ctx)[0]?.partition ?? '');
    expect(await answerIntroduction(ctx, aisha, pair, 'yes')).toEqual({ state: 'waiting' });
    await answerEnrolment(ctx, aisha, pilot.cohort, 'pass');
    await drain(ctx);
    expect(await answerIntroduction(ctx, clara, pair, 'yes')).toEqual({ state: 'waiting' });
    await expect(answerIntroduction(ctx, aisha, pair, 'yes')).rejects.toThrow();
  });

  it('that takes longer than a turn is gone on with, and each is introduced once', async () => {
    const ctx = aContext();
    const pilot = await aJoinedPilot(ctx);
    await join(ctx, pilot, 'aisha.specimen', { ...offersVideo, capacity: 2 });
    await runAndLook(ctx, pilot);
    const now = () => {
      ctx.clock.advance(15_000);
      return ctx.clock.now();
    };
    await publishRound({ ...ctx, clock: { now } }, pilot, 1);
    expect(pairsIn(ctx)).toHaveLength(1);
    expect((await getRound(ctx, pilot, 1)).state).toBe('publishing');
    const told = (await drain(ctx)).filter(({ view }) => view.kind === 'introduction');
    expect((await getRound(ctx, pilot, 1)).state).toBe('published');
    expect(pairsIn(ctx)).toHaveLength(2);
    expect(new Set(told.map(({ to, view }) => `${to} ${JSON.stringify(view)}`)).size).toBe(told.length);
    expect(told).toHaveLength(4);
  });

  it('introduces both when it is published, once', async () => {
    const ctx = aContext();
    const pilot = await aJoinedPilot(ctx);
    await runAndLook(ctx, pilot);
    const published = await publishAndLook(ctx, pilot, 1);
    expect(published.state).toBe('published');
    expect(twosOf(published)).toEqual(['Clara Exampleton + Aisha Specimen: introduced']);
    await publishAndLook(ctx, pilot, 1);
    const sent = await drain(ctx);
    expect(sent.map(({ view }) => view.kind).sort()).toEqual(['introduction', 'introduction', 'leftOut']);
    expect(pairsIn(ctx)).toHaveLength(1);
    const cohort = await getCohort(ctx, pilot.cohort, pilot.person);
    expect(cohort).toMatchObject({ state: 'running', counts: { introduced: 1, paired: 0 } });
  });

  it('sets an unpublished round aside when another is run', async () => {
    const ctx = aContext();
    const pilot = await aJoinedPilot(ctx);
    await runAndLook(ctx, pilot);
    await runAndLook(ctx, pilot);
    expect((await listRounds(ctx, pilot)).map(({ number }) => number)).toEqual([2]);
    await expect(publishAndLook(ctx, pilot, 1)).rejects.toMatchObject({ kind: 'gone' });
    await expect(publishAndLook(ctx, pilot, 7)).rejects.toMatchObject({ kind: 'missing' });
  });

  it('takes those who were left out first next time, and never the same two again', async () => {
    const ctx = aContext();
    const pilot = await aJoinedPilot(ctx);
    await runAndLook(ctx, pilot);
    await publishAndLook(ctx, pilot, 1);
    const { id, members } = await endByDecline(ctx);
    await endIfDue(ctx, id);
    await drain(ctx);
    const second = await runAndLook(ctx, pilot);
    expect(twosOf(second)).toEqual(['Diego Muestra + Aisha Specimen: proposed']);
    expect(members).toHaveLength(2);
    await publishAndLook(ctx, pilot, 2);
    const third = await runAndLook(ctx, pilot);
    expect(twosOf(third)).toEqual([]);
    expect(outOf(third)[0]).toBe(
      "Clara Exampleton: It didn't come about this time. They come first in the next round.",
    );
  });

  it('lets an exclusion that came while it was reviewed count from the next round only', async () => {
    const ctx = aContext();
    const pilot = await aJoinedPilot(ctx);
    const shown = await runAndLook(ctx, pilot);
    await join(ctx, pilot, 'aisha.specimen', {
      ...{ ...offersVideo, excludes: [exclusionOf('clara.exampleton@turntable.example')] },
    });
    const published = await publishAndLook(ctx, pilot, 1);
    expect(twosOf(published)).toEqual(['Clara Exampleton + Aisha Specimen: introduced']);
    expect(published.proposals[0]?.reasons).toEqual(shown.proposals[0]?.reasons);
  });

  it('never pairs within a reporting line, however long', async () => {
    const ctx = aContext();
    const pilot = await aFullPilot(ctx);
    await join(ctx, pilot, 'clara.exampleton', wantsVideo);
    await join(ctx, pilot, 'lwazi.isampula', offersVideo);
    expect(twosOf(await runAndLook(ctx, pilot))).toEqual([]);
  });

  it('needs somebody who joined', async () => {
    const ctx = aContext();
    const pilot = await aFullPilot(ctx);
    await expect(runAndLook(ctx, pilot)).rejects.toMatchObject({
      kind: 'conflict',
      word: 'cohort:round.nobody',
    });
  });

  it('comes to the same in a thread of its own', async () => {
    const ctx = aContext();
    const pilot = await aJoinedPilot(ctx);
    const here = await runAndLook(ctx, pilot);
    const there = await runAndLook({ ...ctx, match: matchInThread }, pilot);
    const found = ({ proposals }: RoundSeen) => proposals.map((proposal) => ({ ...proposal, round: 0 }));
    expect(found(there)).toEqual(found(here));
  });

  it('lets one of two champions who run it at once be the faster', async () => {
    const ctx = aContext();
    const pilot = await aJoinedPilot(ctx);
    const both = await Promise.allSettled([runAndLook(ctx, pilot), runAndLook(ctx, pilot)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await listRounds(ctx, pilot)).toHaveLength(1);
  });

  it('is whole after a crash at any write, and nobody is introduced twice', async () => {
    for (let writes = 0; ; writes++) {
      const ctx = aContext();
      const pilot = await aJoinedPilot(ctx);
      const dying = aDyingProcess(ctx, writes);
      await untilDeath(runAndLook(dying, pilot).then(() => publishAndLook(dying, pilot, 1)));
      const first = await recover(ctx);
      const known = (await listRounds(ctx, pilot))[0];
      const round = known ?? (await runAndLook(ctx, pilot));
      await publishAndLook(ctx, pilot, round.number);
      const sent = [...first, ...(await recover(ctx))];
      expect(sent.map(({ view }) => view.kind).sort()).toEqual(['introduction', 'introduction', 'leftOut']);
      expect(pairsIn(ctx)).toHaveLength(1);
      expect((await listRounds(ctx, pilot)).map(({ state }) => state)).toEqual(['published']);
      if (!dying.tables.hasCrashed) break;
    }
  });
});

/** Aisha says "not this time", and everybody's moment comes. */
async function endByDecline(ctx: TestContext) {
  await drain(ctx);
  const id = asId<never>(pairsIn(ctx)[0]?.partition ?? '');
  const aisha = await personNamed(ctx, 'aisha.specimen');
  await answerIntroduction(ctx, aisha, id, 'notThisTime');
  ctx.clock.advance(20 * 24 * 3_600_000);
  const rows = await Partition.open(ctx, 'pairs', id);
  const members: PersonId[] = (rows.find('pair')?.value.members ?? []).map(({ person }) => person);
  return { id, members };
}
