import { type PersonId, toMs } from '#domain/basics/ids.ts';
import { canDraft, hasSigned, latestOf, unsignedBy } from '#domain/pairs/agreement.ts';
import { closesAt, isFirstChat, isToAnswer } from '#domain/pairs/introduction.ts';
import type { PairState } from '#domain/pairs/pair.ts';
import { firstNameOf, type Role } from '#domain/people/person.ts';
import type { Context } from '#usecases/story/context.ts';
import type { Words } from '#words/words.ts';
import { cohortOf, listPairs, namesOf, type OpenPair, othersIn } from './pairs.ts';

export type NextStep =
  | 'answer'
  | 'firstChat'
  | 'wait'
  | 'draftAgreement'
  | 'signAgreement'
  | 'waitForSignature'
  | 'meet'
  | 'none';

/** One pair on the home screen of one of its members: first names, and what comes next. */
export interface PairCardSeen {
  pair: string;
  cohortName: string;
  role: Role;
  state: PairState;
  partners: { firstName: string }[];
  next: NextStep;
}

/** What this member would do next; while introduced it depends on their own answer and the clock alone. */
export function nextFor({ pair, me, state, agreements }: OpenPair, nowMs: number): NextStep {
  if (state === 'ended') return 'none';
  if (state === 'introduced') {
    if (nowMs >= toMs(closesAt(pair))) return 'wait';
    if (isFirstChat(pair)) return 'firstChat';
    return isToAnswer(pair, me) ? 'answer' : 'wait';
  }
  const latest = latestOf(agreements);
  if (!latest) return canDraft(me, agreements) ? 'draftAgreement' : 'wait';
  if (!hasSigned(agreements, latest.version, me.person)) return 'signAgreement';
  return unsignedBy(pair, agreements, latest.version).length > 0 ? 'waitForSignature' : 'meet';
}

export async function cardOf(
  ctx: Context,
  open: OpenPair,
  names: Map<PersonId, string>,
): Promise<PairCardSeen> {
  const cohort = await cohortOf(ctx, open.pair.cohort);
  return {
    pair: open.id,
    cohortName: cohort?.name ?? '',
    role: open.me.role,
    state: open.state,
    partners: othersIn(open.pair, open.me.person).map((person) => ({
      firstName: firstNameOf(names.get(person) ?? ''),
    })),
    next: nextFor(open, ctx.clock.now()),
  };
}

const RANK: Record<PairState, number> = { active: 0, paused: 1, introduced: 2, ended: 3 };

/** All pairs of a person: those that go on first, those that ended last. */
export async function listPairCards(ctx: Context, person: PersonId, _words: Words, _nowMs: number) {
  const pairs = await listPairs(ctx, person);
  const cards = await Promise.all(
    pairs.map(async (open) => cardOf(ctx, open, await namesOf(ctx, open.pair))),
  );
  return cards.sort((a, b) => RANK[a.state] - RANK[b.state]);
}
