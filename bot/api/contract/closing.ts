import { z } from 'zod';
import { CLOSING_WORDS_MAX } from '#domain/closing/closing.ts';
import { LOOK_BACK_SECTIONS } from '#domain/closing/lookBack.ts';
import { EXCHANGE_KINDS } from '#domain/exchanges/exchange.ts';
import { WORTH_MAX, WORTH_MIN } from '#domain/meetings/feedback.ts';
import { CONFIDENCE_MAX, CONFIDENCE_MIN, GOAL_STATES } from '#domain/pairs/goals.ts';
import { MEETING_WAYS } from '#domain/profile/profile.ts';
import { count, day, instant, text } from './basics.ts';

const confidence = z.number().int().min(CONFIDENCE_MIN).max(CONFIDENCE_MAX);

/** What I say at the end of the time we agreed on: a face, and perhaps words. */
export const ClosingBody = z.object({
  worth: z.number().int().min(WORTH_MIN).max(WORTH_MAX),
  words: text(CLOSING_WORDS_MAX),
  /** Whether the others may read the words; the face is mine alone. */
  shared: z.boolean(),
});
export type ClosingBody = z.infer<typeof ClosingBody>;

/** One thing to look back on; what it does not have is empty or null. */
const LookBackEntry = z.object({
  at: instant,
  /** First name of whose it is; empty for all of us. */
  by: z.string(),
  text: z.string(),
  /** A goal as it was worded first, where it reads otherwise now. */
  before: z.string(),
  confidence: z.object({ first: confidence, now: confidence }).nullable(),
  state: z.enum(GOAL_STATES).nullable(),
  way: z.enum([...MEETING_WAYS, '']),
  help: z.enum(EXCHANGE_KINDS).nullable(),
});
export type LookBackEntry = z.infer<typeof LookBackEntry>;
const LookBackSection = z.object({
  kind: z.enum(LOOK_BACK_SECTIONS),
  entries: z.array(LookBackEntry),
});

export type LookBackSection = z.infer<typeof LookBackSection>;

export const ClosingView = z.object({
  /** Until when we agreed to meet, and whether that day has come. */
  endsOn: day,
  isDue: z.boolean(),
  /** Since when we are a pair, and why we were introduced, in the reader's words. */
  since: instant,
  reasons: z.array(z.string()),
  /** The same for each of us: what all of us may see. */
  sections: z.array(LookBackSection),
  /** What I said; null before. */
  mine: ClosingBody.extend({ at: instant }).nullable(),
  /** Sent back as If-Match with what I say: 0 before the first time. */
  seq: count,
});
export type ClosingView = z.infer<typeof ClosingView>;

export interface ClosingShapes {
  closing: { answer: ClosingView };
  sayClosing: { body: ClosingBody; answer: ClosingView };
}
