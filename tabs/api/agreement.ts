import { useQuery } from '@tanstack/react-query';
import type { AgreementBody, SignBody } from '#api/contract/agreement.ts';
import { again, contentOf } from './again.ts';
import { call } from './call.ts';
import { usePairChange } from './pairs.ts';

/** A draft follows the version it was made from: 0 for the first. */
export const useDraftAgreement = (pair: string) =>
  usePairChange(pair, ({ body, after }: { body: AgreementBody; after: number }) =>
    call('draftAgreement', { params: { pair }, body, etag: String(after) }),
  );

/** Signs the text that was on screen, by its hash. */
export const useSignAgreement = (pair: string) =>
  usePairChange(pair, ({ version, ...body }: SignBody & { version: number }) =>
    call('signAgreement', { params: { pair, version: String(version) }, body }),
  );

/** Takes back the reader's consent to confidentiality, which closes the space. */
export const useWithdrawConsent = (pair: string) =>
  usePairChange(pair, () => call('withdrawConsent', { params: { pair } }));

/** What the reader wrote in a pair themselves. */
export const useOwnWords = (pair: string) =>
  useQuery({
    queryKey: ['ownWords', pair],
    queryFn: again('ownWords', { params: { pair } }),
    select: contentOf,
  });
