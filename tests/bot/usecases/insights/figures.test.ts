import { beforeEach, describe, expect, it } from 'vitest';
import { PRIVACY } from '#domain/all/privacy.ts';
import type { Day } from '#domain/basics/ids.ts';
import { asId } from '#domain/basics/ids.ts';
import { AGREEMENT, aPaired, PAIR, type PairWorld, PILOT, signed } from '#tests/bot/pairWorld.ts';
import { giveFeedback } from '#usecases/meetings/feedback.ts';
import { tellMeeting } from '#usecases/meetings/offScreen.ts';
import { draftAgreement, signAgreement } from '#usecases/pairs/agreement.ts';
import { addGoal, changeGoal } from '#usecases/pairs/goals.ts';
import { pseudonymOf } from '#usecases/story/actor.ts';

let world: PairWorld;
beforeEach(async () => {
  world = await aPaired();
});
const rows = async () =>
  (await world.ctx.tables.list('cohorts', PILOT, { from: 'measure_', to: 'measure`' })).map(
    ({ key, value }) => ({
      ...{ key, value },
    }),
  );
const values = async (kind: string) =>
  (await rows()).map(({ value }) => value).filter((value) => 'kind' in value && value.kind === kind);

async function sign(rhythm: 'none' | 'monthly'): Promise<void> {
  const text = { ...AGREEMENT, rhythm };
  await draftAgreement(world.ctx, world.aisha, PAIR, { text, seen: '' });
  await signAgreement(world.ctx, world.aisha, PAIR, signed(1, text));
  await signAgreement(world.ctx, world.clara, PAIR, signed(1, text));
}
const meet = (day: string) => tellMeeting(world.ctx, world.clara, PAIR, { day: asId<Day>(day), way: 'walk' });

describe('what figures know of a pair', () => {
  it('is that its executive has signed and met, each once, under a pseudonym alone', async () => {
    await world.until('2026-11-25T00:00:00.000Z');
    expect(await rows()).toEqual([]);
    await sign('none');
    await meet('2026-11-25');
    await meet('2026-11-24');
    await world.until('2026-11-28T00:00:00.000Z');
    expect(await values('signed')).toEqual([{ kind: 'signed', role: 'executive', month: '2026-11' }]);
    expect(await values('met')).toEqual([{ kind: 'met', role: 'executive', month: '2026-11' }]);
    const all = JSON.stringify(await rows());
    for (const telling of [PAIR, world.clara, world.aisha, 'Clara', 'Aisha', AGREEMENT.whatItIs])
      expect(all).not.toContain(telling);
  });

  it('is how often they met in a whole month beside their own wish, and nothing without a rhythm', async () => {
    await sign('monthly');
    await world.until('2026-12-10T12:00:00.000Z');
    await meet('2026-12-10');
    await world.until('2027-01-05T12:00:00.000Z');
    expect(await values('kept')).toEqual([
      { kind: 'kept', role: 'executive', month: '2026-12', held: 1, wished: 1 },
    ]);
    await meet('2026-12-30');
    await world.until('2027-02-05T12:00:00.000Z');
    expect(await values('kept')).toEqual([
      { kind: 'kept', role: 'executive', month: '2026-12', held: 1, wished: 1 },
      { kind: 'kept', role: 'executive', month: '2027-01', held: 0, wished: 1 },
    ]);
  });

  it('is how sure each was of a goal when it began, once, and where they said it again', async () => {
    await sign('none');
    const goal = await addGoal(world.ctx, world.clara, PAIR, {
      text: 'Listen',
      confidence: 2,
      state: 'open',
    });
    await world.until('2026-11-26T12:00:00.000Z');
    await changeGoal(world.ctx, world.clara, PAIR, {
      ...{ goal: goal.goal, seen: '1' },
      wording: { text: 'Listen', confidence: 4, state: 'open' },
    });
    await world.until('2026-11-28T12:00:00.000Z');
    expect(await values('began')).toEqual([
      { kind: 'began', role: 'executive', month: '2026-11', confidence: 2 },
    ]);
    expect(await values('now')).toEqual([
      { kind: 'now', role: 'executive', month: '2026-11', confidence: 4 },
    ]);
  });

  it('leads to a publication every Monday, which says nothing of a single pair', async () => {
    await sign('none');
    await world.until('2026-12-08T12:00:00.000Z');
    const published = await world.ctx.tables.list('cohorts', PILOT, {
      from: 'publication_',
      to: 'publication`',
    });
    expect(published.map(({ key }) => key)).toEqual(['publication_2026-11-30', 'publication_2026-12-07']);
    expect(published.at(-1)?.value).toMatchObject({
      cells: [],
      steps: { signed: { reads: 'tooFew', count: 0 } },
    });
  });

  it('goes with whoever is erased, and stays of others', async () => {
    await sign('none');
    await addGoal(world.ctx, world.clara, PAIR, { text: 'Listen', confidence: 2, state: 'open' });
    await addGoal(world.ctx, world.aisha, PAIR, { text: 'Ask', confidence: 3, state: 'open' });
    const { meeting } = await meet('2026-11-23');
    const about = { pair: PAIR, occurrence: meeting.occurrence, from: 'tab' as const };
    await giveFeedback(world.ctx, world.clara, about, { worthTheHour: 4 });
    await world.until('2026-11-25T12:00:00.000Z');
    const who = {
      ...{ person: world.clara, mail: '', directoryId: '', names: [] },
      pseudonym: pseudonymOf(world.ctx, world.clara),
    };
    const { measure } = PRIVACY.cohorts;
    if ('because' in measure) throw new Error('it speaks of people');
    const left = (await rows()).filter(
      ({ key, value }) =>
        !measure.holds(value as never, who, { partition: PILOT, id: key.slice('measure_'.length) }),
    );
    expect((await rows()).length).toBeGreaterThan(3);
    expect(left.map(({ value }) => value)).toEqual([
      { kind: 'began', role: 'mentor', month: '2026-11', confidence: 3 },
    ]);
  });
});
