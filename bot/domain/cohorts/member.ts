import { type CohortId, type Day, type Instant, type PersonId, toInstant } from '#domain/basics/ids.ts';
import { dayIn } from '#domain/basics/workingDays.ts';
import type { Role } from '#domain/people/person.ts';

/** Where somebody stands with their own invitation. */
export const ENROLMENT_STATES = ['invited', 'joined', 'passed', 'later', 'left'] as const;
export type EnrolmentState = (typeof ENROLMENT_STATES)[number];
/** The same as a champion sees it: also people who were only imported. */
export const MEMBER_STATES = ['imported', ...ENROLMENT_STATES] as const;
type MemberState = (typeof MEMBER_STATES)[number];
/** Members as lists ask for them. */
export const MEMBER_KINDS = [
  'everybody',
  'reached',
  'withoutApp',
  'changed',
  'withoutAccount',
  'joined',
] as const;
export type MemberKind = (typeof MEMBER_KINDS)[number];

/**
 * What a champion administers about one person, by name. The person's own `enrolment` row is the truth for
 * the answer; this is its projection.
 */
export interface Member {
  role: Role;
  state: MemberState;
  /** Since when they take part; missing where it was written before this was kept. */
  joinedAt?: Instant;
  /** Left out of the last published round: comes first in the next one. */
  waiting: boolean;
  /** Addresses that mean this member here, beside those that account and lookups know: the champion's word. */
  addresses?: string[];
  /** Who counts as this member here by a champion's word, oldest first. */
  joined?: Joined[];
  /** What a list said of them that this cohort keeps, by name. */
  attributes?: Record<string, string>;
  /** When they were last asked; missing where it was written before this was kept. */
  askedAt?: Instant;
  /** How often they were sent an invitation, where that was more than once. */
  sendings?: number;
  /** The day they are back from a leave, by the latest word of a champion, a list or themselves; missing for none. */
  awayUntil?: Day;
  /** The cohort to which a champion is moving them at this moment: nobody else moves, or asks, them meanwhile. */
  movingTo?: CohortId;
  /** The day that a list said last: as long as it says no other it says nothing new. */
  leaveListed?: Day;
}

/** Whether somebody is on leave where they are: nobody new is proposed, found or introduced meanwhile. */
export const isAway = ({ awayUntil }: Pick<Member, 'awayUntil'>, nowMs: number, timeZone = 'UTC'): boolean =>
  awayUntil !== undefined && awayUntil > dayIn(nowMs, timeZone);

/** The leave of a member that two rows speak of: the one that ends later. */
export const laterLeave = (...both: (Pick<Member, 'awayUntil'> | undefined)[]): Pick<Member, 'awayUntil'> => {
  const awayUntil = both
    .flatMap((one) => one?.awayUntil ?? [])
    .sort()
    .at(-1);
  return awayUntil ? { awayUntil } : {};
};

/**
 * A member as a list says it: a day to come is the end of a leave, one gone by says that there is none. The same
 * member where it says what it said before: what was noted since then stands.
 */
export function withLeaveSaid(member: Member, said: Day | undefined, nowMs: number): Member {
  if (said === undefined || said === member.leaveListed) return member;
  const { awayUntil: _, ...here } = member;
  const awayUntil = isAway({ awayUntil: said }, nowMs) ? { awayUntil: said } : {};
  return { ...here, ...awayUntil, leaveListed: said };
}

/** All that is kept of a member, also of what was there before they were joined with somebody. */
export const attributesIn = ({ attributes, joined = [] }: Member): Record<string, string>[] => [
  ...(attributes ? [attributes] : []),
  ...joined.flatMap(({ was }) => attributesIn(was)),
];

/** A member with only some of what is kept of them, wherever it stands. */
export function keepingOnly(member: Member, keeps: (name: string, value: string) => boolean): Member {
  const { attributes = {}, joined, ...rest } = member;
  const kept = Object.entries(attributes).filter(([name, value]) => keeps(name, value));
  return {
    ...rest,
    ...(joined && { joined: joined.map((one) => ({ ...one, was: keepingOnly(one.was, keeps) })) }),
    ...(kept.length > 0 && { attributes: Object.fromEntries(kept) }),
  };
}

/** A member who was known by an address alone, and what both were before they became one. */
export interface Joined {
  from: PersonId;
  address: string;
  at: Instant;
  was: Member;
  /** Missing when the account was no member. */
  had?: Pick<Member, 'role' | 'state' | 'awayUntil'>;
}

/** Whether a member has no place of their own: it ends with the word that joined them with somebody. */
export const isLentPlace = ({ joined = [] }: Member): boolean => joined.some(({ had }) => !had);

/** Whether somebody is named by an address that only a champion's word makes theirs. */
export const isNamedByLent = (
  named: { directoryId: string; mail: string },
  { joined = [] }: Member,
): boolean => named.directoryId === '' && joined.some(({ address }) => address === named.mail);

/** The place is the member's own from now on, whoever is taken apart from them later. */
export const withPlaceOf = ({ role, state }: Pick<Member, 'role' | 'state'>, is: Member): Member =>
  is.joined ? { ...is, joined: is.joined.map((one) => ({ ...one, had: one.had ?? { role, state } })) } : is;

/** The person's own side of a membership (table people, `enrolment_<cohort>`). */
export interface Enrolment {
  /** As it was when the person was invited. */
  cohortName: string;
  /** The last day of the cohort; missing where it was written before this was kept. */
  endsOn?: Day;
  role: Role;
  state: EnrolmentState;
  invitedAt: Instant;
  answeredAt: Instant | '';
  /** How often they asked for later; missing for never. */
  postponed?: number;
  /** The cohort to which a champion moved them: here they have no place any more. */
  movedTo?: CohortId;
  /** They were invited here before and moved away since: what was sent to them then is no news of this invitation. */
  isAnew?: true;
  /** The name of the programme whose place this invitation takes. */
  insteadOf?: string;
}

/** The own side of whoever is invited now; `known`: what is left of an earlier time, before they were moved away. */
export const invitedTo = (
  { name: cohortName, endsOn }: { name: string; endsOn: Day },
  { role }: Pick<Member, 'role'>,
  { known, nowMs }: { known: Enrolment | undefined; nowMs: number },
): Enrolment => ({
  ...{ cohortName, endsOn, role, state: 'invited', invitedAt: toInstant(nowMs), answeredAt: '' },
  ...(known && { isAnew: true }),
});

/** Whether the programme is still one of theirs, whatever they answered: nobody moved them to another. */
export const isTheirs = ({ movedTo }: Pick<Enrolment, 'movedTo'>): boolean => movedTo === undefined;

/** A place that somebody was moved away from gives way to an invitation of whoever turns out to be the same person. */
export const invitedInstead = (
  known: Enrolment | undefined,
  invited: Enrolment | undefined,
): Enrolment | undefined =>
  known && invited && !isTheirs(known) && isTheirs(invited) ? { ...invited, isAnew: true } : undefined;

/** The name of the programme from which somebody who was asked there was moved to this one, since they were last here. */
export function placeBefore(
  enrolments: readonly Enrolment[],
  to: CohortId,
  known: Enrolment | undefined,
): string | undefined {
  const since = known?.answeredAt ?? '';
  const before = enrolments.filter(
    ({ movedTo, answeredAt }) => movedTo === to && answeredAt !== '' && answeredAt >= since,
  );
  return before.sort((a, b) => (a.answeredAt < b.answeredAt ? 1 : -1))[0]?.cohortName;
}

export interface CohortLink {
  cohort: CohortId;
}
