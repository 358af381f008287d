import { type PersonId, toInstant } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import type { Two } from '#usecases/people/membership.ts';
import { sayTheyAreOne, sayTheyAreTwo } from '#usecases/people/sameAs.ts';
import { ensurePerson, takeBackSaid } from '#usecases/people/saying.ts';
import type { InCohort } from '#usecases/story/actor.ts';
import { audit } from '#usecases/story/audit.ts';
import type { Context } from '#usecases/story/context.ts';
import { Partition } from '#usecases/story/partition.ts';
import { findRow } from '#usecases/story/rows.ts';
import { openAsChampion } from './cohorts.ts';

/** Another member of the cohort, or whoever has this directory id. */
type AccountNamed = { member: PersonId } | { directoryId: string };

/**
 * A champion sees that two are one: an address that was invited, and the account that came. What she says counts in
 * her cohort alone, until she takes it back or an account proves the address; two accounts are two people.
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
  const twoAccounts = new Refusal('conflict', 'cohort:join.twoAccounts');
  if (!(await isAddressOnly(ctx, invited))) throw twoAccounts;
  const into =
    'member' in account
      ? account.member
      : await ensurePerson(ctx, { directoryId: account.directoryId, mail: '' });
  if (into === invited) throw new Refusal('invalid', 'cohort:join.notMembers');
  // The address may have got its account at this moment.
  if (!(await sayTheyAreOne(ctx, at, { from: invited, into }))) throw twoAccounts;
}

const isAddressOnly = async (ctx: Context, person: PersonId): Promise<boolean> =>
  (await Partition.open(ctx, 'people', person)).find('person')?.value.directoryId === '';

/** What a champion can take back of a member. */
export type TakenBack = 'said' | 'joining';

/**
 * Takes back what happened to a member last: what an import said of them anew, so that what was said before counts
 * again, or that somebody was joined with them, so that they are two again. Refuses when there is neither.
 */
export async function takeBack(ctx: Context, at: InCohort, member: PersonId): Promise<TakenBack> {
  const rows = await openAsChampion(ctx, at, ['member']);
  const row = rows.find('member', member);
  if (!row) throw new Refusal('missing', 'cohort:join.notMembers');
  const joined = row.value.joined?.at(-1);
  const said = (await Partition.open(ctx, 'people', member)).find('said', at.cohort)?.value;
  if (joined && !(said?.before && said.at > joined.at)) {
    await sayTheyAreTwo(ctx, at, { from: joined.from, into: member });
    return 'joining';
  }
  if (!said?.before) throw new Refusal('conflict', 'cohort:join.nothing');
  // Noted first: a change without its note could never be explained.
  audit(ctx, rows, { by: at.person, did: 'takeBackSaid', about: member });
  await rows.commit();
  await takeBackSaid(ctx, { ...at, at: toInstant(ctx.clock.now()) }, member);
  return 'said';
}

/** One member instead of two, where the first is a member here and an address alone. */
export async function joinInCohort(ctx: Context, at: InCohort, two: Two): Promise<void> {
  if (await findRow(ctx, 'cohorts', at.cohort, 'member', two.from)) await sayTheyAreOne(ctx, at, two);
}
