import { byName } from '#domain/basics/collation.ts';
import { asId, type CohortId, type PersonId } from '#domain/basics/ids.ts';
import { plainName } from '#domain/people/givenName.ts';
import { NAMED_MAX, type NamedRow, namedTo } from '#domain/people/namedMember.ts';
import { ROLES, type Role } from '#domain/people/person.ts';
import type { InCohort } from '#usecases/story/actor.ts';
import type { Context } from '#usecases/story/context.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';
import { anew } from '#usecases/story/readOnce.ts';
import { listRows } from '#usecases/story/rows.ts';
import { ownName } from './contacts.ts';

/**
 * Brings into each cohort of a person whether they are named there. Safe to repeat. What was written is looked at
 * once more: somebody who switches off at that moment finds no row to take away yet.
 */
export async function projectNamed(ctx: Context, person: PersonId): Promise<void> {
  const own = await Partition.open(ctx, 'people', person);
  for (const { id } of own.list('enrolment')) {
    const at = { cohort: asId<CohortId>(id), person };
    while (await retrying(ctx, () => projectIn(ctx, at)));
  }
}

/** True when something had to be changed. */
async function projectIn(ctx: Context, { cohort, person }: InCohort): Promise<boolean> {
  anew(ctx);
  const keyOf = (role: string) => `${role}_${person}`;
  // The cohort's rows are read first: a change in between makes newer ones, and this write is lost.
  const rows = await Partition.pick(
    ctx,
    cohort,
    ROLES.map((role) => ['named', keyOf(role)] as const),
  );
  const own = await Partition.open(ctx, 'people', person);
  const enrolment = own.find('enrolment', cohort)?.value;
  const isNamed = own.find('settings')?.value.named === true && enrolment?.state === 'joined';
  const name = isNamed ? plainName(ownName(own, cohort)) : '';
  let isChanged = false;
  for (const role of ROLES) {
    const known = rows.find('named', keyOf(role))?.value;
    const next = role === enrolment?.role ? name : '';
    if ((known?.name ?? '') === next) continue;
    if (next) rows.put('named', keyOf(role), { name: next });
    else rows.remove('named', keyOf(role));
    isChanged = true;
  }
  await rows.commit();
  return isChanged;
}

interface Reader {
  cohort: CohortId;
  person: PersonId;
  role: Role;
  locale: string;
}

/** Mentors read of both roles; of a cohort in which more agreed, the first. */
const LOOKED_AT = 200;

/** Names of those who take part and agreed to be named to this reader, in their order; one call of storage. */
export async function listTakingPart(ctx: Context, reader: Reader): Promise<string[]> {
  const { cohort, role, locale } = reader;
  // One more than are shown, since one may be the reader.
  const range = role === 'executive' ? { prefix: role, limit: NAMED_MAX + 1 } : { limit: LOOKED_AT };
  const rows = await listRows(ctx, 'cohorts', cohort, 'named', range);
  const named = rows.map(({ key, value }): NamedRow => {
    const [, of, ...person] = key.split('_');
    return { ...value, role: of as Role, person: person.join('_') };
  });
  return [...namedTo(reader, named)].sort(byName(locale)).map(({ name }) => name);
}
