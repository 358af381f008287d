import { asId, type CohortId, type PersonId, toInstant } from '#domain/basics/ids.ts';
import type { Cohort } from '#domain/cohorts/cohort.ts';
import { type Enrolment, invitedTo, isTheirs, type Member } from '#domain/cohorts/member.ts';
import { noConversation } from '#domain/enrolment/conversation.ts';
import { factsIn } from '#domain/people/said.ts';
import { stopIn } from '#usecases/searches/turns.ts';
import { lookSoon } from '#usecases/story/cardDue.ts';
import type { Context } from '#usecases/story/context.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';

/** From one cohort to another, whose row is `target`. */
export interface Over {
  from: CohortId;
  to: CohortId;
  target: Cohort;
}

/** Not while somebody is being erased, or has just turned out to be somebody else we know. */
export const canMoveOver = (own: Partition<'people'>): boolean =>
  !own.find('erasing') && !own.find('person')?.value.joinedTo;

/**
 * The person's own side of being moved by a champion, in one transaction: what they were asked or answered here is over,
 * there they are invited and have said nothing yet. Their profile is theirs and stays. Twice is once. Answers false, and
 * changes nothing, for somebody who is being erased or has just turned out to be somebody else we know.
 */
export function moveOver(ctx: Context, person: PersonId, over: Over, member: Member): Promise<boolean> {
  return retrying(ctx, async () => {
    const own = await Partition.open(ctx, 'people', person);
    if (!canMoveOver(own)) return false;
    const was = own.find('enrolment', over.from)?.value;
    if (was?.movedTo === over.to) return true;
    if (was && isTheirs(was)) await changeOver(ctx, own, { was, member, ...over });
    carrySaid(own, over);
    await own.commit();
    return true;
  });
}

/** Whatever was open here is over, and the invitation there stands in its place. */
async function changeOver(
  ctx: Context,
  own: Partition<'people'>,
  { was, member, from, to, target }: Over & { was: Enrolment; member: Member },
): Promise<void> {
  const person = asId<PersonId>(own.id);
  const nowMs = ctx.clock.now();
  const now = toInstant(nowMs);
  await pointToCards(ctx, own, { from, person });
  await stopIn(ctx, own, { cohort: from, person });
  own.put('enrolment', from, { ...was, state: 'left', answeredAt: now, movedTo: to });
  const known = own.find('enrolment', to)?.value;
  if (!known || !isTheirs(known))
    own.put('enrolment', to, {
      ...invitedTo(target, member, { known, nowMs }),
      insteadOf: was.cohortName,
    });
  const talk = own.find('conversation')?.value;
  if (talk && (talk.cohort === from || talk.memo.leaving === from))
    own.put('conversation', '', noConversation(now));
  if (own.find('settings')?.value.named) own.tell({ kind: 'projectNamed', person });
}

/** The word stays its champion's; a pair they had here still needs what was said here. */
function carrySaid(own: Partition<'people'>, { from, to }: Pick<Over, 'from' | 'to'>): void {
  const said = own.find('said', from)?.value;
  if (!said) return;
  const { by, at } = said;
  if (!own.find('said', to)) own.put('said', to, { ...factsIn(said), by, at, source: '' });
  if (!own.list('pair').some(({ value }) => value.cohort === from)) own.remove('said', from);
}

/** Cards that ask for something here ask no more. */
async function pointToCards(
  ctx: Context,
  own: Partition<'people'>,
  { from, person }: { from: CohortId; person: PersonId },
): Promise<void> {
  const search = own.find('search', from)?.value.search;
  const asked = [
    { about: 'invitation' as const, id: from, person },
    { about: 'leftOut' as const, id: from, person },
    ...(search ? [{ about: 'search' as const, id: from, person, part: search }] : []),
  ];
  await ctx.due.pointAll(asked.map((card) => lookSoon(ctx.clock.now(), card)));
}
