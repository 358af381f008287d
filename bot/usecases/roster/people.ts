import { byName, isNamed } from '#domain/basics/collation.ts';
import { asId, type CohortId, type Day, type Instant, type PersonId } from '#domain/basics/ids.ts';
import { attributesKept } from '#domain/cohorts/attributes/attributes.ts';
import { type Cohort, type CohortPair, mentorsIn } from '#domain/cohorts/cohort.ts';
import { isAway, type Member } from '#domain/cohorts/member.ts';
import type { Role } from '#domain/people/person.ts';
import { factsHolding } from '#domain/people/said.ts';
import { canAskAgain, didNotArrive, type Standing, standingOf } from '#domain/roster/standing.ts';
import { getCohortIn, openAsChampion } from '#usecases/cohorts/cohorts.ts';
import { latestInvitation } from '#usecases/cohorts/invitations.ts';
import { type Contact, namesOf, openContact } from '#usecases/people/contacts.ts';
import { settingsIn } from '#usecases/people/settings.ts';
import type { InCohort } from '#usecases/story/actor.ts';
import type { Context } from '#usecases/story/context.ts';
import { inParallel } from '#usecases/story/parallel.ts';
import type { Partition } from '#usecases/story/partition.ts';
import { findRow, listRows } from '#usecases/story/rows.ts';

/** Member rows that are read with one query, and people that one answer looks through until it has enough. */
const ROWS_AT_ONCE = 100;
const MOST_LOOKED_AT = 500;
const ENOUGH = 50;
const READ_AT_ONCE = 32;

export interface RosterPerson extends Pick<Contact, 'name' | 'mail' | 'hasApp'> {
  person: PersonId;
  role: Role;
  standing: Standing;
  department: string;
  location: string;
  manager: PersonId | '';
  /** When each step was taken, as far as that is known. */
  dates: Partial<Record<'invited' | 'joined' | 'introduced' | 'paired', Instant>>;
  /** Whether the last invitation came to nothing, as far as anybody knows. */
  isLost: boolean;
  canAskAgain: boolean;
  /** While they are on leave. */
  awayUntil?: Day;
  /** What columns of a list say of them that the cohort keeps. */
  attributes: { name: string; value: string }[];
}

export interface RosterAsked {
  /** Words of a name or mail address. */
  find: string;
  standing?: Standing | undefined;
  role?: Role | undefined;
  /** As written, accents and case aside; part of it will do. */
  department: string;
  location: string;
  /** `next` of the page before; empty for the first. */
  from: string;
  locale: string;
}

export interface RosterPage {
  people: RosterPerson[];
  /** How many members were looked at for this page. */
  looked: number;
  /** Where the next page begins; missing after the last. */
  next?: string;
}

/**
 * One page of the people of a cohort: as many rows as one query brings are read, then the next ones, until enough
 * people were found or many were looked at. Each page stands in the order of names.
 */
export async function listRoster(ctx: Context, at: InCohort, asked: RosterAsked): Promise<RosterPage> {
  const about = getCohortIn(await openAsChampion(ctx, at));
  const people: RosterPerson[] = [];
  let looked = 0;
  let from = asked.from;
  for (;;) {
    const rows = await memberRows(ctx, at.cohort, from);
    looked += rows.length;
    people.push(...(await readSome(ctx, { cohort: at.cohort, about }, rows, asked)));
    const last = rows.at(-1);
    // A page may be short because a row of it could not be read.
    if (!last) break;
    from = last.person;
    if (people.length >= ENOUGH || looked >= MOST_LOOKED_AT)
      return { people: people.sort(byName(asked.locale)), looked, next: from };
  }
  return { people: people.sort(byName(asked.locale)), looked };
}

type MemberRow = { person: PersonId; value: Member };

/** The next members after `from`, in the order of their keys. */
async function memberRows(ctx: Context, cohort: CohortId, from: string): Promise<MemberRow[]> {
  const rows = await listRows(ctx, 'cohorts', cohort, 'member', { after: from, limit: ROWS_AT_ONCE });
  return rows.map(({ key, value }) => ({ person: asId<PersonId>(key.slice('member_'.length)), value }));
}

interface Here {
  cohort: CohortId;
  about: Cohort;
}

async function readSome(
  ctx: Context,
  here: Here,
  rows: readonly MemberRow[],
  asked: RosterAsked,
): Promise<RosterPerson[]> {
  const isNearly = rows.filter(({ value }) => canBe(value, asked));
  const read = await inParallel(isNearly, (row) => readOne(ctx, here, row), READ_AT_ONCE);
  const isFound = finding(asked);
  return read.filter(isFound);
}

/** What the member's own row rules out needs no further reading. */
const canBe = (member: Member, { role, standing }: RosterAsked): boolean =>
  (role === undefined || member.role === role) &&
  (standing === undefined ||
    (member.state === 'joined'
      ? ['joined', 'introduced', 'paired'].includes(standing)
      : standingOf(member, []) === standing));

function finding({ find, standing, department, location }: RosterAsked): (one: RosterPerson) => boolean {
  const isLookedFor = isNamed(find);
  const isThere = isNamed(department);
  const isHere = isNamed(location);
  return (one) =>
    (standing === undefined || one.standing === standing) &&
    isLookedFor({ name: `${one.name} ${one.mail}` }) &&
    isThere({ name: one.department }) &&
    isHere({ name: one.location });
}

/** A member with what holds of them here: one read, and one each for a pair and for an invitation without an answer. */
async function readOne(
  ctx: Context,
  { cohort, about }: Here,
  { person, value: member }: MemberRow,
): Promise<RosterPerson> {
  const { contact, own } = await openContact(ctx, person, cohort);
  const { name, mail, hasApp, isReached } = contact;
  const pairs = member.state === 'joined' ? await pairsOf(ctx, cohort, own) : [];
  const standing = standingOf(member, pairs);
  const { department, location, manager } = factsHolding(cohort, own.list('said'));
  const askedAt = member.askedAt ?? own.find('enrolment', cohort)?.value.invitedAt;
  const isAsked = standing === 'invited' && hasApp;
  const delivery = isAsked ? await latestInvitation(ctx, cohort, { person, ...member }) : undefined;
  const last = { standing, askedAt, isReached, delivery };
  return {
    ...{ person, name, mail, hasApp, role: member.role, standing, department, location, manager },
    dates: datesOf(member, pairs, askedAt),
    attributes: attributesKept(about, member.attributes),
    isLost: didNotArrive(last),
    canAskAgain: canAskAgain(last, ctx.clock.now()),
    ...(isAway(member, ctx.clock.now(), settingsIn(own).timeZone) && { awayUntil: member.awayUntil }),
  };
}

async function pairsOf(ctx: Context, cohort: CohortId, own: Partition<'people'>): Promise<CohortPair[]> {
  const links = own.list('pair').filter(({ value }) => value.cohort === cohort);
  const found = await Promise.all(links.map(({ id }) => findRow(ctx, 'cohorts', cohort, 'pair', id)));
  const isOf = (pair: CohortPair) => [pair.executive, ...mentorsIn(pair)].includes(asId<PersonId>(own.id));
  return found.flatMap((row) => (row && isOf(row.value) ? [row.value] : []));
}

function datesOf(
  member: Member,
  pairs: readonly CohortPair[],
  askedAt: Instant | undefined,
): RosterPerson['dates'] {
  const now = pairs.find(({ state }) => state === 'paired') ?? pairs.find(({ state }) => state !== 'closed');
  return {
    ...(member.state !== 'imported' && askedAt && { invited: askedAt }),
    ...(member.state === 'joined' && member.joinedAt && { joined: member.joinedAt }),
    ...(now?.introducedAt && { introduced: now.introducedAt }),
    ...(now?.pairedAt && { paired: now.pairedAt }),
  };
}

/** The same page for a file: with the name of whoever stands above. */
export async function listForFile(
  ctx: Context,
  at: InCohort,
  asked: { from: string; locale: string },
): Promise<Omit<RosterPage, 'people'> & { people: (RosterPerson & { managerName: string })[] }> {
  const page = await listRoster(ctx, at, { find: '', department: '', location: '', ...asked });
  const above = page.people.flatMap(({ manager }) => manager || []);
  const nameOf = await namesOf(ctx, above, at.cohort);
  return {
    ...page,
    people: page.people.map((one) => ({ ...one, managerName: one.manager ? nameOf(one.manager) : '' })),
  };
}
