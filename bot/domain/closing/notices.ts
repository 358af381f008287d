import type { Day, PairId } from '#domain/basics/ids.ts';

/** The day has come until which the members of a pair agreed to meet: the same words for all of them. */
export type ClosingNotice = { kind: 'closing'; pair: PairId; endsOn: Day };
