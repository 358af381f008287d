import type { Day, PairId, PersonId } from '#domain/basics/ids.ts';
import { toMs } from '#domain/basics/ids.ts';
import { wholeNumber } from '#domain/basics/wholeNumber.ts';
import { momentOn } from '#domain/basics/workingDays.ts';
import type { Agreements, AgreementText } from '#domain/pairs/agreement.ts';
import {
  decideDraft,
  decideSignature,
  hasRunOut,
  latestOf,
  type Signing,
  signaturesOf,
  standing,
  unsignedBy,
} from '#domain/pairs/agreement.ts';
import type { Pair } from '#domain/pairs/pair.ts';
import { zoneOf } from '#usecases/people/settings.ts';
import { lookSoon } from '#usecases/story/cardDue.ts';
import type { Context } from '#usecases/story/context.ts';
import { type DueNoun, OUTBOX_RECHECK_MS, type Point, pointTo } from '#usecases/story/due.ts';
import { type Partition, retrying } from '#usecases/story/partition.ts';
import { Conflict } from '#usecases/story/ports.ts';
import { agreementHash } from './agreementHash.ts';
import { agreementsIn, holdTogether, openActivePair, othersIn } from './pairs.ts';

export const versionKey = (version: number): string => String(version).padStart(4, '0');

/**
 * Writes a version: the first by the mentor, later ones by anybody in the pair; all sign each anew. `seen` is the
 * version the writer had before their eyes, '' or '0' for none; an older one is a `Conflict`. What others write at the
 * same moment elsewhere in the space is none.
 */
export async function draftAgreement(
  ctx: Context,
  person: PersonId,
  id: PairId,
  draft: { text: AgreementText; seen: string },
): Promise<void> {
  const isStale = await retrying(ctx, async () => {
    const { rows, pair, me, agreements } = await openActivePair(ctx, person, id);
    const decided = decideDraft(me, agreements, {
      text: draft.text,
      seen: wholeNumber(draft.seen || '0'),
      nowMs: ctx.clock.now(),
    });
    if (decided.kind !== 'new') return decided.kind === 'stale';
    const { version } = decided.agreement;
    await ctx.due.pointAll(pair.members.map((one) => signing(ctx, id, { version: version - 1, ...one })));
    holdTogether({ rows, pair });
    rows.create('agreement', versionKey(version), decided.agreement);
    askOthers(rows, { id, pair, person, version });
    await rows.commit();
    return false;
  });
  if (isStale) throw new Conflict(`pairs/${id}/agreement`);
}

/** Points to a look at a pair whose time, agreed by all, has come to its end. */
const closingNoun: DueNoun<{ pair: PairId; endsOn: Day }> = { noun: 'closing' };
/** At what hour of the last day they are told, where the one is who signed last. */
const CLOSING_HOUR = 9;

async function pointsToEnd(
  ctx: Context,
  person: PersonId,
  { id, endsOn }: { id: PairId; endsOn: Day | undefined },
): Promise<Point[]> {
  if (endsOn === undefined) return [];
  const morning = toMs(momentOn(endsOn, CLOSING_HOUR, await zoneOf(ctx, person)));
  const atMs = Math.max(morning, Date.parse(endsOn), ctx.clock.now() + OUTBOX_RECHECK_MS);
  return [pointTo(atMs, closingNoun, { pair: id, endsOn })];
}

/** A break that lasted beyond the end of the time: they are told of it once they go on. */
export function pointsToMissedEnd(id: PairId, pair: Pair, all: Agreements, nowMs: number): Point[] {
  const endsOn = standing(pair, all)?.text.endsOn;
  if (endsOn === undefined || !hasRunOut(pair, all, nowMs)) return [];
  return [pointTo(nowMs + OUTBOX_RECHECK_MS, closingNoun, { pair: id, endsOn })];
}

interface Asking {
  id: PairId;
  pair: Pair;
  person: PersonId;
  version: number;
}

function askOthers(rows: Partition<'pairs'>, { id, pair, person, version }: Asking): void {
  for (const to of othersIn(pair, person)) {
    const notice = { kind: 'agreementToSign' as const, pair: id, version };
    rows.tell({ kind: 'notify', job: `agreement_${id}_${version}`, to, notice });
  }
}

/** After a withdrawal nobody was asked to sign: the first signature asks the others. */
const opensAgain = (all: Agreements, version: number): boolean =>
  all.withdrawals.at(-1)?.version === version && signaturesOf(all, version).length === 0;

/** The card that asks somebody to sign a version; both a signature and a newer version settle it. */
export const signing = (
  ctx: Context,
  id: PairId,
  { version, person }: { version: number; person: PersonId },
) => lookSoon(ctx.clock.now(), { about: 'agreement', id, part: `${version}`, person });

/**
 * Signs the latest version, by the hash of the text that was read. The signature that completes it opens the pair
 * space and tells everybody.
 */
export async function signAgreement(
  ctx: Context,
  person: PersonId,
  id: PairId,
  signed: Signing,
): Promise<void> {
  const { version } = signed;
  await retrying(ctx, async () => {
    const { rows, pair, me, agreements } = await openActivePair(ctx, person, id);
    const signature = decideSignature(me, agreements, {
      ...signed,
      ...{ hashOf: agreementHash, nowMs: ctx.clock.now() },
    });
    if (!signature) return;
    const isLast = unsignedBy(pair, agreements, version).length === 1;
    const end = isLast
      ? await pointsToEnd(ctx, person, { id, endsOn: latestOf(agreements)?.text.endsOn })
      : [];
    await ctx.due.pointAll([signing(ctx, id, { version, person }), ...end]);
    holdTogether({ rows, pair });
    rows.create('signature', `${versionKey(version)}_${person}`, signature);
    if (opensAgain(agreements, version)) askOthers(rows, { id, pair, person, version });
    if (standing(pair, agreementsIn(rows))?.version === version) {
      for (const { person: to } of pair.members) {
        const notice = { kind: 'agreementSigned' as const, pair: id, version };
        const job = `agreementSigned_${id}_${version}`;
        rows.tell({ kind: 'notify', job, to, notice, answers: to === person });
      }
    }
    await rows.commit();
  });
}
