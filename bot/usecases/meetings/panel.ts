import type { OccurrenceId, PairId, PersonId } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { hasStarted } from '#domain/meetings/meetings.ts';
import type { Panel } from '#domain/meetings/panel.ts';
import { type Move, type Moved, movePanel as move, openPanel, type Table } from '#domain/meetings/panel.ts';
import { type OpenPair, openSpace } from '#usecases/pairs/pairs.ts';
import type { Context } from '#usecases/story/context.ts';
import { retrying } from '#usecases/story/partition.ts';
import { Conflict } from '#usecases/story/ports.ts';
import { anew } from '#usecases/story/readOnce.ts';
import { expectFeedback } from './feedback.ts';

const WAIT_MS = 25_000;

export interface PanelSeen {
  open: OpenPair;
  panel: Panel;
}

export const etagOf = (panel: Panel): string => String(panel.turn);

/** The live view of a meeting; opening it in a new meeting puts the first question on the table, once for all. */
export async function showPanel(
  ctx: Context,
  person: PersonId,
  id: PairId,
  occurrence: OccurrenceId,
): Promise<PanelSeen> {
  return retrying(ctx, async () => {
    const open = await openSpace(ctx, person, id);
    const meeting = open.rows.find('meeting', occurrence)?.value;
    if (!meeting) throw new Refusal('missing', 'pair:meeting.missing');
    const opened = openPanel(tableOf(ctx, open), occurrence);
    if (!opened && !open.rows.find('panel') && !hasStarted(meeting, ctx.clock.now()))
      throw new Refusal('conflict', 'pair:meeting.notBegun');
    if (opened) await lay(ctx, open, opened);
    return viewOfPanel(open);
  });
}

/**
 * One press. `seen` is the etag of the view it was pressed on: on an older one nothing happens, and the answer is
 * the view as it is now, so that two presses at once have one effect.
 */
export async function movePanel(
  ctx: Context,
  person: PersonId,
  id: PairId,
  pressed: Move & { seen: string },
): Promise<PanelSeen> {
  const open = await openSpace(ctx, person, id);
  const table = tableOf(ctx, open);
  if (!table.panel) throw new Refusal('missing', 'pair:meeting.missing');
  if (pressed.seen !== etagOf(table.panel)) return viewOfPanel(open);
  const moved = move({ ...table, panel: table.panel }, pressed);
  if (!moved) return viewOfPanel(open);
  const meeting = open.rows.find('meeting', table.panel.occurrence)?.value;
  if (meeting?.state === 'open') await expectFeedback(ctx, id, meeting);
  try {
    await lay(ctx, open, moved);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return viewOfPanel(await openSpace(ctx, person, id));
  }
  return viewOfPanel(open);
}

/**
 * Answers as soon as the view is another than `after`, undefined when for `waitMs` it was not. Any server can answer.
 * Stops waiting when the caller hangs up.
 */
export async function watchPanel(
  ctx: Context,
  person: PersonId,
  id: PairId,
  asked: { occurrence: OccurrenceId; after: string; signal: AbortSignal; waitMs?: number },
): Promise<PanelSeen | undefined> {
  const { occurrence, after, signal, waitMs = WAIT_MS } = asked;
  const untilMs = performance.now() + waitMs;
  const { seats } = ctx.changes;
  const who = `${person} ${id} ${occurrence}`;
  const read = async (): Promise<PanelSeen> => {
    const readMs = performance.now();
    const seen = await showPanel(ctx, person, id, occurrence);
    seats.take(who, etagOf(seen.panel), readMs);
    return seen;
  };
  const turn = Number(after);
  if (ctx.changes.isBehind(id, turn) || !seats.isUpToDate(who, after, performance.now())) {
    const seen = await read();
    if (after !== etagOf(seen.panel)) return seen;
  }
  const left = { waitMs: untilMs - performance.now(), signal };
  const isNews = await ctx.changes.waitFor(id, turn, left);
  seats.leave(who, performance.now());
  if (!isNews) return undefined;
  anew(ctx);
  return read();
}

const tableOf = (ctx: Context, { id, pair, rows }: OpenPair): Table => ({
  id,
  pair,
  panel: rows.find('panel')?.value,
  meetings: rows.list('meeting').map(({ value }) => value),
  uses: rows.list('prompt').map(({ value }) => value),
  nowMs: ctx.clock.now(),
});

/** Announced before it is written, so that no server misses it. */
async function lay(ctx: Context, { id, rows }: OpenPair, { panel, uses }: Moved): Promise<void> {
  await ctx.changes.announce(id, panel.turn);
  rows.put('panel', '', panel);
  for (const use of uses) rows.put('prompt', use.prompt, use);
  await rows.commit();
  ctx.changes.happened(id, panel.turn);
}

function viewOfPanel(open: OpenPair): PanelSeen {
  const panel = open.rows.find('panel')?.value;
  if (!panel) throw new Refusal('missing', 'pair:meeting.missing');
  return { open, panel };
}
