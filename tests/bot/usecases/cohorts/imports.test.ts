import { describe, expect, it } from 'vitest';
import type { PersonId } from '#domain/basics/ids.ts';
import { IMPORT_STUCK_MS } from '#domain/cohorts/import.ts';
import { aContext, type TestContext } from '#tests/fakes/context.ts';
import { counted } from '#tests/fakes/counting.ts';
import { getCohort } from '#usecases/cohorts/cohorts.ts';
import { importDue } from '#usecases/cohorts/importSteps.ts';
import { checkImport, confirmImport, discardImport, lastImport } from '#usecases/cohorts/imports.ts';
import { contactOf } from '#usecases/people/contacts.ts';
import { managerChain } from '#usecases/people/managerChain.ts';
import { findPerson, personOf } from '#usecases/people/people.ts';
import { Partition } from '#usecases/story/partition.ts';
import {
  aDyingProcess,
  aFullPilot,
  aPilot,
  bytesOf,
  drain,
  FINANCE,
  importPeople,
  join,
  type Pilot,
  personNamed,
  recover,
  takeSteps,
  untilDeath,
} from './cohortStory.ts';

const HEAD = 'Name,Mail,Role,Manager,Department\n';
const refused = (word: string) => ({ kind: 'invalid', problems: [expect.objectContaining({ word })] });
/** Everything but what stands there for the import itself. */
const rowsOf = (ctx: TestContext) =>
  ['people', 'cohorts', 'lookups']
    .flatMap((table) => ctx.tables.all(table as 'people'))
    .filter(({ key }) => !/^(import|outbox)/.test(key));
const check = (ctx: TestContext, pilot: Pilot, csv: string) =>
  checkImport(ctx, pilot, { name: 'people.csv', bytes: bytesOf(csv) });
const COUNTS = (added: number, changed: number, unchanged: number) => ({ added, changed, unchanged });
const manyLines = (count: number, role = 'mentor') =>
  HEAD +
  Array.from({ length: count }, (_, n) => `Person ${n},p${n}@x.example,${role},,${'x'.repeat(180)}`).join(
    '\n',
  );

const saidOf = async (ctx: TestContext, { cohort }: Pilot, person: PersonId) =>
  (await Partition.open(ctx, 'people', person)).find('said', cohort)?.value;

describe('importing members', () => {
  it('knows of a leave as the latest list says, and forgets one that is over', async () => {
    const ctx = aContext();
    const pilot = await aPilot(ctx);
    const list = (day: string) =>
      `Name,Mail,Role,On leave until\nClara Exampleton,clara.exampleton@turntable.example,executive,${day}`;
    const leave = async () => {
      const clara = await personNamed(ctx, 'clara.exampleton');
      const rows = await Partition.pick(ctx, pilot.cohort, [['member', clara]]);
      return rows.find('member', clara)?.value.awayUntil;
    };
    await importPeople(ctx, pilot, list('2027-01-31'));
    expect(await leave()).toBe('2027-01-31');
    expect(await importPeople(ctx, pilot, list('2027-01-31'))).toMatchObject(COUNTS(0, 0, 1));
    expect(await importPeople(ctx, pilot, list(''))).toMatchObject(COUNTS(0, 0, 1));
    expect(await leave()).toBe('2027-01-31');
    expect(await importPeople(ctx, pilot, list('2027-02-28'))).toMatchObject(COUNTS(0, 1, 0));
    expect(await leave()).toBe('2027-02-28');
    expect(await importPeople(ctx, pilot, list('2026-10-01'))).toMatchObject(COUNTS(0, 1, 0));
    expect(await leave()).toBeUndefined();
    expect(await importPeople(ctx, pilot, list('2026-10-01'))).toMatchObject(COUNTS(0, 0, 1));
  });

  it.each([
    ['Last day of leave', 'leaveEnd', '2031-11-23'],
    ['Last day of leave', 'leaveEnd', '9999-12-31'],
    ['Back on', 'leave', '2031-11-24'],
  ])('says back the day that stands in the list: %s', async (title, column, day) => {
    const ctx = aContext();
    const pilot = await aPilot(ctx);
    const list = `Name,Mail,Role,${title}\nClara Exampleton,clara@x.example,executive,${day}`;
    await expect(check(ctx, pilot, list)).rejects.toMatchObject({
      problems: [{ line: 2, column, word: 'leaveWithoutEnd', values: { value: day, years: 5 } }],
    });
  });

  it('asks about a leave of which no end is known, and imports the others', async () => {
    const ctx = aContext();
    const pilot = await aPilot(ctx);
    const list = (day: string) =>
      `Name,Mail,Role,Leave end date\nClara Exampleton,clara@x.example,executive,${day}\nBo Ejemplo,bo@x.example,mentor,2027-01-31`;
    for (const day of ['9999-12-31', '2031-11-23'])
      await expect(check(ctx, pilot, list(day))).rejects.toMatchObject({
        problems: [{ line: 2, column: 'leaveEnd', word: 'leaveWithoutEnd', values: { years: 5 } }],
        good: 1,
      });
    expect(await check(ctx, pilot, list('2031-11-20'))).toMatchObject(COUNTS(2, 0, 0));
  });

  it('brings twelve people into the pilot, with their managers as a chain', async () => {
    const ctx = aContext();
    const pilot = await aPilot(ctx);
    const done = await importPeople(ctx, pilot, FINANCE);
    expect(done).toMatchObject({ ...COUNTS(12, 0, 0), state: 'applied', linesDone: 12, ignored: [] });
    expect((await getCohort(ctx, pilot.cohort, pilot.person)).counts.members).toBe(12);
    const lwazi = await personNamed(ctx, 'lwazi.isampula');
    const chain = await Promise.all(
      (await managerChain(ctx, new Map(), { ...pilot, person: lwazi })).map((id) =>
        contactOf(ctx, id, pilot.cohort),
      ),
    );
    expect(chain.map(({ name }) => name)).toEqual([
      'Zofia Przykład',
      'Clara Exampleton',
      'gabriel.exemple@turntable.example',
    ]);
  });

  it('only looks before it is confirmed', async () => {
    const ctx = aContext();
    const pilot = await aPilot(ctx);
    const before = rowsOf(ctx);
    expect(await check(ctx, pilot, FINANCE)).toMatchObject({ state: 'checked', ...COUNTS(12, 0, 0) });
    await drain(ctx);
    expect(rowsOf(ctx)).toEqual(before);
  });

  it('changes nothing when the same file comes twice', async () => {
    const ctx = aContext();
    const pilot = await aFullPilot(ctx);
    await drain(ctx);
    const before = ctx.tables.all('cohorts');
    const again = await check(ctx, pilot, FINANCE);
    expect(again).toMatchObject({ state: 'applied', ...COUNTS(0, 0, 12) });
    expect(ctx.tables.all('cohorts')).toEqual(before);
  });

  it('imports nobody when one line is wrong, and writes nothing', async () => {
    const ctx = aContext();
    const pilot = await aPilot(ctx);
    const before = ctx.tables.all('cohorts');
    const csv = FINANCE.replace('meera.namoona@', 'meera.namoona');
    await expect(check(ctx, pilot, csv)).rejects.toMatchObject(refused('notMail'));
    expect(ctx.tables.all('cohorts')).toEqual(before);
  });

  const checkGood = (ctx: TestContext, pilot: Pilot, csv: string) =>
    checkImport(ctx, pilot, { name: 'people.csv', bytes: bytesOf(csv), isPartly: true });

  it('imports the good lines when they are wanted alone, and says which stay out', async () => {
    const ctx = aContext();
    const pilot = await aPilot(ctx);
    await personOf(ctx, { directoryId: 'oid-one', mail: 'one@x.example', name: 'One' });
    const bad = ['Ann,ann@,mentor,,', 'Ben,,boss,,', 'Cem,aisha.specimen@turntable.example,mentor,,'];
    const csv = FINANCE + bad.join('\n');
    await expect(check(ctx, pilot, csv)).rejects.toMatchObject({ good: 12, count: 4 });
    const checked = await checkGood(ctx, pilot, csv);
    expect(checked).toMatchObject({ state: 'checked', ...COUNTS(12, 0, 0), lines: 12, leftOut: 3 });
    expect(checked.problems.map(({ line, word }) => [line, word])).toEqual([
      [14, 'notMail'],
      [15, 'mailMissing'],
      [15, 'notRole'],
      [16, 'twice'],
    ]);
    expect(await wholePilot(ctx, pilot)).toBe(0);
    await confirmImport(ctx, pilot, checked.id);
    await drain(ctx);
    expect(await wholePilot(ctx, pilot)).toBe(12);
    expect(await lastImport(ctx, pilot)).toMatchObject({ state: 'applied', leftOut: 3, problemCount: 4 });
    const again = await checkGood(ctx, pilot, csv);
    expect(again).toMatchObject({ state: 'applied', ...COUNTS(0, 0, 12), leftOut: 3 });
  });

  it('leaves out what only the rows tell against, and refuses a file without a good line', async () => {
    const ctx = aContext();
    const pilot = await aFullPilot(ctx);
    await join(ctx, pilot, 'aisha.specimen');
    const csv = FINANCE.replace('.example,mentor,petra', '.example,executive,petra');
    const line = csv.split('\n').findIndex((text) => text.includes('.example,executive,petra')) + 1;
    expect(await checkGood(ctx, pilot, csv)).toMatchObject({
      ...{ state: 'applied', ...COUNTS(0, 0, 11), leftOut: 1 },
      problems: [{ line, word: 'roleFixed' }],
    });
    await expect(checkGood(ctx, pilot, `${HEAD}Ann,ann@,mentor,,`)).rejects.toMatchObject({ good: 0 });
    await expect(checkGood(ctx, pilot, 'Name,Role\nAnn,mentor')).rejects.toMatchObject({ good: 0 });
  });

  it('leaves lines of a large file out step by step', async () => {
    const ctx = aContext();
    const pilot = await aPilot(ctx);
    const one = '00000000-0000-4000-8000-000000000001';
    await personOf(ctx, { directoryId: one, mail: 'p5@x.example', name: 'Five' });
    const csv = `${manyLines(800).replace(HEAD, 'Name,Mail,Role,Manager,Department,Object id\n')}\nFive,,mentor,,,${one}\nSix,six,mentor,,,`;
    const { state, id } = await checkGood(ctx, pilot, csv);
    expect(state).toBe('checking');
    const seen = await takeSteps(ctx, pilot);
    expect(seen).toMatchObject({ state: 'checked', lines: 800, linesDone: 800, leftOut: 2 });
    expect(seen?.problems.map(({ line, word }) => [line, word])).toEqual([
      [7, 'samePerson'],
      [803, 'notMail'],
    ]);
    await confirmImport(ctx, pilot, id);
    expect(await takeSteps(ctx, pilot)).toMatchObject({ state: 'applied', leftOut: 2 });
    expect(await wholePilot(ctx, pilot)).toBe(800);
  });

  it('imports what was checked, and no other file', async () => {
    const ctx = aContext();
    const pilot = await aPilot(ctx);
    const first = await check(ctx, pilot, FINANCE);
    const second = await check(ctx, pilot, `${HEAD}Ann,ann@x.example,mentor,,\n`);
    await expect(confirmImport(ctx, pilot, first.id)).rejects.toMatchObject({ word: 'cohort:import.gone' });
    await confirmImport(ctx, pilot, second.id);
    await drain(ctx);
    expect(await wholePilot(ctx, pilot)).toBe(1);
    expect(ctx.tables.all('cohorts').filter(({ key }) => key.startsWith('importpart'))).toEqual([]);
  });

  it('takes one confirmation that comes twice as one, and no other file meanwhile', async () => {
    const ctx = aContext();
    const pilot = await aPilot(ctx);
    const { id } = await check(ctx, pilot, FINANCE);
    await confirmImport(ctx, pilot, id);
    expect(await confirmImport(ctx, pilot, id)).toMatchObject({ state: 'applying' });
    await expect(check(ctx, pilot, FINANCE)).rejects.toMatchObject({ word: 'cohort:import.running' });
    await drain(ctx);
    expect(await wholePilot(ctx, pilot)).toBe(12);
  });

  it('is tried again or left when it does not end, and never stands in the way for ever', async () => {
    const ctx = aContext();
    const pilot = await aPilot(ctx);
    const { id } = await check(ctx, pilot, FINANCE);
    await confirmImport(ctx, pilot, id);
    await expect(discardImport(ctx, pilot, id)).rejects.toMatchObject({ word: 'cohort:import.running' });
    ctx.clock.advance(IMPORT_STUCK_MS);
    const again = await confirmImport(ctx, pilot, id);
    expect(again).toMatchObject({ state: 'applying' });
    await expect(discardImport(ctx, pilot, id)).rejects.toMatchObject({ word: 'cohort:import.running' });
    ctx.clock.advance(IMPORT_STUCK_MS);
    await discardImport(ctx, pilot, id);
    await drain(ctx);
    expect(await lastImport(ctx, pilot)).toBeUndefined();
    const next = await check(ctx, pilot, FINANCE);
    await confirmImport(ctx, pilot, next.id);
    await drain(ctx);
    expect(await wholePilot(ctx, pilot)).toBe(12);
  });

  it('forgets a file that was not wanted, at once; one that nobody answers for, after a day', async () => {
    const ctx = aContext();
    const pilot = await aPilot(ctx);
    const { id } = await check(ctx, pilot, FINANCE);
    await discardImport(ctx, pilot, id);
    await drain(ctx);
    expect(await lastImport(ctx, pilot)).toBeUndefined();
    await check(ctx, pilot, FINANCE);
    ctx.clock.advance(25 * 3_600_000);
    for (const { work } of await ctx.due.list())
      if (work.noun === 'import') await importDue.look(ctx, work as never);
    const kinds = ctx.tables.all('cohorts').map(({ key }) => key.split('_')[0]);
    expect(kinds.filter((kind) => kind?.startsWith('import'))).toEqual([]);
  });

  it('counts what is new and leaves whoever joined as they are', async () => {
    const ctx = aContext();
    const pilot = await aFullPilot(ctx);
    const aisha = await join(ctx, pilot, 'aisha.specimen');
    const csv = `${FINANCE.replace('Data and insight', 'Research')}Nadia Sablon,nadia@turntable.example,mentor,,,\n`;
    expect(await importPeople(ctx, pilot, csv)).toMatchObject({
      ...{ added: 1, changed: 1, unchanged: 11 },
    });
    expect(await saidOf(ctx, pilot, aisha)).toMatchObject({ department: 'Research' });
    expect((await getCohort(ctx, pilot.cohort, pilot.person)).counts).toMatchObject({
      members: 13,
      joined: 1,
    });
  });

  it('finds the account that signed in before the import', async () => {
    const ctx = aContext();
    const mail = 'clara.exampleton@turntable.example';
    const clara = await personOf(ctx, { directoryId: 'oid-clara', mail, name: 'Clara Exampleton' });
    await aFullPilot(ctx);
    expect(await personNamed(ctx, 'clara.exampleton')).toBe(clara);
  });

  it('refuses another role for somebody who was invited in one', async () => {
    const ctx = aContext();
    const pilot = await aFullPilot(ctx);
    await join(ctx, pilot, 'aisha.specimen');
    const csv = FINANCE.replace('.example,mentor,petra', '.example,executive,petra');
    const again = check(ctx, pilot, csv);
    await expect(again).rejects.toMatchObject(refused('roleFixed'));
  });

  it('refuses a mail address and a directory id of two different people', async () => {
    const ctx = aContext();
    const pilot = await aPilot(ctx);
    const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
    await personOf(ctx, { directoryId: id(1), mail: 'one@x.example', name: 'One' });
    await personOf(ctx, { directoryId: id(2), mail: 'two@x.example', name: 'Two' });
    const csv = `Name,Mail,Object id,Role\nOne,one@x.example,${id(2)},mentor`;
    const torn = check(ctx, pilot, csv);
    await expect(torn).rejects.toMatchObject(refused('twoPeople'));
    const taken = check(ctx, pilot, csv.replace(id(2), id(3)));
    await expect(taken).rejects.toMatchObject(refused('twoPeople'));
  });

  it('refuses a circle that closes over managers of an earlier import', async () => {
    const ctx = aContext();
    const pilot = await aPilot(ctx);
    const first = `${HEAD}Ann,ann@x.example,mentor,ben@x.example,\nBen,ben@x.example,mentor,cem@x.example,`;
    await importPeople(ctx, pilot, first);
    const second = `${HEAD}Cem,cem@x.example,executive,ann@x.example,`;
    const again = check(ctx, pilot, second);
    await expect(again).rejects.toMatchObject(refused('circleWithKnown'));
    const ann = (await findPerson(ctx, 'mail', 'ann@x.example')) as PersonId;
    expect(await managerChain(ctx, new Map(), { ...pilot, person: ann })).toHaveLength(2);
  });

  it('keeps no staged lines once they are applied', async () => {
    const ctx = aContext();
    await aFullPilot(ctx);
    const kinds = ctx.tables.all('cohorts').map(({ key }) => key.split('_')[0]);
    expect(kinds).not.toContain('importpart');
  });

  it('finds two lines for one person, by mail and by directory id', async () => {
    const ctx = aContext();
    const pilot = await aPilot(ctx);
    const directoryId = '00000000-0000-4000-8000-000000000001';
    await personOf(ctx, { directoryId, mail: 'one@x.example', name: 'One' });
    const csv = `Name,Mail,Object id,Role\nOne,one@x.example,,mentor\nOne,,${directoryId},mentor`;
    await expect(check(ctx, pilot, csv)).rejects.toMatchObject(refused('samePerson'));
  });

  it('checks a large file step by step, says how far it is, and imports it the same way', async () => {
    const ctx = aContext();
    const pilot = await aPilot(ctx);
    const { id, state, parts } = await check(ctx, pilot, manyLines(800));
    expect([state, parts > 8]).toEqual(['checking', true]);
    await expect(confirmImport(ctx, pilot, id)).rejects.toMatchObject({ word: 'cohort:import.notChecked' });
    expect(await takeSteps(ctx, pilot)).toMatchObject({
      state: 'checked',
      linesDone: 800,
      ...COUNTS(800, 0, 0),
    });
    expect(await wholePilot(ctx, pilot)).toBe(0);
    await confirmImport(ctx, pilot, id);
    expect(await takeSteps(ctx, pilot)).toMatchObject({ state: 'applied', linesDone: 800 });
    expect(await wholePilot(ctx, pilot)).toBe(800);
    const again = await importPeople(ctx, pilot, manyLines(800));
    expect(again).toMatchObject({ state: 'applied', ...COUNTS(0, 0, 800) });
  });

  it('refuses a large file for what only the rows tell, by line, and drops what was staged', async () => {
    const ctx = aContext();
    const pilot = await aPilot(ctx);
    await importPeople(ctx, pilot, `${HEAD}Person 7,p7@x.example,mentor,,\n`);
    const person = (await findPerson(ctx, 'mail', 'p7@x.example')) as never;
    const rows = await Partition.openCohort(ctx, pilot.cohort, ['member']);
    rows.put('member', person, { role: 'mentor', state: 'joined', waiting: false });
    await rows.commit();
    await check(ctx, pilot, manyLines(800, 'executive'));
    const before = rowsOf(ctx);
    await drain(ctx);
    expect(await lastImport(ctx, pilot)).toMatchObject({
      ...{ state: 'refused', problemCount: 1 },
      problems: [{ line: 9, column: 'role', word: 'roleFixed' }],
    });
    expect(rowsOf(ctx)).toEqual(before);
    expect(ctx.tables.all('cohorts').filter(({ key }) => key.startsWith('importpart'))).toEqual([]);
  });

  it.each([
    ['a small file', FINANCE, 12],
    ['a large one', manyLines(800), 800],
  ])('is all there or not at all, wherever the server dies: %s', async (_, csv, count) => {
    const seen = new Set<number>();
    // A large file has too many writes for each of them to be tried.
    const stride = count > 100 ? 211 : 1;
    for (let writes = 0; ; writes += stride) {
      const ctx = aContext();
      const pilot = await aPilot(ctx);
      const dying = aDyingProcess(ctx, writes);
      await untilDeath(importPeople(dying, pilot, csv));
      await recover(ctx);
      seen.add(await wholePilot(ctx, pilot));
      await importPeople(ctx, pilot, csv);
      expect(await wholePilot(ctx, pilot)).toBe(count);
      if (!dying.tables.hasCrashed) break;
    }
    expect([...seen].sort()).toEqual([0, count]);
  });

  it('reads of whoever comes again the one row that the file may change', async () => {
    const { ctx, log } = counted(aContext());
    const pilot = await aPilot(ctx);
    const lines = Array.from({ length: 40 }, (_, n) => `Person ${n},p${n}@x.example,mentor,p0@x.example,`);
    const csv = `${HEAD}Boss,p0@x.example,executive,,\n${lines.slice(1).join('\n')}`;
    await importPeople(ctx, pilot, csv);
    log.forget();
    expect(await importPeople(ctx, pilot, csv)).toMatchObject({ state: 'applied', ...COUNTS(0, 0, 40) });
    const people = log.calls.filter((call) => 'table' in call && call.table === 'people');
    expect(people.filter(({ does }) => does === 'find')).toHaveLength(39);
    // Whoever has no manager in the file may have one by what holds elsewhere.
    expect(people.filter(({ does }) => does === 'list')).toHaveLength(1);
  });

  it('asks storage at most four times a line, and says so of 800 new people with managers', async () => {
    const { ctx, log } = counted(aContext());
    const pilot = await aPilot(ctx);
    const line = (n: number) => `Person ${n},p${n}@x.example,mentor,p${Math.floor(n / 8)}@x.example,Sales`;
    const csv = HEAD.concat(Array.from({ length: 800 }, (_, n) => line(n + 8)).join('\n'));
    log.forget();
    await importPeople(ctx, pilot, csv);
    expect(log.tables / 800).toBeLessThan(3);
    log.forget();
    await importPeople(ctx, pilot, csv);
    expect(log.tables / 800).toBeLessThan(1.5);
    log.forget();
    await importPeople(ctx, pilot, csv.replaceAll('Sales', 'Law'));
    expect(log.tables / 800).toBeLessThan(3.5);
  });
});

const wholePilot = async (ctx: TestContext, pilot: Pilot): Promise<number> =>
  (await getCohort(ctx, pilot.cohort, pilot.person)).counts.members;
