import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTick } from '#delivery/tick.ts';
import type { CohortId } from '#domain/basics/ids.ts';
import { asId } from '#domain/basics/ids.ts';
import { KEPT_DAYS } from '#domain/privacy/retention.ts';
import { anEdgeWorld, type EdgeWorld } from '#tests/bot/edgeWorld.ts';
import { settleAll } from '#tests/bot/pairWorld.ts';
import { DUE } from '#usecases/home/due.ts';
import { retentionDue } from '#usecases/privacy/retention.ts';
import { TABLES } from '#usecases/story/ports.ts';

const DAY_MS = 86_400_000;

let world: EdgeWorld;
beforeEach(async () => {
  world = await anEdgeWorld();
});
afterEach(() => world.close());

const cohortRow = async () => {
  const row = await world.ctx.tables.find('cohorts', world.cohort, 'cohort');
  return row as { key: string; etag: string; value: { endsOn: string; name: string } };
};
const membersLeft = async (): Promise<string[]> =>
  (await world.ctx.tables.list('cohorts', world.cohort, { from: 'member_', to: 'member`' })).map(
    ({ key }) => key,
  );
const keptOf = async (who: string) => (await world.ask(who, 'GET /api/me/held')).json().kept;

/** So many days after the last on which this cohort keeps anybody. */
async function daysAfterwards(days: number): Promise<void> {
  const { value } = await cohortRow();
  world.ctx.clock.set(new Date(Date.parse(value.endsOn) + (KEPT_DAYS + days) * DAY_MS).toISOString());
}

const look = async (): Promise<void> => {
  await retentionDue.look(world.ctx, { cohort: asId<CohortId>(world.cohort) });
  await settleAll(world.ctx, []);
};

const says = (said: string): boolean =>
  TABLES.some((table) => world.ctx.tables.all(table).some((row) => JSON.stringify(row).includes(said)));

describe('a year after the last day of a programme', () => {
  it('nobody goes before the day that they were told', async () => {
    await endEveryPair();
    const { value } = await cohortRow();
    expect(await keptOf('vera')).toEqual({
      ...{ by: 'programme', days: KEPT_DAYS },
      until: new Date(Date.parse(value.endsOn) + KEPT_DAYS * DAY_MS).toISOString().slice(0, 10),
    });
    const before = await membersLeft();
    await daysAfterwards(0);
    await look();
    expect(await membersLeft()).toEqual(before);
    await daysAfterwards(1);
    await look();
    expect(await membersLeft()).not.toEqual(before);
  });

  it('whoever was part of it is in no row any more, and its name and dates stay', async () => {
    await endEveryPair();
    await daysAfterwards(1);
    await look();
    expect(await membersLeft()).toEqual([]);
    for (const name of ['clara', 'vera', 'aisha', 'mia', 'diego']) expect(says(`${name}@`), name).toBe(false);
    expect((await cohortRow()).value).toMatchObject({ name: 'Finance pilot' });
  });

  it('a pair that goes on keeps its two, until it ends', async () => {
    expect(await keptOf('clara')).toEqual({ by: 'pair' });
    await daysAfterwards(1);
    await look();
    expect(says('clara@')).toBe(true);
    expect(says('vera@')).toBe(false);
    await endEveryPair();
    world.ctx.clock.advance(DAY_MS + 1);
    await createTick({ ctx: world.ctx, due: DUE }).runOnce();
    await settleAll(world.ctx, []);
    expect(says('clara@')).toBe(false);
  });

  it('somebody who is part of a later programme stays, whether they were asked yet or not', async () => {
    await endEveryPair();
    const made = await world.ask('noor', 'POST /api/cohorts', {
      ...{ name: 'Second wave', kind: 'wave', fitFloor: 0 },
      ...{ startsOn: '2026-12-01', endsOn: '2029-05-31' },
    });
    const { cohort } = made.json();
    const key = `said_${cohort}`;
    const vera = asId(JSON.parse((await world.ask('vera', 'GET /api/me')).body).person);
    const said = await world.ctx.tables.find('people', vera, `said_${world.cohort}`);
    await world.ctx.tables.commit('people', vera, [{ op: 'create', key, value: said?.value ?? {} }]);
    await daysAfterwards(1);
    await look();
    expect(says('vera@')).toBe(true);
    expect(says('mia@')).toBe(false);
  });
});

async function endEveryPair(): Promise<void> {
  await world.ask('clara', `POST /api/pairs/${world.pair}/end`, {});
  await settleAll(world.ctx, []);
}
