import { type PersonId, toMs } from '#domain/basics/ids.ts';
import { monthOf } from '#domain/meetings/feedback.ts';
import { isHeld, type Meeting } from '#domain/meetings/meetings.ts';
import {
  type Agreement,
  type Agreements,
  signaturesOf,
  standing,
  unsignedBy,
} from '#domain/pairs/agreement.ts';
import type { Goal } from '#domain/pairs/goals.ts';
import type { Pair, PairMember } from '#domain/pairs/pair.ts';
import type { StoredMeasure } from './measures.ts';
import { closedThrough } from './publication.ts';

/** What the figures of one pair are made of. */
export interface PairRead {
  id: string;
  pair: Pair;
  agreements: Agreements;
  meetings: readonly Meeting[];
  /** Every wording a goal of theirs ever had. */
  steps: readonly Goal[];
}

/** A measure, and what it is called beside its pseudonym. */
export interface NamedMeasure {
  key: string;
  person: PersonId;
  measure: StoredMeasure;
}

/** How often a month the ground rules wish for; *no fixed rhythm* wishes for nothing that could be kept or not. */
const WISHED: Partial<Record<Agreement['text']['rhythm'], number>> = {
  weekly: 4,
  fortnightly: 2,
  monthly: 1,
};

/** Everything of a pair that figures may know by now: of this month, and of the last one that is over. */
export function measuresOfPair(read: PairRead, nowMs: number): NamedMeasure[] {
  return read.pair.members.flatMap((member) => [
    ...(member.role === 'executive' ? executiveFigures(read, member, nowMs) : []),
    ...confidences(read, member, nowMs),
  ]);
}

/** Of what two do together one side is measured: both would count each pair twice. */
function executiveFigures(read: PairRead, { person, role }: PairMember, nowMs: number): NamedMeasure[] {
  const signed = firstSigned(read);
  const met = read.meetings
    .filter((meeting) => isHeld(meeting, nowMs))
    .map(({ startedAt }) => startedAt)
    .sort()[0];
  const once = (kind: 'signed' | 'met', at: typeof met): NamedMeasure[] =>
    at ? [{ key: `${kind}-${read.id}`, person, measure: { kind, role, month: monthOf(at) } }] : [];
  return [...once('signed', signed), ...once('met', met), ...kept(read, { person, role }, nowMs)];
}

/** When all had signed for the first time, whatever became of it. */
function firstSigned({ pair, agreements }: PairRead) {
  const first = agreements.versions.find(({ version }) => unsignedBy(pair, agreements, version).length === 0);
  return first && lastSignature(agreements, first.version);
}

const lastSignature = (agreements: Agreements, version: number) =>
  signaturesOf(agreements, version)
    .map(({ at }) => at)
    .sort()
    .at(-1);

/**
 * How often they met in the last month that is over, beside their own wish: where ground rules with a rhythm stood all
 * month, and no break was going on when it was looked at. More often than wished is as often.
 */
function kept(
  { id, pair, agreements, meetings }: PairRead,
  { person, role }: Pick<PairMember, 'person' | 'role'>,
  nowMs: number,
): NamedMeasure[] {
  const month = closedThrough(nowMs);
  const rules = standing(pair, agreements);
  const wished = rules && WISHED[rules.text.rhythm];
  const since = rules && lastSignature(agreements, rules.version);
  if (pair.state !== 'active' || !wished || !since || monthOf(since) >= month) return [];
  const held = meetings.filter((one) => isHeld(one, nowMs) && monthOf(one.startedAt) === month).length;
  return [{ key: `kept-${id}-${month}`, person, measure: { kind: 'kept', role, month, held, wished } }];
}

/**
 * How sure they felt when each goal of theirs began, once, and where they said it again, at the end of each month: what
 * stood at the beginning is no part of any later figure.
 */
function confidences({ steps }: PairRead, { person, role }: PairMember, nowMs: number): NamedMeasure[] {
  const own = steps.filter(({ owner, at }) => owner === person && toMs(at) <= nowMs);
  const goals = Map.groupBy(own, ({ goal }) => goal);
  return [...goals].flatMap(([goal, all]) => {
    const [began, ...later] = all.toSorted((a, b) => a.seq - b.seq);
    const months = new Map(later.map((step) => [monthOf(step.at), step.confidence]));
    const named = (kind: 'began' | 'now', month: string, confidence: number): NamedMeasure => ({
      ...{ key: `${kind}-${goal}-${month}`, person },
      measure: { kind, role, month, confidence },
    });
    const recent = [...months].filter(([month]) => month >= closedThrough(nowMs));
    return [
      ...(began ? [named('began', monthOf(began.at), began.confidence)] : []),
      ...recent.map(([month, confidence]) => named('now', month, confidence)),
    ];
  });
}
