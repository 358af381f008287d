import { z } from 'zod';
import { EXCHANGE_KINDS, EXCHANGE_TEXT_MAX } from '#domain/exchanges/exchange.ts';
import { LEARNING_KINDS, LEARNING_TEXT_MAX } from '#domain/exchanges/learning.ts';
import { MEETING_WAYS } from '#domain/profile/profile.ts';
import { day, id, instant, someText, text } from './basics.ts';

/** A help between me and `partner`; `iHelped`: I helped them, else they helped me. */
export const ExchangeBody = z.object({
  partner: id,
  iHelped: z.boolean(),
  kind: z.enum(EXCHANGE_KINDS),
  text: text(EXCHANGE_TEXT_MAX).default(''),
});
export type ExchangeBody = z.input<typeof ExchangeBody>;

export const ExchangeView = z.object({
  exchange: id,
  kind: z.enum(EXCHANGE_KINDS),
  text: z.string(),
  /** First names of who helped and whom; empty for me. */
  by: z.string(),
  to: z.string(),
  /** I noted it, so I can take it back. */
  isMine: z.boolean(),
  at: instant,
});
export type ExchangeView = z.infer<typeof ExchangeView>;

/** Give and take, for me: never a number. `felt`: I said so myself after meetings. */
export const BalanceView = z.discriminatedUnion('state', [
  z.object({ state: z.enum(['tooSoon', 'level', 'felt']) }),
  z.object({ state: z.literal('leans'), partner: z.string(), iGaveMore: z.boolean(), isClear: z.boolean() }),
]);
export type BalanceView = z.infer<typeof BalanceView>;

export const Exchanges = z.object({
  balance: BalanceView,
  /** With whom I exchange: the others of the pair. */
  partners: z.array(z.object({ person: id, firstName: z.string() })),
  /** The last few, latest first. */
  helps: z.array(ExchangeView),
  /** Where it leans: three ways to give back, as sentences. */
  ideas: z.array(z.string()),
});
export type Exchanges = z.infer<typeof Exchanges>;

export const LearningBody = z.object({
  kind: z.enum(LEARNING_KINDS),
  text: someText(LEARNING_TEXT_MAX),
  /** Whether the others may read it; only for me unless I say so. */
  shared: z.boolean().default(false),
});
export type LearningBody = z.input<typeof LearningBody>;

export const LearningView = z.object({
  learning: id,
  /** Empty where I am not its writer. */
  etag: z.string(),
  kind: z.enum(LEARNING_KINDS),
  text: z.string(),
  shared: z.boolean(),
  isMine: z.boolean(),
  byFirstName: z.string(),
  at: instant,
});
export type LearningView = z.infer<typeof LearningView>;

const WordsView = z.object({
  kind: z.enum(['learned', 'surprised']),
  text: z.string(),
  shared: z.boolean(),
  isMine: z.boolean(),
  byFirstName: z.string(),
});

/** One thing that happened between us. */
export const MomentView = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('meeting'),
    at: instant,
    occurrence: id,
    /** One that one of us told of: on which day, and how. */
    told: z.object({ day, way: z.enum([...MEETING_WAYS, '']) }).nullable(),
    /** Said of it afterwards, as far as I may read it. */
    words: z.array(WordsView),
  }),
  z.object({ kind: z.literal('learning'), at: instant, learning: LearningView }),
  z.object({ kind: z.literal('exchange'), at: instant, exchange: ExchangeView }),
  z.object({ kind: z.literal('signature'), at: instant, version: z.number().int() }),
]);
export type MomentView = z.infer<typeof MomentView>;

/** Longer than anything a pair can fill. */
const SHOW_MAX = 2000;
const SHOW_FIRST = 30;
/** How many of the last moments are asked for. */
export const TimelineAsked = z.object({
  show: z
    .string()
    .regex(/^[1-9]\d{0,3}$/)
    .refine((typed) => Number(typed) <= SHOW_MAX)
    .default(String(SHOW_FIRST)),
});
export type TimelineAsked = z.input<typeof TimelineAsked>;
/** Latest first. */
export const Timeline = z.object({ moments: z.array(MomentView), hasMore: z.boolean() });
export type Timeline = z.infer<typeof Timeline>;

export interface ExchangeShapes {
  timeline: { query: TimelineAsked; answer: Timeline };
  exchanges: { answer: Exchanges };
  addExchange: { body: ExchangeBody; answer: ExchangeView };
  takeBackExchange: object;
  addLearning: { body: LearningBody; answer: LearningView };
  changeLearning: { body: LearningBody; answer: LearningView };
  removeLearning: object;
}
