import { AgreementBody } from '#api/contract/agreement.ts';
import { pairOf, versionOf } from '#api/http/params.ts';
import { route } from '#api/http/route.ts';
import { asId, type Day } from '#domain/basics/ids.ts';
import { draftAgreement, signAgreement } from '#usecases/pairs/agreement.ts';

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
    run: ({ ctx, actor, params }) => signAgreement(ctx, actor.person, pairOf(params), versionOf(params)),
  }),
];
