import type { Instant, PersonId } from '#domain/basics/ids.ts';
import { oldestFirst } from '#domain/basics/inTime.ts';
import type { Exchange, ExchangeKind } from '#domain/exchanges/exchange.ts';
import type { Learning } from '#domain/exchanges/learning.ts';
import { type Feedback, seenBy } from '#domain/meetings/feedback.ts';
import type { Jotting } from '#domain/meetings/jottings.ts';
import { byStart, isHeld, type Meeting } from '#domain/meetings/meetings.ts';
import type { Goal } from '#domain/pairs/goals.ts';
import type { MeetingWay } from '#domain/profile/profile.ts';
import type { Closing } from './closing.ts';

/** What a look back is made of, in the order it is read. */
export const LOOK_BACK_SECTIONS = [
  ...(['goals', 'meetings', 'learned', 'surprised', 'ripple'] as const),
  ...(['helped', 'jotted', 'closing'] as const),
] as const;

/** One thing of a section; what it does not have is missing. */
export interface LookBackEntry {
  at: Instant;
  /** Whose it is. */
  by?: PersonId;
  /** In somebody's own words; empty for a meeting, and for a help of which only the kind was said. */
  text: string;
  /** A goal as it was worded first, where it reads otherwise now. */
  before?: string;
  /** How sure its owner felt of a goal, from 1 to 5. */
  confidence?: { first: number; now: number };
  state?: Goal['state'];
  /** How they met, where it was said. */
  way?: MeetingWay | '';
  /** In what way `by` helped. */
  help?: ExchangeKind;
}

export interface LookBackSection {
  kind: (typeof LOOK_BACK_SECTIONS)[number];
  entries: LookBackEntry[];
}

/** The rows of a pair that a look back reads. */
export interface LookedAt {
  goals: readonly Goal[];
  steps: readonly Goal[];
  meetings: readonly Meeting[];
  feedback: readonly Feedback[];
  exchanges: readonly Exchange[];
  learnings: readonly Learning[];
  jottings: readonly Jotting[];
  closings: readonly Closing[];
  nowMs: number;
}

/**
 * What the members of a pair can look back on together: the same for each of them, made of what all of them may see
 * anyway. What somebody kept to themselves is in nobody's, not even in their own. Sections without entries are left
 * out, entries are in the order they came; nothing is counted.
 */
export function lookBackOn(looked: LookedAt): LookBackSection[] {
  const made: Record<LookBackSection['kind'], LookBackEntry[]> = {
    goals: looked.goals.map((goal) => goalEntry(goal, looked.steps)).sort(oldestFirst),
    meetings: meetingEntries(looked),
    learned: [...saidAfter(looked, 'learned'), ...keptIn(looked, 'learned')].sort(oldestFirst),
    surprised: [...saidAfter(looked, 'surprised'), ...keptIn(looked, 'surprised')].sort(oldestFirst),
    ripple: keptIn(looked, 'ripple').sort(oldestFirst),
    helped: looked.exchanges
      .map(({ at, by, text, kind }) => ({ at, by, text, help: kind }))
      .sort(oldestFirst),
    jotted: looked.jottings
      .filter(({ shared }) => shared)
      .map(({ person, at, text }) => ({ at, by: person, text }))
      .sort(oldestFirst),
    closing: looked.closings
      .filter(({ shared, words }) => shared && words !== '')
      .map(({ person, at, words }) => ({ at, by: person, text: words }))
      .sort(oldestFirst),
  };
  return LOOK_BACK_SECTIONS.map((kind) => ({ kind, entries: made[kind] })).filter(
    ({ entries }) => entries.length > 0,
  );
}

/** The ones that the timeline tells of too: not those of which nobody said whether they took place. */
const meetingEntries = ({ meetings, nowMs }: LookedAt): LookBackEntry[] =>
  byStart(meetings.filter((one) => isHeld(one, nowMs))).map(({ startedAt, offScreen }) => ({
    at: startedAt,
    text: '',
    way: offScreen?.way ?? '',
  }));

/** What was kept for all of them, apart from any meeting. */
const keptIn = ({ learnings }: LookedAt, kind: Learning['kind']): LookBackEntry[] =>
  learnings
    .filter((one) => one.shared && one.kind === kind)
    .map(({ at, writer, text }) => ({ at, by: writer, text }));

/** A goal when it was set and as it stands. */
function goalEntry(goal: Goal, steps: readonly Goal[]): LookBackEntry {
  const first = steps.find((step) => step.goal === goal.goal && step.seq === 1) ?? goal;
  return {
    ...{ at: first.at, by: goal.owner, text: goal.text, state: goal.state },
    ...(first.text !== goal.text && { before: first.text }),
    confidence: { first: first.confidence, now: goal.confidence },
  };
}

const saidAfter = ({ feedback }: LookedAt, field: 'learned' | 'surprised'): LookBackEntry[] =>
  feedback
    .map((one) => ({ at: one.at, by: one.person, text: seenBy(one, 'partner')[field] ?? '' }))
    .filter(({ text }) => text !== '');
