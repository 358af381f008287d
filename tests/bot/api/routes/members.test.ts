import { beforeAll, describe, expect, it } from 'vitest';
import type { Members, MembersAsked } from '#api/contract/cohorts.ts';
import { asId, type CohortId } from '#domain/basics/ids.ts';
import { drain, importPeople, installApp, personNamed } from '#tests/bot/usecases/cohorts/cohortStory.ts';
import { aContext, type TestContext } from '#tests/fakes/context.ts';
import { counted } from '#tests/fakes/counting.ts';
import { listMembers } from '#usecases/cohorts/members.ts';
import { aChampionAsking } from './cohortCalls.ts';

const MANY = 2_500;
const PAGE_BYTES_MAX = 20_000;
/** In an order that is neither the file's nor that of their letters' numbers. */
const NAMES = ['Zoe', 'adam', 'Ärmel', 'de Wit', 'Bo'];

let ctx: TestContext;
let asking: Awaited<ReturnType<typeof aChampionAsking>>;
let at: { cohort: CohortId; person: never };

async function pageOf(query: MembersAsked): Promise<Members> {
  const { call, noor, cohort } = asking;
  return (await call(noor, 'members', { params: { cohort }, query })) as unknown as Members;
}

async function everyPage(query: MembersAsked): Promise<Members[]> {
  const pages: Members[] = [];
  for (let from: number | undefined = 0; from !== undefined; from = pages.at(-1)?.more)
    pages.push(await pageOf({ ...query, from: String(from) }));
  return pages;
}

describe('members of a cohort of 2,500', { timeout: 120_000 }, () => {
  beforeAll(async () => {
    ctx = aContext();
    asking = await aChampionAsking(ctx);
    at = { cohort: asId(asking.cohort), person: asking.noor.person as never };
    const lines = Array.from({ length: MANY }, (_, n) => {
      const role = n % 5 === 0 ? 'executive' : 'mentor';
      return `${NAMES[n % NAMES.length]} Person ${n},p${n}@turntable.example,${role}`;
    });
    await importPeople(ctx, at, ['name,mail,role', ...lines].join('\n'));
    await asking.post('invite', {});
    await drain(ctx);
  }, 120_000);

  it('come in pages of bounded size, everybody once, in one order of names', async () => {
    const pages = await everyPage({});
    for (const page of pages) {
      expect(JSON.stringify(page).length).toBeLessThan(PAGE_BYTES_MAX);
      expect(page.found).toBe(MANY);
    }
    const all = pages.flatMap(({ members }) => members);
    expect(all).toHaveLength(MANY);
    expect(new Set(all.map(({ person }) => person)).size).toBe(MANY);
    const { compare } = new Intl.Collator('en', { numeric: true });
    const names = all.map(({ name }) => name);
    expect(names).toEqual([...names].sort(compare));
    expect(names[0]).toBe('adam Person 1');
    expect(names[500]).toBe('Ärmel Person 2');
    expect(pages[0]?.counts).toMatchObject({ everybody: MANY, withoutApp: MANY, waiting: MANY, fresh: 0 });
  });

  it('are found by words of a name or address, whoever it is, and by kind and role', async () => {
    for (const n of [0, 1, 1_234, MANY - 1])
      expect(await pageOf({ find: `p${n}@turntable` })).toMatchObject({
        found: 1,
        members: [{ name: `${NAMES[n % NAMES.length]} Person ${n}` }],
      });
    expect(await pageOf({ find: 'person 2499 bo' })).toMatchObject({ found: 1 });
    expect(await pageOf({ role: 'executive' })).toMatchObject({ found: MANY / 5, more: 50 });
    expect(await pageOf({ which: 'reached' })).toMatchObject({ found: 0, members: [] });
    expect(await pageOf({ which: 'joined' })).toMatchObject({ found: 0, counts: { everybody: MANY } });
    expect(await pageOf({ from: '2450' })).not.toHaveProperty('more');
    await expect(pageOf({ from: '-1' })).rejects.toThrow();
    await expect(pageOf({ which: 'nobody' as never })).rejects.toThrow();
  });

  it('are read with each delivery shard once, until somebody was sent it again', async () => {
    const reads = async () => {
      const { ctx: counting, log } = counted(ctx);
      await listMembers(counting, at);
      return log.toString().match(/ deliveries /g)?.length;
    };
    expect(await reads()).toBe(16);
  });

  it('are all sent it again whom it did not reach, with one press', async () => {
    for (let n = 0; n < MANY; n += 2) await installApp(ctx, await personNamed(ctx, `p${n}`));
    await drain(ctx, { state: 'failed', reason: 'refused' });
    expect((await pageOf({})).counts).toMatchObject({ refused: MANY / 2, arrived: 0 });
    await asking.post('invite', { members: 'lost' });
    expect((await drain(ctx)).length).toBe(MANY / 2);
    expect((await pageOf({})).counts).toMatchObject({ refused: 0, unknown: 0, arrived: MANY / 2 });
    await asking.post('invite', { members: 'lost' });
    expect(await drain(ctx)).toEqual([]);
  });
});
