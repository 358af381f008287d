import { asId, type TopicId } from '#domain/basics/ids.ts';

/**
 * Why two people are proposed: derived from the terms of the score, said in the reader's words. `label` is how
 * a topic of their own was written; only a pair's own row has it.
 */
export type Reason =
  | { kind: 'learn'; topic: TopicId; strength: 0 | 1 | 2 | 3; label?: string }
  | { kind: 'giveBack'; topic: TopicId; label?: string }
  | { kind: 'interest'; topic: TopicId; label?: string }
  | { kind: 'language'; language: string }
  | { kind: 'meet'; way: string }
  | { kind: 'departments'; count: number }
  | { kind: 'time'; hours: number };

/** Stands for a topic somebody wrote in their own words, where those words must not go. */
const OWN_TOPIC: TopicId = asId<TopicId>('own');

export const isOwnTopic = (topic: TopicId): boolean => topic === OWN_TOPIC || topic.startsWith('own:');
/** How an own topic was written; empty when the words were left behind. */
export const ownWordsOf = (topic: TopicId): string => (topic.startsWith('own:') ? topic.slice(4) : '');

/** The same reasons without a word that people wrote: what may stand where a champion reads. */
export const withoutOwnWords = (reasons: readonly Reason[]): Reason[] =>
  reasons.map((reason) => {
    if (!('topic' in reason) || !isOwnTopic(reason.topic)) return reason;
    const { label: _, ...rest } = reason;
    return { ...rest, topic: OWN_TOPIC };
  });

/** The same reasons with topics of their own as the two wrote them; `written` by topic id. */
export const withOwnWords = (
  reasons: readonly Reason[],
  written: Readonly<Record<string, string>>,
): Reason[] =>
  reasons.map((reason) => {
    const label = 'topic' in reason ? written[reason.topic] : undefined;
    return label ? { ...reason, label } : reason;
  });
