import type { Reason } from './cohort.ts';
import { type CohortId, type Instant, type PersonId, toInstant, toMs } from './ids.ts';
import type { Answer, Pair, PairMember, PairState } from './pair.ts';
import type { Role } from './person.ts';
import { Refusal } from './refusal.ts';
import { afterWorkingDays } from './workingDays.ts';

const WORKING_DAYS = 5;
const HOUR = 9;

/** When a reader learns that an introduction ended: 09:00 of their own zone after five full working days. */
export const answerByOf = (nowMs: number, timeZone: string): Instant =>
  afterWorkingDays(nowMs, timeZone, WORKING_DAYS, HOUR);

/** Until when answers count, for everybody alike: the earliest moment at which somebody learns the end. */
export const closesAt = (pair: Pair): Instant =>
  pair.members.map((member) => member.answerBy).reduce((a, b) => (a < b ? a : b));

export const memberOf = (pair: Pair, person: PersonId): PairMember | undefined =>
  pair.members.find((member) => member.person === person);

export interface Introduced {
  cohort: CohortId;
  reasons: Reason[];
  fit: number;
  members: { person: PersonId; role: Role; timeZone: string }[];
}

export const newIntroduction = (made: Introduced, nowMs: number): Pair => ({
  cohort: made.cohort,
  state: 'introduced',
  members: made.members.map(({ person, role, timeZone }) => ({
    person,
    role,
    answer: 'none',
    answerBy: answerByOf(nowMs, timeZone),
  })),
  reasons: made.reasons,
  fit: made.fit,
  introducedAt: toInstant(nowMs),
  activeSince: '',
  endedAt: '',
});

const isNo = (answer: Answer): boolean => answer === 'notThisTime' || answer === 'withdrawn';

/**
 * What this reader may know of the pair now. While it is an introduction this depends on nothing but the clock
 * and the reader's own answer, so that a no, a silence and a withdrawal of the other look the same.
 */
export function stateFor(pair: Pair, reader: PairMember, nowMs: number): PairState {
  if (pair.activeSince !== '') return pair.state;
  return isNo(reader.answer) || nowMs >= toMs(reader.answerBy) ? 'ended' : 'introduced';
}

export type AnswerState = 'waiting' | 'paired' | 'ended' | 'thanks';
export type AnswerDecision =
  | { kind: 'unchanged'; state: AnswerState }
  | { kind: 'changed'; state: AnswerState; pair: Pair };

/** What an answer does. Throws `Refusal` where it comes too late or contradicts an earlier no. */
export function decideAnswer(
  pair: Pair,
  me: PairMember,
  said: { answer: 'yes' | 'notThisTime'; nowMs: number },
): AnswerDecision {
  if (pair.activeSince !== '') return answerToPair(pair, said.answer);
  if (isNo(me.answer)) return answerAfterNo(said.answer);
  if (said.nowMs >= toMs(me.answerBy)) return { kind: 'unchanged', state: 'ended' };
  if (said.answer === 'yes' && me.answer === 'yes') return { kind: 'unchanged', state: 'waiting' };
  if (said.nowMs >= toMs(closesAt(pair))) throw new Refusal('gone', 'pair:answer.tooLate');
  if (said.answer === 'yes') return sayYes(pair, me, said.nowMs);
  const answer = me.answer === 'yes' ? 'withdrawn' : 'notThisTime';
  return { kind: 'changed', state: 'thanks', pair: withAnswer(pair, me, answer) };
}

function answerToPair(pair: Pair, answer: 'yes' | 'notThisTime'): AnswerDecision {
  if (pair.state === 'ended') return { kind: 'unchanged', state: 'ended' };
  if (answer === 'yes') return { kind: 'unchanged', state: 'paired' };
  throw new Refusal('conflict', 'pair:answer.alreadyPaired');
}

function answerAfterNo(answer: 'yes' | 'notThisTime'): AnswerDecision {
  if (answer === 'notThisTime') return { kind: 'unchanged', state: 'thanks' };
  throw new Refusal('conflict', 'pair:answer.alreadyDeclined');
}

function sayYes(pair: Pair, me: PairMember, nowMs: number): AnswerDecision {
  const answered = withAnswer(pair, me, 'yes');
  if (answered.members.some((member) => member.answer !== 'yes'))
    return { kind: 'changed', state: 'waiting', pair: answered };
  const active: Pair = { ...answered, state: 'active', activeSince: toInstant(nowMs) };
  return { kind: 'changed', state: 'paired', pair: active };
}

const withAnswer = (pair: Pair, me: PairMember, answer: Answer): Pair => ({
  ...pair,
  members: pair.members.map((member) => (member.person === me.person ? { ...member, answer } : member)),
});

/** Who learns now that the introduction ended, and the ended pair once everybody may know. */
export function decideEnd(pair: Pair, nowMs: number): { tell: PersonId[]; ended: Pair | undefined } {
  if (pair.state !== 'introduced') return { tell: [], ended: undefined };
  const tell = pair.members.filter((member) => nowMs >= toMs(member.answerBy)).map(({ person }) => person);
  if (tell.length < pair.members.length) return { tell, ended: undefined };
  return { tell, ended: { ...pair, state: 'ended', endedAt: toInstant(nowMs) } };
}
