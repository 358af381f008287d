import {
  type Day,
  type Instant,
  type OccurrenceId,
  type PairId,
  type PersonId,
  type PromptId,
  type TopicId,
  toInstant,
} from '#domain/basics/ids.ts';
import type { Pair } from '#domain/pairs/pair.ts';
import type { Meeting } from './meetings.ts';
import { hasStarted, numberOf } from './meetings.ts';
import { type Draw, draw, hashOf, type PromptUse } from './prompts/draw.ts';
import { findPrompt } from './prompts/library.ts';
import { promptStage } from './prompts/stages.ts';

/** The one live row `panel`: what both see. */
export interface Panel {
  occurrence: OccurrenceId;
  prompt: PromptId;
  /** Who answers first. */
  first: PersonId;
  /** The one before was passed: whoever was first is first again. */
  isAgain?: boolean;
  /** Counts every change of the question; the seed of the next draw. */
  turn: number;
  /** Counts the changes of what lies beside the question for all: jottings that are shared, and curiosities. */
  beside?: number;
}

/** Grows with every change that all see, of the question or beside it: what panels wait for. */
export const changeOf = ({ turn, beside = 0 }: Pick<Panel, 'turn' | 'beside'>): number => turn + beside;

/** Something beside the question has changed; the question lies as it did. */
export const changedBeside = (panel: Panel): Panel => ({ ...panel, beside: (panel.beside ?? 0) + 1 });

const besideIn = ({ beside }: Pick<Panel, 'beside'>) => (beside === undefined ? {} : { beside });

/** What the next question depends on. */
export interface Table {
  id: PairId;
  pair: Pair;
  panel: Panel | undefined;
  meetings: Meeting[];
  uses: PromptUse[];
  /** The day until which they agreed to meet. */
  endsOn?: Day | undefined;
  /** What their goals are about; asked only when something is drawn. */
  topics(): ReadonlySet<TopicId>;
  nowMs: number;
}

export const MOVES = ['another', 'pass', 'keep'] as const;
/** A press; `draw` puts a question that was kept back on the table. */
export type Move = { move: (typeof MOVES)[number] } | { move: 'draw'; prompt: PromptId };
/** The panel after a move, and what became of the prompts. */
export interface Moved {
  panel: Panel;
  uses: PromptUse[];
}

/**
 * The panel as opened in a meeting: a newer meeting than the one on the table draws anew; an older one, asked for
 * by a panel left open, and one that lies ahead change nothing (undefined).
 */
export function openPanel(table: Table, occurrence: OccurrenceId): Moved | undefined {
  const begun = table.meetings.filter((meeting) => hasStarted(meeting, table.nowMs));
  const asked = numberOf(begun, occurrence);
  const now = table.panel ? numberOf(begun, table.panel.occurrence) : 0;
  return asked > now ? next(table, occurrence, 'open') : undefined;
}

/**
 * `another`: they have talked, and the next one is for the next of them. `pass`: not this one; it is put to the end, and
 * whoever was to answer first is first again. `keep` marks the prompt and leaves it on the table; `draw` takes one that
 * was kept. Undefined: nothing changes.
 */
export function movePanel(table: Table & { panel: Panel }, pressed: Move): Moved | undefined {
  const { panel } = table;
  const at = toInstant(table.nowMs);
  if (pressed.move === 'draw') return drawKept(table, pressed.prompt);
  if (pressed.move === 'another') return next(table, panel.occurrence, 'another');
  const use = usageOf(table, panel);
  if (pressed.move === 'pass') {
    const passed: PromptUse = { ...use, state: use.state === 'kept' ? 'kept' : 'passed', at };
    const uses = [...table.uses.filter(({ prompt }) => prompt !== passed.prompt), passed];
    const moved = next({ ...table, uses }, panel.occurrence, 'pass');
    return { panel: moved.panel, uses: [passed, ...moved.uses] };
  }
  if (use.state === 'kept') return undefined;
  return { panel: { ...panel, turn: panel.turn + 1 }, uses: [{ ...use, state: 'kept', at }] };
}

/** A kept question comes back once: asked now, it waits no longer. One that nobody kept changes nothing. */
function drawKept(table: Table & { panel: Panel }, prompt: PromptId): Moved | undefined {
  const use = table.uses.find((one) => one.prompt === prompt && one.state === 'kept');
  if (!use || !findPrompt(prompt) || prompt === table.panel.prompt) return undefined;
  const { occurrence, turn } = table.panel;
  return {
    panel: { occurrence, prompt, first: nextFirst(table), turn: turn + 1, ...besideIn(table.panel) },
    uses: [{ ...use, drawn: use.drawn + 1, state: 'drawn', at: toInstant(table.nowMs) }],
  };
}

function next(table: Table, occurrence: OccurrenceId, move: Draw['move']): Moved {
  const { panel, meetings, uses } = table;
  const turn = (panel?.turn ?? 0) + 1;
  const meeting = meetings.find((one) => one.occurrence === occurrence);
  const { id: prompt } = draw({
    seed: `${table.id}/${turn}`,
    stage: meeting ? promptStage(meetings, meeting, table.endsOn) : 'first',
    uses,
    current: panel?.prompt ?? '',
    move,
    topics: table.topics(),
  });
  const before = uses.find((use) => use.prompt === prompt);
  const use = drawnOnce(before, prompt, toInstant(table.nowMs));
  // Nobody answered what was passed, so whoever was first is first again.
  const again = move === 'pass' && panel ? { first: panel.first, isAgain: true } : undefined;
  const laid = { occurrence, prompt, first: nextFirst(table), turn, ...besideIn(panel ?? {}) };
  return { panel: { ...laid, ...again }, uses: [use] };
}

const drawnOnce = (before: PromptUse | undefined, prompt: PromptUse['prompt'], at: Instant): PromptUse => ({
  prompt,
  drawn: (before?.drawn ?? 0) + 1,
  state: before?.state === 'kept' ? 'kept' : 'drawn',
  at,
});

const usageOf = (table: Table, panel: Panel): PromptUse =>
  table.uses.find((use) => use.prompt === panel.prompt) ?? {
    prompt: panel.prompt,
    drawn: 1,
    state: 'drawn',
    at: toInstant(table.nowMs),
  };

/** Who answers first alternates from question to question; a seed decides who begins. */
function nextFirst({ id, pair, panel }: Table): PersonId {
  const people = pair.members.map(({ person }) => person);
  const before = panel ? people.indexOf(panel.first) : hashOf(id) % people.length;
  return people[(before + 1) % people.length] as PersonId;
}
