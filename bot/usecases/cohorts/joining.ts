import { type PersonId, toInstant } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { moveMember, openMembership, peopleChores, type Two } from '#usecases/people/joining.ts';
import { ensurePerson, takeBackSaid } from '#usecases/people/saying.ts';
import type { InCohort } from '#usecases/story/actor.ts';
import { audit } from '#usecases/story/audit.ts';
import type { Context } from '#usecases/story/context.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';
import { openAsChampion } from './cohorts.ts';

/** Another member of the cohort, or whoever has this directory id. */
type AccountNamed = { member: PersonId } | { directoryId: string };

/**
 * A champion sees that two are one: an address that was invited, and the account that came. What she says counts in
 * her cohort alone; the account stays, and two accounts are two people.
 */
export async function joinMembers(
  ctx: Context,
  at: InCohort,
  invited: PersonId,
  account: AccountNamed,
): Promise<void> {
  const rows = await openAsChampion(ctx, at, ['member']);
  const isMember = (person: PersonId) => rows.find('member', person) !== undefined;
  if (!isMember(invited) || ('member' in account && !isMember(account.member)))
    throw new Refusal('missing', 'cohort:join.notMembers');
  if (!(await isAddressOnly(ctx, invited))) throw new Refusal('conflict', 'cohort:join.twoAccounts');
  const into =
    'member' in account
      ? account.member
      : await ensurePerson(ctx, { directoryId: account.directoryId, mail: '' });
  if (into === invited) throw new Refusal('invalid', 'cohort:join.notMembers');
  await joinInCohort(ctx, at, { from: invited, into });
}

const isAddressOnly = async (ctx: Context, person: PersonId): Promise<boolean> =>
  (await Partition.open(ctx, 'people', person)).find('person')?.value.directoryId === '';

/** What the last import said of a member is taken back, and what was said before counts again. */
export async function takeBack(ctx: Context, at: InCohort, member: PersonId): Promise<void> {
  const rows = await openAsChampion(ctx, at, ['member']);
  if (!rows.find('member', member)) throw new Refusal('missing', 'cohort:join.notMembers');
  const said = (await Partition.open(ctx, 'people', member)).find('said', at.cohort)?.value;
  if (!said?.before) return;
  // Noted first: a change without its note could never be explained.
  audit(ctx, rows, { by: at.person, did: 'takeBackSaid', about: member });
  await rows.commit();
  await takeBackSaid(ctx, { ...at, at: toInstant(ctx.clock.now()) }, member);
}

/** One member instead of two, and the person's own side after it. Nothing where it is so already. */
export async function joinInCohort(ctx: Context, at: InCohort, two: Two): Promise<void> {
  const { cohort, person: by } = at;
  const address = (await Partition.open(ctx, 'people', two.from)).find('person')?.value.mail ?? '';
  await retrying(ctx, async () => {
    const rows = await openMembership(ctx, cohort, two);
    if (!moveMember(rows, cohort, two, address)) return;
    audit(ctx, rows, { by, did: 'joinMembers', about: `${two.from}_${two.into}` });
    rows.tell({ kind: 'joinMembers', cohort, ...two });
    await rows.commit();
  });
  await peopleChores.joinMembers(ctx, { kind: 'joinMembers', cohort, ...two });
}
