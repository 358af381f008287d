import { beforeEach, describe, expect, it } from 'vitest';
import { asId, type JottingId, type OccurrenceId, toInstant } from '#domain/basics/ids.ts';
import { aSigned, PAIR, type PairWorld, rowsOf, TEAMS_MEETING } from '#tests/bot/pairWorld.ts';
import { aMeeting } from '#tests/bot/teams/stage.ts';
import { CrashingTables } from '#tests/fakes/crashing.ts';
import { listOwnWords } from '#usecases/exchanges/ownWords.ts';
import { getCuriosities, saveCuriosity } from '#usecases/meetings/curiosity.ts';
import { changeJotting, jot, listJottings, removeJotting } from '#usecases/meetings/jottings.ts';
import { meetingEnded } from '#usecases/meetings/meetings.ts';
import { etagOf, movePanel, showPanel, watchPanel } from '#usecases/meetings/panel.ts';
import { withdrawConsent } from '#usecases/pairs/consent.ts';
import { endPair } from '#usecases/pairs/ending.ts';
import { Conflict } from '#usecases/story/ports.ts';
import { readingOnce } from '#usecases/story/readOnce.ts';

type Who = 'clara' | 'aisha';
let world: PairWorld;
let occurrence: OccurrenceId;
beforeEach(async () => {
  world = await aSigned();
  occurrence = await aMeeting(world);
});

const jotAs = (who: Who, text: string, shared = false, press = '') =>
  jot(world.ctx, world[who], { pair: PAIR, occurrence, press }, { text, shared });
const change = (who: Who, jotting: JottingId, seen: string, to: { text: string; shared: boolean }) =>
  changeJotting(world.ctx, world[who], { pair: PAIR, jotting, seen }, to);
const textsFor = async (who: Who) =>
  (await listJottings(world.ctx, world[who], PAIR)).map(({ text }) => text);
const panelFor = (who: Who) => showPanel(readingOnce(world.ctx), world[who], PAIR, occurrence);
const wonder = (who: Who, text: string, shared = true, seen = '') =>
  saveCuriosity(world.ctx, world[who], PAIR, { text, shared, seen });
/** What the panel of somebody who waits shows next. */
async function watching(who: Who, change: () => Promise<unknown>, waitMs = 2_000) {
  const after = etagOf((await panelFor(who)).panel);
  const asked = { occurrence, after, signal: new AbortController().signal, waitMs };
  const waiting = watchPanel(readingOnce(world.ctx), world[who], PAIR, asked);
  await change();
  return waiting;
}

describe('a jotting', () => {
  it('is its writer’s alone unless they share it, in the panel and in the space', async () => {
    await jotAs('clara', 'Only mine');
    world.ctx.clock.advance(1_000);
    await jotAs('clara', 'For both', true);
    expect(await textsFor('clara')).toEqual(['For both', 'Only mine']);
    expect(await textsFor('aisha')).toEqual(['For both']);
    expect((await panelFor('aisha')).jottings.map(({ text }) => text)).toEqual(['For both']);
    expect(JSON.stringify((await panelFor('aisha')).jottings)).not.toContain('Only mine');
  });

  it('can be worded anew, shared and taken back by its writer alone', async () => {
    const { jotting } = await jotAs('clara', 'Draft');
    const take = (who: Who) => removeJotting(world.ctx, world[who], { pair: PAIR, jotting });
    await change('clara', jotting, '1', { text: 'Ask for the draft', shared: true });
    expect(await textsFor('aisha')).toEqual(['Ask for the draft']);
    await expect(take('aisha')).rejects.toMatchObject({ kind: 'missing' });
    await expect(change('aisha', jotting, '2', { text: 'Mine now', shared: true })).rejects.toMatchObject({
      word: 'pair:jotting.missing',
    });
    const stale = change('clara', jotting, '1', { text: 'Old', shared: false });
    await expect(stale).rejects.toBeInstanceOf(Conflict);
    await change('clara', jotting, '2', { text: 'Ask for the draft', shared: false });
    expect(await textsFor('aisha')).toEqual([]);
    await take('aisha');
    expect(await textsFor('clara')).toEqual(['Ask for the draft']);
    await take('clara');
    await take('clara');
    expect(await textsFor('clara')).toEqual([]);
  });

  it('is made once by the same press, also by two at once', async () => {
    await Promise.all([jotAs('clara', 'Once', true, 'p1'), jotAs('clara', 'Once', true, 'p1')]);
    expect(await textsFor('aisha')).toEqual(['Once']);
  });

  it('is refused empty, too long, and in a meeting that is none or has not begun', async () => {
    await expect(jotAs('clara', '  ')).rejects.toMatchObject({ word: 'pair:jotting.empty' });
    await expect(jotAs('clara', 'x'.repeat(501))).rejects.toMatchObject({ word: 'pair:jotting.tooLong' });
    const [first] = (await rowsOf(world)).list('meeting');
    const startedAt = toInstant(world.ctx.clock.now() + 3_600_000);
    const ahead = { ...first?.value, startedAt, hasBegun: false, occurrence: 'later' };
    await world.ctx.tables.commit('pairs', PAIR, [{ op: 'create', key: 'meeting_later', value: ahead }]);
    const about = (where: string) => ({ pair: PAIR, occurrence: asId<OccurrenceId>(where) });
    const line = { text: 'Early', shared: false };
    const { ctx, clara } = world;
    await expect(jot(ctx, clara, about('later'), line)).rejects.toMatchObject({
      word: 'pair:meeting.notBegun',
    });
    await expect(jot(ctx, clara, about('none'), line)).rejects.toMatchObject({
      word: 'pair:meeting.missing',
    });
    expect(await textsFor('clara')).toEqual([]);
  });

  it('stays readable to its writer alone when the space is closed and after the end', async () => {
    await jotAs('clara', 'Only mine');
    await wonder('clara', 'What do you skip?');
    await withdrawConsent(world.ctx, world.aisha, PAIR);
    await expect(listJottings(world.ctx, world.clara, PAIR)).rejects.toMatchObject({ kind: 'conflict' });
    await endPair(world.ctx, world.aisha, PAIR);
    const words = await listOwnWords(world.ctx, world.clara, PAIR);
    expect(words.map(({ kind, text }) => `${kind}: ${text}`).sort()).toEqual([
      'curiosity: What do you skip?',
      'jotting: Only mine',
    ]);
    expect(await listOwnWords(world.ctx, world.aisha, PAIR)).toEqual([]);
  });
});

describe('a server that dies at any write', () => {
  it('loses no jotting to share and makes it once, however often it is pressed again', async () => {
    for (let writes = 0; ; writes++) {
      world = await aSigned();
      occurrence = await aMeeting(world);
      await panelFor('clara');
      const died = { ...world.ctx, tables: new CrashingTables(world.ctx.tables, writes) };
      const about = { pair: PAIR, occurrence, press: 'p1' };
      const line = { text: 'For both', shared: true };
      const isThrough = await jot(died, world.clara, about, line).then(
        () => true,
        () => false,
      );
      await jot(readingOnce(world.ctx), world.clara, about, line);
      expect(await textsFor('aisha'), `after ${writes} writes`).toEqual(['For both']);
      expect((await panelFor('aisha')).panel.beside, `after ${writes} writes`).toBe(1);
      if (isThrough) return expect(writes).toBeGreaterThan(0);
    }
  });
});

describe('a panel that waits', () => {
  it('hears of a shared jotting, of one that is shared later and of one taken back, as of a press', async () => {
    const shared = await watching('aisha', () => jotAs('clara', 'For both', true));
    expect(shared?.jottings.map(({ text }) => text)).toEqual(['For both']);
    const { jotting } = await jotAs('clara', 'Later for both');
    const later = await watching('aisha', () => change('clara', jotting, '1', { text: 'Now', shared: true }));
    expect(later?.jottings.map(({ text }) => text)).toContain('Now');
    const back = await watching('aisha', () =>
      removeJotting(world.ctx, world.clara, { pair: PAIR, jotting }),
    );
    expect(back?.jottings.map(({ text }) => text)).toEqual(['For both']);
  });

  it('hears nothing of what somebody keeps to themselves', async () => {
    expect(await watching('aisha', () => jotAs('clara', 'Only mine'), 100)).toBeUndefined();
    expect(await watching('aisha', () => wonder('clara', 'Only mine', false), 100)).toBeUndefined();
  });

  it('hears what the other is curious about', async () => {
    const seen = await watching('aisha', () => wonder('clara', 'What do you skip?'));
    expect(seen?.curiosities).toEqual({
      mine: undefined,
      others: [{ firstName: 'Clara', text: 'What do you skip?' }],
    });
  });

  it('loses no press to a jotting: the question moves on, whichever was first', async () => {
    const before = (await panelFor('aisha')).panel;
    await jotAs('clara', 'For both', true);
    const seen = etagOf(before);
    const moved = await movePanel(readingOnce(world.ctx), world.aisha, PAIR, { move: 'another', seen });
    expect(moved.panel.turn).toBe(before.turn + 1);
    const now = etagOf(moved.panel);
    await Promise.all([
      jotAs('clara', 'At once', true),
      movePanel(readingOnce(world.ctx), world.aisha, PAIR, { move: 'another', seen: now }),
    ]);
    const after = await panelFor('clara');
    expect(after.panel).toMatchObject({ turn: before.turn + 2, beside: 2 });
    expect(after.jottings.map(({ text }) => text).sort()).toEqual(['At once', 'For both']);
  });
});

describe('a curiosity', () => {
  it('waits in the meeting for both, and makes room for the next one afterwards', async () => {
    await wonder('clara', 'What do you skip?');
    await wonder('aisha', 'Only mine', false);
    const claras = await getCuriosities(world.ctx, world.clara, PAIR);
    expect(claras).toMatchObject({ mine: { text: 'What do you skip?' }, others: [] });
    expect((await panelFor('aisha')).curiosities).toMatchObject({
      ...{ mine: { text: 'Only mine' }, others: [{ text: 'What do you skip?' }] },
    });
    world.ctx.clock.advance(3_600_000);
    await meetingEnded(world.ctx, { ...TEAMS_MEETING, at: toInstant(world.ctx.clock.now()) });
    expect(await getCuriosities(world.ctx, world.clara, PAIR)).toEqual({ mine: undefined, others: [] });
    await wonder('clara', 'And now?', true, '1');
    const rows = (await rowsOf(world)).list('curiosity').map(({ value }) => value.text);
    expect(rows.sort()).toEqual(['And now?', 'Only mine', 'What do you skip?']);
  });

  it('of two wordings at once one counts, and the writers of both lines never stand in each other’s way', async () => {
    const both = await Promise.allSettled([wonder('clara', 'One'), wonder('clara', 'Two')]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await Promise.all([wonder('clara', 'Three', true, '1'), wonder('aisha', 'Four')]);
    expect(await getCuriosities(world.ctx, world.aisha, PAIR)).toMatchObject({
      ...{ mine: { text: 'Four' }, others: [{ text: 'Three' }] },
    });
    await wonder('clara', '', true, '2');
    expect((await getCuriosities(world.ctx, world.aisha, PAIR)).others).toEqual([]);
  });
});
