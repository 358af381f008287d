import { beforeAll, describe, expect, it } from 'vitest';
import type { LeftOut, Proposals, Rounds } from '#api/contract/rounds.ts';
import { asId, type PersonId } from '#domain/basics/ids.ts';
import type { LeftOut as LeftOutRow, Proposal, Round } from '#domain/matching/rounds.ts';
import { aContext } from '#tests/fakes/context.ts';
import { NOBODY } from '#usecases/people/naming.ts';
import type { Change, TableName } from '#usecases/story/ports.ts';
import { aChampionAsking } from './cohortCalls.ts';

const PAIRS = 2_500;
const LEFT = 700;
const PAGE_BYTES_MAX = 32_000;
const NAMES = ['Zoe', 'adam', 'Ärmel', 'de Wit', 'Bo'];

const ctx = aContext();
let asking: Awaited<ReturnType<typeof aChampionAsking>>;

const nameOf = (n: number): string => `${NAMES[n % NAMES.length]} Person ${n}`;

async function create(table: TableName, partition: string, rows: [string, object][]): Promise<void> {
  for (let n = 0; n < rows.length; n += 90) {
    const some = rows.slice(n, n + 90);
    const changes = some.map(([key, value]): Change => ({ op: 'create', key, value: value as never }));
    await ctx.tables.commit(table, partition, changes);
  }
}

async function aPerson(id: string, name: string): Promise<PersonId> {
  await create('people', id, [['person', { ...NOBODY, name, directoryId: id }]]);
  return asId<PersonId>(id);
}

async function aRound(): Promise<void> {
  const round: Round = {
    ...{ number: 1, state: 'reviewed', ranAt: asId('2026-11-23T09:00:00.000Z'), by: asking.noor.person },
    ...{ provenBest: true, covered: PAIRS, total: PAIRS },
  };
  const proposals: [string, Proposal][] = [];
  for (let n = 0; n < PAIRS; n++) {
    const executive = await aPerson(`executive-${n}`, nameOf(n));
    const mentor = await aPerson(`mentor-${n}`, `Mentor ${n}`);
    proposals.push([
      `proposal_0001_${String(n + 1).padStart(5, '0')}`,
      {
        ...{ round: 1, executive, mentor, fit: 800, pair: '', state: 'proposed' },
        reasons: [{ kind: 'learn', topic: asId('budgeting'), strength: 3 }],
      },
    ]);
  }
  const left: [string, LeftOutRow][] = [];
  for (let n = 0; n < LEFT; n++) {
    const person = await aPerson(`left-${n}`, nameOf(n));
    left.push([`leftout_0001_${person}_mentor`, { round: 1, person, role: 'mentor', reason: 'noPartner' }]);
  }
  await create('cohorts', asking.cohort, [...proposals, ...left, ['round_0001', round]]);
}

const ask = async <Answer>(name: string, query: object = {}): Promise<Answer> => {
  const { call, noor, cohort } = asking;
  return (await call(noor, name, { params: { cohort, round: '1' }, query })) as unknown as Answer;
};

describe('a round of 2,500 pairs', { timeout: 120_000 }, () => {
  beforeAll(async () => {
    asking = await aChampionAsking(ctx);
    await aRound();
  }, 120_000);

  it('answers counts and the first of each list, in bounded size', async () => {
    const { rounds } = await ask<Rounds>('rounds');
    expect(JSON.stringify(rounds).length).toBeLessThan(PAGE_BYTES_MAX);
    expect(rounds[0]).toMatchObject({ counts: { proposals: PAIRS, leftOut: LEFT } });
    expect(rounds[0]?.proposals[0]?.executive.name).toBe('adam Person 1');
    expect(rounds[0]?.leftOut[0]?.name).toBe('adam Person 1');
  });

  it('gives every pair and everybody left out once, in pages, in one order of names', async () => {
    const { compare } = new Intl.Collator('en', { numeric: true });
    const pairs: string[] = [];
    for (let from: number | undefined = 0; from !== undefined; ) {
      const page: Proposals = await ask('proposals', { from: String(from) });
      expect(JSON.stringify(page).length).toBeLessThan(PAGE_BYTES_MAX);
      pairs.push(...page.proposals.map(({ executive }) => executive.name));
      from = page.more;
    }
    expect(pairs).toHaveLength(PAIRS);
    expect(new Set(pairs).size).toBe(PAIRS);
    expect(pairs).toEqual([...pairs].sort(compare));
    const left: string[] = [];
    for (let from: number | undefined = 0; from !== undefined; ) {
      const page: LeftOut = await ask('leftOut', { from: String(from) });
      expect(JSON.stringify(page).length).toBeLessThan(PAGE_BYTES_MAX);
      left.push(...page.leftOut.map(({ name }) => name));
      from = page.more;
    }
    expect(left).toHaveLength(LEFT);
    expect(left).toEqual([...left].sort(compare));
  });

  it('finds pairs by either of the two, and whoever is left out', async () => {
    expect(await ask('proposals', { find: 'mentor 1777' })).toMatchObject({
      found: 1,
      proposals: [{ executive: { name: nameOf(1_777) }, mentor: { name: 'Mentor 1777' } }],
    });
    expect(await ask('proposals', { find: 'person 2499 bo' })).toMatchObject({ found: 1 });
    expect(await ask('leftOut', { find: 'armel 502' })).toMatchObject({ found: 1 });
    expect(await ask('leftOut', { find: 'nobody' })).toEqual({ leftOut: [], found: 0 });
    await expect(ask('proposals', { from: '-1' })).rejects.toThrow();
  });

  it('says of a wish whether the two are together in it', async () => {
    const { noor, cohort } = asking;
    const at = '2026-11-23T08:00:00.000Z';
    const ban = (executive: string, mentor: string): [string, object] => [
      `wish_${executive}_${mentor}`,
      { executive, mentor, wish: 'ban', by: noor.person, at },
    ];
    await create('cohorts', cohort, [
      ban('executive-1200', 'mentor-1200'),
      ban('executive-1200', 'mentor-1201'),
    ]);
    expect(await ask('wishes')).toMatchObject({ wishes: [{ isTogether: true }, { isTogether: false }] });
  });
});
