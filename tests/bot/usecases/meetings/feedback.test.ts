import { beforeEach, describe, expect, it } from 'vitest';
import { asId, type Day, type OccurrenceId, type PersonId } from '#domain/basics/ids.ts';
import { FEEDBACK_FIELDS, NO_LINE, seenBy } from '#domain/meetings/feedback.ts';
import { aSigned, PAIR, type PairWorld, PILOT, rowsOf } from '#tests/bot/pairWorld.ts';
import { aMeeting } from '#tests/bot/teams/stage.ts';
import { addLine, changeFace, giveFeedback } from '#usecases/meetings/feedback.ts';
import { tellMeeting, tellOutcome } from '#usecases/meetings/offScreen.ts';

let world: PairWorld;
let occurrence: OccurrenceId;
beforeEach(async () => {
  world = await aSigned();
  occurrence = await aMeeting(world);
});

const at = (from: 'panel' | 'card' | 'tab' = 'tab') => ({ pair: PAIR, occurrence, from });
const give = (worthTheHour = 4, person: PersonId = world.clara) =>
  giveFeedback(world.ctx, person, at(), { worthTheHour });
const add = (line: Partial<typeof NO_LINE>) => addLine(world.ctx, world.clara, at(), { ...NO_LINE, ...line });
const mine = async () => (await rowsOf(world)).list('feedback')[0]?.value;
const later = (minutes: number) => world.ctx.clock.advance(minutes * 60_000);
const measures = async () => {
  later(1);
  await world.settle();
  const rows = await world.ctx.tables.list('cohorts', PILOT, { from: 'measure_', to: 'measure`' });
  return rows.map(({ value }) => value);
};

describe('a face', () => {
  it('gives way to another for ten minutes, and then stays', async () => {
    await give(2);
    later(9);
    await changeFace(world.ctx, world.clara, at(), 5);
    expect(await mine()).toMatchObject({ worthTheHour: 5 });
    later(1);
    const late = changeFace(world.ctx, world.clara, at(), 1);
    await expect(late).rejects.toMatchObject({ kind: 'conflict', word: 'pair:feedback.tooLate' });
    expect(await mine()).toMatchObject({ worthTheHour: 5 });
  });

  it('out of range is refused, also as a change, and one that nobody gave cannot be changed', async () => {
    await expect(changeFace(world.ctx, world.clara, at(), 3)).rejects.toMatchObject({ kind: 'missing' });
    await give(2);
    for (const odd of [0, 6, 2.5, Number.NaN])
      await expect(changeFace(world.ctx, world.clara, at(), odd)).rejects.toMatchObject({ kind: 'invalid' });
  });

  it('leaves no stale figure when it is changed after it was counted', async () => {
    await give(2);
    expect(await measures()).toMatchObject([{ worthTheHour: 2 }]);
    await changeFace(world.ctx, world.clara, at(), 5);
    expect(await measures()).toMatchObject([{ worthTheHour: 5 }]);
  });

  it('of a month that is over counts as it was: what is added later stays out of the figures', async () => {
    await give(2);
    expect(await measures()).toMatchObject([{ month: '2026-11', candid: '' }]);
    world.ctx.clock.set('2026-12-01T09:00:00.000Z');
    await add({ candid: 'no' });
    expect(await mine()).toMatchObject({ candid: 'no' });
    expect(await measures()).toMatchObject([{ month: '2026-11', candid: '' }]);
  });
});

describe('a line', () => {
  it('later fills what is empty, once', async () => {
    await give();
    later(60 * 24);
    await add({ learned: 'To ask twice', candid: 'partly' });
    expect(await mine()).toMatchObject({ learned: 'To ask twice', candid: 'partly', shared: false });
    await add({ candid: 'no', balanced: 'yes' });
    expect(await mine()).toMatchObject({ candid: 'partly', balanced: 'yes' });
    const more = add({ surprised: 'The bees', shared: true });
    await expect(more).rejects.toMatchObject({ word: 'pair:feedback.kept' });
    expect(await mine()).toMatchObject({ learned: 'To ask twice', surprised: '', shared: false });
  });

  it('of which nothing can be seen is none, and leaves room for one', async () => {
    await give();
    later(60 * 24);
    await add({ learned: '\u200b', surprised: '\u2060 ', shared: true });
    expect(await mine()).toMatchObject({ learned: '', surprised: '', shared: false });
    await add({ learned: 'To ask twice' });
    expect(await mine()).toMatchObject({ learned: 'To ask twice', shared: false });
  });

  it('needs a face first', async () => {
    await expect(add({ learned: 'A lot' })).rejects.toMatchObject({ word: 'pair:feedback.none' });
  });

  it('too long is refused and changes nothing', async () => {
    await give();
    const before = await mine();
    await expect(add({ learned: 'x'.repeat(1001) })).rejects.toMatchObject({ kind: 'invalid' });
    expect(await mine()).toEqual(before);
  });
});

describe('who may see what', () => {
  it('is what stands beside each field, and nothing else', async () => {
    await giveFeedback(world.ctx, world.clara, at(), {
      ...{ worthTheHour: 4, learned: 'a', surprised: 'b', balanced: 'no', candid: 'no', goOn: 'no' },
      shared: true,
    });
    const row = await mine();
    if (!row) throw new Error('nothing was kept');
    const of = (seen: string) =>
      FEEDBACK_FIELDS.filter((field) => field.seen === seen).map(({ name }) => name);
    expect(Object.keys(seenBy(row, 'partner'))).toEqual(of('partner'));
    expect(Object.keys(seenBy({ ...row, shared: false }, 'partner'))).toEqual([]);
    expect(Object.keys(seenBy(row, 'figures'))).toEqual(of('figures'));
    expect(Object.keys(seenBy(row, 'me'))).toEqual(FEEDBACK_FIELDS.map(({ name }) => name));
    expect([of('partner'), of('figures')]).toEqual([
      ['learned', 'surprised', 'shared'],
      ['worthTheHour', 'balanced', 'candid'],
    ]);
  });
});

describe('help', () => {
  const days = ['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28', '2026-11-29'];
  /** Clara's answers to meetings on days one after the other; the reasons of the help she is offered. */
  async function answering(candid: ('yes' | 'partly' | 'no')[]) {
    world.ctx.clock.set('2026-11-29T20:00:00.000Z');
    const offered: (string | undefined)[] = [];
    for (const [n, said] of candid.entries()) {
      const told = { day: asId<Day>(days[n] ?? ''), way: 'walk' as const };
      const { meeting } = await tellMeeting(world.ctx, world.clara, PAIR, told);
      const about = { pair: PAIR, occurrence: meeting.occurrence, from: 'tab' as const };
      const { help } = await giveFeedback(world.ctx, world.clara, about, { worthTheHour: 3, candid: said });
      offered.push(help?.reason);
    }
    return offered;
  }

  it('is offered after three low answers in a row, and not again before three more', async () => {
    expect(await answering(['no', 'partly', 'no', 'no', 'no', 'partly'])).toEqual([
      ...[undefined, undefined, 'candid', undefined, undefined, 'candid'],
    ]);
  });

  it('is not offered where one in between could speak their mind, or by the other’s answers', async () => {
    await giveFeedback(world.ctx, world.aisha, at(), { worthTheHour: 1, candid: 'no' });
    expect(await answering(['no', 'no', 'yes', 'no', 'no'])).toEqual(Array(5).fill(undefined));
  });

  it.each(['no', 'unsure'] as const)(
    'is offered to who says %s to going on, with the contact',
    async (goOn) => {
      await give();
      const { help } = await add({ goOn });
      expect(help).toMatchObject({ reason: 'goOn', contact: { name: expect.any(String) } });
      const again = await add({ goOn });
      expect(again.help).toBeUndefined();
    },
  );

  it('leaves no trace: no notice, no measure, no log', async () => {
    await give();
    await measures();
    const [sent, cohorts] = [world.sent.length, world.ctx.tables.all('cohorts')];
    await add({ goOn: 'no' });
    await measures();
    expect(world.sent).toHaveLength(sent);
    expect(world.ctx.tables.all('cohorts')).toEqual(cohorts);
    expect(world.ctx.log.errors).toEqual([]);
  });
});

describe('what is taken back', () => {
  it('takes its feedback and its figures along', async () => {
    const told = { day: asId<Day>('2026-11-23'), way: 'walk' as const };
    const { meeting } = await tellMeeting(world.ctx, world.clara, PAIR, told);
    occurrence = meeting.occurrence;
    await give(5);
    expect(await measures()).toHaveLength(1);
    await tellOutcome(world.ctx, world.clara, at(), 'notYet');
    expect((await rowsOf(world)).list('feedback')).toEqual([]);
    expect(await measures()).toEqual([]);
  });
});
