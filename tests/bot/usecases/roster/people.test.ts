import { beforeAll, describe, expect, it } from 'vitest';
import { asId, type PersonId } from '#domain/basics/ids.ts';
import type { CohortPair } from '#domain/cohorts/cohort.ts';
import {
  aFullPilot,
  aPilot,
  drain,
  importPeople,
  installApp,
  join,
  type Pilot,
  personNamed,
} from '#tests/bot/usecases/cohorts/cohortStory.ts';
import { aContext, type TestContext } from '#tests/fakes/context.ts';
import { counted } from '#tests/fakes/counting.ts';
import { invite } from '#usecases/cohorts/invitations.ts';
import { answerEnrolment } from '#usecases/enrolment/enrolment.ts';
import { askAgain } from '#usecases/roster/askingAgain.ts';
import { listForFile, listRoster, type RosterAsked } from '#usecases/roster/people.ts';
import { Partition } from '#usecases/story/partition.ts';
import { readingOnce } from '#usecases/story/readOnce.ts';

const ALL: RosterAsked = { find: '', department: '', location: '', from: '', locale: 'en' };

async function everybody(ctx: TestContext, at: Pilot, asked: Partial<RosterAsked> = {}) {
  const pages = [await listRoster(readingOnce(ctx), at, { ...ALL, ...asked })];
  for (let next = pages[0]?.next; next; next = pages.at(-1)?.next)
    pages.push(await listRoster(readingOnce(ctx), at, { ...ALL, ...asked, from: next }));
  return { pages, people: pages.flatMap(({ people }) => people) };
}
const oneOf = async (ctx: TestContext, at: Pilot, person: PersonId) =>
  (await everybody(ctx, at)).people.find((one) => one.person === person);

async function pairUp(ctx: TestContext, at: Pilot, id: string, pair: CohortPair): Promise<void> {
  const rows = await Partition.openCohort(ctx, at.cohort, []);
  rows.put('pair', id, pair);
  await rows.commit();
  for (const [person, role] of [
    [pair.executive, 'executive'],
    [pair.mentor, 'mentor'],
  ] as const) {
    const own = await Partition.open(ctx, 'people', person);
    own.put('pair', id, { cohort: at.cohort, role });
    await own.commit();
  }
}

describe('people of a cohort', () => {
  it('stand there with what was said of them, how far they are and since when', async () => {
    const ctx = aContext();
    const pilot = await aFullPilot(ctx);
    await invite(ctx, pilot);
    const [clara, aisha] = [
      await join(ctx, pilot, 'clara.exampleton'),
      await join(ctx, pilot, 'aisha.specimen'),
    ];
    const introducedAt = asId<never>('2026-11-24T09:00:00.000Z');
    const pairedAt = asId<never>('2026-11-25T09:00:00.000Z');
    await pairUp(ctx, pilot, 'p1', {
      executive: clara,
      mentor: aisha,
      state: 'paired',
      introducedAt,
      pairedAt,
    });
    const { people } = await everybody(ctx, pilot);
    expect(people).toHaveLength(12);
    expect(people.map(({ name }) => name).slice(0, 3)).toEqual([
      'Aisha Specimen',
      'Clara Exampleton',
      'Diego Muestra',
    ]);
    expect(people.find(({ person }) => person === clara)).toMatchObject({
      ...{ name: 'Clara Exampleton', role: 'executive', standing: 'paired' },
      ...{ department: 'Finance', location: 'London', canAskAgain: false },
      dates: { introduced: introducedAt, paired: pairedAt },
    });
    expect(Object.keys(people[0] ?? {}).sort()).toEqual(
      ['person', 'name', 'mail', 'hasApp', 'role', 'standing', 'department', 'location', 'manager', 'dates']
        .concat('isLost', 'canAskAgain', 'attributes')
        .sort(),
    );
    const file = await listForFile(ctx, pilot, { from: '', locale: 'en' });
    expect(file.people.find(({ name }) => name === 'Zofia Przykład')?.managerName).toBe('Clara Exampleton');
  });

  it.each([
    [{ find: 'przyk' }, ['Zofia Przykład']],
    [{ find: 'kenji.mihon@' }, ['Kenji Mihon']],
    [{ department: 'TREASURY', role: 'executive' }, ['Diego Muestra', 'Kenji Mihon']],
    [{ location: 'lis' }, ['Inês Amostra']],
    [{ standing: 'imported', location: 'berlin' }, ['Aisha Specimen']],
    [{ standing: 'joined' }, []],
    [{ find: 'nobody of this name' }, []],
  ] as const)('are found by %j', async (asked, names) => {
    const ctx = aContext();
    const pilot = await aFullPilot(ctx);
    const { people } = await everybody(ctx, pilot, asked);
    expect(people.map(({ name }) => name)).toEqual(names);
  });

  it('are a champion’s to see alone', async () => {
    const ctx = aContext();
    const { cohort } = await aFullPilot(ctx);
    const stranger = { cohort, person: asId<PersonId>('somebody') };
    await expect(listRoster(ctx, stranger, ALL)).rejects.toMatchObject({ word: 'cohort:notYours' });
    await expect(askAgain(ctx, stranger, 'unanswered')).rejects.toMatchObject({ word: 'cohort:notYours' });
  });
});

describe('a cohort of 1,200', { timeout: 60_000 }, () => {
  let ctx: TestContext;
  let pilot: Pilot;
  beforeAll(async () => {
    ctx = aContext();
    pilot = await aPilot(ctx);
    const lines = Array.from(
      { length: 1_200 },
      (_, n) => `Person ${n},p${n}@turntable.example,mentor,D${n % 3}`,
    );
    await importPeople(ctx, pilot, ['name,mail,role,department', ...lines].join('\n'));
  }, 60_000);

  it('is read a page of a hundred at a time, everybody once', async () => {
    const { pages, people } = await everybody(ctx, pilot);
    expect(pages.map(({ people: some }) => some.length)).toEqual([
      ...Array.from({ length: 12 }, () => 100),
      0,
    ]);
    expect(new Set(people.map(({ person }) => person)).size).toBe(1_200);
  });

  it('shows its first page for one query, the champion, and one read of each person on it', async () => {
    const { ctx: counting, log } = counted(ctx);
    await listRoster(readingOnce(counting), pilot, ALL);
    expect(log.tables, `${log}`).toBe(2 + 1 + 100);
  });

  it('finds whoever is looked for page by page, and says how far it looked', async () => {
    const first = await listRoster(readingOnce(ctx), pilot, { ...ALL, find: 'p1199@' });
    expect(first.looked).toBeLessThanOrEqual(500);
    const { pages, people } = await everybody(ctx, pilot, { find: 'p1199@' });
    expect(people.map(({ name }) => name)).toEqual(['Person 1199']);
    expect(pages.reduce((sum, { looked }) => sum + looked, 0)).toBe(1_200);
    expect((await everybody(ctx, pilot, { department: 'd2' })).people).toHaveLength(400);
  });

  it('asks nobody’s own rows whom the member’s row rules out', async () => {
    const { ctx: counting, log } = counted(ctx);
    await listRoster(readingOnce(counting), pilot, { ...ALL, role: 'executive' });
    expect(log.toString()).not.toContain('list people');
  });
});

describe('asking again', () => {
  const WEEK_MS = 7 * 86_400_000;
  const invited = async () => {
    const ctx = aContext();
    const pilot = await aFullPilot(ctx);
    const named = ['aisha.specimen', 'meera.namoona', 'clara.exampleton'];
    const people = await Promise.all(named.map((name) => personNamed(ctx, name)));
    for (const person of people) await installApp(ctx, person);
    await invite(ctx, pilot);
    await drain(ctx);
    return { ctx, pilot, people: people as [PersonId, PersonId, PersonId] };
  };

  it('reaches who has not answered, after a week and once', async () => {
    const { ctx, pilot, people } = await invited();
    await askAgain(ctx, pilot, 'unanswered');
    expect(await drain(ctx)).toEqual([]);
    ctx.clock.advance(WEEK_MS);
    await Promise.all([askAgain(ctx, pilot, 'unanswered'), askAgain(ctx, pilot, people)]);
    await askAgain(ctx, pilot, people);
    expect((await drain(ctx)).map(({ to }) => to).sort()).toEqual([...people].sort());
  });

  it('reads the same of who said no, who asked for later and who has not answered', async () => {
    const { ctx, pilot, people } = await invited();
    const [no, later, silent] = people;
    await answerEnrolment(ctx, no, pilot.cohort, 'pass');
    await answerEnrolment(ctx, later, pilot.cohort, 'later');
    await drain(ctx);
    const read = async () =>
      Promise.all(
        people.map(async (person) => {
          const {
            person: _,
            name,
            mail,
            role,
            department,
            location,
            manager,
            ...one
          } = (await oneOf(ctx, pilot, person)) ?? ({} as never);
          return one;
        }),
      );
    const same = async () => {
      const [first, ...others] = await read();
      for (const other of others) expect(other).toEqual(first);
      return first;
    };
    expect(await same()).toMatchObject({ standing: 'invited', canAskAgain: false });
    ctx.clock.advance(WEEK_MS);
    expect(await same()).toMatchObject({ standing: 'invited', canAskAgain: true });
    await askAgain(ctx, pilot, people);
    const sent = await drain(ctx);
    expect(sent.filter(({ view }) => view.kind === 'invitation').map(({ to }) => to)).toEqual([silent]);
    expect(await same()).toMatchObject({ standing: 'invited', canAskAgain: false });
    ctx.clock.advance(WEEK_MS);
    expect(await same()).toMatchObject({ canAskAgain: true });
  });

  it('of hundreds goes on by itself, and nobody hears it twice after a crash', async () => {
    const ctx = aContext();
    const pilot = await aPilot(ctx);
    const lines = Array.from({ length: 230 }, (_, n) => `Person ${n},p${n}@turntable.example,mentor`);
    await importPeople(ctx, pilot, ['name,mail,role', ...lines].join('\n'));
    for (let n = 0; n < 230; n++) await installApp(ctx, await personNamed(ctx, `p${n}`));
    await invite(ctx, pilot);
    await drain(ctx);
    ctx.clock.advance(WEEK_MS);
    const { ctx: counting, log } = counted(ctx);
    await askAgain(counting, pilot, 'unanswered');
    expect(log.calls.length).toBeLessThan(20);
    expect(await drain(ctx)).toHaveLength(230);
    await askAgain(ctx, pilot, 'unanswered');
    expect(await drain(ctx)).toEqual([]);
  });

  it('of nobody in the cohort says so', async () => {
    const { ctx, pilot } = await invited();
    const nobody = askAgain(ctx, pilot, [asId<PersonId>('nobody')]);
    await expect(nobody).rejects.toMatchObject({ kind: 'missing', word: 'cohort:invite.nobody' });
  });
});
