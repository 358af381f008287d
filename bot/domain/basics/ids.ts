/** Branded ids: a person's id can never be handed in where a pair's is asked for. */
export type Brand<Name extends string> = string & { readonly __brand: Name };

export type PersonId = Brand<'person'>;
export type PairId = Brand<'pair'>;
export type CohortId = Brand<'cohort'>;
export type GoalId = Brand<'goal'>;
export type PromptId = Brand<'prompt'>;
export type OccurrenceId = Brand<'occurrence'>;
export type JottingId = Brand<'jotting'>;
export type ExchangeId = Brand<'exchange'>;
export type LearningId = Brand<'learning'>;
export type ConcernId = Brand<'concern'>;
export type AnnouncementId = Brand<'announcement'>;
/** The id of a topic of the catalogue, or `own:<normalised text>` for one that somebody wrote. */
export type TopicId = Brand<'topic'>;

/** An instant as ISO 8601 in UTC, e.g. `2026-11-21T09:00:00.000Z`; sorts as text. */
export type Instant = Brand<'instant'>;
/** A calendar day as `YYYY-MM-DD`. */
export type Day = Brand<'day'>;

export const asId = <T extends Brand<string>>(text: string): T => text as T;
export const toInstant = (ms: number): Instant => new Date(ms).toISOString() as Instant;
export const toMs = (instant: Instant): number => Date.parse(instant);
