import type { CohortId } from '#domain/basics/ids.ts';
import { asId } from '#domain/basics/ids.ts';
import { invitedInstead, withPlaceOf } from '#domain/cohorts/member.ts';
import type { PeopleMessage } from '#domain/people/messages.ts';
import { factsIn, saidOver } from '#domain/people/said.ts';
import type { Context } from '#usecases/story/context.ts';
import { findLookup, putLookup } from '#usecases/story/lookups.ts';
import type { Chores } from '#usecases/story/notices.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';
import { projectNamed } from './beingNamed.ts';
import { moveContact, moveMember, openMembership, type Two } from './membership.ts';
import { NOBODY } from './naming.ts';
import { endWords, settle, settleAll } from './sameAs.ts';

type Own = Partition<'people'>;

export const peopleChores: Chores<PeopleMessage> = {
  joinPeople: (ctx, { from, into }) => carryOver(ctx, { from, into }),
  projectNamed: (ctx, { person }) => projectNamed(ctx, person),
  joinMembers: (ctx, { cohort, from, into }) => settle(ctx, cohort, { from, into }),
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
  endWords(ctx, rows, { by: into, spared: into });
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
  await settleAll(ctx, from);
  for (const cohort of cohortsOf(await Partition.open(ctx, 'people', from)))
    await carryMember(ctx, cohort, two, known.mail);
  for (const { value } of (await Partition.open(ctx, 'people', from)).list('contact'))
    await retrying(ctx, () => moveContact(ctx, value.cohort, two));
  await moveOwn(ctx, two, (key) => key !== 'person' && !/^(outbox|sameas)_/.test(key));
}

/** Also where an import of the same moment came too late to see that the two are one. */
export const carryMember = (ctx: Context, cohort: CohortId, two: Two, address: string): Promise<void> =>
  retrying(ctx, async () => {
    const rows = await openMembership(ctx, cohort, two);
    const was = rows.find('member', two.from)?.value;
    const isMoved = moveMember(rows, cohort, two, address);
    const is = rows.find('member', two.into)?.value;
    if (isMoved && was && is) rows.put('member', two.into, withPlaceOf(was, is));
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

/** Rows of one person become another's, who keeps their own where they have them. Written there, then taken here. */
async function moveOwn(ctx: Context, { from, into }: Two, isMoved: (key: string) => boolean): Promise<void> {
  await retrying(ctx, async () => {
    const old = await Partition.open(ctx, 'people', from);
    const own = await Partition.open(ctx, 'people', into);
    giveWay(old, own);
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

/** The account's place that it was moved away from gives way to a newer invitation. */
function giveWay(old: Own, own: Own): void {
  for (const { id, value } of old.list('enrolment')) {
    const instead = invitedInstead(own.find('enrolment', id)?.value, value);
    if (instead) own.put('enrolment', id, instead);
  }
}
