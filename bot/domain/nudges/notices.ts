import type { PairNudge } from './told.ts';

export type NudgeNotice = { kind: 'nudge' } & PairNudge;
