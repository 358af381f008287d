import type { TopicId } from './ids.ts';
import { type Intention, type Mark, marksIn, takesBackBefore } from './intentions.ts';
import { FILLER, GENERIC, isGibberish, SENTENCE } from './ordinaryWords.ts';
import { type Token, tokensOf } from './plainText.ts';
import { type Segment, type Span, segmentsOf, spansIn } from './topicPhrases.ts';
import { areaOf, ownTopicId } from './topics.ts';

export { searchTopics } from './topicIndex.ts';

/** A topic in what somebody wrote, how they wrote it, and what they mean to do with it if they said so. */
export interface HeardTopic {
  topic: TopicId;
  written: string;
  means: Intention | '';
  /** 1 a little, 3 very well, 0 not said. */
  strength: 0 | 1 | 2 | 3;
}

/** Beyond this many characters somebody tells a story: only what the catalogue knows is picked out. */
const STORY = 300;
const OWN_WORDS_MAX = 4;

interface Read {
  heard: HeardTopic[];
  /** Carried on to what follows. */
  carries: Intention | '';
  /** A mark behind the topics: what stands before it in the sentence is meant the same way. */
  trails: boolean;
}

const STRONG =
  /\b(?:very well|experts?|fluent|every day|daily|inside out|really good|very good|excellent|a lot about|pro|professional|professionally|deeply|master)\b/;
const SLIGHT = /\b(?:a little|a bit|basics?|beginner|somewhat|bits of|starter|simple)\b/;
const TAKES_ALL =
  /^(?:remove|delete|forget|drop|scratch|cross|take|get rid|except|without|neither|excluding|apart)/;

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

function markFor(marks: Mark[], words: string, place: { from: number; to: number }): Mark | undefined {
  const before = marks.filter((mark) => mark.from < place.from).at(-1);
  const after = marks.find((mark) => mark.from >= place.to);
  if (after && takesBackBefore(words, after)) return after;
  if (before) return before;
  return after?.means === 'deny' ? undefined : after;
}

function readSegment(segment: Segment, carried: Intention | '', text: string): Read {
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
function remainderOf(segment: Segment, marks: Mark[], places: number[]): { from: number; to: number } {
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

function ownMeaning(marks: Mark[], rest: { from: number }, places: number[]): Intention | undefined {
  const place = places[rest.from] ?? 0;
  return (marks.filter((mark) => mark.to <= place).at(-1) ?? marks[0])?.means;
}

const isAdverb = (word: string): boolean =>
  /^[a-z]{3,}ly$/.test(word) &&
  !/(?:family|italy|sicily|fly|assembly|monopoly|jelly|anomaly|bully|melancholy)$/.test(word);

/** What the catalogue does not know, kept as written, when it reads like the name of something. */
function ownIn(
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

/** What begins so is named in the place of what was taken off. */
const INSTEAD = /^(?:make|rather|instead|i|put|add|better|lets|let|use|just|go|say)$/;
/** "Take SAP off" says "remove SAP". */
const TAKES_OFF = /\b(?:take|leave|cross|strike|kick|throw)\s+((?:\S+\s+){1,4}?)(?:off|out|away)\b/gi;

/** Teams with a capital inside a sentence is the tool. */
const TEAMS = /(?<=[\p{L},] )(?<!\b(?:Microsoft|MS) )Teams\b(?! (?:call|meeting|chat))/gu;

/** Short forms of chats, to be read as the words they stand for. */
const SHORT_FORMS: [RegExp, string][] = [
  [/\bw\/o\b/gi, 'without'],
  [/\bw\/(?=\s)/gi, 'with'],
  [/\b(how|want|love|like|need|happy|able|hard|easy|trying) 2\b/gi, '$1 to'],
  [/\bu\b(?!\.)/g, 'you'],
];

const readable = (said: string): string =>
  [
    ...SHORT_FORMS,
    [REPLACES, 'not $1 – '] as const,
    [TAKES_OFF, 'remove $1'] as const,
    [TEAMS, 'Microsoft Teams'] as const,
  ].reduce((text, [pattern, words]) => text.replace(pattern, words), said);

/** "Replace SAP with Power BI" says "not SAP – Power BI". */
const REPLACES =
  /^\W*(?:(?:please|can you|could you|let[’']?s|i(?: would|[’']d) like to|i want to)\s+)?(?:replace|swap|exchange|substitute|switch)\s+(?:from\s+)?(.{1,80}?)\s+(?:with|for|by|to|against)\s+/i;

/**
 * The topics in free text: catalogue phrases with their slips, and short names the catalogue does not know as
 * `own:` topics. Each carries the intention it was named with, so that two answers in one sentence, lists and
 * corrections ("not SAP – Power BI") come apart. Each topic once per intention, in the order named.
 */
export function recognise(said: string): HeardTopic[] {
  const text = readable(said);
  const tokens = tokensOf(text);
  const heard: HeardTopic[] = [];
  let carried: Intention | '' = '';
  let waiting: HeardTopic[] = [];
  let sentence = 0;
  for (const segment of segmentsOf(tokens, spansIn(tokens))) {
    if (segment.sentence !== sentence) waiting = [];
    sentence = segment.sentence;
    const read = readSegment(segment, carried, text);
    if (read.trails) for (const topic of waiting) topic.means = read.carries;
    waiting = read.carries === '' ? [...waiting, ...read.heard.filter((topic) => topic.means === '')] : [];
    heard.push(...read.heard);
    carried = carriedOn(segment, read, tokens);
  }
  return heard.filter(
    (topic, n) =>
      heard.findIndex((other) => other.topic === topic.topic && other.means === topic.means) === n,
  );
}

/** `not SAP or Excel`, `remove SAP and Excel` take back both; `not SAP, Excel` only the first. */
function carriedOn(segment: Segment, read: Read, tokens: Token[]): Intention | '' {
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
