import { beforeEach, describe, expect, it } from 'vitest';
import { asId, type Day } from '#domain/basics/ids.ts';
import { AGREEMENT, aSigned, PAIR, type PairWorld, rowsOf, signed } from '#tests/bot/pairWorld.ts';
import { told } from '#tests/bot/usecases/pairs/partings.ts';
import { closingDue, getClosing, sayClosing } from '#usecases/closing/closing.ts';
import { listOwnWords } from '#usecases/exchanges/ownWords.ts';
import { draftAgreement, signAgreement } from '#usecases/pairs/agreement.ts';
import { listPairCards } from '#usecases/pairs/cards.ts';
import { withdrawConsent } from '#usecases/pairs/consent.ts';
import { endPair } from '#usecases/pairs/ending.ts';
import { pausePair, resumePair } from '#usecases/pairs/pause.ts';
import { Conflict } from '#usecases/story/ports.ts';

/** Clara signed last: nine o'clock in London, in summer. */
const MORNING = '2027-05-31T08:00:00.000Z';
const LATER = { ...AGREEMENT, endsOn: asId<Day>('2027-12-31') };
const SAID = { worth: 5, words: 'I ask before I explain.', shared: false, seen: '' };
let world: PairWorld;
beforeEach(async () => {
  world = await aSigned();
  world.sent.length = 0;
});

const next = async (who: 'clara' | 'aisha') => (await listPairCards(world.ctx, world[who]))[0]?.next;
const bothSign = async (version: number, text = LATER) => {
  await signAgreement(world.ctx, world.aisha, PAIR, signed(version, text));
  await signAgreement(world.ctx, world.clara, PAIR, signed(version, text));
};

describe('the day until which two agreed to meet', () => {
  it('is told to both in the same words that morning, once, and ends nothing by itself', async () => {
    await world.until('2027-05-31T07:59:59.000Z');
    expect(told(world, 'closing')).toEqual([]);
    await world.until(MORNING);
    expect(told(world, 'closing').sort()).toEqual([world.clara, world.aisha].sort());
    const [one, other] = world.sent
      .filter(({ view }) => view.kind === 'closing')
      .map(({ view }) => ({ ...view, partners: [] }));
    expect(one).toEqual(other);
    expect(await next('clara')).toBe('close');
    expect(await next('aisha')).toBe('close');
    await world.until('2027-08-31T08:00:00.000Z');
    expect(told(world, 'closing')).toHaveLength(2);
    expect((await rowsOf(world)).find('pair')?.value.state).toBe('active');
  });

  it('brings no more reminders to meet', async () => {
    await world.until(MORNING);
    world.sent.length = 0;
    await world.until('2027-08-31T08:00:00.000Z');
    expect(told(world, 'nudge')).toEqual([]);
  });

  it('moves when both agree on a later one, and is told then', async () => {
    await draftAgreement(world.ctx, world.clara, PAIR, { text: LATER, seen: '1' });
    await bothSign(2);
    await world.until('2027-06-02T08:00:00.000Z');
    expect(told(world, 'closing')).toEqual([]);
    expect(await next('clara')).toBe('meet');
    await world.until('2027-12-31T09:00:00.000Z');
    expect(told(world, 'closing')).toHaveLength(2);
  });

  it('holds until both have signed the later one: who proposes to carry on ends nothing and starts nothing', async () => {
    await world.until(MORNING);
    await draftAgreement(world.ctx, world.clara, PAIR, { text: LATER, seen: '1' });
    await signAgreement(world.ctx, world.clara, PAIR, signed(2, LATER));
    expect(await next('clara')).toBe('waitForSignature');
    expect(await next('aisha')).toBe('signAgreement');
    await signAgreement(world.ctx, world.aisha, PAIR, signed(2, LATER));
    expect(await next('clara')).toBe('meet');
    await expect(sayClosing(world.ctx, world.clara, PAIR, SAID)).rejects.toMatchObject({
      word: 'closing:tooEarly',
    });
  });

  it.each(['by itself', 'by hand'])('waits until a break is over, which ends %s', async (how) => {
    await world.until('2027-05-20T08:00:00.000Z');
    await pausePair(world.ctx, world.clara, PAIR, { until: asId<Day>('2027-06-15') });
    await world.until('2027-06-10T08:00:00.000Z');
    expect(told(world, 'closing')).toEqual([]);
    if (how === 'by hand') await resumePair(world.ctx, world.aisha, PAIR);
    await world.until('2027-06-15T08:01:00.000Z');
    expect(told(world, 'closing')).toHaveLength(2);
  });

  it('is told to nobody once the pair has ended or its space is closed', async () => {
    await world.until('2027-05-30T08:00:00.000Z');
    await withdrawConsent(world.ctx, world.aisha, PAIR);
    await world.until('2027-06-01T08:00:00.000Z');
    await endPair(world.ctx, world.clara, PAIR);
    await closingDue.look(world.ctx, { pair: PAIR, endsOn: asId<Day>('2027-05-31') });
    await world.settle();
    expect(told(world, 'closing')).toEqual([]);
  });

  it('is told once, however often a server that died looks again', async () => {
    await world.until(MORNING);
    for (let looks = 0; looks < 3; looks++)
      await closingDue.look(world.ctx, { pair: PAIR, endsOn: asId<Day>('2027-05-31') });
    await world.settle();
    expect(told(world, 'closing')).toHaveLength(2);
  });
});

describe('what somebody says at the end', () => {
  const say = (change: Partial<typeof SAID> = {}, who: 'clara' | 'aisha' = 'clara') =>
    sayClosing(world.ctx, world[who], PAIR, { ...SAID, ...change });
  const seenBy = async (who: 'clara' | 'aisha') => {
    const { mine, sections } = await getClosing(world.ctx, world[who], PAIR);
    return { mine, sections };
  };

  it('waits for its day', async () => {
    await expect(say()).rejects.toMatchObject({ kind: 'conflict', word: 'closing:tooEarly' });
    expect((await getClosing(world.ctx, world.clara, PAIR)).isDue).toBe(false);
  });

  it('stays with its writer until they share it, and the face even then', async () => {
    await world.until(MORNING);
    await say();
    expect(JSON.stringify(await seenBy('aisha'))).not.toContain('I ask before');
    expect(await seenBy('clara')).toMatchObject({ mine: { worth: 5, words: SAID.words } });
    await say({ shared: true, worth: 1, seen: '1' });
    const theirs = await seenBy('aisha');
    expect(theirs.mine).toBeUndefined();
    expect(theirs.sections).toEqual((await seenBy('clara')).sections);
    expect(theirs.sections).toMatchObject([{ kind: 'closing', entries: [{ text: SAID.words }] }]);
    expect(JSON.stringify(theirs)).not.toContain('worth');
  });

  it('of two wordings at once one counts, and an older one is refused; both members can speak at once', async () => {
    await world.until(MORNING);
    const both = await Promise.allSettled([say(), say({ words: 'Other words' })]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(say({ words: 'Third' })).rejects.toBeInstanceOf(Conflict);
    await Promise.all([say({ words: 'Now', seen: '1' }), say({ words: 'Mine' }, 'aisha')]);
    expect(
      (await rowsOf(world))
        .list('closing')
        .map(({ value }) => value.words)
        .sort(),
    ).toEqual(['Mine', 'Now']);
  });

  it('stays readable to its writer alone after the space was closed and after the end', async () => {
    await world.until(MORNING);
    await say();
    await withdrawConsent(world.ctx, world.aisha, PAIR);
    await expect(say({ seen: '1' })).rejects.toMatchObject({ word: 'pair:agreement.needed' });
    await expect(getClosing(world.ctx, world.aisha, PAIR)).rejects.toMatchObject({ kind: 'conflict' });
    await endPair(world.ctx, world.aisha, PAIR);
    expect(await listOwnWords(world.ctx, world.clara, PAIR)).toMatchObject([
      { kind: 'closing', text: SAID.words },
    ]);
    expect(await listOwnWords(world.ctx, world.aisha, PAIR)).toEqual([]);
    await expect(getClosing(world.ctx, world.clara, PAIR)).rejects.toMatchObject({ kind: 'gone' });
  });

  it('is nothing for who is not of the pair', async () => {
    await world.until(MORNING);
    await expect(getClosing(world.ctx, world.diego, PAIR)).rejects.toMatchObject({ word: 'pair:missing' });
    await expect(sayClosing(world.ctx, world.diego, PAIR, SAID)).rejects.toMatchObject({
      word: 'pair:missing',
    });
  });
});
