import { describe, expect, it } from 'vitest';
import { asId, type Instant, type PersonId } from '#domain/basics/ids.ts';
import { attributesIn, keepingOnly } from '#domain/cohorts/member.ts';
import { readImport } from '#domain/cohorts/readImport.ts';
import { aContext, type TestContext } from '#tests/fakes/context.ts';
import { guidOf } from '#tests/guid.ts';
import { dropAttribute, forgetAttribute, preferDifference } from '#usecases/cohorts/changing.ts';
import { getCohort } from '#usecases/cohorts/cohorts.ts';
import { checkImport, columnsOfImport, confirmImport } from '#usecases/cohorts/imports.ts';
import { joinMembers } from '#usecases/cohorts/joining.ts';
import { joinedIn, loadMatchPeople } from '#usecases/matching/matchPeople.ts';
import { personOf } from '#usecases/people/people.ts';
import { eraseMe } from '#usecases/privacy/erasing.ts';
import { getHeld } from '#usecases/privacy/exporting.ts';
import { listRoster } from '#usecases/roster/people.ts';
import { Partition } from '#usecases/story/partition.ts';
import { Conflict } from '#usecases/story/ports.ts';
import { readingOnce } from '#usecases/story/readOnce.ts';
import { aPilot, bytesOf, drain, join, type Pilot, personNamed, takeSteps } from './cohortStory.ts';

const CSV = (style: string) =>
  [
    'Name,Mail,Role,Department,Style',
    'Clara Exampleton,clara.exampleton@turntable.example,executive,Finance,Blue',
    `Aisha Specimen,aisha.specimen@turntable.example,mentor,Finance,${style}`,
  ].join('\n');
const chosen = { is: [], keep: [4], why: 'To mix styles' };
const ANYBODY = { find: '', department: '', location: '', from: '', locale: 'en' };

async function bring(ctx: TestContext, at: Pilot, csv: string, said = chosen) {
  const file = { name: 'people.csv', bytes: bytesOf(csv), chosen: said };
  const checked = await checkImport(readingOnce(ctx), at, file);
  if (checked.state === 'checked') await confirmImport(ctx, at, checked.id);
  await takeSteps(ctx, at);
  return checked;
}
const attributesOf = async (ctx: TestContext, { cohort }: Pilot, name: string) => {
  const rows = await Partition.openCohort(ctx, cohort, ['member']);
  return rows.find('member', await personNamed(ctx, name))?.value.attributes;
};
const cohortOf = (ctx: TestContext, { cohort, person }: Pilot) => getCohort(readingOnce(ctx), cohort, person);

describe('columns of a cohort’s own', () => {
  it('are kept beside its people with the reason, once confirmed and not before', async () => {
    const ctx = aContext();
    const pilot = await aPilot(ctx);
    expect(await columnsOfImport(ctx, pilot, bytesOf(CSV('Red')))).toMatchObject({
      columns: [{ name: 'Style' }],
    });
    await checkImport(readingOnce(ctx), pilot, { name: 'x.csv', bytes: bytesOf(CSV('Red')), chosen });
    expect((await cohortOf(ctx, pilot)).attributes).toBeUndefined();
    await bring(ctx, pilot, CSV('Red'));
    expect((await cohortOf(ctx, pilot)).attributes).toEqual([{ name: 'Style', why: 'To mix styles' }]);
    expect(await attributesOf(ctx, pilot, 'aisha.specimen')).toEqual({ Style: 'Red' });
    const seen = await listRoster(readingOnce(ctx), pilot, ANYBODY);
    expect(seen.people.map(({ attributes }) => attributes)).toContainEqual([{ name: 'Style', value: 'Red' }]);
    expect(await columnsOfImport(ctx, pilot, bytesOf(CSV('Red')))).toMatchObject({
      columns: [{ name: 'Style', keptFor: 'To mix styles' }],
    });
  });

  it('change nothing with the same file, and only where it reads differently', async () => {
    const ctx = aContext();
    const pilot = await aPilot(ctx);
    await bring(ctx, pilot, CSV('Red'));
    expect(await bring(ctx, pilot, CSV('Red'))).toMatchObject({ state: 'applied', unchanged: 2 });
    expect(await bring(ctx, pilot, CSV('Green'), { ...chosen, why: '' })).toMatchObject({ changed: 1 });
    expect((await cohortOf(ctx, pilot)).attributes).toEqual([{ name: 'Style', why: 'To mix styles' }]);
    expect(await attributesOf(ctx, pilot, 'aisha.specimen')).toEqual({ Style: 'Green' });
    await bring(ctx, pilot, CSV(''));
    expect(await attributesOf(ctx, pilot, 'aisha.specimen')).toEqual({ Style: 'Green' });
  });

  it('need a reason, and are a champion’s to see', async () => {
    const ctx = aContext();
    const pilot = await aPilot(ctx);
    const bytes = bytesOf(CSV('Red'));
    const unsaid = checkImport(ctx, pilot, { name: 'x.csv', bytes, chosen: { ...chosen, why: '' } });
    await expect(unsaid).rejects.toMatchObject({ word: 'cohort:attributes.needWhy' });
    const stranger = { ...pilot, person: 'somebody' as never };
    await expect(columnsOfImport(ctx, stranger, bytes)).rejects.toMatchObject({ word: 'cohort:notYours' });
    await expect(preferDifference(ctx, stranger, [], '')).rejects.toMatchObject({ word: 'cohort:notYours' });
  });

  it('stand in the file of who they are about', async () => {
    const ctx = aContext();
    const pilot = await aPilot(ctx);
    await bring(ctx, pilot, CSV('Red'));
    const aisha = await join(ctx, pilot, 'aisha.specimen');
    expect(JSON.stringify(await getHeld(ctx, aisha))).toContain('"Style":"Red"');
  });
});

describe('a preference for difference', () => {
  it('reaches the round of this cohort, and nothing does that is not preferred', async () => {
    const ctx = aContext();
    const pilot = await aPilot(ctx);
    await bring(ctx, pilot, CSV('Blue'));
    for (const name of ['clara.exampleton', 'aisha.specimen']) await join(ctx, pilot, name);
    const marks = async () => {
      const rows = await Partition.openCohort(ctx, pilot.cohort, ['cohort', 'member', 'pair']);
      return (await loadMatchPeople(readingOnce(ctx), rows, joinedIn(rows))).map((one) => one.marks);
    };
    expect(await marks()).toEqual([undefined, undefined]);
    const { etag } = await cohortOf(ctx, pilot);
    await preferDifference(readingOnce(ctx), pilot, [{ name: 'Style', much: 'some' }], etag);
    expect(await marks()).toEqual([['100 Style blue'], ['100 Style blue']]);
    const late = preferDifference(readingOnce(ctx), pilot, [], etag);
    await expect(late).rejects.toThrow();
    const unknown = preferDifference(readingOnce(ctx), pilot, [{ name: 'Shoes', much: 'some' }], '');
    await expect(unknown).rejects.toMatchObject({ word: 'cohort:attributes.unknown' });
  });

  it('are kept no more once a champion says so: no round looks at them, and nobody has them', async () => {
    const ctx = aContext();
    const pilot = await aPilot(ctx);
    await bring(ctx, pilot, CSV('Red'));
    const { etag } = await cohortOf(ctx, pilot);
    const prefers = [
      { name: '', much: 'little' as const },
      { name: 'Style', much: 'some' as const },
    ];
    await preferDifference(readingOnce(ctx), pilot, prefers, etag);
    const stranger = { ...pilot, person: await personNamed(ctx, 'clara.exampleton') };
    await expect(dropAttribute(ctx, stranger, 'Style')).rejects.toMatchObject({ word: 'cohort:notYours' });
    await dropAttribute(readingOnce(ctx), pilot, 'Style');
    await dropAttribute(readingOnce(ctx), pilot, 'Style');
    const now = await cohortOf(ctx, pilot);
    expect([now.attributes, now.prefers]).toEqual([undefined, [{ name: '', much: 'little' }]]);
    await drain(ctx);
    expect(await attributesOf(ctx, pilot, 'aisha.specimen')).toBeUndefined();
    await bring(ctx, pilot, CSV('Green'));
    await forgetAttribute(ctx, pilot.cohort, 'Style');
    expect(await attributesOf(ctx, pilot, 'aisha.specimen')).toEqual({ Style: 'Green' });
  });

  it.each([
    ['before the next list', async () => undefined],
    ['after it', (ctx: TestContext) => drain(ctx)],
  ])('do not come back from before, of whoever the next list leaves out: chores %s', async (_, chores) => {
    const ctx = aContext();
    const pilot = await aPilot(ctx);
    await bring(ctx, pilot, CSV('Red'));
    const clara = await attributesOf(ctx, pilot, 'clara.exampleton');
    expect(clara).toBeDefined();
    await dropAttribute(readingOnce(ctx), pilot, 'Style');
    await chores(ctx);
    const [title, ...lines] = CSV('Red').split('\n');
    const [aisha] = lines.filter((line) => line.includes('Aisha'));
    await bring(ctx, pilot, `${title}\n${aisha}`);
    await drain(ctx);
    expect(await attributesOf(ctx, pilot, 'clara.exampleton')).toBeUndefined();
    expect(await attributesOf(ctx, pilot, 'aisha.specimen')).toEqual({ Style: 'Red' });
    expect((await cohortOf(ctx, pilot)).forgets).toBeUndefined();
  });

  it('see no list that came at the same moment', async () => {
    const ctx = aContext();
    const pilot = await aPilot(ctx);
    await bring(ctx, pilot, CSV('Red'));
    let isDropped = false;
    const slow = {
      ...ctx,
      readImport: async (...read: Parameters<typeof readImport>) => {
        if (!isDropped) await dropAttribute(readingOnce(ctx), pilot, 'Style');
        isDropped = true;
        return readImport(...read);
      },
    };
    await expect(
      checkImport(slow, pilot, { name: 'people.csv', bytes: bytesOf(CSV('Green')), chosen }),
    ).rejects.toThrow(Conflict);
  });

  it('stay while a list is on its way that might bring them back', async () => {
    const ctx = aContext();
    const pilot = await aPilot(ctx);
    await bring(ctx, pilot, CSV('Red'));
    const file = { name: 'people.csv', bytes: bytesOf(CSV('Green')), chosen };
    const { id } = await checkImport(readingOnce(ctx), pilot, file);
    const rows = await Partition.pick(ctx, pilot.cohort, [['import']]);
    const known = rows.find('import')?.value;
    expect(known?.id).toBe(id);
    if (known) rows.put('import', '', { ...known, state: 'applying' });
    await rows.commit();
    await expect(dropAttribute(readingOnce(ctx), pilot, 'Style')).rejects.toMatchObject({
      word: 'cohort:import.running',
    });
    expect((await cohortOf(ctx, pilot)).attributes).toHaveLength(1);
  });

  it('stay while a checked list that keeps them waits', async () => {
    const ctx = aContext();
    const pilot = await aPilot(ctx);
    await bring(ctx, pilot, CSV('Red'));
    const file = { name: 'people.csv', bytes: bytesOf(CSV('Green')), chosen };
    expect((await checkImport(readingOnce(ctx), pilot, file)).state).toBe('checked');
    await expect(dropAttribute(readingOnce(ctx), pilot, 'Style')).rejects.toMatchObject({
      word: 'cohort:attributes.listWaits',
    });
  });
});

describe('what was kept of a member before they were joined', () => {
  const was = {
    role: 'mentor',
    state: 'invited',
    waiting: false,
    attributes: { Style: 'Red', Buddy: 'Ann' },
  } as const;
  const joined = [
    {
      from: asId<PersonId>('old'),
      address: 'a@b.example',
      at: asId<Instant>('2026-11-01T00:00:00.000Z'),
      was,
    },
  ];
  const member = { ...was, joined };

  it('is found and goes with the rest', () => {
    expect(attributesIn(member)).toHaveLength(2);
    const left = keepingOnly(member, (name) => name !== 'Buddy');
    expect(attributesIn(left)).toEqual([{ Style: 'Red' }, { Style: 'Red' }]);
    expect(attributesIn(keepingOnly(member, () => false))).toEqual([]);
  });

  it('loses whoever is erased and was named in it', async () => {
    const ctx = aContext();
    const pilot = await aPilot(ctx);
    await bring(ctx, pilot, CSV('Diego Muestra'));
    const mail = 'diego.muestra@turntable.example';
    const diego = await personOf(ctx, {
      directoryId: guidOf('diego'),
      mail,
      signInName: mail,
      name: 'Diego Muestra',
    });
    const account = { directoryId: guidOf('another') };
    await joinMembers(readingOnce(ctx), pilot, await personNamed(ctx, 'aisha.specimen'), account);
    await drain(ctx);
    const naming = () =>
      ctx.tables.all('cohorts').filter(({ value }) => JSON.stringify(value).includes('Diego'));
    expect(naming()).toHaveLength(1);
    await eraseMe(readingOnce(ctx), diego);
    await drain(ctx);
    expect(naming()).toEqual([]);
  });
});
