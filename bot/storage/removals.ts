import { AsyncLocalStorage } from 'node:async_hooks';
import type { TableClient } from '@azure/data-tables';

type Policy = Parameters<TableClient['pipeline']['addPolicy']>[0];

const etagsOfRemovals = new AsyncLocalStorage<string[]>();
/** Lines of a transaction end with CR LF; text of people never holds a raw one, JSON escapes it. */
const BLIND_REMOVAL = /(?<=\r\n)(DELETE \S+ HTTP\/1\.1\r\n(?:[^\r\n]+\r\n)*?)If-Match: \*/g;

/**
 * data-tables 13.3 forgets the ETag of a `delete` inside a transaction and sends `If-Match: *`, which removes
 * whatever is there. This policy puts the ETags back, in order, before the request is signed and sent.
 */
const etagsOfRemovalsPolicy: Policy = {
  name: 'etagsOfRemovals',
  sendRequest(request, next) {
    const etags = etagsOfRemovals.getStore();
    if (etags && request.url.includes('/$batch') && typeof request.body === 'string') {
      const left = [...etags];
      request.body = request.body.replace(
        BLIND_REMOVAL,
        (_match, head: string) => `${head}If-Match: ${left.shift()}`,
      );
      const isRetry =
        etags.length > 0 && left.length === etags.length && !request.body.includes('If-Match: *');
      if (left.length > 0 && !isRetry) throw new Error('a removal would go out without its ETag');
    }
    return next(request);
  },
};

/** In the first phase: the policy that signs also measures the length of the body. */
export const addEtagsOfRemovals = (client: TableClient): void =>
  client.pipeline.addPolicy(etagsOfRemovalsPolicy, { phase: 'Serialize' });

/** Submits a transaction whose removals carry these ETags, in the order of the removals. */
export const withEtagsOfRemovals = <R>(etags: string[], submit: () => Promise<R>): Promise<R> =>
  etagsOfRemovals.run(etags, submit);
