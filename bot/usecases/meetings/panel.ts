import type { OccurrenceId, PairId, PersonId } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { topicsNamedIn } from '#domain/hearing/topics/topicsNamedIn.ts';
import { hasStarted, tookPlace } from '#domain/meetings/meetings.ts';
import type { Panel } from '#domain/meetings/panel.ts';
import {
  changeOf,
  type Move,
  type Moved,
  movePanel as move,
  openPanel,
  type Table,
} from '#domain/meetings/panel.ts';
import { standing } from '#domain/pairs/agreement.ts';
import type { Goal } from '#domain/pairs/goals.ts';
import { type OpenPair, openSpace } from '#usecases/pairs/pairs.ts';
import type { Context } from '#usecases/story/context.ts';
import { retrying } from '#usecases/story/partition.ts';
import { anew } from '#usecases/story/readOnce.ts';
import { expectFeedback } from './asking.ts';
import { type CuriositiesSeen, viewOfCuriosities } from './curiosity.ts';
import { type JottingSeen, viewOfJottings } from './jottings.ts';

const WAIT_MS = 25_000;

export interface PanelSeen {
  open: OpenPair;
  panel: Panel;
  /** What each is curious about, and what was jotted down in this meeting, as far as the reader may read it. */
  curiosities: CuriositiesSeen;
  jottings: JottingSeen[];
}

/** What all see has changed when the first number has, and the question when the second one has. */
export const etagOf = (panel: Panel): string => `${changeOf(panel)}-${panel.turn}`;
const changeIn = (etag: string): number => Number(etag.split('-')[0]);
const turnIn = (etag: string): number => Number(etag.split('-')[1]);

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
    return viewOfPanel(ctx, open);
  });
}

/**
 * One press. `seen` is the etag of the view it was pressed on: on an older one nothing happens, and the answer is
 * the view as it is now, so that two presses at once have one effect. What changes beside the question stops no press.
 */
export async function movePanel(
  ctx: Context,
  person: PersonId,
  id: PairId,
  pressed: Move & { seen: string },
): Promise<PanelSeen> {
  return retrying(ctx, async () => {
    const open = await openSpace(ctx, person, id);
    const table = tableOf(ctx, open);
    if (!table.panel) throw new Refusal('missing', 'pair:meeting.missing');
    if (turnIn(pressed.seen) !== table.panel.turn) return viewOfPanel(ctx, open);
    const moved = move({ ...table, panel: table.panel }, pressed);
    if (!moved) return viewOfPanel(ctx, open);
    const meeting = open.rows.find('meeting', table.panel.occurrence)?.value;
    if (meeting?.state === 'open') await expectFeedback(ctx, id, meeting);
    await lay(ctx, open, moved);
    return viewOfPanel(ctx, open);
  });
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
  const change = changeIn(after);
  if (ctx.changes.isBehind(id, change) || !seats.isUpToDate(who, after, performance.now())) {
    const seen = await read();
    if (after !== etagOf(seen.panel)) return seen;
  }
  const left = { waitMs: untilMs - performance.now(), signal };
  const isNews = await ctx.changes.waitFor(id, change, left);
  seats.leave(who, performance.now());
  if (!isNews) return undefined;
  anew(ctx);
  return read();
}

const openGoalsIn = (rows: OpenPair['rows']): Goal[] =>
  rows
    .list('goal')
    .map(({ value }) => value)
    .filter(({ state }) => state === 'open');

const tableOf = (ctx: Context, { id, pair, rows, agreements }: OpenPair): Table => ({
  id,
  pair,
  panel: rows.find('panel')?.value,
  meetings: rows
    .list('meeting')
    .map(({ value }) => value)
    .filter(tookPlace),
  uses: rows.list('prompt').map(({ value }) => value),
  endsOn: standing(pair, agreements)?.text.endsOn,
  topics: () => new Set(openGoalsIn(rows).flatMap((goal) => topicsNamedIn(goal.text))),
  nowMs: ctx.clock.now(),
});

/** Announced before it is written, so that no server misses it. */
async function lay(ctx: Context, { id, rows }: OpenPair, { panel, uses }: Moved): Promise<void> {
  await ctx.changes.announce(id, changeOf(panel));
  rows.put('panel', '', panel);
  for (const use of uses) rows.put('prompt', use.prompt, use);
  await rows.commit();
  ctx.changes.happened(id, changeOf(panel));
}

function viewOfPanel(ctx: Context, open: OpenPair): PanelSeen {
  const panel = open.rows.find('panel')?.value;
  if (!panel) throw new Refusal('missing', 'pair:meeting.missing');
  return {
    ...{ open, panel },
    curiosities: viewOfCuriosities(open, ctx.clock.now()),
    jottings: viewOfJottings(open).filter(({ occurrence }) => occurrence === panel.occurrence),
  };
}
