import { beforeEach, describe, expect, it } from 'vitest';
import { asId, type PersonId } from '#domain/basics/ids.ts';
import { aContext, type TestContext } from '#tests/fakes/context.ts';
import { createCohort } from '#usecases/cohorts/cohorts.ts';
import { invite } from '#usecases/cohorts/invitations.ts';
import { joinMembers, takeBack } from '#usecases/cohorts/joining.ts';
import { findMembers, listMembers } from '#usecases/cohorts/members.ts';
import { answerEnrolment } from '#usecases/enrolment/enrolment.ts';
import { managerChain } from '#usecases/people/managerChain.ts';
import { findPerson, getPerson, personOf } from '#usecases/people/people.ts';
import { Partition } from '#usecases/story/partition.ts';
import {
  aChampion,
  aDyingProcess,
  aPilot,
  drain,
  importPeople,
  installApp,
  type Pilot,
  recover,
  untilDeath,
} from './cohortStory.ts';

const HEAD = 'Name,Mail,Object id,Role,Manager,Department\n';
const OID = '00000000-0000-4000-8000-000000004711';
const TRANGER = {
  directoryId: OID,
  mail: '',
  signInName: 'st4711@x.example',
  name: 'Tranger, Silvia (HR-DE)',
};
const LINE = 'Silvia Tranger,s.tranger@x.example,,mentor,,HR';

let ctx: TestContext;
let pilot: Pilot;

beforeEach(async () => {
  ctx = aContext();
  pilot = await aPilot(ctx);
});

const load = (csv: string, at = pilot) => importPeople(ctx, at, HEAD + csv);
const byMail = async (mail: string): Promise<PersonId> => (await findPerson(ctx, 'mail', mail)) as PersonId;
const saidOf = async (person: PersonId, { cohort } = pilot) =>
  (await Partition.open(ctx, 'people', person)).find('said', cohort)?.value;
const didIn = ({ cohort }: Pilot) =>
  ctx.tables
    .all('cohorts')
    .filter(({ partition, key }) => partition === cohort && key.startsWith('audit_'))
    .map(({ value }) => value as { did: string; by: PersonId; about: string });

async function anotherPilot(): Promise<Pilot> {
  const person = await personOf(ctx, { directoryId: 'oid-rosa', mail: 'rosa@x.example', name: 'Rosa' });
  const days = { startsOn: asId<never>('2026-11-23'), endsOn: asId<never>('2027-03-31') };
  const actor = { ...(await aChampion(ctx)), person };
  return {
    person,
    cohort: (await createCohort(ctx, actor, { name: 'B', kind: 'pilot', fitFloor: 0, ...days })).cohort,
  };
}

describe('somebody who was imported by mail and signs in under another name', () => {
  it('is joined with the account as soon as it shows the address, and finds the invitation', async () => {
    await load(LINE);
    const invited = await byMail('s.tranger@x.example');
    const account = await personOf(ctx, TRANGER);
    await installApp(ctx, account);
    await invite(ctx, pilot);
    await drain(ctx);
    expect(account).not.toBe(invited);
    expect(await personOf(ctx, { ...TRANGER, mail: 's.tranger@x.example' })).toBe(account);
    expect(await drain(ctx)).toMatchObject([{ to: account, view: { kind: 'invitation' } }]);
    expect(await listMembers(ctx, pilot)).toMatchObject([
      { person: account, name: TRANGER.name, state: 'invited', hasApp: true, hasAccount: true },
    ]);
    const own = await Partition.open(ctx, 'people', account);
    expect(own.find('enrolment', pilot.cohort)?.value.state).toBe('invited');
    expect(await load(LINE)).toMatchObject({ added: 0, changed: 0, unchanged: 1 });
  });

  it('may be imported by mail and directory id together, before and after', async () => {
    await load(LINE);
    const account = await personOf(ctx, TRANGER);
    expect(await load(`Silvia Tranger,s.tranger@x.example,${OID},mentor,,HR`)).toMatchObject({ changed: 1 });
    expect((await listMembers(ctx, pilot)).map(({ person }) => person)).toEqual([account]);
    expect(await load(LINE)).toMatchObject({ added: 0, changed: 0, unchanged: 1 });
    expect(await personOf(ctx, { ...TRANGER, mail: 's.tranger@x.example' })).toBe(account);
  });
});

describe('a champion who sees that two are one', () => {
  it.each(['another member', 'an account chosen in Teams'])('joins them in her cohort: %s', async (how) => {
    await load(`${LINE}\nSilvia Tranger,st4711@x.example,,mentor,,`);
    await invite(ctx, pilot, [await byMail('s.tranger@x.example')]);
    await drain(ctx, { state: 'failed', reason: 'notInstalled' });
    const account = await personOf(ctx, TRANGER);
    await installApp(ctx, account);
    const invited = await byMail('s.tranger@x.example');
    const named = how === 'another member' ? { member: account } : { directoryId: OID };
    await joinMembers(ctx, pilot, invited, named);
    expect(await drain(ctx)).toMatchObject([{ to: account, view: { kind: 'invitation' } }]);
    expect(await listMembers(ctx, pilot)).toMatchObject([
      { person: account, state: 'invited', role: 'mentor' },
    ]);
    expect(await saidOf(account)).toMatchObject({ department: 'HR' });
    expect(didIn(pilot).at(-1)).toMatchObject({
      did: 'joinMembers',
      by: pilot.person,
      about: `${invited}_${account}`,
    });
    expect(await load(LINE)).toMatchObject({ added: 0, unchanged: 1 });
  });

  it('changes nothing in another cohort, and gives nobody the address', async () => {
    const other = await anotherPilot();
    await load(LINE);
    await load(LINE, other);
    const account = await personOf(ctx, TRANGER);
    const invited = await byMail('s.tranger@x.example');
    await joinMembers(ctx, pilot, invited, { directoryId: OID });
    expect((await listMembers(ctx, other)).map(({ person }) => person)).toEqual([invited]);
    expect(await byMail('s.tranger@x.example')).toBe(invited);
    const owner = {
      ...TRANGER,
      directoryId: 'oid-owner',
      mail: 's.tranger@x.example',
      signInName: 'o@x.example',
    };
    expect(await personOf(ctx, owner)).toBe(invited);
    expect(invited).not.toBe(account);
  });

  it('cannot join two accounts, strangers, or people of somebody else’s cohort', async () => {
    await load(`${LINE}\nAnna,anna@x.example,,mentor,,`);
    const invited = await byMail('s.tranger@x.example');
    const anna = await personOf(ctx, { directoryId: 'oid-anna', mail: 'anna@x.example', name: 'Anna' });
    const before = ctx.tables.all('cohorts');
    const refusals = [
      joinMembers(ctx, pilot, anna, { member: invited }),
      joinMembers(ctx, pilot, invited, { member: pilot.person }),
      joinMembers(ctx, pilot, invited, { member: invited }),
      joinMembers(ctx, await anotherPilot(), invited, { member: anna }),
    ];
    for (const refused of refusals) await expect(refused).rejects.toThrow(/cohort:/);
    expect(ctx.tables.all('cohorts').filter(({ partition }) => partition === pilot.cohort)).toEqual(
      before.filter(({ partition }) => partition === pilot.cohort),
    );
  });

  it('loses nothing wherever the server dies', async () => {
    for (let writes = 0; ; writes++) {
      ctx = aContext();
      pilot = await aPilot(ctx);
      await load(LINE);
      await invite(ctx, pilot);
      const [account, invited] = [await personOf(ctx, TRANGER), await byMail('s.tranger@x.example')];
      const dying = aDyingProcess(ctx, writes);
      await untilDeath(joinMembers(dying, pilot, invited, { member: account }).catch(() => undefined));
      await untilDeath(joinMembers(dying, pilot, invited, { directoryId: OID }));
      await recover(ctx);
      const [member, ...others] = await listMembers(ctx, pilot);
      expect(others).toEqual([]);
      const own = await Partition.open(ctx, 'people', member?.person as PersonId);
      expect(own.find('enrolment', pilot.cohort)).toBeDefined();
      expect(own.find('said', pilot.cohort)).toBeDefined();
      if (!dying.tables.hasCrashed) break;
    }
  });
});

describe('a champion who was wrong about two being one', () => {
  const OWNER = {
    ...{ directoryId: '00000000-0000-4000-8000-000000000815', mail: 's.tranger@x.example' },
    ...{ signInName: 'o@x.example', name: 'Silvia Tranger' },
  };
  let account: PersonId;
  let invited: PersonId;

  beforeEach(async () => {
    await load(LINE);
    invited = await byMail('s.tranger@x.example');
    await invite(ctx, pilot);
    await drain(ctx, { state: 'failed', reason: 'notInstalled' });
    account = await personOf(ctx, { ...TRANGER, name: 'Somebody Else' });
    await installApp(ctx, account);
  });

  const enrolmentOf = async (person: PersonId) =>
    (await Partition.open(ctx, 'people', person)).find('enrolment', pilot.cohort)?.value.state;
  const membersNow = async () =>
    (await listMembers(ctx, pilot)).map(({ person, state, changed }) => ({ person, state, changed }));

  it('takes it back, and the two are as they were', async () => {
    const before = await membersNow();
    await joinMembers(ctx, pilot, invited, { directoryId: OID });
    const asked = { which: 'changed', find: '', locale: 'en' } as const;
    const toTakeBack = async () => (await findMembers(ctx, pilot, asked)).found.map(({ person }) => person);
    expect(await toTakeBack()).toEqual([account]);
    expect(await takeBack(ctx, pilot, account)).toBe('joining');
    await drain(ctx);
    expect(await membersNow()).toEqual(before);
    expect(await toTakeBack()).toEqual([]);
    expect([await saidOf(account), await enrolmentOf(account)]).toEqual([undefined, undefined]);
    expect([await saidOf(invited), await enrolmentOf(invited)]).toMatchObject([
      { department: 'HR' },
      'invited',
    ]);
    expect(didIn(pilot).slice(-2)).toMatchObject([
      { did: 'joinMembers', by: pilot.person },
      { did: 'separateMembers', by: pilot.person, about: `${invited}_${account}` },
    ]);
    expect(await load(LINE)).toMatchObject({ added: 0, changed: 0, unchanged: 1 });
  });

  it.each([
    ['2027-02-01', '2027-03-01', '2027-02-01'],
    ['2027-03-01', '2027-02-01', '2027-03-01'],
    ['', '2027-03-01', undefined],
  ])('keeps the later of two leaves, “%s” and %s, and gives back the other', async (own, theirs, before) => {
    const lists = 'Name,Mail,Object id,Role,Back on\n';
    await importPeople(ctx, pilot, `${lists}Silvia Tranger,s.tranger@x.example,,mentor,${theirs}`);
    await importPeople(ctx, pilot, `${lists}Silvia Tranger,,${OID},mentor,${own}`);
    const leave = async () =>
      (await Partition.pick(ctx, pilot.cohort, [['member', account]])).find('member', account)?.value
        .awayUntil;
    await joinMembers(ctx, pilot, invited, { directoryId: OID });
    await drain(ctx);
    expect(await leave()).toBe([own, theirs].sort().at(-1));
    await takeBack(ctx, pilot, account);
    await drain(ctx);
    expect(await leave()).toBe(before);
  });

  it('cannot take back what is not there, and nothing changes', async () => {
    const before = ctx.tables.all('cohorts');
    await expect(takeBack(ctx, pilot, invited)).rejects.toMatchObject({ word: 'cohort:join.nothing' });
    expect(ctx.tables.all('cohorts')).toEqual(before);
  });

  it('leaves the account what it has answered since', async () => {
    await joinMembers(ctx, pilot, invited, { directoryId: OID });
    await drain(ctx);
    await answerEnrolment(ctx, account, pilot.cohort, 'join');
    await drain(ctx);
    await takeBack(ctx, pilot, account);
    await drain(ctx);
    expect(new Set(await membersNow())).toEqual(
      new Set([
        { person: account, state: 'joined', changed: [] },
        { person: invited, state: 'invited', changed: [] },
      ]),
    );
  });

  it('leaves the account the place that an import gave it meanwhile', async () => {
    await joinMembers(ctx, pilot, invited, { directoryId: OID });
    await load(`Somebody Else,else@x.example,${OID},mentor,,`);
    await takeBack(ctx, pilot, account);
    expect(new Set((await membersNow()).map(({ person }) => person))).toEqual(new Set([account, invited]));
  });

  it('takes back the last thing first', async () => {
    await joinMembers(ctx, pilot, invited, { directoryId: OID });
    ctx.clock.advance(60_000);
    await load('Silvia Tranger,s.tranger@x.example,,mentor,,Law');
    expect(await takeBack(ctx, pilot, account)).toBe('said');
    expect(await saidOf(account)).toMatchObject({ department: 'HR' });
    expect(await takeBack(ctx, pilot, account)).toBe('joining');
    expect(await saidOf(account)).toBeUndefined();
  });

  it('is told when the owner of the address comes, who finds her own invitation', async () => {
    await joinMembers(ctx, pilot, invited, { directoryId: OID });
    await drain(ctx);
    expect(await personOf(ctx, OWNER)).toBe(invited);
    expect(await enrolmentOf(invited)).toBe('invited');
    expect(await membersNow()).toEqual([{ person: invited, state: 'invited', changed: [] }]);
    await installApp(ctx, pilot.person);
    ctx.clock.advance(24 * 3_600_000);
    expect(await drain(ctx)).toMatchObject([
      { to: pilot.person, view: { kind: 'separated', name: 'Silvia Tranger', other: 'Somebody Else' } },
    ]);
    expect(didIn(pilot).at(-1)).toMatchObject({ did: 'separateMembers', by: invited });
    await expect(joinMembers(ctx, pilot, invited, { directoryId: OID })).rejects.toMatchObject({
      word: 'cohort:join.twoAccounts',
    });
  });

  it('loses nobody wherever the server dies while it is taken back', async () => {
    for (let writes = 0; ; writes++) {
      await joinMembers(ctx, pilot, invited, { directoryId: OID });
      await drain(ctx);
      const dying = aDyingProcess(ctx, writes);
      await untilDeath(takeBack(dying, pilot, account).catch(() => undefined));
      await untilDeath(personOf(dying, { ...TRANGER, mail: '' }));
      await recover(ctx);
      if ((await membersNow())[0]?.person !== invited) await takeBack(ctx, pilot, account);
      expect(await membersNow()).toEqual([{ person: invited, state: 'invited', changed: [] }]);
      expect([await saidOf(account), await enrolmentOf(account)]).toEqual([undefined, undefined]);
      if (!dying.tables.hasCrashed) break;
    }
  });
});

describe('what one champion says of somebody', () => {
  it('never gives an address to an account', async () => {
    const other = await anotherPilot();
    const eve = await personOf(ctx, { directoryId: OID, mail: 'eve@x.example', name: 'Eve' });
    await load(`Vip Boss,vip@x.example,${OID},executive,,`, other);
    await load('Vip Boss,vip@x.example,,executive,,');
    const vip = await personOf(ctx, { directoryId: 'oid-vip', mail: 'vip@x.example', name: 'Vip Boss' });
    expect(vip).not.toBe(eve);
    expect((await listMembers(ctx, pilot)).map(({ person }) => person)).toEqual([vip]);
    expect(await getPerson(ctx, eve)).toMatchObject({ mail: 'eve@x.example', addresses: ['eve@x.example'] });
  });

  it('counts in her cohort only, until a champion of another one says the same', async () => {
    const [other, third] = [await anotherPilot(), await anotherPilot()];
    await load('Ann,ann@x.example,,mentor,ben@x.example,Tax\nBen,ben@x.example,,executive,,');
    await load('Ann,ann@x.example,,mentor,,', third);
    await load('Ann B.,ann@x.example,,mentor,cem@x.example,Law', other);
    const [ann, ben, cem] = [
      await byMail('ann@x.example'),
      await byMail('ben@x.example'),
      await byMail('cem@x.example'),
    ];
    const chainIn = (at: Pilot) => managerChain(ctx, new Map(), { ...at, person: ann });
    expect(await chainIn(pilot)).toEqual([ben]);
    expect(await chainIn(other)).toEqual([cem]);
    expect(await chainIn(third)).toEqual([]);
    expect((await listMembers(ctx, pilot)).map(({ name }) => name)).toEqual(['Ann', 'Ben']);
    await load('Ann,ann@x.example,,mentor,ben@x.example,', other);
    expect(await chainIn(third)).toEqual([ben]);
  });

  it('stands in the audit log when it changes, and can be taken back', async () => {
    await load('Ann,ann@x.example,,mentor,ben@x.example,Tax');
    await load('Ann,ann@x.example,,mentor,cem@x.example,Law');
    const ann = await byMail('ann@x.example');
    expect(didIn(pilot).at(-1)).toMatchObject({ did: 'changeSaid', about: `${ann} manager department` });
    expect(await listMembers(ctx, pilot)).toMatchObject([{ changed: ['manager', 'department'] }]);
    await takeBack(ctx, pilot, ann);
    expect(await saidOf(ann)).toMatchObject({ manager: await byMail('ben@x.example'), department: 'Tax' });
    expect(didIn(pilot).at(-1)).toMatchObject({ did: 'takeBackSaid', about: ann, by: pilot.person });
    expect(await listMembers(ctx, pilot)).toMatchObject([{ changed: [] }]);
    await expect(takeBack(ctx, await anotherPilot(), ann)).rejects.toThrow(/cohort:/);
  });
});
