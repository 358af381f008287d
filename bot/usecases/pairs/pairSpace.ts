import type { PairId, PersonId } from '#domain/basics/ids.ts';
import type { AgreementText } from '#domain/pairs/agreement.ts';
import { canDraft, latestOf } from '#domain/pairs/agreement.ts';
import { isFirstChat } from '#domain/pairs/introduction.ts';
import { getPerson } from '#usecases/people/people.ts';
import type { Context } from '#usecases/story/context.ts';
import type { Words } from '#words/words.ts';
import { suggestAgreement } from './agreementDraft.ts';
import { cardOf, type PairCardSeen } from './cards.ts';
import { hasSpace, type OpenPair, openPair } from './pairs.ts';

/** Everything one member may see of a pair, as loaded; the presenter says field by field what leaves. */
export interface PairSeen {
  open: OpenPair;
  card: PairCardSeen;
  draft: AgreementText | undefined;
  /** Whom to ask to a meeting: for a first chat, and once the space is open; else empty. */
  partnerMails: string[];
  /** When it was looked at. */
  nowMs: number;
}

/** The pair as this member may see it now; `missing` for everybody else. */
export async function getPair(ctx: Context, person: PersonId, id: PairId, words: Words): Promise<PairSeen> {
  const open = await openPair(ctx, person, id);
  const nowMs = ctx.clock.now();
  const card = cardOf(open, nowMs);
  const wantsDraft =
    open.state === 'active' && canDraft(open.me, open.agreements) && !latestOf(open.agreements);
  const draft = wantsDraft ? await suggestAgreement(ctx, open.pair, words) : undefined;
  const mayMeet = hasSpace(open) || (open.state === 'introduced' && isFirstChat(open.pair));
  return { open, card, draft, nowMs, partnerMails: mayMeet ? await mailsOf(ctx, open) : [] };
}

async function mailsOf(ctx: Context, { pair, me }: OpenPair): Promise<string[]> {
  const partners = pair.members.filter(({ person }) => person !== me.person);
  const known = await Promise.all(partners.map(({ person }) => getPerson(ctx, person)));
  return known.map(({ mail, signInName }) => mail || signInName).filter(Boolean);
}
