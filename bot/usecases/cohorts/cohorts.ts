import type { CohortsRows } from '#domain/all/rows.ts';
import { asId, type CohortId, type PersonId, toInstant } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { requireRoom, TRIES_AT_ONCE } from '#domain/basics/room.ts';
import { asOf, type Cohort, mustBeLikely } from '#domain/cohorts/cohort.ts';
import { type ContactStanding, contactStanding } from '#domain/cohorts/contactPerson.ts';
import { type Unmatched, unmatchedForLong } from '#domain/cohorts/unmatched.ts';
import type { SponsorSees } from '#domain/sponsors/sponsor.ts';
import { pointToKept } from '#usecases/people/kept.ts';
import { languagesOf } from '#usecases/profile/profile.ts';
import { type Actor, type InCohort, idOfPress } from '#usecases/story/actor.ts';
import { audit } from '#usecases/story/audit.ts';
import type { Context } from '#usecases/story/context.ts';
import { inParallel } from '#usecases/story/parallel.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';
import { findRow } from '#usecases/story/rows.ts';

export type OpenCohort = Partition<'cohorts'>;
export type NewCohort = Pick<
  Cohort,
  'name' | 'kind' | 'startsOn' | 'endsOn' | 'fitFloor' | 'tweaks' | 'circle' | 'languages'
>;

export interface CohortSeen extends Cohort {
  cohort: CohortId;
  etag: string;
  /** Whether somebody has agreed to be whom members can turn to: nothing new begins before. */
  contact: ContactStanding;
  unmatchedForLong: Unmatched;
  counts: { members: number; invited: number; joined: number; introduced: number; paired: number };
}

/** Refuses whoever is not a champion of this cohort. Its existence is not told. */
function mustChampion(rows: OpenCohort, person: PersonId): void {
  if (!rows.find('cohort') || !rows.find('champion', person)) throw new Refusal('missing', 'cohort:notYours');
}

/** The cohort with the named kinds of rows, for one of its champions. */
export async function openAsChampion(
  ctx: Context,
  at: InCohort,
  kinds: readonly (keyof CohortsRows)[] = [],
): Promise<OpenCohort> {
  const rows = await Partition.pick(ctx, at.cohort, [['cohort'], ['champion', at.person]]);
  mustChampion(rows, at.person);
  return rows.also(kinds);
}

/**
 * The same where its sponsor may read as well. `what` names the part of a cohort that sponsors see: no other is opened
 * to them, and none of it names people.
 */
export async function openToRead(
  ctx: Context,
  at: InCohort,
  _what: SponsorSees,
  kinds: readonly (keyof CohortsRows)[],
): Promise<OpenCohort> {
  const rows = await Partition.pick(ctx, at.cohort, [
    ['cohort'],
    ['champion', at.person],
    ['sponsor', at.person],
  ]);
  if (!rows.find('sponsor', at.person)) mustChampion(rows, at.person);
  return rows.also(kinds);
}

/** The cohort as it is now, or undefined; for whoever decides from it. */
export async function cohortOf(ctx: Context, cohort: CohortId): Promise<Cohort | undefined> {
  const row = await findRow(ctx, 'cohorts', cohort, 'cohort');
  return row && asOf(row.value, ctx.clock.now());
}

/** The cohort's own row, which exists once somebody was let in. */
export function getCohortIn(rows: OpenCohort): Cohort {
  const row = rows.find('cohort');
  if (!row) throw new Refusal('missing', 'cohort:notYours');
  return row.value;
}

/**
 * Only people with the app role Champion make cohorts; from then on the champion row is the permission. The same
 * `press` again answers the cohort that it made.
 */
export function createCohort(ctx: Context, actor: Actor, asked: NewCohort, press = ''): Promise<CohortSeen> {
  const { name, kind, startsOn, endsOn, fitFloor, circle, tweaks = [] } = asked;
  const languages = languagesOf(asked.languages ?? []);
  const shape = { fitFloor, ...(circle && { circle }), ...(languages.length > 0 && { languages }) };
  const content = { name, kind, startsOn, endsOn, ...shape, ...(tweaks.length > 0 && { tweaks }) };
  const cohort = idOfPress<CohortId>(ctx, actor, { noun: 'cohort', key: press, content });
  return retrying(ctx, () => createAs(ctx, actor, content, cohort), TRIES_AT_ONCE);
}

async function createAs(ctx: Context, actor: Actor, asked: NewCohort, cohort: CohortId): Promise<CohortSeen> {
  if (!actor.roles.includes('Champion')) throw new Refusal('forbidden', 'cohort:onlyChampions');
  mustBeLikely(asked, ctx.clock.now());
  const at = toInstant(ctx.clock.now());
  if (!(await linkToChampion(ctx, actor.person, cohort)) && (await cohortOf(ctx, cohort)))
    return getCohort(ctx, cohort, actor.person);
  await pointToKept(ctx, cohort, asked.endsOn);
  const rows = await Partition.openCohort(ctx, cohort, []);
  rows.create('cohort', '', { ...asked, state: 'draft', createdAt: at });
  rows.create('champion', actor.person, { since: at });
  audit(ctx, rows, { by: actor.person, did: 'createCohort' });
  await rows.commit();
  return viewOfCohort(ctx, rows, cohort);
}

/** Written before the cohort: a link to a cohort that never came to be is passed over. False when it was there. */
export async function linkToChampion(ctx: Context, person: PersonId, cohort: CohortId): Promise<boolean> {
  const own = await Partition.open(ctx, 'people', person);
  if (own.find('champion', cohort)) return false;
  requireRoom('cohorts', own.list('champion').length);
  const me = own.find('person');
  if (me) own.put('person', '', me.value);
  own.create('champion', cohort, { cohort });
  await own.commit();
  return true;
}

/** The cohorts a person runs, newest first. */
export async function listCohorts(ctx: Context, person: PersonId): Promise<CohortSeen[]> {
  const own = await Partition.open(ctx, 'people', person);
  const seen = await inParallel(own.list('champion'), ({ id }) => findCohort(ctx, asId(id), person));
  return seen
    .filter((cohort) => cohort !== undefined)
    .sort((a, b) => (a.createdAt < b.createdAt ? 1 : a.createdAt > b.createdAt ? -1 : 0));
}

async function findCohort(ctx: Context, cohort: CohortId, person: PersonId): Promise<CohortSeen | undefined> {
  const champion = await findRow(ctx, 'cohorts', cohort, 'champion', person);
  return champion && getCohort(ctx, cohort, person);
}

/** One cohort with its counts: administrative facts only. */
export async function getCohort(ctx: Context, cohort: CohortId, person: PersonId): Promise<CohortSeen> {
  const rows = await openToRead(ctx, { cohort, person }, 'cohort', ['member', 'pair', 'contact']);
  return viewOfCohort(ctx, rows, cohort);
}

function viewOfCohort(ctx: Context, rows: OpenCohort, cohort: CohortId): CohortSeen {
  const members = rows.list('member').map(({ id, value }) => ({ ...value, person: asId<PersonId>(id) }));
  const pairs = rows.list('pair').map(({ value }) => value);
  return {
    ...asOf(getCohortIn(rows), ctx.clock.now()),
    cohort,
    etag: rows.find('cohort')?.etag ?? '',
    contact: contactStanding(rows.list('contact').map(({ value }) => value)),
    unmatchedForLong: unmatchedForLong(getCohortIn(rows), { members, pairs }, ctx.clock.now()),
    counts: {
      members: members.length,
      invited: members.filter(({ state }) => state !== 'imported').length,
      joined: members.filter(({ state }) => state === 'joined').length,
      introduced: pairs.filter(({ state }) => state === 'introduced').length,
      paired: pairs.filter(({ state }) => state === 'paired').length,
    },
  };
}
