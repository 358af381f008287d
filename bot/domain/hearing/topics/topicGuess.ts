import type { TopicId } from '#domain/basics/ids.ts';
import { type Intention, marksIn } from '#domain/hearing/intentions.ts';
import type { Token } from '#domain/hearing/plainText.ts';
import { readStretch, type StretchRead } from './hintedStretch.ts';
import { type HeardTopic, STORY } from './segmentReading.ts';
import type { Hinted } from './topicHints.ts';
import type { Segment } from './topicPhrases.ts';
import { isOwn } from './topics.ts';

/** A segment, and what was heard in it by name. */
export interface Part {
  segment: Segment;
  heard: HeardTopic[];
  /** Intention carried over from what stands before. */
  carried: Intention | '';
}

/** What a score must reach to be taken for granted, and to be asked about. */
const SURE = 0.55;
const MAYBE = 0.5;
/** How much more one lone word must be worth; it counts only where somebody says what they want or can. */
const LONE = 1.3;
/** By how much of itself the best must lead. */
const LEAD = 0.05;
/** From this part of the best on, another may be meant as well. */
const NEAR = 0.6;
/** Beside a topic that was named other words mostly belong to it, unless they come with a wish of their own. */
const BESIDE = 1.4;
const BESIDE_UNMARKED = 2.2;

const isNamed = (part: Part): boolean => part.heard.some(({ topic }) => !isOwn(topic));

/** Runs of segments in one sentence in which nothing of the catalogue was named, parted where a new wish begins. */
function stretchesOf(parts: Part[]): Part[][] {
  const stretches: Part[][] = [];
  let open: Part[] = [];
  let means: Intention | '' = '';
  for (const part of parts) {
    const meansHere = meaningOf(part.segment);
    const goesOn = open[0]?.segment.sentence === part.segment.sentence;
    if (!goesOn || isNamed(part) || (meansHere !== '' && means !== '' && meansHere !== means)) {
      stretches.push(open);
      open = [];
      means = '';
    }
    if (isNamed(part)) continue;
    open.push(part);
    means ||= meansHere;
  }
  return [...stretches, open].filter((stretch) => stretch.length > 0);
}

const meaningOf = (segment: Segment): Intention | '' =>
  marksIn(segment.tokens.map((token) => token.word).join(' ')).find((mark) =>
    ['want', 'offer', 'lack', 'interest'].includes(mark.means),
  )?.means ?? '';

const isEnough = ({ isMarked, scale }: StretchRead, { hints, score }: Hinted, least: number): boolean =>
  hints > 1 ? score * scale >= least : isMarked && score * scale >= least * LONE;

function clearest(read: StretchRead, least: number): Hinted | undefined {
  const [best, second] = read.hinted;
  if (!best || !isEnough(read, best, least)) return undefined;
  return second && second.score > best.score * (1 - LEAD) ? undefined : best;
}

/** What a stretch must score: more beside something named, most where it says no wish of its own. */
function leastFor(read: StretchRead, isBeside: boolean): number {
  if (!isBeside) return SURE;
  return SURE * (read.isMarked ? BESIDE : BESIDE_UNMARKED);
}

/** Several words with no wish among them are a piece of a sentence sooner than a name. */
const isPiece = ({ segment, heard }: Part): boolean =>
  heard.length > 0 && segment.tokens.length > 2 && meaningOf(segment) === '';

/** Where nothing is clear and no wish was said: what the stretch may be about. */
function maybeOf({ isMarked, hinted: [best], scale }: StretchRead): Hinted | undefined {
  return best && !isMarked && best.score * scale >= MAYBE ? best : undefined;
}

/** What a stretch is about, with the first part that points at it; pieces of its sentence are no names then. */
function understand(stretch: Part[], isBeside: boolean, text: string): [Part, HeardTopic] | undefined {
  const read = readStretch(stretch.map((part) => part.segment));
  if (!read || (!read.isMarked && text.length > STORY)) return undefined;
  const hint = clearest(read, leastFor(read, isBeside));
  const best = hint ?? maybeOf(read);
  if (!best) return undefined;
  const pointed = best.places.map((place) => read.tokens[place] as Token).sort((a, b) => a.from - b.from);
  const isPointing = ({ segment }: Part): boolean => segment.tokens.some((token) => pointed.includes(token));
  const first = stretch.find(isPointing);
  if (!first) return undefined;
  const isNoName = (part: Part): boolean =>
    isPointing(part) ? hint !== undefined || isPiece(part) : hint !== undefined && isPiece(part);
  for (const part of stretch.filter(isNoName)) part.heard = [];
  if (!hint) return undefined;
  const written = text.slice(pointed[0]?.from, pointed.at(-1)?.to);
  return [
    first,
    { topic: hint.topic, written, means: read.means || first.carried, strength: 0, isGuess: true },
  ];
}

/** Adds to what was named what was clearly talked around; names of somebody's own stay as they were written. */
export function withGuesses(parts: Part[], text: string): HeardTopic[] {
  const isBeside = parts.some(isNamed);
  const guesses = new Map(
    stretchesOf(parts)
      .filter((stretch) => !stretch.every((part) => part.heard.length > 0))
      .flatMap((stretch) => {
        const guess = understand(stretch, isBeside, text);
        return guess ? [guess] : [];
      }),
  );
  return parts.flatMap((part) => {
    const guess = guesses.get(part);
    return guess ? [...part.heard, guess] : part.heard;
  });
}

/** Up to two topics that what was said may be about, where none is clear enough to be taken for granted. */
export function maybesIn(parts: Part[]): TopicId[] {
  const hinted = stretchesOf(parts).flatMap((stretch) => {
    const read = readStretch(stretch.map((part) => part.segment));
    return read ? read.hinted.filter(({ score }) => score * read.scale >= MAYBE) : [];
  });
  const best = hinted.sort((a, b) => b.score - a.score);
  const near = best.filter(({ score }) => score >= (best[0]?.score ?? 0) * NEAR);
  return [...new Set(near.map(({ topic }) => topic))].slice(0, 2);
}
