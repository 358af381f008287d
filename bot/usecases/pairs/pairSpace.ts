import type { CohortId, PairId, PersonId } from '#domain/basics/ids.ts';
import type { AgreementText } from '#domain/pairs/agreement.ts';
import { canDraft, latestOf } from '#domain/pairs/agreement.ts';
import { isClosed } from '#domain/pairs/consent.ts';
import { isFormer, newMatchOf } from '#domain/pairs/ending.ts';
import { isFirstChat } from '#domain/pairs/introduction.ts';
import { isGoing, type NewMatchWish } from '#domain/pairs/pair.ts';
import { photoOf } from '#usecases/people/photo.ts';
import type { Context } from '#usecases/story/context.ts';
import type { Words } from '#words/words.ts';
import { suggestAgreement } from './agreementDraft.ts';
import { cardOf, type PairCardSeen } from './cards.ts';
import { mayHaveNew } from './ending.ts';
import { mailsOf } from './mails.ts';
import { hasSpace, type OpenPair, openActivePair, openPair, othersIn } from './pairs.ts';

/** Everything one member may see of a pair, as loaded; the presenter says field by field what leaves. */
export interface PairSeen {
  open: OpenPair;
  card: PairCardSeen;
  draft: AgreementText | undefined;
  /** Whom to ask to a meeting: for a first chat, once the space is open, and to talk when it was closed. */
  partnerMails: string[];
  /** After the end of a pair: what this member can wish, and wishes. */
  former?: FormerSeen;
  /** When it was looked at. */
  nowMs: number;
}

interface FormerSeen {
  cohort: CohortId;
  mayHaveNew: boolean;
  wish: NewMatchWish | null;
}

/** The pair as this member may see it now; `missing` for everybody else. */
export async function getPair(ctx: Context, person: PersonId, id: PairId, words: Words): Promise<PairSeen> {
  const open = await openPair(ctx, person, id);
  const nowMs = ctx.clock.now();
  const card = cardOf(open, nowMs);
  const wantsDraft = isGoing(open.pair) && canDraft(open.me, open.agreements) && !latestOf(open.agreements);
  const draft = wantsDraft ? await suggestAgreement(ctx, open.pair, words) : undefined;
  const mayTalk =
    (isGoing(open.pair) && isClosed(open.pair, open.agreements)) ||
    (open.state === 'introduced' && isFirstChat(open.pair));
  const partnerMails = hasSpace(open) || mayTalk ? await mailsOf(ctx, open) : [];
  const seen = { open, card, draft, nowMs, partnerMails };
  return isFormer(open.pair) ? { ...seen, former: await formerOf(ctx, open) } : seen;
}

async function formerOf(ctx: Context, { pair, me }: OpenPair): Promise<FormerSeen> {
  const { cohort } = pair;
  const wish = newMatchOf(pair, me.person) ?? null;
  return { cohort, mayHaveNew: await mayHaveNew(ctx, me.person, cohort), wish };
}

/** Photos in base64, empty where somebody shares none; the partners in the order of their names everywhere else. */
interface PairPhotosSeen {
  mine: string;
  partners: string[];
}

/** The faces of a pair for one of its members, while they are a pair: not before both said yes, nor once it ended. */
export async function getPairPhotos(ctx: Context, person: PersonId, id: PairId): Promise<PairPhotosSeen> {
  const { pair, me } = await openActivePair(ctx, person, id);
  const [mine = '', ...partners] = await Promise.all(
    [me.person, ...othersIn(pair, me.person)].map((one) => photoOf(ctx, one)),
  );
  return { mine, partners };
}
