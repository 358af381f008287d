import { beforeEach, describe, expect, it } from 'vitest';
import { asId, type GoalId } from '#domain/basics/ids.ts';
import { ROOM } from '#domain/basics/room.ts';
import { aPaired, aSigned, PAIR, type PairWorld, rowsOf } from '#tests/bot/pairWorld.ts';
import { addGoal, changeGoal } from '#usecases/pairs/goals.ts';

let world: PairWorld;
beforeEach(async () => {
  world = await aSigned();
});

const wording = { text: 'Understand AI', confidence: 2, state: 'open' as const };
const goals = async () => (await rowsOf(world)).list('goal').map(({ value }) => value);
const add = (text = wording.text) => addGoal(world.ctx, world.clara, PAIR, { ...wording, text });

describe('goals', () => {
  it('are added by either, and keep every step', async () => {
    await add();
    await addGoal(world.ctx, world.aisha, PAIR, { ...wording, text: 'Learn budgeting' });
    const [first] = await goals();
    const change = { goal: first?.goal ?? asId<GoalId>(''), seen: '1' };
    await changeGoal(world.ctx, first?.owner ?? world.clara, PAIR, {
      ...change,
      wording: { ...wording, confidence: 5 },
    });
    expect((await rowsOf(world)).list('goalstep')).toHaveLength(3);
    expect((await goals()).map(({ owner }) => owner)).toEqual([world.clara, world.aisha]);
  });

  it('are forty at most: one more is refused and changes nothing', async () => {
    for (let n = 0; n < ROOM.goals.max; n++) await add(`Goal ${n}`);
    await expect(add('one too many')).rejects.toMatchObject({
      word: 'pair:goals.tooMany',
      values: { max: 40 },
    });
    expect(await goals()).toHaveLength(40);
  });

  it('that are reached or let go make room for others, and can be opened again where there is room', async () => {
    const change = (goal: GoalId, seen: number, state: 'open' | 'reached' | 'dropped') =>
      changeGoal(world.ctx, world.clara, PAIR, { goal, wording: { ...wording, state }, seen: `${seen}` });
    const [first, second] = [await add('one'), await add('two')];
    for (let n = 2; n < ROOM.goals.max; n++) await add(`Goal ${n}`);
    const reached = await change(first.goal, 1, 'reached');
    await change(second.goal, 1, 'dropped');
    await add('in the first place');
    await change(first.goal, reached.seq, 'open');
    await expect(change(second.goal, 2, 'open')).rejects.toMatchObject({ word: 'pair:goals.tooMany' });
    await expect(add('one too many')).rejects.toMatchObject({ word: 'pair:goals.tooMany' });
    const done = { ...wording, state: 'reached' as const };
    await addGoal(world.ctx, world.clara, PAIR, done);
    expect(await goals()).toHaveLength(ROOM.goals.max + 2);
  });

  it.each(['reached', 'dropped'] as const)(
    'that changed as often as they may can still be %s',
    async (state) => {
      const { goal } = await add();
      const rows = await rowsOf(world);
      const known = rows.find('goal', goal)?.value;
      if (known) rows.put('goal', goal, { ...known, seq: ROOM.goalSteps.max });
      await rows.commit();
      const change = (seen: number, over: object) =>
        changeGoal(world.ctx, world.clara, PAIR, { goal, wording: { ...wording, ...over }, seen: `${seen}` });
      const full = { word: 'pair:goals.tooManySteps' };
      await expect(change(ROOM.goalSteps.max, { text: 'Anew' })).rejects.toMatchObject(full);
      expect(await change(ROOM.goalSteps.max, { state })).toMatchObject({
        state,
        seq: ROOM.goalSteps.max + 1,
      });
      await expect(change(ROOM.goalSteps.max + 1, { state: 'open' })).rejects.toMatchObject(full);
    },
  );

  it('wait for the agreement, and are nobody else’s', async () => {
    await expect(addGoal(world.ctx, world.diego, PAIR, wording)).rejects.toMatchObject({ kind: 'missing' });
    world = await aPaired();
    await expect(add()).rejects.toMatchObject({ word: 'pair:agreement.needed' });
  });

  it('that are not there, or were changed meanwhile, are told so', async () => {
    await add();
    const [goal] = await goals();
    const change = (over: object) =>
      changeGoal(world.ctx, world.clara, PAIR, {
        ...{ goal: goal?.goal ?? asId<GoalId>(''), wording: { ...wording, text: 'Anew' }, seen: '1' },
        ...over,
      });
    await expect(change({ goal: asId('none') })).rejects.toMatchObject({ word: 'pair:goals.missing' });
    await expect(change({ seen: '7' })).rejects.toThrow('somebody else changed');
    await change({});
    await expect(change({ wording: { ...wording, text: 'Again' } })).rejects.toThrow('somebody else changed');
  });
});
