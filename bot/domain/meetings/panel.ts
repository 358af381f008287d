import type { PromptId } from '#domain/basics/ids.ts';
import {
  type Instant,
  type OccurrenceId,
  type PairId,
  type PersonId,
  toInstant,
} from '#domain/basics/ids.ts';
import type { Pair } from '#domain/pairs/pair.ts';
import type { Meeting } from './meetings.ts';
import { hasStarted, numberOf } from './meetings.ts';
import { findPrompt } from './promptLibrary.ts';
import type { PromptUse } from './prompts.ts';
import { draw, hashOf } from './prompts.ts';

/** The one live row `panel`: what both see. */
export interface Panel {
  occurrence: OccurrenceId;
  prompt: PromptId;
  /** Who answers first. */
  first: PersonId;
  /** Counts every change; the seed of the next draw. */
  turn: number;
}

/** What the next question depends on. */
export interface Table {
  id: PairId;
  pair: Pair;
  panel: Panel | undefined;
  meetings: Meeting[];
  uses: PromptUse[];
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
  return asked > now ? next(table, occurrence, nextFirst(table)) : undefined;
}

/**
 * `keep` marks the prompt and leaves it on the table; `pass` and `another` draw; `draw` takes one that was kept.
 * Undefined: nothing changes.
 */
export function movePanel(table: Table & { panel: Panel }, pressed: Move): Moved | undefined {
  const { panel } = table;
  const at = toInstant(table.nowMs);
  if (pressed.move === 'draw') return drawKept(table, pressed.prompt);
  if (pressed.move === 'another') return next(table, panel.occurrence, nextFirst(table));
  const use = usageOf(table, panel);
  if (pressed.move === 'pass') {
    const passed: PromptUse = { ...use, state: use.state === 'kept' ? 'kept' : 'passed', at };
    const uses = [...table.uses.filter(({ prompt }) => prompt !== passed.prompt), passed];
    // Nobody answered, so whoever was first is first again.
    const moved = next({ ...table, uses }, panel.occurrence, panel.first);
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
    panel: { occurrence, prompt, first: nextFirst(table), turn: turn + 1 },
    uses: [{ ...use, drawn: use.drawn + 1, state: 'drawn', at: toInstant(table.nowMs) }],
  };
}

function next(table: Table, occurrence: OccurrenceId, first: PersonId): Moved {
  const turn = (table.panel?.turn ?? 0) + 1;
  const current = table.panel?.prompt ?? '';
  const meetingNumber = numberOf(table.meetings, occurrence);
  const { id: prompt } = draw({ pair: table.id, turn, meetingNumber, uses: table.uses, current });
  const before = table.uses.find((use) => use.prompt === prompt);
  const use = drawnOnce(before, prompt, toInstant(table.nowMs));
  return { panel: { occurrence, prompt, first, turn }, uses: [use] };
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
