import type { ConcernNotice } from '#domain/concerns/notices.ts';
import type { Composers } from '#usecases/story/notices.ts';
import { findRow } from '#usecases/story/rows.ts';

/** Neither who raised it nor a word of it: a notification is read on screens that others see. */
export interface ConcernFacts {
  kind: 'concern';
}

export const concernNotices: Composers<ConcernNotice, ConcernFacts> = {
  /** Due to whom it was given until they have talked, or it is taken back. */
  async concern(ctx, to, { concern }) {
    const known = (await findRow(ctx, 'concerns', to, 'concern', concern))?.value;
    return known && (known.state === 'raised' || known.state === 'read') ? { kind: 'concern' } : undefined;
  },
};
