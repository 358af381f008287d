import { type Intention, type Marker, marksIn } from '#domain/hearing/intentions.ts';
import type { Token } from '#domain/hearing/plainText.ts';
import { rootsOf } from './hintWords.ts';
import { type Hinted, hintedBy } from './topicHints.ts';
import type { Segment } from './topicPhrases.ts';

/** Words that may talk around a topic, read. */
export interface StretchRead {
  tokens: Token[];
  hinted: Hinted[];
  means: Intention | '';
  /** What somebody means to do is said in these words themselves. */
  isMarked: boolean;
  /** What a score must be multiplied with to be compared. */
  scale: number;
}

/** From this many telling words on, some point somewhere by accident. */
const USUAL_WORDS = 8;

/** Words that only say what somebody means to do with a topic point at none. */
const SAYS_WHAT_FOR = new Set<Intention>(['want', 'ask', 'offer', 'interest', 'like']);

/** "Not the spreadsheets", "I don't want …": what follows is no topic for anybody. */
const TURNS_DOWN =
  /^(?:(?:no|nope|well|but|please|sorry) )*(?:not (?!only|just|sure|enough|being|knowing|having)|no (?!one|idea|clue)|nothing|remove|delete|forget|drop|without|except|i (?:am|do|would) not (?:want|like|need|care|interested|into|keen))/;

/** The root of each token; empty for the smallest words, undefined for words that must not point anywhere. */
function tellingRoots(segment: Segment, marks: Marker[]): (string | undefined)[] {
  let at = 0;
  return segment.tokens.map((token, n) => {
    const place = at;
    at += token.word.length + 1;
    const isMark = marks.some(
      (mark) => SAYS_WHAT_FOR.has(mark.means) && mark.from <= place && place < mark.to,
    );
    const isDecoy = segment.spans.some((span) => !span.topic && span.from <= n && n < span.to);
    return isMark || isDecoy ? undefined : (rootsOf([token])[0] ?? '');
  });
}

/** Reads segments that belong together for what they point at; nothing where they turn something down. */
export function readStretch(segments: Segment[]): StretchRead | undefined {
  const places: { token: Token; root: string | undefined }[] = [];
  let means: Intention | '' = '';
  for (const segment of segments) {
    const words = segment.tokens.map((token) => token.word).join(' ');
    if (TURNS_DOWN.test(words)) return undefined;
    const marks = marksIn(words);
    means ||= marks.find((mark) => mark.means !== 'deny')?.means ?? '';
    const roots = tellingRoots(segment, marks);
    segment.tokens.forEach((token, n) => {
      if (roots[n] !== '') places.push({ token, root: roots[n] });
    });
    // A phrase never reaches over a comma.
    places.push({ token: segment.tokens.at(-1) as Token, root: undefined });
  }
  const telling = places.filter(({ root }) => root !== undefined).length;
  return {
    tokens: places.map(({ token }) => token),
    hinted: hintedBy(places.map(({ root }) => root)),
    means,
    isMarked: means !== '',
    scale: telling > USUAL_WORDS ? Math.sqrt(USUAL_WORDS / telling) : 1,
  };
}
