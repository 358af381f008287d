import type { TopicId } from '#domain/basics/ids.ts';
import { FILLER, SENTENCE } from '#domain/hearing/ordinaryWords.ts';
import type { Token } from '#domain/hearing/plainText.ts';
import {
  type Found,
  findExactly,
  LONGEST_PHRASE,
  SLIP_WORDS,
  type Strength,
  slipsOfOneText,
} from './topicIndex.ts';

/** A run of words that is a phrase of the catalogue. */
export interface Span {
  /** Index of the first token, and of the one after the last. */
  from: number;
  to: number;
  /** Undefined where the words were heard and mean no topic. */
  topic: TopicId | undefined;
  strength: Strength;
}

/** What stands between two separators. */
export interface Segment {
  tokens: Token[];
  spans: Span[];
  /** The separator before it. */
  after: Token | undefined;
  /** Number of the sentence it stands in. */
  sentence: number;
}

/** Catalogue phrases of up to five words, the longest first, then slips of the pen in what is left. */
export function spansIn(tokens: Token[]): Span[] {
  const spans: Span[] = [];
  const findAlmost = slipsOfOneText();
  scan(tokens, spans, LONGEST_PHRASE, (key) => {
    const found = findExactly(key);
    return found?.strength === 'strong' ? found : undefined;
  });
  scan(tokens, spans, SLIP_WORDS, (key, run) => {
    if (run.some((token) => token.kind !== 'word')) return undefined;
    if (run.length > 1 && run.some((token) => SENTENCE.has(token.word))) return undefined;
    if (FILLER.has(run[0]?.word ?? '') || FILLER.has(run.at(-1)?.word ?? '')) return undefined;
    const topic = findAlmost(key);
    return topic && { topic, strength: 'strong' };
  });
  scan(tokens, spans, LONGEST_PHRASE, (key) => findExactly(key));
  return spans.sort((a, b) => a.from - b.from);
}

type Find = (key: string, run: Token[]) => Found | undefined;

function scan(tokens: Token[], spans: Span[], longest: number, find: Find): void {
  const taken = new Set(
    spans.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, n) => from + n)),
  );
  for (let from = 0; from < tokens.length; from++) {
    if (taken.has(from) || tokens[from]?.kind !== 'word') continue;
    for (let to = Math.min(tokens.length, from + longest); to > from; to--) {
      const run = tokens.slice(from, to);
      if (tokens[to - 1]?.kind !== 'word') continue;
      if (run.some((token, n) => taken.has(from + n) || token.kind === 'end' || token.kind === 'comma'))
        continue;
      const key = run.map((token) => (token.kind === 'slash' ? '' : token.stem)).join('');
      const found = find(key, run);
      if (!found) continue;
      spans.push({ from, to, ...found });
      from = to - 1;
      break;
    }
  }
}

/** Cuts a text at its separators, phrases kept whole. */
export function segmentsOf(tokens: Token[], spans: Span[]): Segment[] {
  const segments: Segment[] = [];
  let segment: Segment = { tokens: [], spans: [], after: undefined, sentence: 0 };
  tokens.forEach((token, n) => {
    const span = spans.find((each) => each.from <= n && n < each.to);
    if (token.kind === 'word' || span) {
      if (span?.from === n)
        segment.spans.push({
          ...span,
          from: segment.tokens.length,
          to: segment.tokens.length + span.to - span.from,
        });
      segment.tokens.push(token);
      return;
    }
    segments.push(segment);
    const sentence = segment.sentence + (token.kind === 'end' ? 1 : 0);
    segment = { tokens: [], spans: [], after: token, sentence };
  });
  return [...segments, segment].filter((each) => each.tokens.length > 0);
}
