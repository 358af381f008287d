import type { PairId, PersonId } from '#domain/basics/ids.ts';
import { wholeNumber } from '#domain/basics/wholeNumber.ts';
import type { AgreementText } from '#domain/pairs/agreement.ts';
import { decideDraft, decideSignature, standing } from '#domain/pairs/agreement.ts';
import { lookSoon } from '#usecases/story/cardDue.ts';
import type { Context } from '#usecases/story/context.ts';
import { retrying } from '#usecases/story/partition.ts';
import { Conflict } from '#usecases/story/ports.ts';
import { agreementsIn, holdTogether, openActivePair, othersIn } from './pairs.ts';

const versionKey = (version: number): string => String(version).padStart(4, '0');

/**
 * Writes a version: the first by the mentor, later ones by anybody in the pair; all sign each anew. `seen` is the
 * version the writer had before their eyes, '' or '0' for none; an older one is a `Conflict`.
 */
export async function draftAgreement(
  ctx: Context,
  person: PersonId,
  id: PairId,
  draft: { text: AgreementText; seen: string },
): Promise<void> {
  const { rows, pair, me, agreements } = await openActivePair(ctx, person, id);
  const decided = decideDraft(me, agreements, {
    text: draft.text,
    seen: wholeNumber(draft.seen || '0'),
    nowMs: ctx.clock.now(),
  });
  if (decided.kind === 'stale') throw new Conflict(`pairs/${id}/agreement`);
  if (decided.kind === 'unchanged') return;
  const { version } = decided.agreement;
  await ctx.due.pointAll(pair.members.map((one) => signing(ctx, id, { version: version - 1, ...one })));
  holdTogether({ rows, pair });
  rows.create('agreement', versionKey(version), decided.agreement);
  for (const to of othersIn(pair, person)) {
    const notice = { kind: 'agreementToSign' as const, pair: id, version };
    rows.tell({ kind: 'notify', job: `agreement_${id}_${version}`, to, notice });
  }
  await rows.commit();
}

/** The card that asks somebody to sign a version; both a signature and a newer version settle it. */
const signing = (ctx: Context, id: PairId, { version, person }: { version: number; person: PersonId }) =>
  lookSoon(ctx.clock.now(), { about: 'agreement', id, part: `${version}`, person });

/** Signs the latest version. The signature that completes it opens the pair space and tells everybody. */
export async function signAgreement(
  ctx: Context,
  person: PersonId,
  id: PairId,
  version: number,
): Promise<void> {
  await retrying(ctx, async () => {
    const { rows, pair, me, agreements } = await openActivePair(ctx, person, id);
    const signature = decideSignature(me, agreements, { version, nowMs: ctx.clock.now() });
    if (!signature) return;
    await ctx.due.pointAll([signing(ctx, id, { version, person })]);
    holdTogether({ rows, pair });
    rows.create('signature', `${versionKey(version)}_${person}`, signature);
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
