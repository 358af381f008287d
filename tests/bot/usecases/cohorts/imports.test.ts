import { describe, expect, it } from 'vitest';
import type { PersonId } from '#domain/basics/ids.ts';
import { aContext, type TestContext } from '#tests/fakes/context.ts';
import { getCohort } from '#usecases/cohorts/cohorts.ts';
import { importMembers } from '#usecases/cohorts/imports.ts';
import { contactOf } from '#usecases/people/contacts.ts';
import { managerChain } from '#usecases/people/managerChain.ts';
import { findPerson, personOf } from '#usecases/people/people.ts';
import { Partition } from '#usecases/story/partition.ts';
import {
  aDyingProcess,
  aFullPilot,
  aPilot,
  drain,
  FINANCE,
  join,
  type Pilot,
  personNamed,
  recover,
  untilDeath,
} from './cohortStory.ts';

const HEAD = 'Name,Mail,Role,Manager,Department\n';
const refused = (word: string) => ({ kind: 'invalid', problems: [expect.objectContaining({ word })] });
const rowsOf = (ctx: TestContext) =>
  ['people', 'cohorts', 'lookups'].flatMap((table) => ctx.tables.all(table as 'people'));

const saidOf = async (ctx: TestContext, { cohort }: Pilot, person: PersonId) =>
  (await Partition.open(ctx, 'people', person)).find('said', cohort)?.value;

describe('importing members', () => {
  it('brings twelve people into the pilot, with their managers as a chain', async () => {
    const ctx = aContext();
    const pilot = await aPilot(ctx);
    const done = await importMembers(ctx, pilot, { csv: FINANCE, check: false });
    expect(done).toEqual({ added: 12, changed: 0, unchanged: 0, ignored: [] });
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

  it('only looks when asked to check', async () => {
    const ctx = aContext();
    const pilot = await aPilot(ctx);
    const before = rowsOf(ctx);
    expect(await importMembers(ctx, pilot, { csv: FINANCE, check: true })).toMatchObject({ added: 12 });
    expect(rowsOf(ctx)).toEqual(before);
  });

  it('changes nothing when the same file comes twice', async () => {
    const ctx = aContext();
    const pilot = await aFullPilot(ctx);
    await drain(ctx);
    const before = rowsOf(ctx);
    const again = await importMembers(ctx, pilot, { csv: FINANCE, check: false });
    expect(again).toEqual({ added: 0, changed: 0, unchanged: 12, ignored: [] });
    expect(rowsOf(ctx)).toEqual(before);
  });

  it('imports nobody when one line is wrong', async () => {
    const ctx = aContext();
    const pilot = await aPilot(ctx);
    const before = rowsOf(ctx);
    const csv = FINANCE.replace('meera.namoona@', 'meera.namoona');
    await expect(importMembers(ctx, pilot, { csv, check: false })).rejects.toMatchObject(refused('notMail'));
    expect(rowsOf(ctx)).toEqual(before);
  });

  it('counts what is new and leaves whoever joined as they are', async () => {
    const ctx = aContext();
    const pilot = await aFullPilot(ctx);
    const aisha = await join(ctx, pilot, 'aisha.specimen');
    const csv = `${FINANCE.replace('Data and insight', 'Research')}Nadia Sablon,nadia@turntable.example,mentor,,,\n`;
    expect(await importMembers(ctx, pilot, { csv, check: false })).toMatchObject({
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
    const again = importMembers(ctx, pilot, { csv, check: false });
    await expect(again).rejects.toMatchObject(refused('roleFixed'));
  });

  it('refuses a mail address and a directory id of two different people', async () => {
    const ctx = aContext();
    const pilot = await aPilot(ctx);
    const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
    await personOf(ctx, { directoryId: id(1), mail: 'one@x.example', name: 'One' });
    await personOf(ctx, { directoryId: id(2), mail: 'two@x.example', name: 'Two' });
    const csv = `Name,Mail,Object id,Role\nOne,one@x.example,${id(2)},mentor`;
    const torn = importMembers(ctx, pilot, { csv, check: false });
    await expect(torn).rejects.toMatchObject(refused('twoPeople'));
    const taken = importMembers(ctx, pilot, { csv: csv.replace(id(2), id(3)), check: false });
    await expect(taken).rejects.toMatchObject(refused('twoPeople'));
  });

  it('refuses a circle that closes over managers of an earlier import', async () => {
    const ctx = aContext();
    const pilot = await aPilot(ctx);
    const first = `${HEAD}Ann,ann@x.example,mentor,ben@x.example,\nBen,ben@x.example,mentor,cem@x.example,`;
    await importMembers(ctx, pilot, { csv: first, check: false });
    const second = `${HEAD}Cem,cem@x.example,executive,ann@x.example,`;
    const again = importMembers(ctx, pilot, { csv: second, check: false });
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

  it('stages a large file in several parts and applies them all', async () => {
    const ctx = aContext();
    const pilot = await aPilot(ctx);
    const line = (n: number) => `Person ${n},p${n}@x.example,mentor,,${'x'.repeat(180)}`;
    const csv = HEAD + Array.from({ length: 400 }, (_, n) => line(n)).join('\n');
    expect(await importMembers(ctx, pilot, { csv, check: false })).toMatchObject({ added: 400 });
    expect((await getCohort(ctx, pilot.cohort, pilot.person)).counts.members).toBe(400);
  });

  it('is all there or not at all, wherever the server dies', async () => {
    const seen = new Set<number>();
    for (let writes = 0; ; writes++) {
      const ctx = aContext();
      const pilot = await aPilot(ctx);
      const dying = aDyingProcess(ctx, writes);
      await untilDeath(importMembers(dying, pilot, { csv: FINANCE, check: false }));
      await recover(ctx);
      seen.add(await wholePilot(ctx, pilot));
      const again = await importMembers(ctx, pilot, { csv: FINANCE, check: false });
      expect(again.added + again.unchanged).toBe(12);
      expect(await wholePilot(ctx, pilot)).toBe(12);
      if (!dying.tables.hasCrashed) break;
    }
    expect([...seen].sort()).toEqual([0, 12]);
  });
});

const wholePilot = async (ctx: TestContext, pilot: Pilot): Promise<number> =>
  (await getCohort(ctx, pilot.cohort, pilot.person)).counts.members;
