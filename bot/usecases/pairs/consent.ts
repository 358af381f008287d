import type { PairId, PersonId } from '#domain/basics/ids.ts';
import { changeOf } from '#domain/meetings/panel.ts';
import { hasSigned, latestOf, standing } from '#domain/pairs/agreement.ts';
import { decideWithdrawal } from '#domain/pairs/consent.ts';
import type { Context } from '#usecases/story/context.ts';
import { retrying } from '#usecases/story/partition.ts';
import { signing, versionKey } from './agreement.ts';
import { holdTogether, type OpenPair, openActivePair, othersIn } from './pairs.ts';

/**
 * Takes back somebody's consent to confidentiality. The space closes at once for everybody in the pair, and opens
 * again when all sign anew. Withdrawing what was never given, or twice, changes nothing.
 */
export async function withdrawConsent(ctx: Context, person: PersonId, id: PairId): Promise<void> {
  await retrying(ctx, async () => {
    const open = await openActivePair(ctx, person, id);
    const { rows, pair, me, agreements } = open;
    const decided = decideWithdrawal(me, agreements, ctx.clock.now());
    if (!decided) return;
    const { version } = decided.agreement;
    const kind = standing(pair, agreements) ? ('spaceClosed' as const) : ('agreementToSign' as const);
    const change = await closePanel(ctx, open);
    await pointToUnsigned(ctx, open);
    holdTogether({ rows, pair });
    rows.create('withdrawal', versionKey(version), decided.withdrawal);
    rows.create('agreement', versionKey(version), decided.agreement);
    for (const to of othersIn(pair, person)) {
      const job = `${kind === 'spaceClosed' ? kind : 'agreement'}_${id}_${version}`;
      rows.tell({ kind: 'notify', job, to, notice: { kind, pair: id, version } });
    }
    await rows.commit();
    if (change) ctx.changes.happened(id, change);
  });
}

/** Whoever waits at the live panel hears at once that it is closed. */
async function closePanel(ctx: Context, { id, rows }: OpenPair): Promise<number | undefined> {
  const panel = rows.find('panel')?.value;
  if (!panel) return undefined;
  const closed = { ...panel, turn: panel.turn + 1 };
  await ctx.changes.announce(id, changeOf(closed));
  rows.put('panel', '', closed);
  return changeOf(closed);
}

/** A card that still asks somebody to sign the version before is overtaken. */
async function pointToUnsigned(ctx: Context, { id, pair, agreements }: OpenPair): Promise<void> {
  const version = latestOf(agreements)?.version ?? 0;
  const asked = pair.members.filter(({ person }) => !hasSigned(agreements, version, person));
  await ctx.due.pointAll(asked.map(({ person }) => signing(ctx, id, { version, person })));
}
