import { asId, type CohortId, type Day, type PairId, type PersonId } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { isAway } from '#domain/cohorts/member.ts';
import type { LifeMessage } from '#domain/life/messages.ts';
import { asSeenBy } from '#domain/pairs/circle.ts';
import { isGoing } from '#domain/pairs/pair.ts';
import { PAUSE_MONTHS, returnDays } from '#domain/pairs/pause.ts';
import { openAsChampion } from '#usecases/cohorts/cohorts.ts';
import { answerEnrolment } from '#usecases/enrolment/enrolment.ts';
import { endPair } from '#usecases/pairs/ending.ts';
import { findPair } from '#usecases/pairs/pairs.ts';
import { pauseForLeave } from '#usecases/pairs/pause.ts';
import { zoneOf } from '#usecases/people/settings.ts';
import type { InCohort } from '#usecases/story/actor.ts';
import { audit } from '#usecases/story/audit.ts';
import type { Context } from '#usecases/story/context.ts';
import type { Chores } from '#usecases/story/notices.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';
import { anew } from '#usecases/story/readOnce.ts';
import { findRow } from '#usecases/story/rows.ts';
import { lookAtLines } from './lines.ts';

/**
 * A champion says that a member has left the company: their pairs in this cohort end, with kind words that name why,
 * and they take part no more. Twice is once.
 */
export const sayGone = (ctx: Context, at: InCohort, person: PersonId): Promise<void> =>
  say(ctx, at, { did: 'sayGone', person, message: { kind: 'memberGone', cohort: at.cohort, person } });

/**
 * A champion says until when a member is on leave: nobody new is found for them meanwhile, and their pairs in this cohort
 * rest until that day, as if they had taken the break themselves. Throws `Refusal` for a day before tomorrow or too far
 * away.
 */
export async function sayAway(
  ctx: Context,
  at: InCohort,
  { person, until }: { person: PersonId; until: Day },
): Promise<void> {
  await openAsChampion(ctx, at);
  await mustBeLeaveDay(ctx, person, until);
  const message = { kind: 'memberAway', cohort: at.cohort, person, until } as const;
  await say(ctx, at, { did: 'sayAway', person, message });
}

/** Refuses a day on which a leave cannot end where somebody is. */
export async function mustBeLeaveDay(ctx: Context, person: PersonId, until: Day): Promise<void> {
  const { first, last } = returnDays(ctx.clock.now(), await zoneOf(ctx, person));
  if (until < first) throw new Refusal('invalid', 'parting:pause.tooEarly');
  if (until > last) throw new Refusal('invalid', 'parting:pause.tooLate', { months: PAUSE_MONTHS });
}

/** A champion says that a member is back already: what rests for this leave goes on. Twice is once. */
export async function sayBack(ctx: Context, at: InCohort, person: PersonId): Promise<void> {
  await retrying(ctx, async () => {
    const { rows, member } = await openMember(ctx, at, person);
    const { awayUntil: until, ...here } = member;
    if (until === undefined || !isAway(member, ctx.clock.now(), await zoneOf(ctx, person))) return;
    rows.put('member', person, here);
    rows.tell({ kind: 'memberBack', cohort: at.cohort, person, until });
    audit(ctx, rows, { by: at.person, did: 'sayBack', about: person });
    await rows.commit();
  });
}

async function openMember(ctx: Context, at: InCohort, person: PersonId) {
  const rows = await (await openAsChampion(ctx, at)).alsoRows([['member', person]]);
  const member = rows.find('member', person)?.value;
  if (!member) throw new Refusal('missing', 'cohort:contact.notMember');
  return { rows, member };
}

async function say(
  ctx: Context,
  at: InCohort,
  { did, person, message }: { did: string; person: PersonId; message: LifeMessage },
): Promise<void> {
  await retrying(ctx, async () => {
    const { rows, member } = await openMember(ctx, at, person);
    if (message.kind === 'memberGone' && (member.state === 'left' || member.state === 'passed')) return;
    // Who was never asked has nothing to leave: they are not asked any more.
    if (message.kind === 'memberGone' && member.state === 'imported')
      rows.put('member', person, { ...member, state: 'left' });
    if (message.kind === 'memberAway') rows.put('member', person, { ...member, awayUntil: message.until });
    rows.tell(message);
    audit(ctx, rows, { by: at.person, did, about: person });
    await rows.commit();
  });
}

/** The pairs of a person in a cohort that go on or rest. */
async function goingIn(ctx: Context, { cohort, person }: InCohort): Promise<PairId[]> {
  anew(ctx);
  const own = await Partition.open(ctx, 'people', person);
  const going: PairId[] = [];
  for (const { id, value } of own.list('pair')) {
    if (value.cohort !== cohort) continue;
    const pair = await findPair(ctx, asId<PairId>(id));
    if (pair && isGoing(asSeenBy(pair, person))) going.push(asId<PairId>(id));
  }
  return going;
}

async function leaveFor(ctx: Context, cohort: CohortId, person: PersonId): Promise<void> {
  for (const pair of await goingIn(ctx, { cohort, person }))
    await unlessRefused(() => endPair(ctx, person, pair, { isGone: true }));
  await unlessRefused(() => answerEnrolment(ctx, person, cohort, 'pass'));
}

/**
 * Has somebody's pairs stand as their leave says. The member's row counts, whatever was told when: it is read before
 * and after, so that of two who do this at the same time the later one has it right.
 */
async function followLeave(ctx: Context, { cohort, person }: InCohort): Promise<void> {
  const until = await leaveOf(ctx, { cohort, person });
  for (const id of await goingIn(ctx, { cohort, person }))
    await unlessRefused(() => pauseForLeave(ctx, person, id, until));
  if ((await leaveOf(ctx, { cohort, person })) !== until) await followLeave(ctx, { cohort, person });
}

async function leaveOf(ctx: Context, { cohort, person }: InCohort): Promise<Day | undefined> {
  anew(ctx);
  const member = (await findRow(ctx, 'cohorts', cohort, 'member', person))?.value;
  return member && isAway(member, ctx.clock.now(), await zoneOf(ctx, person)) ? member.awayUntil : undefined;
}

/** Nothing to leave, a day that has come meanwhile, or a pair that has ended. */
async function unlessRefused(story: () => Promise<unknown>): Promise<void> {
  try {
    await story();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

export const lifeChores: Chores<LifeMessage> = {
  lookAtLines: (ctx, { cohort }) => lookAtLines(ctx, cohort),
  memberGone: (ctx, { cohort, person }) => leaveFor(ctx, cohort, person),
  memberAway: (ctx, { cohort, person }) => followLeave(ctx, { cohort, person }),
  membersAway: async (ctx, { cohort, away }) => {
    for (const { person } of away) await followLeave(ctx, { cohort, person });
  },
  memberBack: (ctx, { cohort, person }) => followLeave(ctx, { cohort, person }),
};
