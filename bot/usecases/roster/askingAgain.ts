import { asId, type CohortId, type PersonId } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { mustGoOn } from '#domain/cohorts/cohort.ts';
import { canAskAgain, standingOf } from '#domain/roster/standing.ts';
import { getCohortIn, openAsChampion } from '#usecases/cohorts/cohorts.ts';
import { lastInvitation, noteAsked, tellAgain } from '#usecases/cohorts/invitations.ts';
import { stageInviting } from '#usecases/cohorts/inviting.ts';
import { openContact } from '#usecases/people/contacts.ts';
import type { InCohort } from '#usecases/story/actor.ts';
import { audit } from '#usecases/story/audit.ts';
import type { Context } from '#usecases/story/context.ts';
import { inChunks, inParallel } from '#usecases/story/parallel.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';

/** Members in one transaction: a changed row and a message each, beside the audit. */
const BATCH = 45;
/** More than so many are asked after the champion is answered. */
const AT_ONCE = 100;

/**
 * Asks these once more, or everybody who has not joined, as far as a week has gone by since they were asked, or it did
 * not arrive. Whoever has said no, or asked for later, is noted as asked and hears nothing; the rest is left alone.
 */
export async function askAgain(
  ctx: Context,
  at: InCohort,
  whom: readonly PersonId[] | 'unanswered',
): Promise<void> {
  const rows = await openAsChampion(ctx, at, ['member']);
  mustGoOn(getCohortIn(rows), ctx.clock.now());
  const named = whom === 'unanswered' ? undefined : new Set<string>(whom);
  const asked = rows
    .list('member')
    .filter(({ id, value }) => (!named || named.has(id)) && standingOf(value, []) === 'invited')
    .map(({ id }) => asId<PersonId>(id));
  if (named && asked.length === 0) throw new Refusal('missing', 'cohort:invite.nobody');
  if (asked.length > AT_ONCE) await stageInviting(ctx, at, asked, 'goOnAskingAgain');
  else await askAgainNow(ctx, at, asked);
}

/** Asks whoever of these may be asked now. May run twice, or go on after a crash: the second time nobody may. */
export async function askAgainNow(ctx: Context, at: InCohort, people: readonly PersonId[]): Promise<void> {
  for (const chunk of inChunks(people, BATCH)) await retrying(ctx, () => askSome(ctx, at, chunk));
}

async function askSome(ctx: Context, at: InCohort, people: readonly PersonId[]): Promise<void> {
  const members = people.map((person) => ['member', person] as const);
  const rows = await Partition.pick(ctx, at.cohort, members);
  const looked = await inParallel(people, (person) => lookAt(ctx, rows, at.cohort, person));
  const due = looked.filter((one) => one !== undefined);
  for (const { person, time, hears } of due) {
    noteAsked(ctx, rows, person);
    if (hears) tellAgain(rows, at.cohort, { person, time: time + 1 });
  }
  if (due.length > 0) audit(ctx, rows, { by: at.person, did: 'inviteAgain', about: `${due.length}` });
  await rows.commit();
}

/** How often somebody was asked, and whether they hear it; undefined where they may not be asked now. */
async function lookAt(ctx: Context, rows: Partition<'cohorts'>, cohort: CohortId, person: PersonId) {
  const member = rows.find('member', person)?.value;
  if (!member || member.movingTo) return undefined;
  const { contact, own } = await openContact(ctx, person, cohort);
  const enrolment = own.find('enrolment', cohort)?.value;
  const { time, delivery } = await lastInvitation(ctx, cohort, person);
  const askedAt = member.askedAt ?? enrolment?.invitedAt;
  const last = { standing: standingOf(member, []), askedAt, isReached: contact.isReached, delivery };
  return canAskAgain(last, ctx.clock.now())
    ? { person, time, hears: enrolment?.state === 'invited' }
    : undefined;
}
