import { type PersonId, toInstant, toMs } from '#domain/basics/ids.ts';
import { FEWEST_DEPARTMENTS, FEWEST_IN_CIRCLE } from '#domain/cohorts/cohort.ts';
import { closesAt, isFirstChat, isWilling } from './introduction.ts';
import {
  activeSinceOf,
  type GoingPair,
  type Introduction,
  isGoing,
  type Pair,
  type PairMember,
} from './pair.ts';

/** An executive with several mentors: one pair with more than two members. */
const isCircle = ({ members, apart = [] }: Pair): boolean => members.length + apart.length > 2;

const isEnough = (members: readonly PairMember[]): boolean =>
  members.some(({ role }) => role === 'executive') &&
  members.filter(({ role }) => role === 'mentor').length >= FEWEST_IN_CIRCLE;

/** Whether they come from two departments, where it is a project team. */
const areMixed = ({ isTeam }: Pair, members: readonly PairMember[]): boolean =>
  !isTeam || new Set(members.flatMap(({ comesFrom }) => comesFrom ?? [])).size >= FEWEST_DEPARTMENTS;

/**
 * A circle at the moment its answers close, with those who would like to meet, where the executive and two mentors
 * do, of a project team from two departments; who declined, withdrew or said nothing stands apart, all alike.
 * Undefined where it is not so.
 */
export function gathered(pair: Pair, nowMs: number): Introduction | undefined {
  if (pair.state !== 'introduced' || !isCircle(pair) || nowMs < toMs(closesAt(pair))) return undefined;
  // After a first chat only a yes is one.
  const isIn = isFirstChat(pair) ? ({ answer }: PairMember) => answer === 'yes' : isWilling;
  const members = pair.members.filter(isIn);
  if (!isEnough(members) || !areMixed(pair, members)) return undefined;
  const others = pair.members.filter((member) => !isIn(member));
  return { ...pair, members, apart: [...(pair.apart ?? []), ...others] };
}

/**
 * A circle without one of its mentors, as long as two are left; undefined where whoever leaves ends it for all. What
 * the others agreed on stands.
 */
export function withoutMember(pair: GoingPair, me: PairMember, nowMs: number): GoingPair | undefined {
  if (!goesOnWithout(pair, me)) return undefined;
  const members = pair.members.filter(({ person }) => person !== me.person);
  const left = { ...me, leftAt: toInstant(nowMs) };
  return { ...pair, members, apart: [...(pair.apart ?? []), left] };
}

export const goesOnWithout = (pair: Pair, me: PairMember): boolean =>
  isGoing(pair) && isEnough(pair.members.filter(({ person }) => person !== me.person));

/**
 * The pair as one person knows it. Whoever left a circle has seen it end; who was not among those that began it knows
 * an introduction that comes to its end, whatever became of it.
 */
export function asSeenBy(pair: Pair, person: PersonId): Pair {
  const me = pair.apart?.find((one) => one.person === person);
  if (!me || pair.members.some((member) => member.person === person)) return pair;
  const { cohort, cohortName, reasons, fit, introducedAt, isTeam } = pair;
  const made = { cohort, cohortName, reasons, fit, introducedAt, ...(isTeam && { isTeam }) };
  if (me.leftAt === undefined) {
    const asked = (pair.apart ?? []).filter(({ leftAt }) => leftAt === undefined);
    return { ...made, state: 'introduced', members: [...pair.members, ...asked] };
  }
  const activeSince = activeSinceOf(pair);
  const ended = { ...made, members: [...pair.members, me], endedAt: me.leftAt };
  return { ...ended, state: 'ended', ...(activeSince && { activeSince }) };
}

/** Of those who stand apart, who has to hear now that their introduction ended. */
export const endsFor = ({ apart = [] }: Pair, nowMs: number): PairMember[] =>
  apart.filter(({ leftAt, answerBy }) => leftAt === undefined && nowMs >= toMs(answerBy));

/** The pair with one member, or somebody apart, as they are now. */
export function withOne(pair: Pair, changed: PairMember): Pair {
  const swap = <One extends PairMember>(one: One): One =>
    one.person === changed.person ? { ...one, ...changed } : one;
  return { ...pair, members: pair.members.map(swap), ...(pair.apart && { apart: pair.apart.map(swap) }) };
}
