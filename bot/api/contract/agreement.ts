import { z } from 'zod';
import { AGREEMENT_TEXTS, RHYTHMS } from '#domain/pairs/agreement.ts';
import { count, day, instant, text } from './basics.ts';

export const AgreementBody = z.object({
  confidentiality: z.boolean(),
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

export const AgreementView = z.object({
  version: count,
  text: AgreementBody,
  by: z.string(),
  mine: z.boolean(),
  at: instant,
  signatures: z.array(z.object({ firstName: z.string(), isMe: z.boolean(), at: instant })),
  waitingFor: z.array(z.string()),
});
export type AgreementView = z.infer<typeof AgreementView>;

export interface AgreementShapes {
  draftAgreement: { body: AgreementBody };
  signAgreement: object;
}
