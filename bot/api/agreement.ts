import type { AgreementText } from '#domain/pair.ts';
import { draftAgreement, signAgreement } from '#usecases/agreement.ts';
import { getPair } from '#usecases/pairSpace.ts';
import { AgreementBody, PairView } from './contract.ts';
import { pairOf } from './pairs.ts';
import { presentPair } from './pairView.ts';
import { route } from './route.ts';

export const agreementRoutes = [
  /** If-Match carries the version the draft was made from, 0 for the first. */
  route('draftAgreement', {
    body: AgreementBody,
    answer: PairView,
    run: async ({ ctx, actor, params, body, words, etag }) => {
      await draftAgreement(ctx, actor.person, pairOf(params), { text: body as AgreementText, seen: etag });
      return presentPair(await getPair(ctx, actor.person, pairOf(params), words), words);
    },
  }),
  route('signAgreement', {
    answer: PairView,
    run: async ({ ctx, actor, params, words }) => {
      await signAgreement(ctx, actor.person, pairOf(params), Number(params.version));
      return presentPair(await getPair(ctx, actor.person, pairOf(params), words), words);
    },
  }),
];
