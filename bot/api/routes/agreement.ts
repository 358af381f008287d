import { AgreementBody, OwnWords, SignBody } from '#api/contract/agreement.ts';
import { pairOf, versionOf } from '#api/http/params.ts';
import { route } from '#api/http/route.ts';
import { asId, type Day } from '#domain/basics/ids.ts';
import { listOwnWords } from '#usecases/exchanges/ownWords.ts';
import { draftAgreement, signAgreement } from '#usecases/pairs/agreement.ts';
import { withdrawConsent } from '#usecases/pairs/consent.ts';

export const agreementRoutes = [
  /** If-Match carries the version the draft was made from, 0 for the first. */
  route('draftAgreement', {
    body: AgreementBody,
    run: ({ ctx, actor, params, body, etag }) => {
      const text = { ...body, endsOn: asId<Day>(body.endsOn) };
      return draftAgreement(ctx, actor.person, pairOf(params), { text, seen: etag });
    },
  }),
  route('signAgreement', {
    body: SignBody,
    run: ({ ctx, actor, params, body }) =>
      signAgreement(ctx, actor.person, pairOf(params), { version: versionOf(params), ...body }),
  }),
  route('withdrawConsent', {
    run: ({ ctx, actor, params }) => withdrawConsent(ctx, actor.person, pairOf(params)),
  }),
  route('ownWords', {
    hasEtag: true,
    answer: OwnWords,
    run: async ({ ctx, actor, params }) => ({
      words: (await listOwnWords(ctx, actor.person, pairOf(params))).map(({ kind, text, at }) => ({
        ...{ kind, text, at },
      })),
    }),
  }),
];
