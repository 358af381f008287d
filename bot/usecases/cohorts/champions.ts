import { byName } from '#domain/basics/collation.ts';
import { asId, type CohortId, type Instant, type PersonId, toInstant } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { requireRoom } from '#domain/basics/room.ts';
import { asOf } from '#domain/cohorts/cohort.ts';
import { isInSeat } from '#domain/cohorts/contactPerson.ts';
import { championJob } from '#domain/cohorts/notices.ts';
import { contactOf, namesOf } from '#usecases/people/contacts.ts';
import { findPerson, getPerson } from '#usecases/people/people.ts';
import { ensurePerson } from '#usecases/people/saying.ts';
import type { InCohort } from '#usecases/story/actor.ts';
import { audit } from '#usecases/story/audit.ts';
import type { Context } from '#usecases/story/context.ts';
import { inParallel } from '#usecases/story/parallel.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';
import { getCohortIn, linkToChampion, type OpenCohort, openAsChampion } from './cohorts.ts';

/** An account chosen in Teams, or a mail address under which an account has been here. */
export type NamedChampion = { directoryId: string; name: string } | { mail: string };

export interface ChampionSeen {
  person: PersonId;
  name: string;
  mail: string;
  since: Instant;
  isMe: boolean;
}

/** Who runs a cohort, the first one first. */
export async function listChampions(ctx: Context, at: InCohort): Promise<ChampionSeen[]> {
  const rows = (await openAsChampion(ctx, at, ['champion'])).list('champion');
  const seen = await inParallel(rows, async ({ id, value: { since } }) => {
    const person = asId<PersonId>(id);
    const { name, mail } = await contactOf(ctx, person);
    return { person, name, mail, since, isMe: person === at.person };
  });
  return seen.sort((a, b) => (a.since < b.since ? -1 : 1));
}

/**
 * Names a further champion, who from then on may do all that the first one may, and is told. Refused for whoever is
 * there for concerns of the cohort. The same again changes nothing.
 */
export async function nameChampion(
  ctx: Context,
  at: InCohort,
  named: NamedChampion,
): Promise<ChampionSeen[]> {
  await openAsChampion(ctx, at);
  const person = await whoIsMeant(ctx, named);
  requireMayChampion(
    await (await openAsChampion(ctx, at, ['champion'])).alsoRows([['contact', person]]),
    person,
  );
  await retrying(ctx, () => linkToChampion(ctx, person, at.cohort));
  await retrying(ctx, async () => {
    const rows = await openAsChampion(ctx, at, ['champion']);
    await rows.alsoRows([['contact', person]]);
    if (rows.find('champion', person)) return;
    requireMayChampion(rows, person);
    const since = ctx.clock.now();
    rows.create('champion', person, { since: toInstant(since) });
    // Written again as it is: whoever leaves or is taken off at this moment does not see an old list.
    rows.put('cohort', '', getCohortIn(rows));
    const notice = { kind: 'champion', cohort: at.cohort, by: at.person } as const;
    rows.tell({ kind: 'notify', job: championJob(at.cohort, since), to: person, notice });
    audit(ctx, rows, { by: at.person, did: 'nameChampion', about: person });
    await rows.commit();
  });
  return listChampions(ctx, at);
}

/** Whoever is there for concerns does not run the cohort, and there is room for so many. */
function requireMayChampion(rows: OpenCohort, person: PersonId): void {
  if (rows.find('champion', person)) return;
  const contact = rows.find('contact', person)?.value;
  if (contact && isInSeat(contact)) throw new Refusal('conflict', 'cohort:champion.isContact');
  requireRoom('champions', rows.list('champion').length);
}

/** Somebody chosen in Teams, or who has been here under an address. */
export async function whoIsMeant(ctx: Context, named: NamedChampion): Promise<PersonId> {
  if ('directoryId' in named) return ensurePerson(ctx, { directoryId: named.directoryId, mail: '' });
  const known = await findPerson(ctx, 'mail', named.mail);
  if (!known || (await getPerson(ctx, known)).directoryId === '')
    throw new Refusal('conflict', 'cohort:champion.noAccount');
  return known;
}

/**
 * Takes somebody off the champions of a cohort, also oneself; their next request is refused. The last one stays: a
 * cohort is never left alone. Twice is once.
 */
export async function removeChampion(ctx: Context, at: InCohort, person: PersonId): Promise<void> {
  await retrying(ctx, async () => {
    const rows = await openAsChampion(ctx, at, ['champion']);
    if (!rows.find('champion', person)) return;
    if (rows.list('champion').length === 1) throw new Refusal('conflict', 'cohort:champion.last');
    await takeOff(ctx, rows, { by: at.person, person });
  });
  await retrying(ctx, () => unlink(ctx, person, at.cohort));
}

/**
 * Takes a champion off who goes for good. Refused, before anything is changed, for the only one of a cohort that goes on.
 */
export async function stepDown(ctx: Context, { cohort, person }: InCohort): Promise<void> {
  await retrying(ctx, async () => {
    const rows = await Partition.openCohort(ctx, cohort, ['cohort', 'champion']);
    const about = rows.find('cohort')?.value;
    if (!about || !rows.find('champion', person)) return;
    const isOpen = asOf(about, ctx.clock.now()).state !== 'closed';
    if (isOpen && rows.list('champion').length === 1)
      throw new Refusal('conflict', 'privacy:onlyChampion', { cohort: about.name });
    await takeOff(ctx, rows, { by: person, person });
  });
  await retrying(ctx, () => unlink(ctx, person, cohort));
}

async function takeOff(
  ctx: Context,
  rows: OpenCohort,
  { by, person }: { by: PersonId; person: PersonId },
): Promise<void> {
  rows.remove('champion', person);
  // Written again as it is: of two who go, or take each other off, at once one is too late.
  rows.put('cohort', '', getCohortIn(rows));
  audit(ctx, rows, { by, did: 'removeChampion', about: person });
  await rows.commit();
}

async function unlink(ctx: Context, person: PersonId, cohort: CohortId): Promise<void> {
  const own = await Partition.open(ctx, 'people', person);
  own.remove('champion', cohort);
  await own.commit();
}

/**
 * What those who run a cohort are called, ordered as readers of the locale expect it; whose name nobody knows is left
 * out. `rows` hold the champions of the cohort.
 */
export async function championNames(
  ctx: Context,
  rows: OpenCohort,
  { locale }: { locale: string },
): Promise<string[]> {
  const champions = rows.list('champion').map(({ id }) => asId<PersonId>(id));
  const name = await namesOf(ctx, champions);
  return champions
    .map((one) => ({ name: name(one) }))
    .filter((one) => one.name !== '')
    .sort(byName(locale))
    .map((one) => one.name);
}
