import type { CohortId, PersonId } from '#domain/basics/ids.ts';
import { asId } from '#domain/basics/ids.ts';
import type { Member } from '#domain/cohorts/member.ts';
import { invitationJob } from '#domain/cohorts/notices.ts';
import type { PeopleMessage } from '#domain/people/messages.ts';
import { factsIn, saidOver } from '#domain/people/said.ts';
import type { Context } from '#usecases/story/context.ts';
import { findLookup, putLookup } from '#usecases/story/lookups.ts';
import type { Chores } from '#usecases/story/notices.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';
import { NOBODY } from './naming.ts';

/** Two rows that are one person; the account is always `into`. */
export interface Two {
  from: PersonId;
  into: PersonId;
}

type Own = Partition<'people'>;

export const peopleChores: Chores<PeopleMessage> = {
  joinPeople: (ctx, { from, into }) => carryOver(ctx, { from, into }),
  joinMembers: (ctx, { cohort, from, into }) => carryMembership(ctx, cohort, { from, into }),
};

/**
 * Somebody who was known by an address alone turns out to be an account: everything they have becomes the
 * account's. One row says so first; a crash afterwards is caught up with from the outbox. Nothing changes where the
 * address belongs to another account.
 */
export async function joinPeople(ctx: Context, two: Two, address: string): Promise<void> {
  if (await retrying(ctx, () => noteJoining(ctx, two, address))) await carryOver(ctx, two);
}

async function noteJoining(ctx: Context, { from, into }: Two, address: string): Promise<boolean> {
  const rows = await Partition.open(ctx, 'people', from);
  const known = rows.find('person')?.value ?? NOBODY;
  if (known.joinedTo !== '') return known.joinedTo === into;
  const account = (await Partition.open(ctx, 'people', into)).find('person')?.value.directoryId;
  if (known.directoryId !== '' && known.directoryId !== account) return false;
  rows.put('person', '', { ...known, mail: known.mail || address, joinedTo: into });
  rows.tell({ kind: 'joinPeople', from, into });
  await rows.commit();
  return true;
}

/** May run twice, at once, or go on after a crash. */
async function carryOver(ctx: Context, two: Two): Promise<void> {
  const { from, into } = two;
  const known = (await Partition.open(ctx, 'people', from)).find('person')?.value;
  if (known?.joinedTo !== into) return;
  for (const address of new Set([known.mail, ...known.addresses].filter(Boolean)))
    await retrying(ctx, () => passOn(ctx, address, two));
  for (const cohort of cohortsOf(await Partition.open(ctx, 'people', from)))
    await carryMember(ctx, cohort, two, known.mail);
  await moveOwn(ctx, two, (key) => key !== 'person' && !key.startsWith('outbox_'));
}

/** Also where an import of the same moment came too late to see that the two are one. */
export const carryMember = (ctx: Context, cohort: CohortId, two: Two, address: string): Promise<void> =>
  retrying(ctx, async () => {
    const rows = await openMembership(ctx, cohort, two);
    moveMember(rows, cohort, two, address);
    await rows.commit();
  });

/** Whoever names them by this address finds the account from now on. */
async function passOn(ctx: Context, address: string, { from, into }: Two): Promise<void> {
  const row = await findLookup(ctx.tables, 'mail', address);
  if (row?.value.person !== from) return;
  await putLookup(ctx.tables, 'mail', { key: address, value: { person: into }, etag: row.etag });
}

const cohortsOf = (own: Own): CohortId[] =>
  [...new Set([...own.list('said'), ...own.list('enrolment')].map(({ id }) => id))].map((id) =>
    asId<CohortId>(id),
  );

export const openMembership = (ctx: Context, cohort: CohortId, { from, into }: Two) =>
  Partition.pick(ctx, cohort, [
    ['member', from],
    ['member', into],
  ]);

/**
 * What the champion sees: one member instead of two, who keeps the answer of whoever could give one. An invitation
 * that could reach nobody goes out to the account. Answers whether there was anything to move.
 */
export function moveMember(
  rows: Partition<'cohorts'>,
  cohort: CohortId,
  { from, into }: Two,
  address: string,
): boolean {
  const was = rows.find('member', from)?.value;
  if (!was) return false;
  const is = rows.find('member', into)?.value;
  const kept: Member = is && is.state !== 'imported' ? is : was;
  const addresses = [...new Set([...(is?.addresses ?? []), ...(was.addresses ?? []), address])];
  rows.remove('member', from);
  rows.put('member', into, { ...kept, addresses: addresses.filter(Boolean) });
  if (kept === was && was.state === 'invited') {
    const notice = { kind: 'invitation', cohort } as const;
    rows.tell({ kind: 'notify', job: invitationJob(cohort, 1), to: into, notice });
  }
  return true;
}

/** The person's own side of one cohort. */
const carryMembership = (ctx: Context, cohort: CohortId, two: Two): Promise<void> =>
  moveOwn(ctx, two, (key) => key === `said_${cohort}` || key === `enrolment_${cohort}`);

/** Rows of one person become another's, who keeps their own where they have them. Written there, then taken here. */
async function moveOwn(ctx: Context, { from, into }: Two, isMoved: (key: string) => boolean): Promise<void> {
  await retrying(ctx, async () => {
    const old = await Partition.open(ctx, 'people', from);
    const own = await Partition.open(ctx, 'people', into);
    for (const { kind, id, value } of old.rows().filter(({ key }) => isMoved(key))) {
      const said = kind === 'said' ? own.find('said', id)?.value : undefined;
      const was = old.find('said', id)?.value;
      if (said && was) own.put('said', id, { ...said, ...saidOver(factsIn(was), factsIn(said)) });
      else if (!own.find(kind, id)) own.create(kind, id, value);
      old.remove(kind, id);
    }
    await own.commit();
    await old.commit();
  });
}
