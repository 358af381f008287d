import { asId, type CohortId, type PersonId, toInstant } from '#domain/basics/ids.ts';
import type { Cohort } from '#domain/cohorts/cohort.ts';
import { invitedTo, isTheirs, type Member } from '#domain/cohorts/member.ts';
import { noConversation } from '#domain/enrolment/conversation.ts';
import { factsIn } from '#domain/people/said.ts';
import { stopIn } from '#usecases/searches/turns.ts';
import { lookSoon } from '#usecases/story/cardDue.ts';
import type { Context } from '#usecases/story/context.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';

/** From one cohort, whose row is `cohort`, to another. */
export interface Over {
  from: CohortId;
  to: CohortId;
  cohort: Cohort;
}

/** Not while somebody is being erased, or has just turned out to be somebody else we know. */
export const canMoveOver = (own: Partition<'people'>): boolean =>
  own.find('person') !== undefined && !own.find('erasing') && !own.find('person')?.value.joinedTo;

/** They have left by themselves, whether or not the cohort knows of it. */
export function hasLeft(own: Partition<'people'>, cohort: CohortId): boolean {
  const enrolment = own.find('enrolment', cohort)?.value;
  return enrolment?.state === 'left' && isTheirs(enrolment);
}

/**
 * The person's own side of being moved by a champion, in one transaction and before they are on the other list: what
 * they were asked or answered here is over. Whoever was never asked here gets a row all the same: an invitation of this
 * very moment finds it. Their profile is theirs and stays. Twice is once. Answers false, and changes nothing, for
 * somebody who has left, is on the way to another cohort, is erased or has just turned out to be somebody else we know.
 */
export function moveOver(ctx: Context, person: PersonId, over: Over, member: Member): Promise<boolean> {
  const { from, to, cohort } = over;
  return retrying(ctx, async () => {
    const own = await Partition.open(ctx, 'people', person);
    const who = own.find('person')?.value;
    if (!who || !canMoveOver(own) || hasLeft(own, from)) return false;
    const was = own.find('enrolment', from)?.value;
    const isAsked = member.state !== 'imported';
    if (was && !isTheirs(was) && isAsked) return was.movedTo === to;
    const nowMs = ctx.clock.now();
    if (was && isTheirs(was)) await endHere(ctx, own, from);
    const known = was ?? invitedTo(cohort, member, { known: undefined, nowMs });
    const answeredAt = isAsked ? toInstant(nowMs) : '';
    own.put('enrolment', from, { ...known, state: 'left', answeredAt, movedTo: to });
    // Written again as it is: whoever is erased at the same moment is seen.
    own.put('person', '', who);
    carrySaid(own, over);
    await own.commit();
    return true;
  });
}

/** Whatever was open here is over. */
async function endHere(ctx: Context, own: Partition<'people'>, from: CohortId): Promise<void> {
  const person = asId<PersonId>(own.id);
  await pointToCards(ctx, own, { from, person });
  await stopIn(ctx, own, { cohort: from, person });
  const talk = own.find('conversation')?.value;
  if (talk && (talk.cohort === from || talk.memo.leaving === from))
    own.put('conversation', '', noConversation(toInstant(ctx.clock.now())));
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
