import type { TopicId } from '#domain/basics/ids.ts';
import { type Intention, type Marker, marksIn, takesBackBefore } from '#domain/hearing/intentions.ts';
import { FILLER, GENERIC } from '#domain/hearing/ordinaryWords.ts';
import type { Token } from '#domain/hearing/plainText.ts';
import { ownIn } from './ownWords.ts';
import type { Segment, Span } from './topicPhrases.ts';
import { areaOf } from './topics.ts';

/** A topic in what somebody wrote, how they wrote it, and what they mean to do with it if they said so. */
export interface HeardTopic {
  topic: TopicId;
  written: string;
  means: Intention | '';
  /** 1 a little, 3 very well, 0 not said. */
  strength: 0 | 1 | 2 | 3;
  /** It was talked around, not named. */
  isGuess?: true;
}

/** Beyond this many characters somebody tells a story: only what the catalogue knows is picked out. */
export const STORY = 300;

/** What one segment says. */
export interface SegmentRead {
  heard: HeardTopic[];
  /** Carried on to what follows. */
  carries: Intention | '';
  /** A mark behind the topics: what stands before it in the sentence is meant the same way. */
  trails: boolean;
}

const STRONG =
  /\b(?:very well|experts?|fluent|every day|daily|inside out|really good|very good|excellent|a lot about|pro|professional|professionally|deeply|master)\b/;
const SLIGHT = /\b(?:a little|a bit|basics?|beginner|somewhat|bits of|starter|simple)\b/;
function strengthIn(words: string): 0 | 1 | 3 {
  if (SLIGHT.test(words)) return 1;
  return STRONG.test(words) ? 3 : 0;
}

/** Where each token starts in the segment's words, written with one space between them. */
function placesOf(tokens: Token[]): number[] {
  let at = 0;
  return tokens.map((token) => {
    const place = at;
    at += token.word.length + 1;
    return place;
  });
}

function markFor(marks: Marker[], words: string, place: { from: number; to: number }): Marker | undefined {
  const before = marks.filter((mark) => mark.from < place.from).at(-1);
  const after = marks.find((mark) => mark.from >= place.to);
  if (after && takesBackBefore(words, after)) return after;
  if (before) return before;
  return after?.means === 'deny' ? undefined : after;
}

/** The topics named in a segment, or one of somebody's own, with what they mean to do with it. */
export function readSegment(segment: Segment, carried: Intention | '', text: string): SegmentRead {
  const words = segment.tokens.map((token) => token.word).join(' ');
  const places = placesOf(segment.tokens);
  const placeOf = (span: Span) => ({
    from: places[span.from] ?? 0,
    to: (places[span.to - 1] ?? 0) + (segment.tokens[span.to - 1]?.word.length ?? 0),
  });
  const marks = marksIn(words).filter(
    (mark) => !segment.spans.some((span) => placeOf(span).from <= mark.from && mark.to <= placeOf(span).to),
  );
  const strength = strengthIn(words);
  const alone = remainderOf(segment, marks, places);
  const spans = segment.spans.filter(
    (span) =>
      span.topic && (span.strength === 'strong' || (text.length <= STORY && stands(segment, span, alone))),
  );
  const heard: HeardTopic[] = spans.map((span) => ({
    topic: span.topic as TopicId,
    written: text.slice(segment.tokens[span.from]?.from, segment.tokens[span.to - 1]?.to),
    means: markFor(marks, words, placeOf(span))?.means ?? carried,
    strength,
  }));
  const own =
    heard.length === 0 && text.length <= STORY
      ? ownIn(segment, alone, marks.length > 0 || carried !== '', text)
      : undefined;
  if (own) heard.push({ ...own, means: ownMeaning(marks, alone, places) ?? carried, strength });
  const lastPlace = spans.at(-1) ? placeOf(spans.at(-1) as Span).to : 0;
  const last = marks.filter((mark) => mark.means !== 'deny').at(-1);
  return {
    heard,
    carries: last?.means ?? (carried === 'deny' ? '' : carried),
    trails:
      heard.length > 0 &&
      last !== undefined &&
      last.from >= lastPlace &&
      !marks.some((mark) => mark.from < lastPlace),
  };
}

/** Token range that is left when marks of intention and fillers at both ends are taken off. */
function remainderOf(segment: Segment, marks: Marker[], places: number[]): { from: number; to: number } {
  const last = marks.at(-1);
  const behind = last ? places.findIndex((place) => place >= last.to) : 0;
  const trimmed = trim(segment.tokens, behind < 0 ? segment.tokens.length : behind, segment.tokens.length);
  if (trimmed.from < trimmed.to || !marks[0]) return trimmed;
  const first = marks[0];
  const before = places.findIndex((place) => place >= first.from);
  return trim(segment.tokens, 0, before < 0 ? segment.tokens.length : before);
}

function trim(tokens: Token[], from: number, to: number): { from: number; to: number } {
  let start = from;
  let end = to;
  while (start < end && FILLER.has(tokens[start]?.word ?? '')) start++;
  while (end > start && FILLER.has(tokens[end - 1]?.word ?? '')) end--;
  return { from: start, to: end };
}

/** A weak word names a topic when nothing else is said; a verb also when it leads what is said. */
const stands = (segment: Segment, span: Span, rest: { from: number; to: number }): boolean =>
  isAlone(segment, span, rest) ||
  isAskedFor(segment, span) ||
  (span.strength === 'verb' && (span.from === rest.from || segment.tokens[span.from - 1]?.word === 'i'));

/** "Where do all the decisions come from": a question has a subject, and a word of work in it is one. */
const isAskedFor = (segment: Segment, span: Span): boolean =>
  span.strength === 'weak' &&
  span.topic !== undefined &&
  areaOf(span.topic) !== 'interests' &&
  segment.spans.length === 1 &&
  QUESTION.test(segment.tokens.map((token) => token.word).join(' '));
const QUESTION =
  /^(?:(?:maybe|perhaps|and|so|well|honestly|mostly) )*(?:how (?:to|do|does|we|the|people|they|not)|why (?:do|does|we|the|our)|where (?:do|does|all)|who (?:makes|decides|sets))\b/;

const isAlone = (segment: Segment, span: Span, rest: { from: number; to: number }): boolean =>
  rest.from >= rest.to ||
  segment.tokens
    .slice(rest.from, rest.to)
    .every(
      (token, n) =>
        (rest.from + n >= span.from && rest.from + n < span.to) ||
        FILLER.has(token.word) ||
        GENERIC.has(token.word),
    );

function ownMeaning(marks: Marker[], rest: { from: number }, places: number[]): Intention | undefined {
  const place = places[rest.from] ?? 0;
  return (marks.filter((mark) => mark.to <= place).at(-1) ?? marks[0])?.means;
}
