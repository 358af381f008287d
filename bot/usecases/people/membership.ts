import type { CohortId, PersonId } from '#domain/basics/ids.ts';
import { laterLeave, type Member } from '#domain/cohorts/member.ts';
import { contactJob, invitationJob } from '#domain/cohorts/notices.ts';
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
 * Whoever was asked to be a contact under an address is asked as the account; an account that was asked itself keeps
 * its own answer, and a champion is no contact.
 */
export async function moveContact(ctx: Context, cohort: CohortId, { from, into }: Two): Promise<void> {
  const rows = await Partition.pick(ctx, cohort, [
    ['contact', from],
    ['contact', into],
    ['champion', into],
  ]);
  const was = rows.find('contact', from)?.value;
  const is = rows.find('contact', into)?.value;
  if (!was) return;
  rows.remove('contact', from);
  if (was.state !== 'released' && !rows.find('champion', into) && (!is || is.state === 'released')) {
    const askings = Math.max(was.askings, is?.askings ?? 0) + 1;
    rows.put('contact', into, { ...was, askings });
    const notice = { kind: 'contact', cohort } as const;
    if (was.state === 'asked')
      rows.tell({ kind: 'notify', job: contactJob(cohort, askings), to: into, notice, answers: true });
  }
  await rows.commit();
}

/**
 * What the champion sees: one member instead of two, who keeps the answer of whoever could give one, and the leave that
 * ends later. An invitation that could reach nobody goes out to the account. Answers whether there was anything to move.
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
  const leave = laterLeave(was, is);
  rows.put('member', into, { ...kept, ...all, ...leave });
  if (leave.awayUntil && leave.awayUntil !== is?.awayUntil)
    rows.tell({ kind: 'memberAway', cohort, person: into, until: leave.awayUntil });
  if (kept === was && was.state === 'invited') {
    const notice = { kind: 'invitation', cohort } as const;
    rows.tell({ kind: 'notify', job: invitationJob(cohort, 1), to: into, notice });
  }
  return true;
}
