import type { AgreementBody } from '#api/contract/agreement.ts';
import { call } from './call.ts';
import { usePairChange } from './pairs.ts';

/** A draft follows the version it was made from: 0 for the first. */
export const useDraftAgreement = (pair: string) =>
  usePairChange(pair, ({ body, after }: { body: AgreementBody; after: number }) =>
    call('draftAgreement', { params: { pair }, body, etag: String(after) }),
  );

export const useSignAgreement = (pair: string) =>
  usePairChange(pair, (version: number) =>
    call('signAgreement', { params: { pair, version: String(version) } }),
  );
