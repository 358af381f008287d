import type { ConcernId } from '#domain/basics/ids.ts';

/** Somebody raised a concern with the reader. Its job is the id alone, which says nothing of anybody. */
export type ConcernNotice = { kind: 'concern'; concern: ConcernId };
