import { createHash } from 'node:crypto';

/** An ETag header without its clothes: ETags travel bare through our own code. */
export const bare = (header: string | undefined): string =>
  (header ?? '').trim().replace(/^(W\/)?"?|"?$/g, '');

/** The same for the same content, whoever serves it. */
export const etagOf = (content: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(content) ?? '')
    .digest('base64url')
    .slice(0, 22);

/** The ETag that an answer brings along, from its rows; empty where it has none. */
export const etagIn = (answer: unknown): string =>
  typeof answer === 'object' && answer !== null && 'etag' in answer && typeof answer.etag === 'string'
    ? bare(answer.etag)
    : '';

/** Whether the caller has this version already, as If-None-Match says; it may name several. */
export const isKnown = (ifNoneMatch: string | undefined, etag: string): boolean =>
  etag !== '' && (ifNoneMatch ?? '').split(',').some((one) => bare(one) === etag);
