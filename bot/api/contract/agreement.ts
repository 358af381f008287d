import { z } from 'zod';
import { AGREEMENT_TEXTS, RHYTHMS } from '#domain/pairs/agreement.ts';
import { OWN_WORDS } from '#domain/pairs/ownWords.ts';
import { count, day, instant, role, text } from './basics.ts';

export const AgreementBody = z.object({
  respectForTime: text(AGREEMENT_TEXTS.respectForTime),
  whatItIs: text(AGREEMENT_TEXTS.whatItIs),
  whatItIsNot: text(AGREEMENT_TEXTS.whatItIsNot),
  executiveWantsToLearn: text(AGREEMENT_TEXTS.executiveWantsToLearn),
  howEachHelps: text(AGREEMENT_TEXTS.howEachHelps),
  whereAndHow: text(AGREEMENT_TEXTS.whereAndHow),
  rhythm: z.enum(RHYTHMS),
  endsOn: day,
});
export type AgreementBody = z.infer<typeof AgreementBody>;

/** What somebody signs: the hash of the text they were shown, and the box that they ticked themselves. */
export const SignBody = z.object({
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  confidentiality: z.boolean(),
});
export type SignBody = z.infer<typeof SignBody>;

export const AgreementView = z.object({
  version: count,
  text: AgreementBody,
  /** sha-256 of the text: whoever signs sends it back. */
  hash: z.string(),
  /** What the reader knew before this version, while they have not signed it; null where nothing is new to them. */
  before: z.object({ text: AgreementBody, iSigned: z.boolean() }).nullable(),
  by: z.string(),
  mine: z.boolean(),
  at: instant,
  signatures: z.array(z.object({ firstName: z.string(), isMe: z.boolean(), role, at: instant })),
  waitingFor: z.array(z.string()),
});
export type AgreementView = z.infer<typeof AgreementView>;

/** What the reader wrote in a pair themselves, for them alone. */
export const OwnWords = z.object({
  words: z.array(z.object({ kind: z.enum(OWN_WORDS), text: z.string(), at: instant })),
});
export type OwnWords = z.infer<typeof OwnWords>;

export interface AgreementShapes {
  draftAgreement: { body: AgreementBody };
  signAgreement: { body: SignBody };
  withdrawConsent: object;
  ownWords: { answer: OwnWords };
}
