import type { TopicId } from '#domain/basics/ids.ts';
import type { Intention } from '#domain/hearing/intentions.ts';
import { FILLER } from '#domain/hearing/ordinaryWords.ts';
import { type Token, tokensOf } from '#domain/hearing/plainText.ts';
import { readable } from '#domain/hearing/readable.ts';
import { type HeardTopic, readSegment, type SegmentRead, STORY } from './segmentReading.ts';
import { maybesIn, type Part, withGuesses } from './topicGuess.ts';
import { type Segment, segmentsOf, spansIn } from './topicPhrases.ts';

export type { HeardTopic } from './segmentReading.ts';
export { searchTopics } from './topicIndex.ts';

const TAKES_ALL =
  /^(?:remove|delete|forget|drop|scratch|cross|take|get rid|except|without|neither|excluding|apart)/;

/** What begins so is named in the place of what was taken off. */
const INSTEAD = /^(?:make|rather|instead|i|put|add|better|lets|let|use|just|go|say)$/;

/** So many words are read, and so many pieces between separators: more than a long story has. */
export const TOKENS_HEARD = 1_200;
export const SEGMENTS_HEARD = 300;

/**
 * The topics in free text: catalogue phrases with their slips, topics clearly talked around, and short names the
 * catalogue does not know as `own:` topics. Each carries the intention it was named with, so that two answers in
 * one sentence, lists and corrections ("not SAP – Power BI") come apart. Each topic once per intention, in the
 * order named.
 */
export function recognise(said: string): HeardTopic[] {
  const text = readable(said);
  const heard = withGuesses(partsOf(text), text);
  return heard.filter(
    (topic, n) =>
      heard.findIndex((other) => other.topic === topic.topic && other.means === topic.means) === n,
  );
}

/** Up to two topics that may be meant, to ask about, where nothing was named and none is clear enough. */
export function maybeTopics(said: string): TopicId[] {
  const text = readable(said);
  return text.length > STORY ? [] : maybesIn(partsOf(text));
}

function partsOf(text: string): Part[] {
  const tokens = tokensOf(text).slice(0, TOKENS_HEARD);
  const parts: Part[] = [];
  let carried: Intention | '' = '';
  let waiting: HeardTopic[] = [];
  let sentence = 0;
  for (const segment of segmentsOf(tokens, spansIn(tokens)).slice(0, SEGMENTS_HEARD)) {
    if (segment.sentence !== sentence) waiting = [];
    sentence = segment.sentence;
    const read = readSegment(segment, carried, text);
    if (read.trails) for (const topic of waiting) topic.means = read.carries;
    waiting = read.carries === '' ? [...waiting, ...read.heard.filter((topic) => topic.means === '')] : [];
    parts.push({ segment, heard: read.heard, carried });
    carried = carriedOn(segment, read, tokens);
  }
  return parts;
}

/** `not SAP or Excel`, `remove SAP and Excel` take back both; `not SAP, Excel` only the first. */
function carriedOn(segment: Segment, read: SegmentRead, tokens: Token[]): Intention | '' {
  const last = read.heard.at(-1);
  if (last?.means !== 'deny') return read.carries;
  const end = tokens.indexOf(segment.tokens.at(-1) as Token);
  const next = tokens[end + 1];
  if (INSTEAD.test(tokens[end + 2]?.word ?? '')) return '';
  const first = segment.tokens.find((token) => !FILLER.has(token.word))?.word ?? '';
  const goesOn =
    /^(?:or|nor|oder|ou)$/.test(next?.word ?? '') ||
    (TAKES_ALL.test(first) && next?.kind !== 'end' && next?.word !== 'but');
  return goesOn ? 'deny' : read.carries;
}
