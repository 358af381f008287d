import type { Notice } from '#domain/announcements/announcement.ts';
import { asId, type OccurrenceId, type PairId, type PersonId, toMs } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { hasSigned, latestOf, standing } from '#domain/pairs/agreement.ts';
import { closesAt, isFirstChat } from '#domain/pairs/introduction.ts';
import { firstNameOf } from '#domain/people/person.ts';
import { hasGiven } from '#usecases/meetings/feedback.ts';
import type { NoticeView } from '#usecases/notices/notice.ts';
import type { Context } from '#usecases/story/context.ts';
import type { Words } from '#words/words.ts';
import { cohortOf, hasSpace, namesOf, type OpenPair, openPair, othersIn } from './pairs.ts';
import { sayReason } from './reasons.ts';

type Of<Kind extends Notice['kind']> = Extract<Notice, { kind: Kind }>;
type Composed = Promise<NoticeView | undefined>;

/** Undefined for somebody who is not of the pair (any more). */
async function findOpen(ctx: Context, pair: string, to: PersonId): Promise<OpenPair | undefined> {
  try {
    return await openPair(ctx, to, asId<PairId>(pair));
  } catch (error) {
    if (error instanceof Refusal && error.kind === 'missing') return undefined;
    throw error;
  }
}

/** Whole names where people are about to find each other, first names in the pair space. */
async function partnersOf(ctx: Context, { pair, me }: OpenPair, name: (full: string) => string) {
  const names = await namesOf(ctx, pair);
  return othersIn(pair, me.person).map((person) => name(names.get(person) ?? ''));
}
const whole = (name: string): string => name;

export async function composeIntroduction(
  ctx: Context,
  to: PersonId,
  { pair }: Of<'introduction'>,
  words: Words,
): Composed {
  const open = await findOpen(ctx, pair, to);
  if (open?.state !== 'introduced' || open.me.answer !== 'none') return undefined;
  if (ctx.clock.now() >= toMs(closesAt(open.pair))) return undefined;
  const { role } = open.me;
  return {
    kind: 'introduction',
    pair,
    cohortName: (await cohortOf(ctx, open.pair.cohort))?.name ?? '',
    role,
    partners: await partnersOf(ctx, open, whole),
    reasons: open.pair.reasons.map((reason) => sayReason(words, reason, role)),
    answerBy: closesAt(open.pair),
    askedBy: open.pair.asked ? firstNameOf((await namesOf(ctx, open.pair)).get(open.pair.asked) ?? '') : '',
  };
}

/** The same words for whoever said yes and whoever wants to meet first. */
export async function composeFirstChat(
  ctx: Context,
  to: PersonId,
  { pair }: Of<'firstChat'>,
  _words: Words,
): Composed {
  const open = await findChat(ctx, pair, to);
  if (!open) return undefined;
  const partners = await partnersOf(ctx, open, firstNameOf);
  return { kind: 'firstChat', pair, partners, answerBy: closesAt(open.pair) };
}

/** Only for whoever has not decided. */
export async function composeDecide(
  ctx: Context,
  to: PersonId,
  { pair }: Of<'decide'>,
  _words: Words,
): Composed {
  const open = await findChat(ctx, pair, to);
  if (open?.me.answer !== 'meetFirst') return undefined;
  const partners = await partnersOf(ctx, open, firstNameOf);
  return { kind: 'decide', pair, partners, answerBy: closesAt(open.pair) };
}

/** An introduction while there is time for a first chat and for deciding. */
async function findChat(ctx: Context, pair: string, to: PersonId): Promise<OpenPair | undefined> {
  const open = await findOpen(ctx, pair, to);
  if (open?.state !== 'introduced' || !isFirstChat(open.pair)) return undefined;
  return ctx.clock.now() < toMs(closesAt(open.pair)) ? open : undefined;
}

export async function composePaired(
  ctx: Context,
  to: PersonId,
  { pair }: Of<'paired'>,
  _words: Words,
): Composed {
  const open = await findOpen(ctx, pair, to);
  if (open?.state !== 'active') return undefined;
  return { kind: 'paired', pair, role: open.me.role, partners: await partnersOf(ctx, open, whole) };
}

/** The same words for everybody and every cause. */
export async function composeIntroductionEnded(
  ctx: Context,
  to: PersonId,
  { pair }: Of<'introductionEnded'>,
  _words: Words,
): Composed {
  const open = await findOpen(ctx, pair, to);
  if (!open || open.pair.activeSince !== '') return undefined;
  return { kind: 'introductionEnded', cohortName: (await cohortOf(ctx, open.pair.cohort))?.name ?? '' };
}

/** Only for the latest version: an older one asks for nothing any more. */
export async function composeAgreementToSign(
  ctx: Context,
  to: PersonId,
  { pair, version }: Of<'agreementToSign'>,
  _words: Words,
): Composed {
  const open = await findOpen(ctx, pair, to);
  if (open?.state !== 'active' || latestOf(open.agreements)?.version !== version) return undefined;
  if (hasSigned(open.agreements, version, to)) return undefined;
  return { kind: 'agreementToSign', pair, version, partners: await partnersOf(ctx, open, firstNameOf) };
}

export async function composeAgreementSigned(
  ctx: Context,
  to: PersonId,
  { pair, version }: Of<'agreementSigned'>,
  _words: Words,
): Composed {
  const open = await findOpen(ctx, pair, to);
  if (open?.state !== 'active' || standing(open.pair, open.agreements)?.version !== version) return undefined;
  const partners = await partnersOf(ctx, open, firstNameOf);
  return { kind: 'agreementSigned', pair, role: open.me.role, partners };
}

/** Nothing for who has said how it was, in the panel or the tab. */
export async function composeFeedback(
  ctx: Context,
  to: PersonId,
  { pair, occurrence }: Of<'feedback'>,
  _words: Words,
): Composed {
  const open = await findOpen(ctx, pair, to);
  if (!open || !hasSpace(open) || hasGiven(open.rows, asId<OccurrenceId>(occurrence), to)) return undefined;
  return { kind: 'feedback', pair, occurrence, partners: await partnersOf(ctx, open, firstNameOf) };
}
