import { beforeEach, describe, expect, it } from 'vitest';
import { asId, type PersonId, toInstant } from '#domain/basics/ids.ts';
import { MENTOR_QUESTIONS } from '#domain/gatherings/gathering.ts';
import {
  aDyingProcess,
  aFullPilot,
  drain,
  installApp,
  join,
  type Pilot,
  personNamed,
  recover,
  type Sent,
  untilDeath,
} from '#tests/bot/usecases/cohorts/cohortStory.ts';
import { aContext, type TestContext } from '#tests/fakes/context.ts';
import { freely } from '#tests/fakes/rate.ts';
import { answerEnrolment } from '#usecases/enrolment/enrolment.ts';
import {
  answerGathering,
  callGathering,
  callOffGathering,
  listGatherings,
  listGatheringsFor,
} from '#usecases/gatherings/gatherings.ts';
import { saveSettings } from '#usecases/people/settings.ts';
import { listDeliveries } from '#usecases/story/deliveries.ts';
import { Partition } from '#usecases/story/partition.ts';
import { readingOnce } from '#usecases/story/readOnce.ts';
import { wordsFor } from '#words/words.ts';

const HOUR_MS = 3_600_000;
let ctx: TestContext;
let pilot: Pilot;
let mentors: PersonId[];
let clara: PersonId;
beforeEach(async () => {
  ctx = aContext();
  pilot = await aFullPilot(ctx);
  mentors = [];
  const rows = await Partition.openCohort(ctx, pilot.cohort, ['member']);
  for (const { id, value } of rows.list('member'))
    if (value.role === 'mentor') mentors.push(asId<PersonId>(id));
  for (const person of mentors) {
    const own = await Partition.open(ctx, 'people', person);
    const mail = own.find('person')?.value.mail ?? '';
    await join(ctx, pilot, mail.split('@')[0] ?? '');
    await installApp(ctx, person);
  }
  clara = await join(ctx, pilot, 'clara.exampleton');
  await installApp(ctx, clara);
  await drain(ctx);
});

const soon = () => ({
  startsAt: toInstant(ctx.clock.now() + 48 * HOUR_MS),
  ...{ minutes: 60, place: 'Room 4', line: 'There is cake.' },
});
const as = (person: PersonId) => ({ cohort: pilot.cohort, person });
const gather = () => callGathering(ctx, pilot, soon(), 'press');
const heard = async () => (await drain(ctx)).map(({ to, view }) => ({ to, ...view }));
const comingOf = async () => (await listGatherings(ctx, pilot))[0]?.coming;

describe('a gathering of the mentors', () => {
  it('is told once to every mentor who takes part, with three questions of their own, and to nobody else', async () => {
    const id = await gather();
    expect(await gather()).toBe(id);
    const told = await heard();
    expect(told.map(({ to }) => to).sort()).toEqual([...mentors].sort());
    for (const one of told)
      expect(one).toMatchObject({
        ...{ kind: 'gathering', from: 'Noor Prøve', place: 'Room 4', line: 'There is cake.' },
        questions: MENTOR_QUESTIONS.slice(0, 3),
      });
    expect(await listGatheringsFor(ctx, as(clara))).toEqual([]);
  });

  it('has other questions the next time, and words for each', async () => {
    await gather();
    await callGathering(ctx, pilot, { ...soon(), place: 'Room 5' }, 'another');
    const asked = (await heard()).flatMap((one) => ('questions' in one ? one.questions : []));
    expect(new Set(asked)).toEqual(new Set(MENTOR_QUESTIONS.slice(0, 6)));
    const words = wordsFor('en');
    const said = MENTOR_QUESTIONS.map((one) => words(`gathering:question.${one}`));
    expect(new Set(said).size).toBe(MENTOR_QUESTIONS.length);
    for (const one of said) expect(one).toMatch(/^[A-Z].*[?.]$/);
  });

  it('keeps who comes, and nothing of who does not', async () => {
    const gathering = await gather();
    const [one = clara, other = clara] = mentors;
    const comings = () => ctx.tables.all('cohorts').filter(({ key }) => key.startsWith('coming_'));
    expect(await answerGathering(ctx, as(one), { gathering, isComing: true })).toMatchObject({
      isComing: true,
    });
    await answerGathering(ctx, as(one), { gathering, isComing: true });
    await answerGathering(ctx, as(other), { gathering, isComing: false });
    expect(comings()).toHaveLength(1);
    expect(await answerGathering(ctx, as(one), { gathering, isComing: false })).toMatchObject({
      isComing: false,
    });
    expect(comings()).toHaveLength(0);
  });

  it('is counted for the champion from five on, by nobody’s name', async () => {
    const gathering = await gather();
    expect(await comingOf()).toBe('few');
    for (const [n, person] of mentors.slice(0, 5).entries()) {
      expect([n, await comingOf()]).toEqual([n, 'few']);
      await answerGathering(ctx, as(person), { gathering, isComing: true });
    }
    expect(await comingOf()).toBe(5);
    const seen = JSON.stringify(await listGatherings(ctx, pilot));
    for (const person of mentors) expect(seen).not.toContain(person);
  });

  it('names to other mentors who comes and agreed to be named, and nobody else', async () => {
    const gathering = await gather();
    const aisha = await personNamed(ctx, 'aisha.specimen');
    const meera = await personNamed(ctx, 'meera.namoona');
    for (const person of [aisha, meera])
      await answerGathering(ctx, as(person), { gathering, isComing: true });
    await saveSettings(ctx, aisha, { named: true });
    const [seen] = await listGatheringsFor(ctx, as(meera));
    expect(seen?.others).toEqual(['Aisha Specimen']);
    expect((await listGatheringsFor(ctx, as(aisha)))[0]?.others).toEqual([]);
  });

  it('is called off with a word to all, and then lies ahead of nobody', async () => {
    const gathering = await gather();
    await drain(ctx);
    await callOffGathering(ctx, pilot, gathering);
    await callOffGathering(ctx, pilot, gathering);
    const told = await heard();
    expect(told.map(({ to, kind }) => [to, kind]).sort()).toEqual(
      mentors.map((one) => [one, 'gatheringOff']).sort(),
    );
    const [one = clara] = mentors;
    expect(await listGatheringsFor(ctx, as(one))).toEqual([]);
    expect(await answerGathering(ctx, as(one), { gathering, isComing: true })).toMatchObject({
      state: 'off',
      isComing: false,
    });
  });

  it('that is called off before it was told is not told to anybody but who said they come', async () => {
    const gathering = await gather();
    const [one = clara] = mentors;
    await answerGathering(ctx, as(one), { gathering, isComing: true });
    await callOffGathering(ctx, pilot, gathering);
    expect((await heard()).map(({ to, kind }) => [to, kind])).toEqual([[one, 'gatheringOff']]);
  });

  it('that is called off while its cards go out is called off for everybody who gets one', async () => {
    const gathering = await gather();
    const sent: Sent[] = [];
    const callOff = async () => {
      await callOffGathering(ctx, pilot, gathering);
      sent.push(...(await drain(ctx)));
    };
    let off: Promise<void> | undefined;
    const takeTogether: typeof freely.takeTogether = async (count) => {
      off ??= callOff();
      await off;
      return freely.takeTogether(count);
    };
    sent.push(...(await drain(ctx, undefined, { ...freely, takeTogether })));
    const toldOf = (kind: string) => sent.filter(({ view }) => view.kind === kind).map(({ to }) => to);
    expect(toldOf('gathering').length).toBeGreaterThan(0);
    expect(toldOf('gatheringOff')).toEqual(expect.arrayContaining(toldOf('gathering')));
  });

  it('that is called off before their day begins is no news to those who were not told', async () => {
    ctx.clock.advance(14 * HOUR_MS);
    const gathering = await gather();
    expect(await heard()).toEqual([]);
    expect(await listDeliveries(ctx, `gathering_${gathering}`)).toHaveLength(mentors.length);
    await callOffGathering(ctx, pilot, gathering);
    await drain(ctx);
    expect(await listDeliveries(ctx, `gatheringOff_${gathering}`)).toEqual([]);
  });

  it('counts nobody as coming who left', async () => {
    const gathering = await gather();
    for (const person of mentors.slice(0, 6))
      await answerGathering(ctx, as(person), { gathering, isComing: true });
    expect(await comingOf()).toBe(6);
    const [one = clara] = mentors;
    await answerEnrolment(ctx, one, pilot.cohort, 'pass');
    await drain(ctx);
    expect(await comingOf()).toBe(5);
  });

  it('lies ahead, in a cohort that goes on', async () => {
    const past = { ...soon(), startsAt: toInstant(ctx.clock.now() - 1) };
    await expect(callGathering(ctx, pilot, past)).rejects.toThrow('cohort:gathering.past');
    const far = { ...soon(), startsAt: toInstant(ctx.clock.now() + 400 * 24 * HOUR_MS) };
    await expect(callGathering(ctx, pilot, far)).rejects.toThrow('cohort:gathering.far');
    const gathering = await gather();
    ctx.clock.advance(50 * HOUR_MS);
    await expect(callOffGathering(ctx, pilot, gathering)).rejects.toThrow('cohort:gathering.over');
    const [one = clara] = mentors;
    expect(await answerGathering(ctx, as(one), { gathering, isComing: true })).toMatchObject({
      state: 'over',
    });
  });

  it('is nothing to an executive or a stranger', async () => {
    const gathering = await gather();
    for (const person of [clara, pilot.person, asId<PersonId>('person-x')]) {
      const said = answerGathering(ctx, as(person), { gathering, isComing: true });
      await expect(said).rejects.toThrow('cohort:gathering.missing');
      expect(await listGatheringsFor(ctx, as(person))).toEqual([]);
    }
  });

  it.each([1, 2, 3, 4, 5, 6])('is told once to each wherever the process dies: write %i', async (writes) => {
    const dying = aDyingProcess(ctx, writes);
    const asked = soon();
    await untilDeath(callGathering(readingOnce(dying), pilot, asked, 'press'));
    const told = await recover(ctx);
    await callGathering(ctx, pilot, asked, 'press');
    const all = [...told, ...(await drain(ctx))].filter(({ view }) => view.kind === 'gathering');
    expect(all.map(({ to }) => to).sort()).toEqual([...mentors].sort());
  });
});
