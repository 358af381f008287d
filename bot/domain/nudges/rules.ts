import { toMs } from '#domain/basics/ids.ts';
import { byStart, type Meeting, tookPlace } from '#domain/meetings/meetings.ts';
import { rebook } from '#domain/meetings/outcome.ts';
import {
  type Agreements,
  canDraft,
  hasRunOut,
  hasSigned,
  latestOf,
  standing,
} from '#domain/pairs/agreement.ts';
import { activeSinceOf, type Pair, type PairMember } from '#domain/pairs/pair.ts';
import { isQuiet } from '#domain/pairs/pause.ts';

/** Everything the bot may say to one of a pair because it is due by rule, the most pressing first. */
export const NUDGES = [
  'draft',
  'sign',
  'anotherTime',
  'firstMeeting',
  'beforeFirst',
  'afterFirst',
  'rhythm',
  'primer',
] as const;
export type NudgeRule = (typeof NUDGES)[number];

/** One thing to say, once: the same rule on the same `occasion` is the same nudge. */
export interface Nudge {
  rule: NudgeRule;
  occasion: string;
}

/** What the rules look at: a pair as its rows stand. */
export interface PairSeen {
  pair: Pair;
  agreements: Agreements;
  meetings: readonly Meeting[];
}

/** Since when a rule holds for a member, and how long after that it is said. */
interface Holding {
  occasion: string;
  sinceMs: number;
  afterDays: number;
  /** Nothing is said from then on; missing where it never grows stale. */
  untilMs?: number;
}

type Rule = (seen: PairSeen, me: PairMember, nowMs: number) => Holding | undefined;

const DAY_MS = 86_400_000;
/** A nudge that nobody could be told in that time is not told at all. */
const LASTS_DAYS = 21;

const RHYTHM_DAYS = { weekly: 7, fortnightly: 14, monthly: 31 } as const;

/** The executive is asked first; the mentor hears of it some days later, where nothing came of it. */
const byTurn = ({ role }: PairMember, executive: number, mentor: number): number =>
  role === 'executive' ? executive : mentor;

const endOf = (meeting: Meeting): number =>
  toMs(meeting.state === 'ended' ? meeting.endedAt : meeting.plannedEnd);
/** Whether the people of a pair came together in it, as far as anybody has told us. */
const wasHeld = (meeting: Meeting, nowMs: number): boolean =>
  toMs(meeting.startedAt) <= nowMs && tookPlace(meeting);
const isAhead = (meeting: Meeting, nowMs: number): boolean =>
  meeting.state === 'open' && toMs(meeting.startedAt) > nowMs;

const heldIn = ({ meetings }: PairSeen, nowMs: number): Meeting[] =>
  byStart([...meetings]).filter((meeting) => wasHeld(meeting, nowMs));

const RULES: Record<NudgeRule, Rule> = {
  /** Who drafts the ground rules has not begun. */
  draft: ({ pair, agreements }, me) =>
    latestOf(agreements) || !canDraft(me, agreements)
      ? undefined
      : { occasion: '1', sinceMs: sinceOf(pair), afterDays: 5 },

  /** A version waits for this member's signature. */
  sign: ({ agreements }, me) => {
    const latest = latestOf(agreements);
    return !latest || hasSigned(agreements, latest.version, me.person)
      ? undefined
      : { occasion: `${latest.version}`, sinceMs: toMs(latest.at), afterDays: 4 };
  },

  /** Somebody said that the last meeting was moved, or has not been: a new time, the executive first. */
  anotherTime: ({ meetings }, me, nowMs) => {
    const last = rebook(meetings);
    return !last || toMs(last.startedAt) > nowMs
      ? undefined
      : { occasion: last.occurrence, sinceMs: endOf(last), afterDays: byTurn(me, 0, 3) };
  },

  /** A pair that has never met and planned nothing. */
  firstMeeting: ({ pair, meetings }, me) =>
    meetings.length > 0 ? undefined : { occasion: '1', sinceMs: sinceOf(pair), afterDays: byTurn(me, 7, 10) },

  /** The first meeting is tomorrow, or nearly. */
  beforeFirst: (seen, _me, nowMs) => {
    const [next] = byStart([...seen.meetings]).filter((meeting) => isAhead(meeting, nowMs));
    if (!next || heldIn(seen, nowMs).length > 0) return undefined;
    const startMs = toMs(next.startedAt);
    return { occasion: '1', sinceMs: startMs - 2 * DAY_MS, afterDays: 0, untilMs: startMs };
  },

  /** The first meeting has been. */
  afterFirst: (seen, _me, nowMs) => {
    const held = heldIn(seen, nowMs);
    const [first] = held;
    if (!first || held.length > 1) return undefined;
    return { occasion: '1', sinceMs: endOf(first), afterDays: 1, untilMs: endOf(first) + 7 * DAY_MS };
  },

  /** Longer without a meeting than they agreed on; never for who agreed on no rhythm. */
  rhythm: (seen, me, nowMs) => {
    const rhythm = standing(seen.pair, seen.agreements)?.text.rhythm ?? 'none';
    const last = heldIn(seen, nowMs).at(-1);
    if (rhythm === 'none' || !last || seen.meetings.some((meeting) => isAhead(meeting, nowMs)))
      return undefined;
    const days = RHYTHM_DAYS[rhythm];
    const late = days + Math.ceil(days / 2);
    return { occasion: last.occurrence, sinceMs: endOf(last), afterDays: byTurn(me, late, late + 3) };
  },

  /** How one leads a conversation, or learns from one, in a few lines before the first. */
  primer: (seen, _me, nowMs) =>
    heldIn(seen, nowMs).length > 0 ? undefined : { occasion: '1', sinceMs: sinceOf(seen.pair), afterDays: 1 },
};

/** Once their time is over nobody is asked to meet; a new agreement may still want a signature. */
const AFTER_THE_END: readonly NudgeRule[] = ['sign'];

const sinceOf = (pair: Pair): number => toMs(activeSinceOf(pair) ?? pair.introducedAt);

/** What holds for a member now and may be said, whether or not its time has come; the most pressing first. */
function holding(seen: PairSeen, me: PairMember, nowMs: number): (Nudge & Holding)[] {
  if (isQuiet(seen.pair)) return [];
  const isOver = hasRunOut(seen.pair, seen.agreements, nowMs);
  return NUDGES.filter((rule) => !isOver || AFTER_THE_END.includes(rule)).flatMap((rule) => {
    const found = RULES[rule](seen, me, nowMs);
    return found ? [{ rule, ...found }] : [];
  });
}

/**
 * What is due by rule for one member of a pair at `nowMs`, the most pressing first; `asked` names what they wanted to
 * be told later, which is due as long as it holds.
 */
export function dueNudges(
  seen: PairSeen,
  me: PairMember,
  { nowMs, asked }: { nowMs: number; asked: readonly Nudge[] },
): Nudge[] {
  return holding(seen, me, nowMs)
    .filter((one) => isTime(one, nowMs) || asked.some((nudge) => isSame(nudge, one)))
    .map(({ rule, occasion }) => ({ rule, occasion }));
}

function isTime({ sinceMs, afterDays, untilMs }: Holding, nowMs: number): boolean {
  const fromMs = sinceMs + afterDays * DAY_MS;
  return nowMs >= fromMs && nowMs < (untilMs ?? fromMs + LASTS_DAYS * DAY_MS);
}

/** Whether a nudge still says something true: what it asks for may have been done while it rested. */
export const stillHolds = (seen: PairSeen, me: PairMember, nudge: Nudge, nowMs: number): boolean =>
  holding(seen, me, nowMs).some(
    (one) => isSame(one, nudge) && (one.untilMs === undefined || nowMs < one.untilMs),
  );

export const isSame = (a: Nudge, b: Nudge): boolean => a.rule === b.rule && a.occasion === b.occasion;
