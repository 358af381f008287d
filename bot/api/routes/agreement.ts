import { AgreementBody, PairView } from '#api/contract/contract.ts';
import { route } from '#api/http/route.ts';
import type { AgreementText } from '#domain/pairs/agreement.ts';
import { draftAgreement, signAgreement } from '#usecases/pairs/agreement.ts';
import { pairOf, seePair } from './pairs.ts';

export const agreementRoutes = [
  /** If-Match carries the version the draft was made from, 0 for the first. */
  route('draftAgreement', {
    body: AgreementBody,
    answer: PairView,
    run: async (asked) => {
      const { ctx, actor, params, body, etag } = asked;
      await draftAgreement(ctx, actor.person, pairOf(params), { text: body as AgreementText, seen: etag });
      return seePair(asked);
    },
  }),
  route('signAgreement', {
    answer: PairView,
    run: async (asked) => {
      const { ctx, actor, params } = asked;
      await signAgreement(ctx, actor.person, pairOf(params), Number(params.version));
      return seePair(asked);
    },
  }),
];
