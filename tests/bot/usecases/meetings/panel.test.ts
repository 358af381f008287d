import { beforeEach, describe, expect, it } from 'vitest';
import { asId, type Instant, type OccurrenceId, type PromptId } from '#domain/basics/ids.ts';
import type { Panel } from '#domain/meetings/panel.ts';
import { findPrompt } from '#domain/meetings/prompts/library.ts';
import { aPaired, aSigned, PAIR, type PairWorld, rowsOf, TEAMS_MEETING } from '#tests/bot/pairWorld.ts';
import { counted } from '#tests/fakes/counting.ts';
import { claimMeeting, findMeeting } from '#usecases/meetings/claims.ts';
import { meetingEnded, meetingStarted } from '#usecases/meetings/meetings.ts';
import { etagOf, movePanel, showPanel, watchPanel } from '#usecases/meetings/panel.ts';
import { listMeetings } from '#usecases/meetings/space.ts';
import { addGoal } from '#usecases/pairs/goals.ts';
import { Changes } from '#usecases/story/changes.ts';
import type { Context } from '#usecases/story/context.ts';

let world: PairWorld;
let occurrence: OccurrenceId;
beforeEach(async () => {
  world = await aSigned();
  const claim = { ...TEAMS_MEETING, pair: PAIR, startsAt: null, plannedEnd: null };
  const yours = await claimMeeting(world.ctx, world.aisha, claim);
  occurrence = asId(yours.state === 'yours' ? yours.occurrence : '');
});

const show = (person = world.clara) => showPanel(world.ctx, person, PAIR, occurrence);
const move = (person: typeof world.clara, said: 'another' | 'pass' | 'keep', seen: string) =>
  movePanel(world.ctx, person, PAIR, { move: said, seen });
const watch = (after: string, signal = new AbortController().signal, waitMs = 2000) =>
  watchPanel(world.ctx, world.clara, PAIR, { occurrence, after, signal, waitMs });

describe('the panel', () => {
  it('shows both the same question, also when both open it at the same moment', async () => {
    const both = await Promise.all([show(world.clara), show(world.aisha)]);
    expect(both[0].panel).toEqual(both[1].panel);
    expect(both[0].panel.prompt).toMatch(/^opening\./);
    expect((await rowsOf(world)).list('prompt')).toHaveLength(1);
  });

  it('moves on for both with one press', async () => {
    const { panel } = await show();
    const moved = await move(world.aisha, 'another', etagOf(panel));
    expect(moved.panel.prompt).not.toBe(panel.prompt);
    expect(moved.panel.first).not.toBe(panel.first);
    expect((await show()).panel).toEqual(moved.panel);
  });

  it('takes two presses at once as one, and answers both with the same view', async () => {
    const etag = etagOf((await show()).panel);
    const [hers, his] = await Promise.all([
      move(world.aisha, 'another', etag),
      move(world.clara, 'another', etag),
    ]);
    expect(hers.panel).toEqual(his.panel);
    expect(hers.panel.turn).toBe(Number(etag.split('-')[1]) + 1);
  });

  it('answers a press on an older view with the present one', async () => {
    const old = etagOf((await show()).panel);
    const now = await move(world.aisha, 'pass', old);
    expect((await move(world.clara, 'keep', old)).panel).toEqual(now.panel);
    expect((await move(world.clara, 'another', '')).panel).toEqual(now.panel);
  });

  it('keeps a question for later', async () => {
    const { panel } = await show();
    const kept = await move(world.clara, 'keep', etagOf(panel));
    expect(kept.panel.prompt).toBe(panel.prompt);
    expect((await rowsOf(world)).find('prompt', panel.prompt)?.value.state).toBe('kept');
    const again = await move(world.clara, 'keep', etagOf(kept.panel));
    expect(again.panel).toEqual(kept.panel);
  });

  it('draws anew in the next meeting, and a panel left open follows', async () => {
    const before = await show();
    await meetingEnded(world.ctx, { ...TEAMS_MEETING, at: asId<Instant>('2026-11-23T09:50:00.000Z') });
    world.ctx.clock.set('2026-11-30T09:00:00.000Z');
    await meetingStarted(world.ctx, { ...TEAMS_MEETING, at: asId<Instant>('2026-11-30T09:00:00.000Z') });
    const found = await findMeeting(world.ctx, world.clara, TEAMS_MEETING);
    const second = asId<OccurrenceId>(found.state === 'yours' ? found.occurrence : '');
    const opened = await showPanel(world.ctx, world.clara, PAIR, second);
    expect(opened.panel).toMatchObject({ occurrence: second, turn: before.panel.turn + 1 });
    expect((await show()).panel).toEqual(opened.panel);
  });

  it('of a meeting that lies ahead moves nothing, and today’s takes its place back', async () => {
    const later = { teamsMeeting: 'MCMxOTptZWV0aW5nLater', teamsChat: '19:meeting_later@thread.v2' };
    const times = { startsAt: '2026-12-24T09:00:00.000Z', plannedEnd: '2026-12-24T10:00:00.000Z' };
    world.ctx.teamsMeetings.isRunning = false;
    const claim = { ...later, pair: PAIR, startsAt: asId<Instant>(times.startsAt), plannedEnd: null };
    await claimMeeting(world.ctx, world.aisha, claim);
    const ahead = (await listMeetings(world.ctx, world.clara, PAIR))[0];
    expect(ahead).toMatchObject({ startedAt: times.startsAt, state: 'planned' });
    const open = (of: OccurrenceId) => showPanel(world.ctx, world.clara, PAIR, of);
    const early = open(ahead?.occurrence ?? occurrence);
    await expect(early).rejects.toMatchObject({ kind: 'conflict', word: 'pair:meeting.notBegun' });
    const today = (await show()).panel;
    expect((await open(ahead?.occurrence ?? occurrence)).panel).toEqual(today);
    expect((await rowsOf(world)).list('prompt')).toHaveLength(1);
    const rows = await rowsOf(world);
    rows.put('panel', '', { ...today, occurrence: ahead?.occurrence ?? occurrence });
    await rows.commit();
    expect((await show()).panel.occurrence).toBe(occurrence);
    world.ctx.clock.set(times.startsAt);
    expect((await open(ahead?.occurrence ?? occurrence)).panel.occurrence).toBe(ahead?.occurrence);
    expect((await listMeetings(world.ctx, world.clara, PAIR))[0]?.state).toBe('open');
  });

  /** What lies there after so many presses, the first included. */
  async function drawn(presses: number): Promise<PromptId[]> {
    const seen = [(await show()).panel];
    for (let n = 0; n < presses; n++)
      seen.push((await move(world.clara, 'another', etagOf(seen.at(-1) as Panel))).panel);
    return seen.map(({ prompt }) => prompt);
  }
  const leadTo = (prompts: PromptId[], topic: string) =>
    prompts.filter((prompt) => findPrompt(prompt)?.topics.includes(asId(topic))).length;

  it('leans towards what their open goals name', async () => {
    const before = leadTo(await drawn(40), 'remoteWork');
    world = await aSigned();
    const yours = await claimMeeting(world.ctx, world.aisha, {
      ...{ ...TEAMS_MEETING, pair: PAIR, startsAt: null, plannedEnd: null },
    });
    occurrence = asId(yours.state === 'yours' ? yours.occurrence : '');
    const wording = { text: 'Get better at remote work', confidence: 2, state: 'open' as const };
    await addGoal(world.ctx, world.clara, PAIR, wording);
    expect(leadTo(await drawn(40), 'remoteWork')).toBeGreaterThan(before);
  });

  it('closes with what suits a farewell, around the day they agreed on', async () => {
    await meetingEnded(world.ctx, { ...TEAMS_MEETING, at: asId<Instant>('2026-11-23T09:50:00.000Z') });
    world.ctx.clock.set('2027-05-20T09:00:00.000Z');
    await meetingStarted(world.ctx, { ...TEAMS_MEETING, at: asId<Instant>('2027-05-20T09:00:00.000Z') });
    const found = await findMeeting(world.ctx, world.clara, TEAMS_MEETING);
    occurrence = asId(found.state === 'yours' ? found.occurrence : '');
    for (const prompt of (await drawn(12)).slice(3)) expect(findPrompt(prompt)?.stages).toContain('closing');
  });

  it('is nothing to anybody else, and nothing before the agreement', async () => {
    await expect(show(world.diego)).rejects.toMatchObject({ kind: 'missing' });
    await expect(showPanel(world.ctx, world.clara, PAIR, asId('no-such'))).rejects.toMatchObject({
      kind: 'missing',
    });
    world = await aPaired();
    await expect(show(world.clara)).rejects.toMatchObject({ word: 'pair:agreement.needed' });
  });
});

describe('watching the panel', () => {
  it('answers at once when the view is another already', async () => {
    const { panel } = await show();
    await move(world.aisha, 'another', etagOf(panel));
    expect((await watch(etagOf(panel)))?.panel.turn).toBe(panel.turn + 1);
    expect((await watch(''))?.panel.turn).toBe(panel.turn + 1);
  });

  it('answers as soon as the partner moves on', async () => {
    const { panel } = await show();
    const watching = watch(etagOf(panel));
    const moved = await move(world.aisha, 'another', etagOf(panel));
    expect((await watching)?.panel).toEqual(moved.panel);
  });

  it('answers with nothing when nothing happens', async () => {
    const { panel } = await show();
    expect(await watch(etagOf(panel), undefined, 50)).toBeUndefined();
  });

  it('reads nothing for whoever comes back with the newest view, and still misses nothing', async () => {
    const { panel } = await show();
    await watch(etagOf(panel), undefined, 20);
    const { ctx, log } = counted(world.ctx);
    const here = { ...ctx, changes: world.ctx.changes };
    const signal = new AbortController().signal;
    const asked = { occurrence, after: etagOf(panel), signal };
    expect(await watchPanel(here, world.clara, PAIR, { ...asked, waitMs: 20 })).toBeUndefined();
    expect(log.tables, `nothing is read:\n${log}`).toBe(0);
    const moved = await move(world.aisha, 'another', etagOf(panel));
    expect((await watchPanel(here, world.clara, PAIR, { ...asked, waitMs: 4_000 }))?.panel).toEqual(
      moved.panel,
    );
  });

  it("is somebody else's seat to nobody", async () => {
    const { panel } = await show();
    await watch(etagOf(panel), undefined, 20);
    const asked = { occurrence, after: etagOf(panel), signal: new AbortController().signal, waitMs: 20 };
    await expect(watchPanel(world.ctx, world.diego, PAIR, asked)).rejects.toMatchObject({ kind: 'missing' });
  });

  it('stops looking when the caller hangs up', async () => {
    const { panel } = await show();
    const leaving = new AbortController();
    const watching = watch(etagOf(panel), leaving.signal, 60_000);
    leaving.abort();
    expect(await watching).toBeUndefined();
  });

  it('ends by the clock, also where storage is slow', async () => {
    const { panel } = await show();
    const { tables } = world.ctx;
    const list = tables.list.bind(tables);
    tables.list = async (...asked) => {
      await new Promise((later) => setTimeout(later, 300));
      return list(...asked);
    };
    const startedMs = performance.now();
    expect(await watch(etagOf(panel), undefined, 1_000)).toBeUndefined();
    expect(performance.now() - startedMs).toBeLessThan(2_000);
  });
});

describe('a panel watched at another server', () => {
  const elsewhere = () => {
    const { tables, clock, log } = world.ctx;
    return { ...world.ctx, changes: new Changes({ tables, clock, log }) };
  };
  const watchThere = (ctx: Context, after: string, waitMs = 4_000) =>
    watchPanel(ctx, world.clara, PAIR, { occurrence, after, signal: new AbortController().signal, waitMs });

  it('shows what was pressed here', async () => {
    const { panel } = await show();
    const watching = watchThere(elsewhere(), etagOf(panel));
    const moved = await move(world.aisha, 'another', etagOf(panel));
    expect((await watching)?.panel).toEqual(moved.panel);
  });

  it('is asked for once, however many wait there', async () => {
    const { panel } = await show();
    const { ctx, log } = counted(elsewhere());
    const signal = new AbortController().signal;
    const waiting = Promise.all(
      [1, 2, 3].map(() => ctx.changes.waitFor(PAIR, panel.turn, { waitMs: 4_000, signal })),
    );
    await ctx.changes.look();
    expect(log.toString()).toMatch(/^list lookups changed_\d [^\n]*\nlist lookups changed_\d [^\n]*$/);
    await move(world.aisha, 'another', etagOf(panel));
    log.forget();
    await ctx.changes.look();
    expect(await waiting).toEqual([true, true, true]);
    expect(log.toString()).toMatch(/^list lookups changed_\d [^\n]*\nfind pairs pair-clara-aisha panel$/);
  });

  it('is not missed when the change comes long after it was announced', async () => {
    const { panel } = await show();
    const ctx = elsewhere();
    const watching = watchThere(ctx, etagOf(panel));
    await world.ctx.changes.announce(PAIR, panel.turn + 1);
    await ctx.changes.look();
    const moved = await move(world.aisha, 'another', etagOf(panel));
    expect((await watching)?.panel).toEqual(moved.panel);
  });

  it('is not missed when storage takes longer over the change than a look reaches back', async () => {
    const { panel } = await show();
    const ctx = elsewhere();
    const { signal } = new AbortController();
    const waiting = ctx.changes.waitFor(PAIR, panel.turn, { waitMs: 4_000, signal });
    await world.ctx.changes.announce(PAIR, panel.turn + 1);
    await ctx.changes.look();
    world.ctx.clock.advance(20_000);
    const row = await world.ctx.tables.find('pairs', PAIR, 'panel');
    const value = { ...row?.value, turn: panel.turn + 1 };
    await world.ctx.tables.commit('pairs', PAIR, [
      { op: 'replace', key: 'panel', value, etag: row?.etag ?? '' },
    ]);
    await ctx.changes.look();
    expect(await waiting).toBe(true);
  });

  it('is not missed when one look took longer than a look reaches back', async () => {
    const { panel } = await show();
    const ctx = elsewhere();
    const { signal } = new AbortController();
    const waiting = ctx.changes.waitFor(PAIR, panel.turn, { waitMs: 4_000, signal });
    await ctx.changes.look();
    await move(world.aisha, 'another', etagOf(panel));
    world.ctx.clock.advance(26_000);
    await ctx.changes.look();
    expect(await waiting).toBe(true);
  });

  it('is looked at anew by whoever asks next, should the server that pressed die on the way', async () => {
    const { panel } = await show();
    const ctx = elsewhere();
    await world.ctx.changes.announce(PAIR, panel.turn + 1);
    expect(await watchThere(ctx, etagOf(panel), 700)).toBeUndefined();
    const moved = await move(world.aisha, 'another', etagOf(panel));
    expect((await watchThere(ctx, etagOf(panel)))?.panel).toEqual(moved.panel);
  });

  it('leaves nothing behind of what was announced a minute ago', async () => {
    const { panel } = await show();
    await move(world.aisha, 'another', etagOf(panel));
    const announced = () =>
      world.ctx.tables.all('lookups').filter(({ partition }) => /^changed_/.test(partition));
    expect(announced()).not.toEqual([]);
    world.ctx.clock.advance(61_000);
    const ctx = elsewhere();
    const leaving = new AbortController();
    const waiting = ctx.changes.waitFor(PAIR, panel.turn + 1, { waitMs: 4_000, signal: leaving.signal });
    await ctx.changes.look();
    expect(announced()).toEqual([]);
    leaving.abort();
    expect(await waiting).toBe(false);
  });
});
