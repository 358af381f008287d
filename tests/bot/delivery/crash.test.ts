import { describe, expect, test } from 'vitest';
import { asId } from '#domain/basics/ids.ts';
import { aContext, type TestContext } from '#tests/fakes/context.ts';
import type { Context } from '#usecases/story/context.ts';
import { listDeliveries } from '#usecases/story/deliveries.ts';
import {
  aServer,
  change,
  FakeMessenger,
  HENRIK,
  introduced,
  MIA,
  settleDown,
  welcome,
} from './delivering.ts';
import { type Death, Killed, mortal } from './mortal.ts';

/** A change with three messages, Teams busy once, a worker and a tick: everything a server does after a change. */
async function live(ctx: Context, messenger: FakeMessenger, death: Death, carried: string[]) {
  const process = mortal(ctx, messenger, death);
  const carryOut = async (inside: Context) => {
    await inside.tables.find('pairs', 'a-pair', 'pair');
    carried.push('pair');
  };
  const { worker, tick } = aServer(process.ctx, process.messenger, { carryOut });
  try {
    await change(
      process.ctx,
      introduced(MIA),
      { kind: 'projectPair', pair: asId('a-pair') },
      introduced(HENRIK),
    );
    await goOn(ctx as TestContext, { worker, tick });
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
  }
  return { calls: process.life.calls, isOver: process.life.isOver };
}

async function goOn(ctx: TestContext, { worker, tick }: ReturnType<typeof aServer>) {
  for (let step = 0; step < 3; step++) {
    await worker.runOnce();
    ctx.clock.advance(31_000);
    await tick.runOnce();
  }
}

/** The second process has nothing to change; it only goes on, and may die too. */
async function liveOn(ctx: TestContext, messenger: FakeMessenger, death: Death, carried: string[]) {
  const process = mortal(ctx, messenger, death);
  const carryOut = async () => void carried.push('pair');
  try {
    await goOn(ctx, aServer(process.ctx, process.messenger, { carryOut }));
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
  }
}

async function aWorld() {
  const [ctx, messenger] = [aContext(), new FakeMessenger()];
  for (const person of [MIA, HENRIK]) await welcome(ctx, person);
  messenger.answers.push({ state: 'later', afterMs: 2_000 });
  return { ctx, messenger, carried: [] as string[] };
}

/** What must be true whenever everything has come to rest. */
async function expectWhole({ ctx, messenger, carried }: Awaited<ReturnType<typeof aWorld>>, when: string) {
  const deliveries = await listDeliveries(ctx, 'introduction_a-pair');
  const wasChanged = deliveries.length > 0 || carried.length > 0;
  expect(deliveries.map(({ person }) => person).sort(), when).toEqual(wasChanged ? [HENRIK, MIA] : []);
  expect(carried.length > 0, when).toBe(wasChanged);
  for (const { person, state, reason } of deliveries) {
    const times = messenger.reached.filter(({ to }) => to === person).length;
    expect(times, `${when}: ${person} ${state}`).toBeLessThanOrEqual(1);
    expect(['sent', 'unknown'], when).toContain(state);
    if (state === 'sent') expect(times, when).toBe(1);
    else expect(reason, when).toBe('unanswered');
  }
  expect(ctx.tables.all('pairs'), when).toEqual([]);
  expect(ctx.tables.all('due'), when).toEqual([]);
  expect(ctx.queue.length, when).toBe(0);
  expect(ctx.queue.poison, when).toEqual([]);
  return deliveries;
}

async function rest(world: Awaited<ReturnType<typeof aWorld>>): Promise<void> {
  const carryOut = async () => void world.carried.push('pair');
  await settleDown(world.ctx, aServer(world.ctx, world.messenger, { carryOut }));
}

describe.each(['before', 'after'] as const)('a server killed %s a call', (moment) => {
  test('loses nothing and sends nothing twice, at whichever call', async () => {
    let unknown = 0;
    let deaths = 0;
    for (let at = 0; ; at++) {
      const world = await aWorld();
      const { isOver } = await live(world.ctx, world.messenger, { at, moment }, world.carried);
      if (!isOver) break;
      deaths++;
      await rest(world);
      const deliveries = await expectWhole(world, `killed ${moment} call ${at}`);
      unknown += deliveries.filter(({ state }) => state === 'unknown').length;
    }
    expect(deaths).toBeGreaterThan(40);
    // Only those whose answer was under way; most deaths leave no doubt.
    expect(unknown).toBeGreaterThan(0);
    expect(unknown).toBeLessThan(deaths / 2);
  });

  test('survives a second death of the one that went on', async () => {
    const { calls } = await live((await aWorld()).ctx, new FakeMessenger(), { at: 1e9, moment }, []);
    for (let at = 0; at < calls; at += 2) {
      for (let second = 0; second < calls; second += 3) {
        const world = await aWorld();
        await live(world.ctx, world.messenger, { at, moment }, world.carried);
        await liveOn(world.ctx, world.messenger, { at: second, moment }, world.carried);
        await rest(world);
        await expectWhole(world, `killed ${moment} call ${at}, then ${second}`);
      }
    }
  });
});

test.each(['before', 'after'] as const)(
  'a message that rests over the weekend arrives once, killed %s whichever call',
  async (moment) => {
    for (let at = 0; ; at++) {
      const world = await aWorld();
      world.ctx.clock.set('2026-11-29T06:20:00.000Z');
      const { isOver } = await live(world.ctx, world.messenger, { at, moment }, world.carried);
      expect(world.messenger.asked).toBe(0);
      world.ctx.clock.set('2026-11-30T06:59:00.000Z');
      await liveOn(world.ctx, world.messenger, { at, moment }, world.carried);
      world.ctx.clock.set('2026-11-30T07:05:00.000Z');
      await rest(world);
      await expectWhole(world, `killed ${moment} call ${at} on a Sunday`);
      if (!isOver) break;
    }
  },
);

test('an undisturbed server sends everything and is in no doubt', async () => {
  const world = await aWorld();
  await live(world.ctx, world.messenger, { at: 1e9, moment: 'before' }, world.carried);
  await rest(world);
  const deliveries = await expectWhole(world, 'undisturbed');
  expect(deliveries.map(({ state }) => state)).toEqual(['sent', 'sent']);
});
