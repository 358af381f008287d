import fc from 'fast-check';
import {
  asId,
  type Instant,
  type PersonId,
  type PromptId,
  type TopicId,
  toInstant,
} from '#domain/basics/ids.ts';
import type { Meeting } from '#domain/meetings/meetings.ts';
import {
  type Move,
  type Moved,
  movePanel,
  openPanel,
  type Panel,
  type Table,
} from '#domain/meetings/panel.ts';
import type { PromptUse } from '#domain/meetings/prompts/draw.ts';
import { findPrompt, type Prompt } from '#domain/meetings/prompts/library.ts';
import { type PromptStage, promptStage } from '#domain/meetings/prompts/stages.ts';
import type { Pair } from '#domain/pairs/pair.ts';

const DAY_MS = 86_400_000;
const BEGAN_MS = Date.parse('2026-01-05T09:00:00Z');
const ENDS_ON = toInstant(BEGAN_MS + 300 * DAY_MS).slice(0, 10);

type Press = Move['move'] | 'meet';
interface Laid {
  uses: ReadonlyMap<PromptId, PromptUse>;
  panel: Panel;
  prompt: Prompt;
}
/** One change of the panel: how it came, what lay there before and after. */
export interface Step {
  press: Press;
  stage: PromptStage;
  before: Laid | undefined;
  after: Laid;
}
export interface History {
  members: PersonId[];
  steps: Step[];
}

export const promptOf = (id: PromptId): Prompt => {
  const prompt = findPrompt(id);
  if (!prompt) throw new Error(`no prompt ${id}`);
  return prompt;
};

export const meetingOn = (n: number, day: number): Meeting => {
  const startedAt = toInstant(BEGAN_MS + day * DAY_MS);
  const plannedEnd = toInstant(BEGAN_MS + day * DAY_MS + 3_600_000);
  return {
    ...{ occurrence: asId(`meeting-${n}`), teamsMeeting: 't', teamsChat: 'c' },
    ...{ startedAt, plannedEnd, state: 'open' },
  };
};

/** Plays presses on a panel, a meeting every `everyDays`; what changes nothing is no step. */
export function play(asked: {
  id: string;
  members: number;
  topics: string[];
  presses: Press[];
  everyDays: number;
}): History {
  const members = Array.from({ length: asked.members }, (_, n) => asId<PersonId>(`person-${n}`));
  const pair = { members: members.map((person) => ({ person })) } as Pair;
  const topics = new Set(asked.topics.map((topic) => asId<TopicId>(topic)));
  const uses = new Map<PromptId, PromptUse>();
  const meetings: Meeting[] = [];
  const steps: Step[] = [];
  let panel: Panel | undefined;
  const press = (said: Press): Moved | undefined => {
    const nowMs = BEGAN_MS + meetings.length * asked.everyDays * DAY_MS;
    if (said === 'meet') meetings.push(meetingOn(meetings.length, meetings.length * asked.everyDays));
    const table: Table = {
      ...{ id: asId(asked.id), pair, panel, meetings, uses: [...uses.values()], nowMs },
      ...{ endsOn: asId(ENDS_ON), topics: () => topics },
    };
    if (said === 'meet') return openPanel(table, (meetings.at(-1) as Meeting).occurrence);
    if (!panel) return undefined;
    const kept = [...uses.values()].findLast(({ state }) => state === 'kept')?.prompt ?? asId<PromptId>('');
    return movePanel({ ...table, panel }, said === 'draw' ? { move: 'draw', prompt: kept } : { move: said });
  };
  for (const said of ['meet', ...asked.presses] as Press[]) {
    const before = panel && { uses: new Map(uses), panel, prompt: promptOf(panel.prompt) };
    const moved = press(said);
    if (!moved) continue;
    for (const use of moved.uses) uses.set(use.prompt, use);
    panel = moved.panel;
    const meeting = meetings.at(-1) as Meeting;
    const stage = promptStage(meetings, meeting, asId(ENDS_ON));
    const after = { uses: new Map(uses), panel, prompt: promptOf(panel.prompt) };
    if (said !== 'keep') steps.push({ press: said, stage, before, after });
  }
  return { members, steps };
}

const press = fc.oneof(
  { weight: 8, arbitrary: fc.constant<Press>('another') },
  { weight: 3, arbitrary: fc.constant<Press>('pass') },
  { weight: 1, arbitrary: fc.constantFrom<Press>('keep', 'draw') },
  { weight: 1, arbitrary: fc.constant<Press>('meet') },
);

/** Two or three people over a year or so: they talk, pass, keep, ask for what was kept, and meet again. */
export const histories: fc.Arbitrary<History> = fc
  .record({
    id: fc.string({ minLength: 1, maxLength: 20 }),
    members: fc.constantFrom(2, 3),
    topics: fc.subarray(['ai', 'workLife', 'strategy', 'listening']),
    presses: fc.array(press, { minLength: 1, maxLength: 120, size: 'max' }),
    everyDays: fc.constantFrom(7, 14, 30, 60),
  })
  .map(play);

export const at = asId<Instant>('2026-11-23T09:00:00.000Z');
