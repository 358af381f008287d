import { toInstant } from '#domain/basics/ids.ts';
import {
  type Agreement,
  type Agreements,
  canonicalText,
  countsFrom,
  hasSigned,
  latestOf,
  standing,
  unsignedBy,
  type Withdrawal,
} from './agreement.ts';
import type { Pair, PairMember } from './pair.ts';

/** Everybody who signed a version that still counts can take their consent back, whoever else has signed. */
export const canWithdraw = (me: PairMember, all: Agreements): boolean =>
  all.versions.some(({ version }) => version >= countsFrom(all) && hasSigned(all, version, me.person));

/** The space was open once and is not now, because somebody withdrew: it opens again when all sign anew. */
export const isClosed = (pair: Pair, all: Agreements): boolean =>
  all.withdrawals.length > 0 &&
  standing(pair, all) === undefined &&
  all.versions.some(({ version }) => unsignedBy(pair, all, version).length === 0);

/** Closed, and nobody has signed or changed anything since. */
export const isAtRest = (pair: Pair, all: Agreements): boolean => {
  const latest = latestOf(all)?.version;
  return (
    isClosed(pair, all) &&
    latest === countsFrom(all) &&
    unsignedBy(pair, all, latest).length === pair.members.length
  );
};

/**
 * Takes consent back: from then on no earlier version stands. The words stay as they are, as a new version that can
 * be signed or changed, under the name of whoever wrote them. Undefined where nothing was given. There is always
 * room for it.
 */
export function decideWithdrawal(
  me: PairMember,
  all: Agreements,
  nowMs: number,
): { withdrawal: Withdrawal; agreement: Agreement } | undefined {
  const latest = latestOf(all);
  if (!latest || !canWithdraw(me, all)) return undefined;
  const [version, at] = [latest.version + 1, toInstant(nowMs)];
  return {
    withdrawal: { version, person: me.person, at },
    agreement: { version, text: latest.text, by: latest.by, at },
  };
}

/**
 * What a reader who has to sign the newest version knew before: the newest earlier one that they signed or wrote,
 * otherwise the one before. Undefined where nothing is new to them.
 */
export function knownBefore(me: PairMember, all: Agreements): Agreement | undefined {
  const latest = latestOf(all);
  if (!latest || latest.by === me.person || hasSigned(all, latest.version, me.person)) return undefined;
  const earlier = all.versions.slice(0, -1);
  const knows = ({ version, by }: Agreement) => by === me.person || hasSigned(all, version, me.person);
  const known = earlier.findLast(knows) ?? earlier.at(-1);
  return known && canonicalText(known.text) !== canonicalText(latest.text) ? known : undefined;
}
