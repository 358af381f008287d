import { type CohortId, type PersonId, toInstant } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import type { Enrolment, Member } from '#domain/cohorts/member.ts';
import { answered, type EnrolmentChoice, LATER_MS, mustBeTheirs } from '#domain/enrolment/answer.ts';
import type { EnrolmentMessage } from '#domain/enrolment/messages.ts';
import { cohortOf } from '#usecases/cohorts/cohorts.ts';
import { withdraw } from '#usecases/pairs/introductions.ts';
import { projectNamed } from '#usecases/people/beingNamed.ts';
import { stopIn } from '#usecases/searches/turns.ts';
import { type Asked, lookAt } from '#usecases/story/cardDue.ts';
import type { Context } from '#usecases/story/context.ts';
import type { Chores } from '#usecases/story/notices.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';
import { anew } from '#usecases/story/readOnce.ts';
import { laterDue } from './later.ts';

/**
 * Joins, passes or asks for later, as the invited person says; twice is once. Nobody else's answer can be given:
 * without an own invitation there is nothing here (`missing`). Joining a closed cohort is `gone`, and
 * so is any answer where a champion moved them to another. `isInvitation`: from
 * the card of an invitation, which never makes anybody leave.
 */
export async function answerEnrolment(
  ctx: Context,
  person: PersonId,
  cohort: CohortId,
  choice: EnrolmentChoice,
  { isInvitation = false } = {},
): Promise<Enrolment> {
  let isNamedAnew = false;
  const given = await retrying(ctx, async () => {
    const rows = await Partition.open(ctx, 'people', person);
    const known = rows.find('enrolment', cohort)?.value;
    const about = known && (await cohortOf(ctx, cohort));
    if (!about) throw new Refusal('missing', 'enrolment:notInvited');
    mustBeTheirs(known);
    const now = toInstant(ctx.clock.now());
    const next = answered(known, choice, { now, cohort: about.state, isInvitation });
    if (next === known) return known;
    if (choice === 'later') await ctx.due.point(ctx.clock.now() + LATER_MS, laterDue, { cohort, person });
    if (next.state === 'left') await stopIn(ctx, rows, { cohort, person });
    rows.put('enrolment', cohort, next);
    rows.tell({ kind: 'projectEnrolment', cohort, person });
    isNamedAnew = next.state !== known.state && rows.find('settings')?.value.named === true;
    if (isNamedAnew) rows.tell({ kind: 'projectNamed', person });
    await rows.commit();
    return next;
  });
  // Whoever left is named no more when they read that they left.
  if (isNamedAnew) await projectNamed(ctx, person);
  return given;
}

export const enrolmentChores: Chores<EnrolmentMessage> = {
  projectEnrolment: async (ctx, { cohort, person }) => {
    const state = await projectEnrolment(ctx, cohort, person);
    if (state === 'left') await withdraw(ctx, person, cohort);
  },
};

/** Whoever leaves is asked for nothing any more in that programme. */
async function pointToCards(
  ctx: Context,
  own: Partition<'people'>,
  { cohort, person }: { cohort: CohortId; person: PersonId },
): Promise<void> {
  const search = own.find('search', cohort)?.value.search;
  const hasLeft = own.find('enrolment', cohort)?.value.state === 'left';
  const asked: Asked[] = [
    { about: 'invitation', id: cohort, person },
    ...(hasLeft ? [{ about: 'leftOut' as const, id: cohort, person }] : []),
    ...(hasLeft && search ? [{ about: 'search' as const, id: cohort, person, part: search }] : []),
  ];
  await ctx.due.pointAll(asked.map((card) => lookAt(ctx.clock.now(), card)));
}

/** Copies the person's own answer to the cohort's member row, where champions see it. Safe to repeat. */
export function projectEnrolment(
  ctx: Context,
  cohort: CohortId,
  person: PersonId,
): Promise<Enrolment['state'] | undefined> {
  return retrying(ctx, async () => {
    // The member row is read first: an answer given in between makes a newer row, and the write is lost.
    anew(ctx);
    const rows = await Partition.pick(ctx, cohort, [['member', person]]);
    const member = rows.find('member', person)?.value;
    const own = await Partition.open(ctx, 'people', person);
    const enrolment = own.find('enrolment', cohort)?.value;
    if (!member || !enrolment) return undefined;
    await pointToCards(ctx, own, { cohort, person });
    const next: Member = { ...member, state: enrolment.state };
    if (next.state === 'left') next.waiting = false;
    if (next.state === 'joined' && enrolment.answeredAt) next.joinedAt = enrolment.answeredAt;
    if (next.state === member.state) return enrolment.state;
    rows.put('member', person, next);
    await rows.commit();
    return enrolment.state;
  });
}
