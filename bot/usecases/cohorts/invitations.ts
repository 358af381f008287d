import { asId, type CohortId, type Instant, type PersonId, toInstant, toMs } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { mustGoOn } from '#domain/cohorts/cohort.ts';
import { invitedTo, isTheirs, type Member, placeBefore } from '#domain/cohorts/member.ts';
import { invitationJob } from '#domain/cohorts/notices.ts';
import { type Delivery, isLost, isUnreached } from '#domain/notices/delivery.ts';
import { markChannel } from '#usecases/people/people.ts';
import type { InCohort } from '#usecases/story/actor.ts';
import { audit } from '#usecases/story/audit.ts';
import type { Context } from '#usecases/story/context.ts';
import { findDelivery } from '#usecases/story/deliveries.ts';
import { inChunks, inParallel } from '#usecases/story/parallel.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';
import { anew as anewRead } from '#usecases/story/readOnce.ts';
import { findRow } from '#usecases/story/rows.ts';
import { getCohortIn, type OpenCohort, openAsChampion } from './cohorts.ts';
import { askWhoCameBack, requireContact } from './contactPersons.ts';
import { stageInviting } from './inviting.ts';
import { isInvitedInVain, listMembers } from './members.ts';

/** Members in one transaction: a changed row and a message each, beside the cohort's row and the audit. */
const BATCH = 45;
/** More than so many are invited after the champion is answered. */
const AT_ONCE = 100;

const HOUR_MS = 3_600_000;

/**
 * Invites everybody who was imported, or those who are named. Somebody named whose invitation failed, or of
 * whom nobody knows whether it arrived, gets it once more. Whoever has answered is left alone. Over is over.
 */
export async function invite(ctx: Context, at: InCohort, members?: readonly PersonId[]): Promise<void> {
  const rows = await openAsChampion(ctx, at, ['member', 'contact']);
  mustGoOn(getCohortIn(rows), ctx.clock.now());
  const named = members && new Set<string>(members);
  const asked = rows.list('member').filter(({ id }) => !named || named.has(id));
  if (named && asked.length === 0) throw new Refusal('missing', 'cohort:invite.nobody');
  const fresh = asked.filter(({ value }) => value.state === 'imported').map(({ id }) => asId<PersonId>(id));
  if (fresh.length > 0) requireContact(rows);
  if (fresh.length > AT_ONCE) await stageInviting(ctx, at, fresh);
  else await inviteNow(ctx, at, fresh);
  const invited = asked.filter(({ value }) => members && value.state === 'invited');
  const again = invited.map(({ id }) => asId<PersonId>(id));
  if (again.length > 0) await sendAgain(ctx, at, again);
}

/** Sends once more to everybody whom the last invitation did not reach, or of whom nobody knows. */
export async function inviteLost(ctx: Context, at: InCohort): Promise<void> {
  mustGoOn(getCohortIn(await openAsChampion(ctx, at)), ctx.clock.now());
  const lost = (await listMembers(ctx, at)).filter(isInvitedInVain);
  await sendAgain(
    ctx,
    at,
    lost.map(({ person }) => person),
  );
}

/** Invites these, whoever of them is still to be invited. May run twice, or go on after a crash. */
export async function inviteNow(ctx: Context, at: InCohort, people: readonly PersonId[]): Promise<void> {
  for (const chunk of inChunks(people, BATCH)) {
    const members = chunk.map((person) => ['member', person] as const);
    const rows = await Partition.pick(ctx, at.cohort, [['cohort'], ...members]);
    const isAnew = await inParallel(chunk, (person) => enrol(ctx, rows, { cohort: at.cohort, person }));
    const anew = chunk.filter((_, n) => isAnew[n]);
    await retrying(ctx, () => inviteTogether(ctx, at, chunk, anew));
  }
}

/**
 * The person's own side, written first: an answer always finds it. Somebody who has one keeps it, unless they were moved
 * away and are on the list again. Answers whether they were invited here before that.
 */
function enrol(ctx: Context, rows: OpenCohort, { cohort, person }: InCohort): Promise<boolean> {
  const member = rows.find('member', person)?.value;
  return retrying(ctx, async () => {
    const own = await Partition.open(ctx, 'people', person);
    const who = own.find('person')?.value;
    const known = own.find('enrolment', cohort)?.value;
    const isBack = known !== undefined && !isTheirs(known) && (await isListed(ctx, cohort, person));
    if (!member || !who || own.find('erasing') || (known && !isBack)) return known?.isAnew === true;
    const invited = invitedTo(getCohortIn(rows), member, { known, nowMs: ctx.clock.now() });
    const enrolments = own.list('enrolment').map(({ value }) => value);
    const before = placeBefore(enrolments, cohort, known);
    // Written again as it is: whoever is erased at the same moment is seen.
    own.put('person', '', who);
    own.put('enrolment', cohort, { ...invited, ...(before && { insteadOf: before }) });
    await own.commit();
    return isBack;
  });
}

/** To be invited still, and not on the way to another cohort: as it is now, after their own side was read. */
async function isListed(ctx: Context, cohort: CohortId, person: PersonId): Promise<boolean> {
  anewRead(ctx);
  const member = (await findRow(ctx, 'cohorts', cohort, 'member', person))?.value;
  return member !== undefined && isOpen(member);
}

const isOpen = ({ state, movingTo }: Member): boolean => state === 'imported' && movingTo === undefined;

/** `anew`: those of them to whom an earlier invitation was sent. */
async function inviteTogether(
  ctx: Context,
  at: InCohort,
  people: readonly PersonId[],
  anew: readonly PersonId[],
): Promise<void> {
  const members = people.map((person) => ['member', person] as const);
  const rows = await Partition.pick(ctx, at.cohort, [['cohort'], ...members]);
  const cohort = getCohortIn(rows);
  const open = people.filter((person) => {
    const member = rows.find('member', person)?.value;
    return member !== undefined && isOpen(member);
  });
  if (open.length === 0) return;
  if (cohort.state === 'draft') rows.put('cohort', '', { ...cohort, state: 'enrolling' });
  const earlier = new Map(
    await inParallel(anew, async (one) => [one, (await lastInvitation(ctx, at.cohort, one)).time] as const),
  );
  for (const person of open) {
    const member = rows.find('member', person)?.value as Member;
    rows.put('member', person, { ...member, state: 'invited', askedAt: toInstant(ctx.clock.now()) });
    const time = 1 + (earlier.get(person) ?? 0);
    if (time > 1) tellAgain(rows, at.cohort, { person, time });
    else tellInvitation(rows, at.cohort, { person, time });
  }
  audit(ctx, rows, { by: at.person, did: 'invite', about: `${open.length}` });
  await rows.commit();
}

function tellInvitation(
  rows: Partition<'cohorts'>,
  cohort: CohortId,
  { person, time, answers = false }: { person: PersonId; time: number; answers?: boolean },
): void {
  const notice = { kind: 'invitation', cohort } as const;
  rows.tell({ kind: 'notify', job: invitationJob(cohort, time), to: person, notice, answers });
}

async function sendAgain(ctx: Context, at: InCohort, people: readonly PersonId[]): Promise<void> {
  const last = await inParallel(people, (person) => lastInvitation(ctx, at.cohort, person));
  const due = last.filter(({ delivery }) => isLost(delivery));
  for (const chunk of inChunks(due, BATCH))
    await retrying(ctx, async () => {
      const people = chunk.map(({ person }) => ['member', person] as const);
      const rows = await (await openAsChampion(ctx, at)).alsoRows(people);
      for (const { person, time } of chunk) {
        noteAsked(ctx, rows, person);
        tellAgain(rows, at.cohort, { person, time: time + 1 });
      }
      audit(ctx, rows, { by: at.person, did: 'inviteAgain', about: `${chunk.length}` });
      await rows.commit();
    });
}

/** The champion asked once more, whether or not somebody has answered meanwhile: that is not to be read from it. */
export function noteAsked(ctx: Context, rows: Partition<'cohorts'>, person: PersonId): void {
  const member = rows.find('member', person)?.value;
  if (member) rows.put('member', person, { ...member, askedAt: toInstant(ctx.clock.now()) });
}

export function tellAgain(
  rows: Partition<'cohorts'>,
  cohort: CohortId,
  sending: { person: PersonId; time: number; answers?: boolean },
): void {
  const { person, time } = sending;
  const member = rows.find('member', person)?.value;
  if (!member) return;
  rows.put('member', person, { ...member, sendings: time });
  tellInvitation(rows, cohort, sending);
}

/** What came of the last invitation, with one look. */
export const latestInvitation = async (
  ctx: Context,
  cohort: CohortId,
  { person, sendings = 1 }: Pick<Member, 'sendings'> & { person: PersonId },
): Promise<Delivery | undefined> => (await findDelivery(ctx, invitationJob(cohort, sendings), person))?.value;

/** How often somebody was sent an invitation, and what came of the last. */
export async function lastInvitation(ctx: Context, cohort: CohortId, person: PersonId) {
  let delivery: Delivery | undefined;
  for (let time = 0; ; time++) {
    const next = (await findDelivery(ctx, invitationJob(cohort, time + 1), person))?.value;
    if (!next) return { person, time, delivery };
    delivery = next;
  }
}

/** Somebody has installed the app: invitations that could not reach them are sent now. */
export const inviteOnInstall = (ctx: Context, person: PersonId): Promise<void> =>
  inviteWhoCameBack(ctx, person, () => true);

/**
 * Somebody whom Teams kept from us opens the tab: the way to them is open again until Teams says otherwise, and
 * their invitation is tried once more; from the second time on at most once in an hour.
 */
export async function inviteOnVisit(ctx: Context, person: PersonId): Promise<void> {
  const channel = (await Partition.open(ctx, 'people', person)).find('channel')?.value;
  if (!channel || channel.state === 'open') return;
  await markChannel(ctx, person, 'open');
  const oldest = ctx.clock.now() - HOUR_MS;
  await inviteWhoCameBack(ctx, person, ({ time, at }) => time === 1 || toMs(at) < oldest);
}

/** What was asked and could not reach somebody; everything else stays as it is: nothing comes twice. */
async function inviteWhoCameBack(
  ctx: Context,
  person: PersonId,
  isTimely: (last: { time: number; at: Instant }) => boolean,
): Promise<void> {
  const own = await Partition.open(ctx, 'people', person);
  const waiting = own.list('enrolment').filter(({ value }) => value.state === 'invited');
  for (const { id } of waiting) {
    const cohort = asId<CohortId>(id);
    const { time, delivery } = await lastInvitation(ctx, cohort, person);
    if (!delivery || !isUnreached(delivery) || !isTimely({ time, at: delivery.at })) continue;
    await retrying(ctx, async () => {
      const rows = await Partition.pick(ctx, cohort, [['member', person]]);
      tellAgain(rows, cohort, { person, time: time + 1, answers: true });
      await rows.commit();
    });
  }
  await askWhoCameBack(ctx, own, isTimely);
}
