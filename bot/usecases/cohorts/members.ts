import { byName, isNamed } from '#domain/basics/collation.ts';
import { asId, type CohortId, type PersonId } from '#domain/basics/ids.ts';
import type { Member, MemberKind } from '#domain/cohorts/member.ts';
import { invitationJob } from '#domain/cohorts/notices.ts';
import { type Delivery, isLost, isOnItsWay } from '#domain/notices/delivery.ts';
import type { Role } from '#domain/people/person.ts';
import { type Contact, contactsOf } from '#usecases/people/contacts.ts';
import { carryMember } from '#usecases/people/joining.ts';
import type { InCohort } from '#usecases/story/actor.ts';
import type { Context } from '#usecases/story/context.ts';
import { listDeliveries } from '#usecases/story/deliveries.ts';
import { openAsChampion } from './cohorts.ts';

export interface MemberSeen extends Member, Contact {
  person: PersonId;
  /** The latest invitation, undefined while none was tried. */
  delivery: Delivery | undefined;
}

/** Everybody of a cohort in the order of their names, with what became of their invitation. */
export async function listMembers(ctx: Context, at: InCohort, locale = 'en'): Promise<MemberSeen[]> {
  const rows = await openAsChampion(ctx, at, ['member']);
  const members = rows.list('member').map(({ id, value }) => ({ person: asId<PersonId>(id), ...value }));
  const [contact, deliveries] = await Promise.all([
    contactsOf(
      ctx,
      members.map(({ person }) => person),
      at.cohort,
    ),
    latestInvitations(ctx, at.cohort, members),
  ]);
  const twice = members.map(({ person }) => ({ from: person, into: contact(person).is }));
  const late = twice.filter(({ from, into }) => from !== into);
  for (const two of late) await carryMember(ctx, at.cohort, two, '');
  if (late.length > 0) return listMembers(ctx, at, locale);
  return members
    .map((member) => ({ ...member, ...contact(member.person), delivery: deliveries.get(member.person) }))
    .sort(byName(locale));
}

/** Each sending has its own deliveries; the members know how many sendings there were. */
async function latestInvitations(
  ctx: Context,
  cohort: CohortId,
  members: readonly Member[],
): Promise<Map<PersonId, Delivery>> {
  const times = members.reduce((most, { sendings = 1 }) => Math.max(most, sendings), 1);
  const jobs = Array.from({ length: times }, (_, n) => invitationJob(cohort, n + 1));
  const all = await Promise.all(jobs.map((job) => listDeliveries(ctx, job)));
  return new Map(all.flat().map((delivery) => [delivery.person, delivery]));
}

/** Whose last invitation did not arrive, or of whom nobody knows, as far as the bot can reach them. */
export const isInvitedInVain = ({ state, hasApp, delivery }: MemberSeen): boolean =>
  state === 'invited' && hasApp && isLost(delivery);

const IS: Record<MemberKind, (member: MemberSeen) => boolean> = {
  everybody: () => true,
  reached: ({ hasApp }) => hasApp,
  withoutApp: ({ hasApp }) => !hasApp,
  changed: ({ changed, joined = [] }) => changed.length > 0 || joined.length > 0,
  withoutAccount: ({ hasAccount }) => !hasAccount,
  joined: ({ state }) => state === 'joined',
};

export interface MembersAsked {
  which: MemberKind;
  role?: Role | undefined;
  /** Words of a name or mail address. */
  find: string;
  locale: string;
}

export interface MembersFound {
  found: MemberSeen[];
  counts: MemberCounts;
}

/** How many there are of each kind, and how far their invitations are. */
type MemberCounts = Record<
  MemberKind | 'fresh' | 'arrived' | 'coming' | 'waiting' | 'refused' | 'unknown',
  number
>;

/** Those of a kind whose name or address holds what is looked for, by name, and the counts over everybody. */
export async function findMembers(
  ctx: Context,
  at: InCohort,
  { which, role, find, locale }: MembersAsked,
): Promise<MembersFound> {
  const members = await listMembers(ctx, at, locale);
  const isLookedFor = isNamed(find);
  const found = members.filter(
    (member) =>
      IS[which](member) &&
      (role === undefined || member.role === role) &&
      isLookedFor({ name: `${member.name} ${member.mail}` }),
  );
  return { found, counts: countsOf(members) };
}

function countsOf(members: readonly MemberSeen[]): MemberCounts {
  const count = (is: (member: MemberSeen) => boolean): number => members.filter(is).length;
  const isAsked = ({ state }: MemberSeen) => state !== 'imported';
  return {
    everybody: members.length,
    reached: count(IS.reached),
    withoutApp: count(IS.withoutApp),
    changed: count(IS.changed),
    withoutAccount: count(IS.withoutAccount),
    joined: count(IS.joined),
    fresh: count((one) => !isAsked(one)),
    arrived: count((one) => isAsked(one) && one.delivery?.state === 'sent'),
    coming: count((one) => isAsked(one) && one.hasApp && isOnItsWay(one.delivery)),
    waiting: count((one) => isAsked(one) && !one.hasApp),
    refused: count((one) => isInvitedInVain(one) && one.delivery?.state === 'failed'),
    unknown: count((one) => isInvitedInVain(one) && one.delivery?.state === 'unknown'),
  };
}
