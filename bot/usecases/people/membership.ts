import type { CohortId, PersonId } from '#domain/basics/ids.ts';
import type { Member } from '#domain/cohorts/member.ts';
import { invitationJob } from '#domain/cohorts/notices.ts';
import type { Context } from '#usecases/story/context.ts';
import { Partition } from '#usecases/story/partition.ts';

/** Two rows that are one person; the account is always `into`. */
export interface Two {
  from: PersonId;
  into: PersonId;
}

/** Both members of a cohort, in one transaction. */
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
  const is = rows.find('member', into)?.value;
  const joined = [...(is?.joined ?? []), ...(was?.joined ?? [])].filter((one) => one.from !== from);
  if (!was) {
    // Joined by a champion's word already; now it is more than that.
    if (is?.joined && joined.length < is.joined.length) rows.put('member', into, { ...is, joined });
    return false;
  }
  const kept: Member = is && is.state !== 'imported' ? is : was;
  const addresses = [...new Set([...(is?.addresses ?? []), ...(was.addresses ?? []), address])];
  rows.remove('member', from);
  const all = { addresses: addresses.filter(Boolean), ...(joined.length > 0 && { joined }) };
  rows.put('member', into, { ...kept, ...all });
  if (kept === was && was.state === 'invited') {
    const notice = { kind: 'invitation', cohort } as const;
    rows.tell({ kind: 'notify', job: invitationJob(cohort, 1), to: into, notice });
  }
  return true;
}
