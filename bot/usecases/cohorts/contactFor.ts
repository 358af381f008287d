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
  /** What chats of Teams call them. */
  mail: string;
  /** The bot can write to them, as far as we know. */
  isReached: boolean;
}

/**
 * Whom a member can turn to with a concern, the contact before the stand-in: who has accepted, and is neither
 * themselves nor a champion of the cohort, nor a partner of any pair of theirs, nor above or below them or a partner.
 */
export async function listContactsFor(ctx: Context, { cohort, person }: InCohort): Promise<TurnTo[]> {
  const rows = await Partition.openCohort(ctx, cohort, ['champion', 'contact']);
  const accepted = CONTACT_SEATS.map((seat) => holderOf(rows.list('contact'), seat)).filter(
    (row) => row?.value.state === 'accepted',
  );
  if (accepted.length === 0) return [];
  const known: Managers = new Map();
  const { own, near } = await whoIsNear(ctx, known, { cohort, person });
  for (const { id } of rows.list('champion')) near.add(asId(id));
  const far: TurnTo[] = [];
  for (const row of accepted) {
    if (!row) continue;
    const { is, name, teamsName, isReached } = await contactOf(ctx, asId<PersonId>(row.id), cohort);
    const isBelow = (await managerChain(ctx, known, { cohort, person: is })).some((above) => own.has(above));
    if (near.has(is) || isBelow) continue;
    far.push({ person: is, name: name || row.value.written, mail: teamsName, isReached });
  }
  return far;
}

/** Who of them gets what is raised here: the first whom the bot reaches; undefined where it would only lie unread. */
export const receiverIn = (contacts: readonly TurnTo[]): TurnTo | undefined =>
  contacts.find(({ isReached }) => isReached);

/** The member and their partners, also of pairs that have ended (`own`), and with them everybody above one of them. */
async function whoIsNear(
  ctx: Context,
  known: Managers,
  { cohort, person }: InCohort,
): Promise<{ own: Set<PersonId>; near: Set<PersonId> }> {
  const rows = await Partition.open(ctx, 'people', person);
  const partners = rows.list('pair').flatMap(({ value }) => value.partners ?? []);
  const own = new Set<PersonId>();
  const near = new Set<PersonId>();
  for (const one of [person, ...partners]) {
    for (const is of [one, (await contactOf(ctx, one, cohort)).is]) own.add(is);
    for (const above of await managerChain(ctx, known, { cohort, person: one })) near.add(above);
  }
  return { own, near: new Set([...own, ...near]) };
}
