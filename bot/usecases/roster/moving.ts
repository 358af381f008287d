import { asId, type CohortId, type PersonId } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { mustGoOn } from '#domain/cohorts/cohort.ts';
import type { PartOfMoving } from '#domain/roster/messages.ts';
import { isGathering, type StayReason, whyStays } from '#domain/roster/moving.ts';
import { standingOf } from '#domain/roster/standing.ts';
import { getCohortIn, type OpenCohort, openAsChampion } from '#usecases/cohorts/cohorts.ts';
import { requireContact } from '#usecases/cohorts/contactPersons.ts';
import { goOnInParts, stageParts } from '#usecases/cohorts/inviting.ts';
import { namesOf } from '#usecases/people/contacts.ts';
import type { InCohort } from '#usecases/story/actor.ts';
import type { Context } from '#usecases/story/context.ts';
import { OUTBOX_RECHECK_MS } from '#usecases/story/due.ts';
import { dueKind } from '#usecases/story/dueKind.ts';
import { anew } from '#usecases/story/readOnce.ts';
import { factsIn, listTargets, type MoveTarget, whoIsThere, whoWent } from './movable.ts';
import { moveNow } from './moveNow.ts';

/** More than so many are moved after the champion is answered. */
const AT_ONCE = 100;
/** So many who stay are named. */
const NAMED = 50;

/** People of a cohort by name, or everybody who was invited and has not joined. */
export type Whom = readonly PersonId[] | 'unanswered';

export interface MoveSeen {
  targets: MoveTarget[];
  /** How many would be moved, and how many of them hear of it. */
  can: number;
  hear: number;
  /** Who would stay and why; of many the first, `more` are not listed. */
  stay: { person: PersonId; name: string; why: StayReason }[];
  more: number;
}

/** What moving these would do: to a cohort where one is chosen, else as far as it depends on where they are. */
export async function checkMove(
  ctx: Context,
  at: InCohort,
  { whom, to }: { whom: Whom; to: CohortId | '' },
): Promise<MoveSeen> {
  const { rows, asked } = await openAsked(ctx, at, whom);
  const targets = await listTargets(ctx, at);
  const target = targets.some(({ cohort }) => cohort === to) ? to : '';
  const { can, stay } = await divide(ctx, { at, rows, to: target }, asked);
  const first = stay.slice(0, NAMED);
  const nameOf = await namesOf(
    ctx,
    first.map(({ person }) => person),
    at.cohort,
  );
  return {
    ...{ targets, can: can.length, hear: can.filter((person) => isAsked(rows, person)).length },
    stay: first.map((one) => ({ ...one, name: nameOf(one.person) })),
    more: stay.length - first.length,
  };
}

/**
 * Moves those of these who can be moved to another cohort of the champion that still gathers people, where whoever was
 * asked here is invited anew and has said nothing yet; the others stay. Of many it goes on by itself. Answers how many.
 */
export async function movePeople(
  ctx: Context,
  at: InCohort,
  { whom, to }: { whom: Whom; to: CohortId },
): Promise<{ moved: number; goesOn: boolean }> {
  const { rows, asked } = await openAsked(ctx, at, whom);
  const others = whom === 'unanswered' ? [] : [...new Set(whom)].filter((person) => !asked.includes(person));
  const nobody = new Refusal('missing', 'cohort:move.nobody');
  if (asked.length + others.length === 0) throw nobody;
  const there = await openAsChampion(ctx, { cohort: to, person: at.person }, ['contact']);
  const target = getCohortIn(there);
  if (to === at.cohort || !isGathering(target, ctx.clock.now()))
    throw new Refusal('conflict', 'cohort:move.notOpen', { cohort: target.name });
  // Pressed again, because the answer was lost: what happened then is answered.
  const way = { from: at.cohort, to };
  const went = await whoWent(ctx, way, others);
  if (asked.length + went.length === 0) throw nobody;
  const { can } = await divide(ctx, { at, rows, to }, asked);
  if (can.length === 0 && went.length > 0) return { moved: went.length, goesOn: false };
  if (can.length === 0) throw new Refusal('conflict', 'cohort:move.allStay');
  if (can.some((person) => isAsked(rows, person))) requireContact(there);
  const goesOn = can.length > AT_ONCE;
  const first = { kind: 'goOnMoving', ...at, to, part: 0 } as const;
  const invite = await stageParts(ctx, at, can, async (staged, id) => {
    if (goesOn) return staged.tell({ ...first, invite: id });
    // What a crash leaves undone is done a minute later.
    await ctx.due.point(ctx.clock.now() + OUTBOX_RECHECK_MS, movingDue, { ...at, to, invite: id });
  });
  if (goesOn) return { moved: can.length + went.length, goesOn };
  await goOnMoving(ctx, { ...first, invite });
  anew(ctx);
  const moved = await whoWent(ctx, way, [...went, ...can]);
  if (moved.length === 0) throw new Refusal('conflict', 'cohort:move.allStay');
  return { moved: moved.length, goesOn };
}

/** Does one part, and has the next one done. May run twice, at once, or go on after a crash. */
export const goOnMoving = (ctx: Context, message: PartOfMoving): Promise<void> =>
  goOnInParts(ctx, message, (own, at, people) => moveNow(own, { ...at, to: message.to }, people));

type AboutMove = Record<'cohort' | 'to', CohortId> & Record<'person', PersonId> & Record<'invite', string>;

/** Looks whether a move that was begun came to its end. */
export const movingDue = dueKind<AboutMove>('moving', (ctx, about) =>
  goOnMoving(ctx, { kind: 'goOnMoving', ...about, part: 0 }),
);

/** Whoever was never asked here hears nothing: there they are on the list, and not invited yet. */
const isAsked = (rows: OpenCohort, person: PersonId): boolean =>
  rows.find('member', person)?.value.state !== 'imported';

async function openAsked(
  ctx: Context,
  at: InCohort,
  whom: Whom,
): Promise<{ rows: OpenCohort; asked: PersonId[] }> {
  const rows = await openAsChampion(ctx, at);
  mustGoOn(getCohortIn(rows), ctx.clock.now());
  if (whom === 'unanswered') {
    const members = (await rows.also(['member'])).list('member');
    const open = members.filter(({ value }) => standingOf(value, []) === 'invited');
    return { rows, asked: open.map(({ id }) => asId<PersonId>(id)) };
  }
  const people = [...new Set(whom)];
  if (people.length > AT_ONCE) await rows.also(['member']);
  else await rows.alsoRows(people.map((person) => ['member', person] as const));
  return { rows, asked: people.filter((person) => rows.find('member', person)) };
}

/** Who of these can be moved, and who stays and why. */
async function divide(
  ctx: Context,
  { at, rows, to }: { at: InCohort; rows: OpenCohort; to: CohortId | '' },
  asked: readonly PersonId[],
): Promise<{ can: PersonId[]; stay: { person: PersonId; why: StayReason }[] }> {
  const factsOf = await factsIn(ctx, at.cohort, rows);
  const members = new Map(
    asked.flatMap((person) => {
      const member = rows.find('member', person)?.value;
      return member ? [[person, member] as const] : [];
    }),
  );
  const there = to ? await whoIsThere(ctx, { from: at.cohort, to }, members) : new Set<PersonId>();
  const can: PersonId[] = [];
  const stay: { person: PersonId; why: StayReason }[] = [];
  for (const [person, member] of members) {
    const why = whyStays(member, { ...factsOf(person), isThere: there.has(person), to });
    if (why) stay.push({ person, why });
    else can.push(person);
  }
  return { can, stay };
}
