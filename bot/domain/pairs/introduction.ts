import { type CohortId, type Instant, type PersonId, toInstant, toMs } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { afterWorkingDays } from '#domain/basics/workingDays.ts';
import {
  type ActivePair,
  type Answer,
  activeSinceOf,
  type Introduction,
  type IntroductionAnswer,
  type Pair,
  type PairMember,
  type PairState,
} from './pair.ts';
import type { Reason } from './reasons.ts';

const WORKING_DAYS = 5;
const FIRST_CHAT_WORKING_DAYS = 10;
const HOUR = 9;

/** Why they were introduced, as one of them reads it. */
export const reasonsFor = (pair: Pair, me: PairMember): Reason[] => me.reasons ?? pair.reasons;

/** When a reader learns that an introduction ended: 09:00 of their own zone after five full working days. */
export const answerByOf = (nowMs: number, timeZone: string): Instant =>
  afterWorkingDays(nowMs, timeZone, WORKING_DAYS, HOUR);

/** Until when answers count, for everybody alike: the earliest moment at which somebody learns the end. */
export const closesAt = (pair: Pair): Instant =>
  pair.members.map((member) => member.answerBy).toSorted()[0] as Instant;

export const memberOf = (pair: Pair, person: PersonId): PairMember | undefined =>
  pair.members.find((member) => member.person === person);

export interface NewIntroduction {
  cohort: CohortId;
  cohortName: string;
  reasons: Reason[];
  fit: number;
  members: (Pick<PairMember, 'person' | 'name' | 'role' | 'reasons' | 'comesFrom'> & { timeZone: string })[];
  isTeam?: true;
  /** The executive who asked for it, and thereby said yes. */
  asked?: PersonId;
}

export const newIntroduction = (made: NewIntroduction, nowMs: number): Introduction => ({
  cohort: made.cohort,
  cohortName: made.cohortName,
  state: 'introduced',
  members: made.members.map(({ person, name, role, timeZone, reasons, comesFrom }) => ({
    person,
    name,
    role,
    answer: person === made.asked ? 'yes' : 'none',
    answerBy: answerByOf(nowMs, timeZone),
    ...(reasons && { reasons }),
    ...(comesFrom !== undefined && { comesFrom }),
  })),
  reasons: made.reasons,
  fit: made.fit,
  introducedAt: toInstant(nowMs),
  ...(made.asked && { asked: made.asked }),
  ...(made.isTeam && { isTeam: made.isTeam }),
});

const isNo = (answer: Answer): boolean => answer === 'notThisTime' || answer === 'withdrawn';
export const isWilling = ({ answer }: PairMember): boolean => answer === 'yes' || answer === 'meetFirst';

/** All would like to meet, and have time for a first chat before they decide. */
export const isFirstChat = (pair: Pair): boolean =>
  pair.state === 'introduced' && pair.firstChatSince !== undefined;

/** Whether something is asked of this member now; depends on their own answer and the stage alone. */
export const isToAnswer = (pair: Pair, { answer }: PairMember): boolean =>
  answer === 'none' || (answer === 'meetFirst' && isFirstChat(pair));

/**
 * Whether a card of this introduction that is pressed now asks for nothing any more: this member has answered, and
 * the press would say something else. Changing one's mind is for the tab, where the answer that stands is seen.
 */
export function isSettled(
  pair: Pair,
  me: PairMember,
  { answer, nowMs }: { answer: IntroductionAnswer; nowMs: number },
): boolean {
  if (pair.state !== 'introduced' || !isWilling(me) || isToAnswer(pair, me)) return false;
  return (
    answer !== me.answer && nowMs < toMs(closesAt(pair)) && !(answer === 'meetFirst' && isFirstChat(pair))
  );
}

/**
 * What this reader may know of the pair now. While it is an introduction this depends on nothing but the clock
 * and the reader's own answer, so that a no, a silence and a withdrawal of the other look the same.
 */
export function stateFor(pair: Pair, reader: PairMember, nowMs: number): PairState {
  if (activeSinceOf(pair) !== undefined) return pair.state;
  return isNo(reader.answer) || nowMs >= toMs(reader.answerBy) ? 'ended' : 'introduced';
}

export const ANSWER_STATES = ['waiting', 'firstChat', 'paired', 'ended', 'thanks'] as const;
export type AnswerState = (typeof ANSWER_STATES)[number];
export type AnswerDecision =
  | { kind: 'unchanged'; state: AnswerState }
  | { kind: 'changed'; state: AnswerState; pair: Pair };

/**
 * What an answer does. `state` speaks of the reader's own answer, unless it was the one that all waited for.
 * Throws `Refusal` where it comes too late or contradicts an earlier no.
 */
export function decideAnswer(
  pair: Pair,
  me: PairMember,
  said: { answer: IntroductionAnswer; nowMs: number },
): AnswerDecision {
  if (activeSinceOf(pair) !== undefined) return answerToPair(pair, said.answer);
  if (isNo(me.answer)) return answerAfterNo(said.answer);
  if (said.nowMs >= toMs(me.answerBy)) return { kind: 'unchanged', state: 'ended' };
  const again = said.answer === me.answer || (said.answer === 'meetFirst' && isFirstChat(pair));
  if (again) return { kind: 'unchanged', state: isFirstChat(pair) ? 'firstChat' : 'waiting' };
  if (said.nowMs >= toMs(closesAt(pair))) throw new Refusal('gone', 'pair:answer.tooLate');
  if (said.answer !== 'notThisTime') return agree(withMember(pair, me, { answer: said.answer }), said.nowMs);
  const answer = me.answer === 'none' ? 'notThisTime' : 'withdrawn';
  return { kind: 'changed', state: 'thanks', pair: withMember(pair, me, { answer }) };
}

function answerToPair(pair: Pair, answer: IntroductionAnswer): AnswerDecision {
  if (pair.state === 'ended') return { kind: 'unchanged', state: 'ended' };
  if (answer !== 'notThisTime') return { kind: 'unchanged', state: 'paired' };
  throw new Refusal('conflict', 'pair:answer.alreadyPaired');
}

function answerAfterNo(answer: IntroductionAnswer): AnswerDecision {
  if (answer === 'notThisTime') return { kind: 'unchanged', state: 'thanks' };
  throw new Refusal('conflict', 'pair:answer.alreadyDeclined');
}

/** After a yes or a *meet first*: a pair when all say yes, a first chat when all would like to meet. */
export function agree(pair: Pair, nowMs: number): Extract<AnswerDecision, { kind: 'changed' }> {
  if (pair.members.every(({ answer }) => answer === 'yes')) {
    const active: ActivePair = { ...pair, state: 'active', activeSince: toInstant(nowMs) };
    return { kind: 'changed', state: 'paired', pair: active };
  }
  if (isFirstChat(pair) || !pair.members.every(isWilling)) return { kind: 'changed', state: 'waiting', pair };
  return { kind: 'changed', state: 'firstChat', pair: { ...pair, firstChatSince: toInstant(nowMs) } };
}

/**
 * A first chat that was just agreed on, with new moments for each: the end after ten working days, and the one
 * question after five. `zones` are the members' time zones, in their order.
 */
export function withTimeForChat(pair: Pair, zones: readonly string[]): Pair {
  const since = toMs(pair.firstChatSince || pair.introducedAt);
  const members = pair.members.map((member, n) => ({
    ...member,
    answerBy: afterWorkingDays(since, zones[n] ?? 'UTC', FIRST_CHAT_WORKING_DAYS, HOUR),
    remindAt: afterWorkingDays(since, zones[n] ?? 'UTC', WORKING_DAYS, HOUR),
  }));
  return { ...pair, members };
}

/** Who is asked now whether it goes on after the first chat: whoever has not decided, whatever the others did. */
export function decideReminder(pair: Pair, nowMs: number): PersonId[] {
  if (!isFirstChat(pair) || nowMs >= toMs(closesAt(pair))) return [];
  return pair.members
    .filter(({ answer, remindAt }) => answer === 'meetFirst' && remindAt && nowMs >= toMs(remindAt))
    .map(({ person }) => person);
}

const withMember = (pair: Pair, me: PairMember, change: Partial<PairMember>): Pair => ({
  ...pair,
  members: pair.members.map((member) => (member.person === me.person ? { ...member, ...change } : member)),
});

/** Whether a member would be introduced to the others again; can be asked for once it ended for that member. */
export function withAgain(
  pair: Pair,
  me: PairMember,
  { again, nowMs }: { again: boolean; nowMs: number },
): Pair {
  if (stateFor(pair, me, nowMs) !== 'ended') throw new Refusal('conflict', 'pair:again.notEnded');
  return withMember(pair, me, { again });
}

/**
 * Whether an earlier introduction keeps its people from being introduced to each other: always, unless it ended
 * and everybody asked for another.
 */
export const keepsApart = ({ state, members, apart = [] }: Pair): boolean =>
  state !== 'ended' || [...members, ...apart].some(({ again }) => again !== true);

/** Who learns now that the introduction ended, and the ended pair once everybody may know. */
export function decideEnd(pair: Pair, nowMs: number): { tell: PersonId[]; ended: Pair | undefined } {
  if (pair.state !== 'introduced') return { tell: [], ended: undefined };
  const tell = pair.members.filter((member) => nowMs >= toMs(member.answerBy)).map(({ person }) => person);
  if (tell.length < pair.members.length) return { tell, ended: undefined };
  return { tell, ended: { ...pair, state: 'ended', endedAt: toInstant(nowMs) } };
}
