import { asId, type PersonId } from '#domain/basics/ids.ts';
import { CONTACT_SEATS, holderOf } from '#domain/cohorts/contactPerson.ts';
import { contactOf } from '#usecases/people/contacts.ts';
import { type Managers, managerChain } from '#usecases/people/managerChain.ts';
import type { InCohort } from '#usecases/story/actor.ts';
import type { Context } from '#usecases/story/context.ts';
import { Partition } from '#usecases/story/partition.ts';

/** Somebody a member can turn to. */
export interface TurnTo {
  person: PersonId;
  name: string;
  mail: string;
}

/**
 * Whom a member can turn to with a concern, the contact before the stand-in: who has accepted, and is neither
 * themselves nor a champion of the cohort, nor a partner of any pair of theirs, nor above them or a partner.
 */
export async function listContactsFor(ctx: Context, { cohort, person }: InCohort): Promise<TurnTo[]> {
  const rows = await Partition.openCohort(ctx, cohort, ['champion', 'contact']);
  const accepted = CONTACT_SEATS.map((seat) => holderOf(rows.list('contact'), seat)).filter(
    (row) => row?.value.state === 'accepted',
  );
  if (accepted.length === 0) return [];
  const near = await whoIsNear(ctx, { cohort, person });
  for (const { id } of rows.list('champion')) near.add(asId(id));
  const far: TurnTo[] = [];
  for (const row of accepted) {
    if (!row) continue;
    const { is, name, mail } = await contactOf(ctx, asId<PersonId>(row.id), cohort);
    if (!near.has(is)) far.push({ person: is, name: name || row.value.written, mail });
  }
  return far;
}

/** The first of them; undefined where neither stands far enough. */
export async function contactFor(ctx: Context, at: InCohort): Promise<TurnTo | undefined> {
  return (await listContactsFor(ctx, at))[0];
}

/** The member, their partners, also of pairs that have ended, and everybody above one of them. */
async function whoIsNear(ctx: Context, { cohort, person }: InCohort): Promise<Set<PersonId>> {
  const own = await Partition.open(ctx, 'people', person);
  const partners = own.list('pair').flatMap(({ value }) => value.partners ?? []);
  const known: Managers = new Map();
  const near = new Set<PersonId>();
  for (const one of [person, ...partners]) {
    near.add(one);
    near.add((await contactOf(ctx, one, cohort)).is);
    for (const above of await managerChain(ctx, known, { cohort, person: one })) near.add(above);
  }
  return near;
}
