import type { TopicId } from '#domain/basics/ids.ts';
import { FILLER, GENERIC, SENTENCE } from '#domain/hearing/ordinaryWords.ts';
import { tokensOf } from '#domain/hearing/plainText.ts';
import innocent from '#domain/hearing/topics/catalogue/innocent.json' with { type: 'json' };
import { rootOf, rootsOf } from './hintWords.ts';
import { TOPICS } from './topics.ts';

/** A topic that words point at without naming it, and how clearly. */
export interface Hinted {
  topic: TopicId;
  score: number;
  /** How many hints point at it, a phrase as two. */
  hints: number;
  /** Places of the roots that pointed at it. */
  places: number[];
}

interface Claim {
  topic: TopicId;
  weight: number;
}

/** A phrase weighs more than a word, a word out of a synonym less, everyday words least. */
const PHRASE = 1.8;
const SYNONYM = 0.5;
const FAINT = 0.45;
/** Most of what is talked about here is work. */
const FREE_TIME = 0.7;
const LONGEST_HINT = 4;

/** The form in which hints are compared. */
export const keyOfHint = (hint: string): string => rootsOf(tokensOf(hint)).join(' ');

/** Words that tell nothing alone: not to be a hint. */
export const isTooSmall = (word: string): boolean => FILLER.has(word) || SENTENCE.has(word);

const isOneWord = (key: string): boolean => !key.includes(' ');

/** What each hint is worth: less the more topics claim it, least when everybody says it every day. */
function weigh(claims: Map<string, Map<TopicId, number>>): Map<string, Claim[]> {
  const faint = new Set([...GENERIC, ...FILLER, ...SENTENCE, ...innocent.faint].map(rootOf));
  return new Map(
    [...claims].map(([key, byTopic]) => {
      const isFaint = key.split(' ').every((root) => faint.has(root));
      const worth = (isFaint ? FAINT : isOneWord(key) ? 1 : PHRASE) / Math.sqrt(byTopic.size);
      return [key, [...byTopic].map(([topic, weight]) => ({ topic, weight: weight * worth }))];
    }),
  );
}

function build(): Map<string, Claim[]> {
  const claims = new Map<string, Map<TopicId, number>>();
  const claim = (key: string, topic: TopicId, weight: number): void => {
    const byTopic = claims.get(key) ?? new Map<TopicId, number>();
    byTopic.set(topic, Math.max(weight, byTopic.get(topic) ?? 0));
    claims.set(key, byTopic);
  };
  for (const topic of TOPICS) {
    const share = topic.area === 'interests' ? FREE_TIME : 1;
    for (const hint of topic.hints) claim(keyOfHint(hint), topic.id, share);
    // The words a topic is named with point at it too, each for itself.
    for (const { word } of topic.synonyms.flatMap(tokensOf))
      if (word.length > 2 && !isTooSmall(word) && !GENERIC.has(word))
        claim(rootOf(word), topic.id, share * SYNONYM);
  }
  return weigh(claims);
}

let built: Map<string, Claim[]> | undefined;
const hints = (): Map<string, Claim[]> => {
  built ??= build();
  return built;
};

/** The roots `from` to before `to` point at a topic. */
function point(found: Map<TopicId, Hinted>, { topic, weight }: Claim, from: number, to: number): void {
  const hit = found.get(topic) ?? { topic, score: 0, hints: 0, places: [] };
  // Words of a phrase that was already counted for this topic say nothing new.
  if (hit.places.includes(from)) return;
  hit.score += weight;
  hit.hints += Math.min(2, to - from);
  for (let n = from; n < to; n++) hit.places.push(n);
  found.set(topic, hit);
}

/** Topics that these roots point at, the clearest first; a phrase counts before its words, a word once. */
export function hintedBy(roots: (string | undefined)[]): Hinted[] {
  const found = new Map<TopicId, Hinted>();
  const seen = new Set<string>();
  for (let from = 0; from < roots.length; from++)
    for (let to = Math.min(roots.length, from + LONGEST_HINT); to > from; to--) {
      const run = roots.slice(from, to);
      if (run.includes(undefined)) continue;
      const key = run.join(' ');
      const claims = seen.has(key) ? undefined : hints().get(key);
      if (!claims) continue;
      seen.add(key);
      for (const claim of claims) point(found, claim, from, to);
    }
  return [...found.values()].sort((a, b) => b.score - a.score || (a.topic < b.topic ? -1 : 1));
}
