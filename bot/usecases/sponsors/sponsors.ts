import { asId, type CohortId, type Instant, type PersonId, toInstant } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { sponsorJob } from '#domain/sponsors/notices.ts';
import { type NamedChampion, whoIsMeant } from '#usecases/cohorts/champions.ts';
import { getCohortIn, type OpenCohort, openAsChampion } from '#usecases/cohorts/cohorts.ts';
import { contactOf } from '#usecases/people/contacts.ts';
import type { InCohort } from '#usecases/story/actor.ts';
import { audit } from '#usecases/story/audit.ts';
import { lookSoon } from '#usecases/story/cardDue.ts';
import type { Context } from '#usecases/story/context.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';
import { findRow } from '#usecases/story/rows.ts';

export interface SponsorSeen {
  person: PersonId;
  name: string;
  since: Instant;
}

/** The one who backs a cohort; `rows` hold its sponsor. */
export const sponsorIn = (rows: OpenCohort): PersonId | undefined => {
  const [row] = rows.list('sponsor');
  return row && asId<PersonId>(row.id);
};

/** Who backs a cohort, as its champions and the sponsor see it; `rows` hold its sponsor. */
export async function findSponsor(ctx: Context, rows: OpenCohort): Promise<SponsorSeen | undefined> {
  const [row] = rows.list('sponsor');
  if (!row) return undefined;
  const person = asId<PersonId>(row.id);
  return { person, name: (await contactOf(ctx, person)).name, since: row.value.since };
}

/** Refuses whoever does not back this cohort; its existence is not told. */
export async function openAsSponsor(
  ctx: Context,
  at: InCohort,
  kinds: Parameters<OpenCohort['also']>[0] = [],
): Promise<OpenCohort> {
  const rows = await Partition.pick(ctx, at.cohort, [['cohort'], ['sponsor', at.person]]);
  if (!rows.find('cohort') || !rows.find('sponsor', at.person))
    throw new Refusal('missing', 'cohort:notYours');
  return rows.also(kinds);
}

/**
 * Chooses who backs a cohort, and tells them. Only whose account has the app role Sponsor can be chosen, and nobody
 * while somebody else is. The same again changes nothing.
 */
export async function chooseSponsor(ctx: Context, at: InCohort, named: NamedChampion): Promise<void> {
  await openAsChampion(ctx, at);
  const person = await whoIsMeant(ctx, named);
  if ((await findRow(ctx, 'people', person, 'settings'))?.value.maySponsor !== true)
    throw new Refusal('conflict', 'cohort:sponsor.noRole');
  await retrying(ctx, () => link(ctx, person, at.cohort));
  await retrying(ctx, async () => {
    const rows = await openAsChampion(ctx, at, ['sponsor']);
    if (rows.find('sponsor', person)) return;
    if (sponsorIn(rows)) throw new Refusal('conflict', 'cohort:sponsor.another');
    const now = ctx.clock.now();
    rows.create('sponsor', person, { since: toInstant(now) });
    // Written again as it is: of two who are chosen at once one is too late.
    rows.put('cohort', '', getCohortIn(rows));
    const notice = { kind: 'sponsor', cohort: at.cohort, by: at.person } as const;
    rows.tell({ kind: 'notify', job: sponsorJob(at.cohort, now), to: person, notice });
    audit(ctx, rows, { by: at.person, did: 'chooseSponsor', about: person });
    await rows.commit();
  });
  // Once more: whoever takes the link away because they were taken off a moment ago is too late, or is made good.
  await retrying(ctx, () => link(ctx, person, at.cohort));
}

/**
 * Takes the sponsor off, by a champion or by themselves: they see nothing of the cohort any more, and what waited for
 * their yes waits no longer. Twice is once.
 */
export async function removeSponsor(ctx: Context, at: InCohort, person: PersonId): Promise<void> {
  const isOwn = at.person === person;
  await retrying(ctx, async () => {
    const rows = isOwn
      ? await Partition.openCohort(ctx, at.cohort, ['cohort', 'sponsor', 'inname'])
      : await openAsChampion(ctx, at, ['sponsor', 'inname']);
    if (!rows.find('sponsor', person)) {
      if (isOwn) await openAsChampion(ctx, at);
      return;
    }
    await takeOff(ctx, rows, { by: at.person, person });
  });
  await retrying(ctx, () => unlink(ctx, person, at.cohort));
}

async function takeOff(
  ctx: Context,
  rows: OpenCohort,
  { by, person }: { by: PersonId; person: PersonId },
): Promise<void> {
  const waiting = rows.list('inname').filter(({ value }) => value.state === 'asked');
  await ctx.due.pointAll(
    waiting.map(({ id }) => lookSoon(ctx.clock.now(), { about: 'inName', id: rows.id, part: id, person })),
  );
  rows.remove('sponsor', person);
  for (const { id, value } of waiting) rows.put('inname', id, { ...value, state: 'takenBack' });
  // Written again as it is: a yes at the same moment comes before this or finds nothing.
  rows.put('cohort', '', getCohortIn(rows));
  audit(ctx, rows, { by, did: 'removeSponsor', about: person });
  await rows.commit();
}

/** Written before the cohort: a link to a cohort that somebody does not back is passed over. */
async function link(ctx: Context, person: PersonId, cohort: CohortId): Promise<void> {
  const own = await Partition.open(ctx, 'people', person);
  own.put('sponsor', cohort, { cohort });
  await own.commit();
}

/** Not where they were chosen again meanwhile. */
async function unlink(ctx: Context, person: PersonId, cohort: CohortId): Promise<void> {
  const own = await Partition.open(ctx, 'people', person);
  if (await findRow(ctx, 'cohorts', cohort, 'sponsor', person)) return;
  own.remove('sponsor', cohort);
  await own.commit();
}

/** A cohort that somebody backs, and how many words in their name wait for their yes. */
export interface Backed {
  cohort: CohortId;
  cohortName: string;
  waiting: number;
}

/** The cohorts somebody backs, from the rows of each; `own` is their own partition. */
export async function listBacked(ctx: Context, own: Partition<'people'>): Promise<Backed[]> {
  const person = asId<PersonId>(own.id);
  const backed: Backed[] = [];
  for (const { id } of own.list('sponsor')) {
    const rows = await Partition.pick(ctx, id, [['cohort'], ['sponsor', person]]);
    const about = rows.find('cohort')?.value;
    if (!about || !rows.find('sponsor', person)) continue;
    await rows.also(['inname']);
    const waiting = rows.list('inname').filter(({ value }) => value.state === 'asked').length;
    backed.push({ cohort: asId<CohortId>(id), cohortName: about.name, waiting });
  }
  return backed;
}

/** What the sponsor of a cohort is called, where they agreed to be named; empty otherwise. */
export async function namedSponsor(ctx: Context, rows: OpenCohort): Promise<string> {
  const person = sponsorIn(rows);
  if (!person) return '';
  const isNamed = (await findRow(ctx, 'people', person, 'settings'))?.value.named === true;
  return isNamed ? (await contactOf(ctx, person)).name : '';
}
