import { beforeEach, describe, expect, it } from 'vitest';
import type { Day, PersonId } from '#domain/basics/ids.ts';
import { settleAll } from '#tests/bot/pairWorld.ts';
import { aContext, type TestContext } from '#tests/fakes/context.ts';
import { listDeeds } from '#usecases/cohorts/auditing.ts';
import { listChampions, nameChampion, removeChampion } from '#usecases/cohorts/champions.ts';
import { changeCohort } from '#usecases/cohorts/changing.ts';
import { getCohort } from '#usecases/cohorts/cohorts.ts';
import { answerContact, nameContact } from '#usecases/cohorts/contactPersons.ts';
import { getMe } from '#usecases/home/me.ts';
import { personOf } from '#usecases/people/people.ts';
import { Conflict } from '#usecases/story/ports.ts';
import { aFullPilot, aPilot, join, type Pilot } from './cohortStory.ts';

let ctx: TestContext;
let pilot: Pilot;
let ruth: PersonId;
const RUTH = {
  directoryId: 'aaaaaaaa-0000-4000-8000-000000000007',
  mail: 'ruth@turntable.example',
  name: 'Ruth Voorbeeld',
};

beforeEach(async () => {
  ctx = aContext();
  pilot = await aPilot(ctx);
  ruth = await personOf(ctx, RUTH);
});

const asRuth = () => ({ cohort: pilot.cohort, person: ruth });
const names = async () => (await listChampions(ctx, pilot)).map(({ name }) => name);

describe('a further champion', () => {
  it.each([{ mail: RUTH.mail }, { directoryId: RUTH.directoryId, name: RUTH.name }])(
    'named by %o runs the cohort as the first one does, and is told once',
    async (named) => {
      await expect(getCohort(ctx, pilot.cohort, ruth)).rejects.toThrow('cohort:notYours');
      await nameChampion(ctx, pilot, named);
      await nameChampion(ctx, pilot, named);
      expect(await names()).toEqual(['Noor Prøve', 'Ruth Voorbeeld']);
      expect((await getCohort(ctx, pilot.cohort, ruth)).name).toBe('Finance pilot');
      expect((await getMe(ctx, { person: ruth, roles: [] })).isChampion).toBe(true);
      const told = ctx.tables
        .all('cohorts')
        .filter(
          ({ value }) =>
            (value as { message?: { notice?: { kind: string } } }).message?.notice?.kind === 'champion',
        );
      expect(told.length).toBe(1);
    },
  );

  it('has an account: an address that nobody has shown says nothing of who reads it', async () => {
    await expect(nameChampion(ctx, pilot, { mail: 'nobody@turntable.example' })).rejects.toThrow(
      'cohort:champion.noAccount',
    );
    expect(await names()).toEqual(['Noor Prøve']);
  });

  it('is nobody whom people turn to with a concern', async () => {
    const contact = ctx.tables.all('cohorts').find(({ key }) => key.startsWith('contact_'));
    const person = contact?.key.slice('contact_'.length) ?? '';
    const row = await ctx.tables.find('people', person, 'person');
    const account = 'aaaaaaaa-0000-4000-8000-000000000008';
    const value = { ...row?.value, directoryId: account };
    await ctx.tables.commit('people', person, [
      row ? { op: 'replace', key: 'person', value, etag: row.etag } : { op: 'create', key: 'person', value },
    ]);
    await ctx.tables.commit('lookups', 'oid', [
      { op: 'create', key: account, value: { person, isMet: true, isAsked: true, seen: [] } },
    ]);
    await expect(nameChampion(ctx, pilot, { directoryId: account, name: 'Hana' })).rejects.toThrow(
      'cohort:champion.isContact',
    );
  });

  it('is asked no more to be there for concerns, nor named for it', async () => {
    const contact = { ...pilot, person: ruth };
    const row = {
      seat: 'standIn',
      state: 'declined',
      written: 'Ruth',
      by: pilot.person,
      at: '2026-11-23T09:00:00.000Z',
    };
    await ctx.tables.commit('cohorts', pilot.cohort, [
      { op: 'create', key: `contact_${ruth}`, value: { ...row, askings: 1 } },
    ]);
    await nameChampion(ctx, pilot, { mail: RUTH.mail });
    await expect(answerContact(ctx, contact, { seat: 'standIn', answer: 'accept' })).rejects.toThrow(
      'cohort:contact.notAsked',
    );
    await expect(
      nameContact(ctx, pilot, { seat: 'standIn', named: { mail: RUTH.mail }, etag: '' }),
    ).rejects.toThrow('cohort:contact.isChampion');
  });

  it('is named by champions alone', async () => {
    await expect(nameChampion(ctx, asRuth(), { mail: RUTH.mail })).rejects.toThrow('cohort:notYours');
    await expect(removeChampion(ctx, asRuth(), pilot.person)).rejects.toThrow('cohort:notYours');
    await expect(listChampions(ctx, asRuth())).rejects.toThrow('cohort:notYours');
    await expect(listDeeds(ctx, asRuth(), { from: 0, size: 9 })).rejects.toThrow('cohort:notYours');
  });

  it('takes over: the first one steps down and sees nothing from the next request on', async () => {
    await nameChampion(ctx, pilot, { mail: RUTH.mail });
    await removeChampion(ctx, pilot, pilot.person);
    await expect(getCohort(ctx, pilot.cohort, pilot.person)).rejects.toThrow('cohort:notYours');
    expect((await getMe(ctx, { person: pilot.person, roles: [] })).isChampion).toBe(false);
    await removeChampion(ctx, asRuth(), pilot.person);
    await expect(removeChampion(ctx, asRuth(), ruth)).rejects.toThrow('cohort:champion.last');
  });
});

it('is never left alone, also when two take each other off at once', async () => {
  await nameChampion(ctx, pilot, { mail: RUTH.mail });
  const both = await Promise.allSettled([
    removeChampion(ctx, pilot, ruth),
    removeChampion(ctx, asRuth(), pilot.person),
  ]);
  expect(both.filter(({ status }) => status === 'fulfilled').length).toBe(1);
  const left = ctx.tables.all('cohorts').filter(({ key }) => key.startsWith('champion_'));
  expect(left.length).toBe(1);
});

describe('a cohort that is changed', () => {
  const days = (startsOn: string, endsOn: string) => ({ startsOn: startsOn as Day, endsOn: endsOn as Day });
  const CHANGE = { name: 'Finance spring', fitFloor: 0, ...days('2026-11-23', '2027-05-31') };

  it('has its new name and last day with everybody who was invited', async () => {
    const full = await aFullPilot(ctx);
    const clara = await join(ctx, full, 'clara.exampleton');
    const { etag } = await getCohort(ctx, full.cohort, full.person);
    expect(await changeCohort(ctx, full, CHANGE, etag)).toMatchObject(CHANGE);
    await settleAll(ctx, []);
    expect((await getMe(ctx, { person: clara, roles: [] })).enrolments).toMatchObject([
      { cohortName: 'Finance spring' },
    ]);
    expect(
      ctx.tables.all('people').find(({ key }) => key === `enrolment_${full.cohort}`)?.value,
    ).toMatchObject({
      endsOn: '2027-05-31',
    });
  });

  it('is not written over: whoever saw an older one is told', async () => {
    const { etag } = await getCohort(ctx, pilot.cohort, pilot.person);
    await changeCohort(ctx, pilot, CHANGE, etag);
    await expect(changeCohort(ctx, pilot, { ...CHANGE, name: 'Another' }, etag)).rejects.toThrow(Conflict);
  });

  it('may begin when it began, however long ago, and doubts every new day', async () => {
    ctx.clock.set('2027-02-15T09:00:00.000Z');
    const { etag } = await getCohort(ctx, pilot.cohort, pilot.person);
    const refused = (asked: object) =>
      expect(changeCohort(ctx, pilot, { ...CHANGE, ...asked }, etag)).rejects;
    await refused(days('2027-04-01', '2027-04-01')).toThrow('cohort:endsBeforeStart');
    await refused(days('2026-11-23', '2027-01-31')).toThrow('cohort:endsInThePast');
    await refused(days('2026-11-22', '2027-05-31')).toThrow('cohort:startsLongAgo');
    await refused(days('2026-11-23', '2036-05-31')).toThrow('cohort:endsTooLate');
    expect((await changeCohort(ctx, pilot, CHANGE, etag)).endsOn).toBe('2027-05-31');
  });
});

it('tells what was done, by whom and about whom, latest first and in pages', async () => {
  ctx.clock.advance(60_000);
  await nameChampion(ctx, pilot, { mail: RUTH.mail });
  ctx.clock.advance(60_000);
  await removeChampion(ctx, pilot, ruth);
  const { deeds, found } = await listDeeds(ctx, pilot, { from: 0, size: 2 });
  expect(deeds).toMatchObject([
    { by: 'Noor Prøve', did: 'removeChampion', names: ['Ruth Voorbeeld'] },
    { by: 'Noor Prøve', did: 'nameChampion', names: ['Ruth Voorbeeld'] },
  ]);
  expect(found).toBe(3);
  expect((await listDeeds(ctx, pilot, { from: 2, size: 2 })).deeds).toMatchObject([
    { did: 'createCohort', names: [] },
  ]);
});
