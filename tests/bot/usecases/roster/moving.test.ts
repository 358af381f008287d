import { describe, expect, it } from 'vitest';
import { asId, type CohortId, type PersonId } from '#domain/basics/ids.ts';
import { aContactIn } from '#tests/bot/aContactIn.ts';
import {
  aChampion,
  aDyingProcess,
  aFullPilot,
  aPilot,
  drain,
  importPeople,
  installApp,
  join,
  type Pilot,
  personNamed,
  recover,
  type Sent,
  untilDeath,
} from '#tests/bot/usecases/cohorts/cohortStory.ts';
import { aContext, type TestContext } from '#tests/fakes/context.ts';
import { counted } from '#tests/fakes/counting.ts';
import { listDeeds } from '#usecases/cohorts/auditing.ts';
import { dropAttribute } from '#usecases/cohorts/changing.ts';
import { createCohort, getCohort } from '#usecases/cohorts/cohorts.ts';
import { invite } from '#usecases/cohorts/invitations.ts';
import { joinMembers } from '#usecases/cohorts/joining.ts';
import { settledInvitation } from '#usecases/cohorts/settled.ts';
import { answerEnrolment } from '#usecases/enrolment/enrolment.ts';
import { getMe } from '#usecases/home/me.ts';
import { sayAway, sayGone } from '#usecases/life/members.ts';
import { publishRound, runRound } from '#usecases/matching/rounds.ts';
import { personOf } from '#usecases/people/people.ts';
import { saveSettings } from '#usecases/people/settings.ts';
import { beginErasing } from '#usecases/privacy/erasing.ts';
import { askAgain } from '#usecases/roster/askingAgain.ts';
import { checkMove, movePeople, movingDue } from '#usecases/roster/moving.ts';
import { listRoster } from '#usecases/roster/people.ts';
import { Partition } from '#usecases/story/partition.ts';
import type { Tables } from '#usecases/story/ports.ts';
import { readingOnce } from '#usecases/story/readOnce.ts';

const NAMES = ['clara.exampleton', 'diego.muestra', 'aisha.specimen', 'meera.namoona'] as const;

/** Another cohort of Noor's, with a contact unless said otherwise. */
async function anotherCohort(ctx: TestContext, name = 'Second wave', hasContact = true): Promise<Pilot> {
  const actor = await aChampion(ctx);
  const { cohort } = await createCohort(ctx, actor, {
    ...{ name, kind: 'wave', fitFloor: 0 },
    ...{ startsOn: asId('2026-12-01'), endsOn: asId('2027-06-30') },
  });
  if (hasContact) await aContactIn(ctx, cohort);
  return { cohort, person: actor.person };
}

/** The pilot with everybody invited, four of whom have the app, and an empty second wave. */
async function twoCohorts() {
  const ctx = aContext();
  const here = await aFullPilot(ctx);
  const people = await Promise.all(NAMES.map((name) => personNamed(ctx, name)));
  for (const person of people) await installApp(ctx, person);
  await invite(ctx, here);
  await drain(ctx);
  const there = await anotherCohort(ctx);
  const [clara, diego, aisha, meera] = people as [PersonId, PersonId, PersonId, PersonId];
  return { ctx, here, there, clara, diego, aisha, meera };
}

const move = (ctx: TestContext, from: Pilot, to: Pilot, whom: readonly PersonId[] | 'unanswered') =>
  movePeople(readingOnce(ctx), from, { whom, to: to.cohort });
const check = (ctx: TestContext, from: Pilot, whom: readonly PersonId[], to: CohortId | '' = '') =>
  checkMove(readingOnce(ctx), from, { whom, to });
const memberOf = async (ctx: TestContext, { cohort }: Pilot, person: PersonId) =>
  (await Partition.pick(ctx, cohort, [['member', person]])).find('member', person)?.value;
const ownOf = (ctx: TestContext, person: PersonId) => Partition.open(ctx, 'people', person);
const invitationsIn = (sent: readonly Sent[], { cohort }: Pilot): PersonId[] =>
  sent.flatMap(({ to, view }) => (view.kind === 'invitation' && view.cohort === cohort ? [to] : [])).sort();
const peopleIn = async (ctx: TestContext, at: Pilot) =>
  (await listRoster(readingOnce(ctx), at, { find: '', department: '', location: '', from: '', locale: 'en' }))
    .people;

describe('moving people', () => {
  it('invites them in the other cohort, once, and takes them off this list', async () => {
    const { ctx, here, there, clara, aisha } = await twoCohorts();
    await join(ctx, here, 'clara.exampleton', { wants: ['generativeAi'] as never });
    expect(await move(ctx, here, there, [clara, aisha])).toEqual({ moved: 2, goesOn: false });
    const sent = await drain(ctx);
    expect(sent.map(({ view }) => view.kind)).toEqual(['invitation', 'invitation']);
    expect(invitationsIn(sent, there)).toEqual([clara, aisha].sort());
    expect(sent[0]?.view).toMatchObject({ cohortName: 'Second wave', insteadOf: 'Finance pilot' });
    for (const person of [clara, aisha]) {
      expect(await memberOf(ctx, here, person)).toBeUndefined();
      expect(await memberOf(ctx, there, person)).toMatchObject({ state: 'invited', waiting: false });
    }
    expect((await getCohort(ctx, there.cohort, there.person)).state).toBe('enrolling');
    expect((await ownOf(ctx, clara)).find('profile')?.value.wants).toEqual(['generativeAi']);
    const me = await getMe(readingOnce(ctx), { person: clara, roles: [] });
    expect(me.enrolments).toMatchObject([{ cohort: there.cohort, state: 'invited' }]);
    await answerEnrolment(ctx, clara, there.cohort, 'join', { isInvitation: true });
    await drain(ctx);
    expect(await memberOf(ctx, there, clara)).toMatchObject({ state: 'joined' });
  });

  it('takes what champions administer along, as far as it is kept there', async () => {
    const { ctx, here, there, diego } = await twoCohorts();
    const keep = async (at: Pilot, names: string[]) => {
      const rows = await Partition.pick(ctx, at.cohort, [['cohort']]);
      const cohort = rows.find('cohort')?.value;
      if (cohort)
        rows.put('cohort', '', { ...cohort, attributes: names.map((name) => ({ name, why: 'x' })) });
      await rows.commit();
    };
    await keep(here, ['Style', 'Team']);
    await keep(there, ['Team']);
    const rows = await Partition.pick(ctx, here.cohort, [['member', diego]]);
    const member = rows.find('member', diego)?.value;
    if (member) rows.put('member', diego, { ...member, attributes: { Style: 'Blue', Team: 'North' } });
    await rows.commit();
    await sayAway(ctx, here, { person: diego, until: asId('2027-01-11') });
    await drain(ctx);
    const [before] = (await peopleIn(ctx, here)).filter(({ person }) => person === diego);
    await move(ctx, here, there, [diego]);
    const [after] = await peopleIn(ctx, there);
    const kept = ({ name, role, department, location, manager, awayUntil }: NonNullable<typeof before>) => ({
      ...{ name, role, department, location, manager, awayUntil },
    });
    expect(before && after && kept(after)).toEqual(before && kept(before));
    expect(after).toMatchObject({ department: 'Treasury', location: 'Madrid', awayUntil: '2027-01-11' });
    expect((await memberOf(ctx, there, diego))?.attributes).toEqual({ Team: 'North' });
    const own = await ownOf(ctx, diego);
    expect(own.list('said').map(({ id }) => id)).toEqual([there.cohort]);
  });

  it('says by name why somebody stays, and moves the others', async () => {
    const { ctx, here, there, clara, diego, aisha, meera } = await twoCohorts();
    for (const name of NAMES.slice(0, 3)) await join(ctx, here, name);
    await drain(ctx);
    const rows = await Partition.pick(ctx, here.cohort, [['member', meera]]);
    const pair = { executive: clara, mentor: asId<PersonId>('somebody') };
    rows.put('pair', 'p1', { ...pair, state: 'introduced' });
    rows.put('pair', 'p2', { ...pair, executive: aisha, state: 'closed' });
    rows.create('round', '0001', {
      ...{ number: 1, state: 'reviewed', by: here.person, provenBest: true, covered: 1, total: 1 },
      ranAt: asId('2026-11-23T09:00:00.000Z'),
    });
    const proposal = { round: 1, fit: 500, reasons: [], pair: '' as const, state: 'proposed' as const };
    rows.create('proposal', '0001_0001', { ...proposal, executive: diego, mentor: asId('somebody') });
    await rows.commit();
    await importPeople(ctx, there, 'name,mail,role\nMeera Namoona,meera.namoona@turntable.example,mentor');
    const lwazi = await personNamed(ctx, 'lwazi.isampula');
    await join(ctx, here, 'lwazi.isampula');
    await sayGone(ctx, here, lwazi);
    await drain(ctx);
    const all = [clara, diego, aisha, meera, lwazi];
    expect(await check(ctx, here, all, there.cohort)).toEqual({
      targets: [{ cohort: there.cohort, name: 'Second wave', contact: 'accepted' }],
      ...{ can: 1, hear: 1, more: 0 },
      stay: [
        { person: clara, name: 'Clara Exampleton', why: 'introduced' },
        { person: diego, name: 'Diego Muestra', why: 'proposed' },
        { person: meera, name: 'Meera Namoona', why: 'there' },
        { person: lwazi, name: 'Lwazi Isampula', why: 'left' },
      ],
    });
    expect((await check(ctx, here, all)).can).toBe(2);
    expect(await move(ctx, here, there, all)).toEqual({ moved: 1, goesOn: false });
    // Somebody whose introduction came to nothing has nobody, and nothing tells them from whoever never had.
    expect(await memberOf(ctx, there, aisha)).toMatchObject({ state: 'invited' });
    expect(await memberOf(ctx, here, clara)).toMatchObject({ state: 'joined' });
    await expect(move(ctx, here, there, [clara, diego])).rejects.toMatchObject({
      word: 'cohort:move.allStay',
    });
  });

  it('leaves whom a champion’s word alone made one with somebody, until that is taken back', async () => {
    const { ctx, here, there, clara } = await twoCohorts();
    await importPeople(ctx, here, 'name,mail,role\nC. E.,c@turntable.example,executive');
    const oid = 'aaaaaaaa-0000-4000-8000-0000000000fe';
    await importPeople(ctx, here, `name,mail,role,id\nClara Two,,executive,${oid}`);
    const [, account] = (await peopleIn(ctx, here)).filter(({ name }) => /^(C\. E\.|Clara Two)$/.test(name));
    await joinMembers(ctx, here, await personNamed(ctx, 'c'), { member: account?.person ?? clara });
    await drain(ctx);
    const { stay } = await check(ctx, here, [account?.person ?? clara], there.cohort);
    expect(stay).toMatchObject([{ why: 'twoInOne' }]);
  });

  it('reads and does the same for who said no, who asked for later and who is silent', async () => {
    const { ctx, here, there, clara, diego, aisha } = await twoCohorts();
    await answerEnrolment(ctx, clara, here.cohort, 'pass');
    await answerEnrolment(ctx, diego, here.cohort, 'later');
    await drain(ctx);
    const three = [clara, diego, aisha];
    expect(await check(ctx, here, three, there.cohort)).toMatchObject({ can: 3, hear: 3, stay: [] });
    await move(ctx, here, there, three);
    expect(invitationsIn(await drain(ctx), there)).toEqual([...three].sort());
    const seen = await Promise.all(three.map((person) => memberOf(ctx, there, person)));
    expect(seen.map((one) => ({ ...one, role: '' }))).toEqual(seen.map(() => ({ ...seen[2], role: '' })));
    ctx.clock.advance(8 * 86_400_000);
    const { DUE } = await import('#usecases/home/due.ts');
    for (const { work } of await ctx.due.list())
      await DUE.find(({ noun }) => noun === work.noun)?.look(readingOnce(ctx), work);
    expect(invitationsIn(await drain(ctx), here)).toEqual([]);
  });

  it('shows nothing there of where they come from', async () => {
    const { ctx, here, there, clara, diego } = await twoCohorts();
    await join(ctx, here, 'clara.exampleton');
    await move(ctx, here, there, [clara, diego]);
    await drain(ctx);
    const rows = ctx.tables.all('cohorts').filter(({ partition }) => partition === there.cohort);
    expect(rows.length).toBeGreaterThan(4);
    expect(JSON.stringify(rows)).not.toContain(here.cohort);
    expect(JSON.stringify(rows)).not.toContain('Finance pilot');
    const deeds = await listDeeds(ctx, there, { from: 0, size: 10 });
    expect(deeds.deeds.map(({ did, count }) => [did, count]).slice(0, 2)).toEqual([
      ['invite', 2],
      ['takeIn', 2],
    ]);
    const left = await listDeeds(ctx, here, { from: 0, size: 1 });
    expect(left.deeds).toMatchObject([{ by: 'Noor Prøve', did: 'moveAway', count: 2 }]);
  });

  it('tells nobody who was never invited, and keeps them to be invited there', async () => {
    const ctx = aContext();
    const here = await aFullPilot(ctx);
    const there = await anotherCohort(ctx, 'Second wave', false);
    const clara = await personNamed(ctx, 'clara.exampleton');
    await installApp(ctx, clara);
    expect(await check(ctx, here, [clara], there.cohort)).toMatchObject({ can: 1, hear: 0 });
    await move(ctx, here, there, [clara]);
    expect(await drain(ctx)).toEqual([]);
    expect(await memberOf(ctx, there, clara)).toMatchObject({ state: 'imported' });
    expect(await memberOf(ctx, here, clara)).toBeUndefined();
  });
});

describe('the other cohort', () => {
  it('is one that the same champion runs, that gathers people and is another', async () => {
    const { ctx, here, there, clara } = await twoCohorts();
    const stranger = { ...here, person: clara };
    await expect(move(ctx, stranger, there, [clara])).rejects.toMatchObject({ word: 'cohort:notYours' });
    const hers = { cohort: there.cohort, person: here.person };
    const rows = await Partition.pick(ctx, there.cohort, [['cohort'], ['champion', here.person]]);
    const cohort = rows.find('cohort')?.value;
    if (cohort) rows.put('cohort', '', { ...cohort, state: 'running' });
    await rows.commit();
    expect((await check(ctx, here, [clara])).targets).toEqual([]);
    await expect(move(ctx, here, hers, [clara])).rejects.toMatchObject({ word: 'cohort:move.notOpen' });
    await expect(move(ctx, here, here, [clara])).rejects.toMatchObject({ word: 'cohort:move.notOpen' });
    if (cohort) rows.put('cohort', '', { ...cohort, state: 'draft' });
    rows.remove('champion', here.person);
    await rows.commit();
    expect((await check(ctx, here, [clara])).targets).toEqual([]);
    await expect(move(ctx, here, hers, [clara])).rejects.toMatchObject({ word: 'cohort:notYours' });
    expect(await memberOf(ctx, here, clara)).toMatchObject({ state: 'invited' });
  });

  it('invites nobody before somebody to turn to has accepted', async () => {
    const { ctx, here, clara } = await twoCohorts();
    const there = await anotherCohort(ctx, 'Third wave', false);
    await expect(move(ctx, here, there, [clara])).rejects.toMatchObject({ word: 'cohort:noContact' });
    expect((await check(ctx, here, [clara])).targets.map(({ name, contact }) => [name, contact])).toEqual([
      ['Second wave', 'accepted'],
      ['Third wave', 'missing'],
    ]);
  });

  it('is asked for by people of this cohort, while it goes on', async () => {
    const { ctx, here, there } = await twoCohorts();
    const nobody = [asId<PersonId>('nobody')];
    await expect(move(ctx, here, there, nobody)).rejects.toMatchObject({ word: 'cohort:move.nobody' });
    ctx.clock.advance(200 * 86_400_000);
    await expect(move(ctx, here, there, 'unanswered')).rejects.toMatchObject({ word: 'cohort:ended' });
  });
});

describe('an old card', () => {
  it('asks no more, and answers nothing here', async () => {
    const { ctx, here, there, clara } = await twoCohorts();
    await move(ctx, here, there, [clara]);
    const old = answerEnrolment(ctx, clara, here.cohort, 'join', { isInvitation: true });
    await expect(old).rejects.toMatchObject({ kind: 'gone', word: 'enrolment:moved' });
    const settled = await settledInvitation(readingOnce(ctx), clara, { id: here.cohort, part: '' });
    expect(settled).toMatchObject([{ facts: { kind: 'invitation', state: 'moved' } }]);
    expect(await memberOf(ctx, here, clara)).toBeUndefined();
  });

  it('that is answered at the same moment loses nobody', async () => {
    const { ctx, here, there, clara } = await twoCohorts();
    await Promise.allSettled([
      answerEnrolment(ctx, clara, here.cohort, 'join', { isInvitation: true }),
      move(ctx, here, there, [clara]),
    ]);
    await recoverAll(ctx);
    expect(await memberOf(ctx, here, clara)).toBeUndefined();
    expect(await memberOf(ctx, there, clara)).toMatchObject({ state: 'invited' });
    const { value } = (await ownOf(ctx, clara)).find('enrolment', there.cohort) ?? {};
    expect(value?.state).toBe('invited');
  });
});

/** Half a minute later another process looks where something was left undone. */
async function recoverAll(ctx: TestContext): Promise<Sent[]> {
  const sent = await recover(ctx);
  for (const pointer of await ctx.due.list()) {
    const { noun, ...about } = pointer.work;
    if (noun !== movingDue.noun) continue;
    await movingDue.look(readingOnce(ctx), about as Parameters<typeof movingDue.look>[1]);
    await ctx.due.remove(pointer);
  }
  return [...sent, ...(await drain(ctx))];
}

/** Clara and Aisha, who fit, in a round that was run. */
async function twoProposed() {
  const given = await twoCohorts();
  const { ctx, here } = given;
  await join(ctx, here, 'clara.exampleton', { wants: [asId('shortVideo')] });
  const offers = [{ topic: asId<never>('shortVideo'), strength: 3 as const }];
  await join(ctx, here, 'aisha.specimen', { offers });
  return { ...given, number: await runRound(ctx, here) };
}

/** Clara, who had joined, and Aisha are moved by a process that dies at a write. Answers false once it lives. */
async function diesAt(writes: number, isPressedAgain: boolean): Promise<boolean> {
  const at = `write ${writes}`;
  const { ctx, here, there, clara, aisha } = await twoCohorts();
  await join(ctx, here, 'clara.exampleton');
  const both = [clara, aisha];
  const places = (person: PersonId) => Promise.all([here, there].map((one) => memberOf(ctx, one, person)));
  const again = () => move(ctx, here, there, both).catch(() => undefined);
  const dying = aDyingProcess(ctx, writes);
  await untilDeath(movePeople(dying, here, { whom: both, to: there.cohort }));
  for (const person of both) expect((await places(person)).some(Boolean), at).toBe(true);
  if (isPressedAgain) await again();
  const sent = [...(await recoverAll(ctx)), ...(await recoverAll(ctx))];
  await again();
  sent.push(...(await recoverAll(ctx)));
  expect(invitationsIn(sent, there), at).toEqual([...both].sort());
  for (const person of both)
    expect(await places(person), at).toMatchObject([undefined, { state: 'invited' }]);
  return dying.tables.hasCrashed;
}

describe('a move', () => {
  it.each([false, true])(
    'is whole after a crash at any write, and heard once; pressed again: %s',
    async (is) => {
      for (let writes = 0; await diesAt(writes, is); writes++);
    },
    60_000,
  );

  it('pressed twice at once is done once', async () => {
    const { ctx, here, there, clara, aisha } = await twoCohorts();
    await Promise.allSettled([
      move(ctx, here, there, [clara, aisha]),
      move(ctx, here, there, [clara, aisha]),
    ]);
    const sent = [...(await recoverAll(ctx)), ...(await recoverAll(ctx))];
    expect(invitationsIn(sent, there)).toEqual([clara, aisha].sort());
    expect(await memberOf(ctx, here, aisha)).toBeUndefined();
  });

  it('of hundreds is answered at once and goes on by itself, also after a crash', async () => {
    const ctx = aContext();
    const here = await aPilot(ctx);
    const lines = Array.from({ length: 230 }, (_, n) => `Person ${n},p${n}@turntable.example,mentor`);
    await importPeople(ctx, here, ['name,mail,role', ...lines].join('\n'));
    await invite(ctx, here);
    await drain(ctx);
    const there = await anotherCohort(ctx);
    const { ctx: counting, log } = counted(ctx);
    const asked = { whom: 'unanswered', to: there.cohort } as const;
    expect(await movePeople(readingOnce(counting), here, asked)).toEqual({ moved: 230, goesOn: true });
    expect(log.calls.length).toBeLessThan(30);
    const dying = aDyingProcess(ctx, 150);
    await untilDeath(drain({ ...dying, queue: ctx.queue }));
    await recoverAll(ctx);
    await recoverAll(ctx);
    const counts = async ({ cohort, person }: Pilot) => (await getCohort(ctx, cohort, person)).counts;
    expect(await counts(here)).toMatchObject({ members: 0 });
    expect(await counts(there)).toMatchObject({ members: 230, invited: 230, joined: 0 });
    const told = ctx.tables.all('deliveries').filter(({ partition }) => partition.includes(there.cohort));
    expect(told).toHaveLength(230);
  }, 60_000);

  it('back again is an invitation that they hear', async () => {
    const { ctx, here, there, clara } = await twoCohorts();
    await move(ctx, here, there, [clara]);
    await drain(ctx);
    await move(ctx, there, here, [clara]);
    expect(invitationsIn(await drain(ctx), here)).toEqual([clara]);
    expect(await memberOf(ctx, here, clara)).toMatchObject({ state: 'invited', sendings: 2 });
    await answerEnrolment(ctx, clara, here.cohort, 'join', { isInvitation: true });
    await drain(ctx);
    expect(await memberOf(ctx, here, clara)).toMatchObject({ state: 'joined' });
  });

  it('is not undone by a list that names them here: they are to be invited, and hear it', async () => {
    const { ctx, here, there, aisha } = await twoCohorts();
    await move(ctx, here, there, [aisha]);
    await drain(ctx);
    await importPeople(ctx, here, 'name,mail,role\nAisha Specimen,aisha.specimen@turntable.example,mentor');
    expect(await memberOf(ctx, here, aisha)).toMatchObject({ state: 'imported' });
    expect((await check(ctx, here, [aisha], there.cohort)).can).toBe(1);
    await invite(ctx, here, [aisha]);
    expect(invitationsIn(await drain(ctx), here)).toEqual([aisha]);
    expect(await memberOf(ctx, there, aisha)).toMatchObject({ state: 'invited' });
  });

  it('names nobody here any more who had agreed to be named', async () => {
    const { ctx, here, there, clara } = await twoCohorts();
    await answerEnrolment(ctx, clara, here.cohort, 'join');
    await saveSettings(ctx, clara, { named: true });
    await drain(ctx);
    const named = async () => (await Partition.openCohort(ctx, here.cohort, ['named'])).list('named').length;
    expect(await named()).toBe(1);
    await move(ctx, here, there, [clara]);
    await drain(ctx);
    expect(await named()).toBe(0);
  });

  it('leaves whoever was introduced a moment ago, before the cohort knows of it', async () => {
    const { ctx, here, there, clara, number } = await twoProposed();
    await publishRound(ctx, here, number);
    expect((await Partition.openCohort(ctx, here.cohort, ['pair'])).list('pair')).toEqual([]);
    const asked = move(ctx, here, there, [clara]);
    await expect(asked).rejects.toMatchObject({ word: 'cohort:move.allStay' });
    expect(await memberOf(ctx, there, clara)).toBeUndefined();
    await drain(ctx);
    expect((await check(ctx, here, [clara], there.cohort)).stay).toMatchObject([{ why: 'introduced' }]);
  });

  it('withdraws from an introduction of this very moment, as quietly as anybody who leaves', async () => {
    const { ctx, here, there, clara, aisha, number } = await twoProposed();
    const rows = await Partition.openCohort(ctx, here.cohort, ['round']);
    for (const { id, value } of rows.list('round')) rows.put('round', id, { ...value, state: 'published' });
    await rows.commit();
    let isPublished = false;
    const tables: Tables = {
      find: (...asked) => ctx.tables.find(...asked),
      list: (...asked) => ctx.tables.list(...asked),
      isReady: () => ctx.tables.isReady(),
      // The round is published between the first write of the move and the next one.
      async commit(table, partition, changes) {
        const etags = await ctx.tables.commit(table, partition, changes);
        if (partition !== there.cohort || isPublished) return etags;
        isPublished = true;
        for (const { id, value } of rows.list('round'))
          rows.put('round', id, { ...value, state: 'reviewed' });
        await rows.commit();
        await publishRound(ctx, here, number);
        return etags;
      },
    };
    await movePeople({ ...ctx, tables }, here, { whom: [clara], to: there.cohort });
    expect(isPublished).toBe(true);
    const pairs = ctx.tables.all('pairs').filter(({ key }) => key === 'pair');
    expect(pairs).toMatchObject([
      { value: { state: 'introduced', members: [{ answer: 'notThisTime' }, {}] } },
    ]);
    const sent = (await drain(ctx)).map(({ to, view }) => [to, view.kind]);
    expect(sent.sort()).toEqual(
      [
        [clara, 'invitation'],
        [aisha, 'introduction'],
      ].sort(),
    );
    expect(await memberOf(ctx, here, clara)).toBeUndefined();
    expect(await memberOf(ctx, there, clara)).toMatchObject({ state: 'invited' });
  });

  it('leaves somebody whom people turn to what they are, on both sides', async () => {
    const { ctx, here, there, clara } = await twoCohorts();
    for (const { cohort } of [here, there]) await aContactIn(ctx, cohort, { seat: 'standIn' }, clara);
    await move(ctx, here, there, [clara]);
    await drain(ctx);
    for (const { cohort } of [here, there]) {
      const rows = await Partition.openCohort(ctx, cohort, ['contact']);
      expect(rows.find('contact', clara)?.value).toMatchObject({ seat: 'standIn', state: 'accepted' });
    }
    expect(await memberOf(ctx, there, clara)).toMatchObject({ state: 'invited' });
  });

  it('leaves whoever is being erased alone', async () => {
    const { ctx, here, there, clara } = await twoCohorts();
    await beginErasing(ctx, clara);
    const asked = move(ctx, here, there, [clara]);
    await expect(asked).rejects.toMatchObject({ word: 'cohort:move.allStay' });
    expect((await ownOf(ctx, clara)).find('enrolment', there.cohort)).toBeUndefined();
    expect(await memberOf(ctx, there, clara)).toBeUndefined();
  });
});

/** The same world, in which something happens before the so manyth write. */
function happening(ctx: TestContext, at: number, happen: () => Promise<unknown>) {
  let writes = 0;
  const tables: Tables = {
    find: (...asked) => ctx.tables.find(...asked),
    list: (...asked) => ctx.tables.list(...asked),
    isReady: () => ctx.tables.isReady(),
    async commit(table, partition, changes) {
      writes += 1;
      if (writes === at) await happen();
      return ctx.tables.commit(table, partition, changes);
    },
  };
  return { ctx: { ...ctx, tables }, hasHappened: () => writes >= at };
}

/** Clara is in exactly one cohort, asked there once, and nothing else says that she is elsewhere. */
async function isInOne(ctx: TestContext, all: readonly Pilot[], sent: readonly Sent[], clara: PersonId) {
  const members = await Promise.all(all.map((one) => memberOf(ctx, one, clara)));
  expect(members.filter(Boolean)).toMatchObject([{ state: 'invited' }]);
  const at = all[members.findIndex(Boolean)];
  expect(all.flatMap((one) => invitationsIn(sent, one))).toEqual([clara]);
  const me = await getMe(readingOnce(ctx), { person: clara, roles: [] });
  expect(me.enrolments).toMatchObject([{ cohort: at?.cohort, state: 'invited' }]);
}

describe('two moves', () => {
  it('of one person to two cohorts at once end in one of them', async () => {
    const { ctx, here, there, clara } = await twoCohorts();
    const third = await anotherCohort(ctx, 'Third wave');
    const asked = [there, third].map((to) => move(ctx, here, to, [clara]));
    const answers = await Promise.allSettled(asked);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await isInOne(ctx, [here, there, third], await recoverAll(ctx), clara);
  });

  it('after a crash at any write and a press to another cohort end in one of them', async () => {
    for (let writes = 0, isDead = true; isDead; writes++) {
      const { ctx, here, there, clara } = await twoCohorts();
      const third = await anotherCohort(ctx, 'Third wave');
      const dying = aDyingProcess(ctx, writes);
      await untilDeath(movePeople(dying, here, { whom: [clara], to: there.cohort }));
      await move(ctx, here, third, [clara]).catch(() => undefined);
      const sent = [...(await recoverAll(ctx)), ...(await recoverAll(ctx))];
      await isInOne(ctx, [here, there, third], sent, clara);
      isDead = dying.tables.hasCrashed;
    }
  }, 60_000);

  it('of hundreds to two cohorts end in one of them', async () => {
    const ctx = aContext();
    const here = await aPilot(ctx);
    const lines = Array.from({ length: 130 }, (_, n) => `Person ${n},p${n}@turntable.example,mentor`);
    await importPeople(ctx, here, ['name,mail,role', ...lines].join('\n'));
    await invite(ctx, here);
    await drain(ctx);
    const there = await anotherCohort(ctx);
    const third = await anotherCohort(ctx, 'Third wave');
    for (const to of [there, third]) await move(ctx, here, to, 'unanswered');
    await drain(ctx);
    await recoverAll(ctx);
    const all = [here, there, third];
    const seen = await Promise.all(
      all.map(async (at) => (await getCohort(ctx, at.cohort, at.person)).counts),
    );
    expect(seen.map(({ members }) => members).reduce((a, b) => a + b)).toBe(130);
    expect(seen[0]).toMatchObject({ members: 0 });
  }, 60_000);

  it('pressed again, because the answer was lost, answers what happened', async () => {
    const { ctx, here, there, clara, aisha } = await twoCohorts();
    await move(ctx, here, there, [clara, aisha]);
    expect(await move(ctx, here, there, [clara, aisha])).toEqual({ moved: 2, goesOn: false });
    expect(invitationsIn(await drain(ctx), there)).toEqual([clara, aisha].sort());
  });

  it('leave whoever is listed here anew in another role', async () => {
    const { ctx, here, there, clara } = await twoCohorts();
    await move(ctx, here, there, [clara]);
    await importPeople(
      ctx,
      here,
      'name,mail,role\nClara Exampleton,clara.exampleton@turntable.example,mentor',
    );
    expect((await check(ctx, here, [clara], there.cohort)).stay).toMatchObject([{ why: 'there' }]);
    expect(await memberOf(ctx, here, clara)).toMatchObject({ role: 'mentor' });
  });
});

describe('while a move goes on', () => {
  it('an erasure leaves nothing of them', async () => {
    for (let at = 1, goesOn = true; goesOn; at++) {
      const { ctx, here, there, clara } = await twoCohorts();
      const erase = async () => {
        await beginErasing(ctx, clara);
        await recoverAll(ctx);
      };
      const { ctx: hooked, hasHappened } = happening(ctx, at, erase);
      await movePeople(hooked, here, { whom: [clara], to: there.cohort }).catch(() => undefined);
      goesOn = hasHappened();
      if (!goesOn) break;
      await recoverAll(ctx);
      for (const table of ['people', 'cohorts', 'deliveries'] as const) {
        const left = ctx.tables.all(table).filter((row) => JSON.stringify(row).includes(clara));
        expect(left, `write ${at}`).toEqual([]);
      }
    }
  }, 60_000);

  it('an invitation here asks for nothing that is not known here', async () => {
    for (let at = 1; at <= 4; at++) {
      const ctx = aContext();
      const here = await aFullPilot(ctx);
      const there = await anotherCohort(ctx);
      const clara = await personNamed(ctx, 'clara.exampleton');
      await installApp(ctx, clara);
      const { ctx: hooked } = happening(ctx, at, () => move(ctx, here, there, [clara]));
      await invite(hooked, here, [clara]);
      const sent = await recoverAll(ctx);
      const me = await getMe(readingOnce(ctx), { person: clara, roles: [] });
      const asked = me.enrolments.map(({ cohort }) => cohort);
      const told = [here, there].filter((one) => invitationsIn(sent, one).length > 0);
      expect(asked, `write ${at}`).toEqual(told.length > 0 ? [told.at(-1)?.cohort] : []);
      for (const one of [here, there])
        if (asked.includes(one.cohort))
          expect(await memberOf(ctx, one, clara)).toMatchObject({ state: 'invited' });
    }
  });

  it.each([2, 3, 4, 5])(
    'a column that is dropped there before write %s goes with what it says',
    async (at) => {
      const { ctx, here, there, diego } = await twoCohorts();
      for (const { cohort } of [here, there]) {
        const rows = await Partition.pick(ctx, cohort, [['cohort'], ['member', diego]]);
        const about = rows.find('cohort')?.value;
        const member = rows.find('member', diego)?.value;
        if (about) rows.put('cohort', '', { ...about, attributes: [{ name: 'Style', why: 'x' }] });
        if (member) rows.put('member', diego, { ...member, attributes: { Style: 'Blue' } });
        await rows.commit();
      }
      const { ctx: hooked } = happening(ctx, at, async () => {
        await dropAttribute(ctx, there, 'Style');
        await drain(ctx);
      });
      await movePeople(hooked, here, { whom: [diego], to: there.cohort });
      expect(await memberOf(ctx, there, diego)).toMatchObject({ state: 'invited' });
      expect((await memberOf(ctx, there, diego))?.attributes).toBeUndefined();
    },
  );

  it('the target begins after a crash: they are here, or there and asked', async () => {
    for (let writes = 0, isDead = true; isDead; writes++) {
      const { ctx, here, there, clara } = await twoCohorts();
      const dying = aDyingProcess(ctx, writes);
      await untilDeath(movePeople(dying, here, { whom: [clara], to: there.cohort }));
      const rows = await Partition.pick(ctx, there.cohort, [['cohort']]);
      const about = rows.find('cohort')?.value;
      if (about) rows.put('cohort', '', { ...about, state: 'running' });
      await rows.commit();
      await recoverAll(ctx);
      await recoverAll(ctx);
      const seen = await Promise.all([here, there].map((one) => memberOf(ctx, one, clara)));
      expect(seen.filter(Boolean), `write ${writes}`).toMatchObject([{ state: 'invited' }]);
      expect(seen.find(Boolean)?.movingTo).toBeUndefined();
      isDead = dying.tables.hasCrashed;
    }
  }, 60_000);

  it('whoever leaves before it begins stays', async () => {
    for (const at of [1, 2, 3]) {
      const { ctx, here, there, clara } = await twoCohorts();
      await join(ctx, here, 'clara.exampleton');
      await drain(ctx);
      const { ctx: hooked } = happening(ctx, at, () => answerEnrolment(ctx, clara, here.cohort, 'pass'));
      await movePeople(hooked, here, { whom: [clara], to: there.cohort }).catch(() => undefined);
      await recoverAll(ctx);
      expect(await memberOf(ctx, there, clara), `write ${at}`).toBeUndefined();
    }
  });
});

describe('whoever was moved away', () => {
  it.each(['account', 'word'] as const)(
    'and is invited here under another address can answer: %s',
    async (by) => {
      const { ctx, here, there, clara } = await twoCohorts();
      const account = { directoryId: 'oid-clara', name: 'Clara Exampleton' };
      await personOf(ctx, { ...account, mail: 'clara.exampleton@turntable.example' });
      await drain(ctx);
      await move(ctx, here, there, [clara]);
      await drain(ctx);
      await importPeople(ctx, here, 'name,mail,role\nClara E,clara.e@turntable.example,executive');
      const other = await personNamed(ctx, 'clara.e');
      await invite(ctx, here, [other]);
      await drain(ctx);
      if (by === 'account') await personOf(ctx, { ...account, mail: 'clara.e@turntable.example' });
      else {
        await importPeople(
          ctx,
          here,
          'name,mail,role\nClara Exampleton,clara.exampleton@turntable.example,executive',
        );
        await joinMembers(ctx, here, other, { member: clara });
      }
      await drain(ctx);
      ctx.clock.advance(8 * 86_400_000);
      await askAgain(ctx, here, [clara]);
      expect(invitationsIn(await drain(ctx), here)).toEqual([clara]);
      await answerEnrolment(ctx, clara, here.cohort, 'join', { isInvitation: true });
      await drain(ctx);
      expect(await memberOf(ctx, here, clara)).toMatchObject({ state: 'joined' });
    },
  );
});
