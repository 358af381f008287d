import { dayFrom, yearsFrom } from '#domain/basics/days.ts';
import { type Day, type Instant, type PersonId, toInstant } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { requireRoom } from '#domain/basics/room.ts';
import type { Pair, PairMember } from './pair.ts';

export const RHYTHMS = ['none', 'weekly', 'fortnightly', 'monthly'] as const;
type Rhythm = (typeof RHYTHMS)[number];
/** Fields of free text, in the order they are read, and how long each may be. */
export const AGREEMENT_TEXTS = {
  executiveWantsToLearn: 1000,
  howEachHelps: 1000,
  respectForTime: 600,
  whatItIs: 600,
  whatItIsNot: 600,
  whereAndHow: 600,
} as const;

/** Two people look back together within that time; a later year is mostly a slip of the finger. */
const LONGEST_YEARS = 2;

/** What differs from pair to pair. That what is said stays between them stands in every agreement, in fixed words. */
export interface AgreementText {
  respectForTime: string;
  whatItIs: string;
  whatItIsNot: string;
  executiveWantsToLearn: string;
  howEachHelps: string;
  whereAndHow: string;
  rhythm: Rhythm;
  endsOn: Day;
}

/** Row `agreement_<version>` (4 digits). Never changed once written: a change is a new version. */
export interface Agreement {
  version: number;
  text: AgreementText;
  by: PersonId;
  at: Instant;
}

/** Row `signature_<version>_<person>`. */
export interface Signature {
  version: number;
  person: PersonId;
  at: Instant;
  /** Of the text that was signed (`canonicalText`, sha-256, hexadecimal). Older rows have none. */
  hash?: string;
  /** The signer's own consent to confidentiality. In older rows it stood in the text. */
  confidentiality?: true;
}

/**
 * Row `withdrawal_<version>`: somebody took back their consent to confidentiality. That version has the words of the
 * one before; none before it stands any more.
 */
export interface Withdrawal {
  version: number;
  person: PersonId;
  at: Instant;
}

/** All versions of a pair's agreement, who signed which, and what was withdrawn; in rising order of versions. */
export interface Agreements {
  versions: Agreement[];
  signatures: Signature[];
  withdrawals: Withdrawal[];
}

export const latestOf = (all: Agreements): Agreement | undefined => all.versions.at(-1);

export const signaturesOf = (all: Agreements, version: number): Signature[] =>
  all.signatures.filter((signature) => signature.version === version);

export const hasSigned = (all: Agreements, version: number, person: PersonId): boolean =>
  signaturesOf(all, version).some((signature) => signature.person === person);

export const unsignedBy = (pair: Pair, all: Agreements, version: number): PersonId[] =>
  pair.members.map(({ person }) => person).filter((person) => !hasSigned(all, version, person));

/**
 * The newest version signed by all. The pair space stays open under it while a newer one asks again; once consent
 * is withdrawn, only what is signed by all after that counts.
 */
export const standing = (pair: Pair, all: Agreements): Agreement | undefined =>
  all.versions.findLast(
    ({ version }) => version >= countsFrom(all) && unsignedBy(pair, all, version).length === 0,
  );

/** The first version that can stand. */
export const countsFrom = (all: Agreements): number => all.withdrawals.at(-1)?.version ?? 1;

/** Whether the day has come until which they all agreed to meet (in UTC); never before all have signed. */
export const hasRunOut = (pair: Pair, all: Agreements, nowMs: number): boolean => {
  const endsOn = standing(pair, all)?.text.endsOn;
  return endsOn !== undefined && endsOn <= dayFrom(nowMs, 0);
};

/** The mentor drafts the first version; from then on anybody in the pair may propose a change. */
export const canDraft = (me: PairMember, all: Agreements): boolean =>
  me.role === 'mentor' || all.versions.length > 0;

export interface Draft {
  text: AgreementText;
  /** The version the writer saw, 0 for none. */
  seen: number;
  nowMs: number;
}
export type DraftDecision = { kind: 'stale' } | { kind: 'unchanged' } | { kind: 'new'; agreement: Agreement };

/** A change is a new version that everybody signs again; the same text again is no change. */
export function decideDraft(me: PairMember, all: Agreements, draft: Draft): DraftDecision {
  if (!canDraft(me, all)) throw new Refusal('forbidden', 'pair:agreement.mentorFirst');
  const latest = latestOf(all);
  if (latest && isSameText(latest.text, draft.text)) return { kind: 'unchanged' };
  if ((latest?.version ?? 0) !== draft.seen) return { kind: 'stale' };
  if (draft.text.endsOn < dayFrom(draft.nowMs, 0)) {
    throw new Refusal('invalid', 'pair:agreement.endsInThePast');
  }
  if (draft.text.endsOn > yearsFrom(draft.nowMs, LONGEST_YEARS)) {
    throw new Refusal('invalid', 'pair:agreement.endsTooLate', { years: LONGEST_YEARS });
  }
  if (isEmpty(draft.text)) throw new Refusal('invalid', 'pair:agreement.empty');
  requireRoom('agreementVersions', all.versions.length);
  const version = draft.seen + 1;
  const agreement = { version, text: draft.text, by: me.person, at: toInstant(draft.nowMs) };
  return { kind: 'new', agreement };
}

/** What somebody signs: the hash of the text they saw, and whether they ticked the promise of confidentiality. */
export interface Signing {
  version: number;
  hash: string;
  confidentiality: boolean;
}

/** A new signature, or undefined when this person has signed this version already. `hashOf`: of a stored text. */
export function decideSignature(
  me: PairMember,
  all: Agreements,
  signing: Signing & { nowMs: number; hashOf(text: AgreementText): string },
): Signature | undefined {
  const latest = latestOf(all);
  if (hasSigned(all, signing.version, me.person)) return undefined;
  if (latest && all.versions.some(({ version }) => version === signing.version && version < latest.version)) {
    throw new Refusal('conflict', 'pair:agreement.changedMeanwhile');
  }
  if (latest?.version !== signing.version) throw new Refusal('missing', 'pair:agreement.noVersion');
  if (isEmpty(latest.text)) throw new Refusal('invalid', 'pair:agreement.empty');
  const hash = signing.hashOf(latest.text);
  if (hash !== signing.hash) throw new Refusal('conflict', 'pair:agreement.otherText');
  if (!signing.confidentiality) throw new Refusal('invalid', 'pair:agreement.confidentiality');
  const { version } = latest;
  return { version, person: me.person, at: toInstant(signing.nowMs), hash, confidentiality: true };
}

/** The fields as they are bound by a signature; their order is part of the hash. */
const BOUND = [
  'executiveWantsToLearn',
  'howEachHelps',
  'whereAndHow',
  'rhythm',
  'respectForTime',
  'whatItIs',
  'whatItIsNot',
  'endsOn',
] as const satisfies readonly (keyof AgreementText)[];

/** The same text is the same string, whatever order its row has; another text is another one. */
export const canonicalText = (text: AgreementText): string =>
  JSON.stringify(['agreement 1', ...BOUND.map((field) => [field, text[field]])]);

/** Whether none of its texts says anything that can be read. */
const isEmpty = (text: AgreementText): boolean =>
  (Object.keys(AGREEMENT_TEXTS) as (keyof typeof AGREEMENT_TEXTS)[]).every(
    (field) => !/[\p{L}\p{N}\p{P}\p{S}]/u.test(text[field]),
  );

const isSameText = (a: AgreementText, b: AgreementText): boolean => canonicalText(a) === canonicalText(b);
