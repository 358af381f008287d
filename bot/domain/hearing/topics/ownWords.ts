import type { TopicId } from '#domain/basics/ids.ts';
import { FILLER, GENERIC, isGibberish, SENTENCE } from '#domain/hearing/ordinaryWords.ts';
import type { Segment, Span } from './topicPhrases.ts';
import { ownTopicId } from './topics.ts';

const OWN_WORDS_MAX = 4;

const isAdverb = (word: string): boolean =>
  /^[a-z]{3,}ly$/.test(word) &&
  !/(?:family|italy|sicily|fly|assembly|monopoly|jelly|anomaly|bully|melancholy)$/.test(word);

/** What the catalogue does not know, kept as written, when it reads like the name of something. */
export function ownIn(
  segment: Segment,
  rest: { from: number; to: number },
  isMarked: boolean,
  text: string,
): { topic: TopicId; written: string } | undefined {
  // A weak word or an innocent phrase inside is part of the name: "generation of reports", "boomerang throwing".
  const isPart = (span: Span) =>
    span.strength !== 'strong' || span.topic === undefined
      ? rest.to - rest.from > span.to - span.from
      : false;
  if (!segment.spans.every(isPart)) return undefined;
  const tokens = segment.tokens.slice(rest.from, rest.to);
  if (tokens.length === 0 || tokens.length > OWN_WORDS_MAX) return undefined;
  if ((isMarked ? tokens : segment.tokens).some((token) => SENTENCE.has(token.word))) return undefined;
  if (tokens.length === 1 && isAdverb(tokens[0]?.word ?? '')) return undefined;
  if (tokens.every((token) => GENERIC.has(token.word) || FILLER.has(token.word))) return undefined;
  if (tokens.some((token) => isGibberish(token.word) && !/^\d{1,4}$/.test(token.word))) return undefined;
  if (!tokens.some((token) => /\p{L}{2}/u.test(token.word))) return undefined;
  const written = text.slice(tokens[0]?.from, tokens.at(-1)?.to).replace(/\s+/g, ' ').trim().slice(0, 60);
  const topic = ownTopicId(written);
  return topic && { topic, written };
}
