import type { TopicId } from '#domain/basics/ids.ts';
import { isLeftAlone } from '#domain/hearing/naming/oneself.ts';
import { isEmptyWord } from '#domain/hearing/text/emptyWords.ts';
import { TOPICS } from '#domain/hearing/topics/topics.ts';
import { offerFeatures, weigh } from '#domain/hearing/weigh.ts';

import {
  type HeardTopic,
  type NamesWeighed,
  OFFERS_MAX,
  placeOf,
  type Reading,
  SENTENCES_NEAR,
  type Seen,
} from './heard.ts';

/** So many topics of a sentence are weighed. */
const NEAREST = 6;

export function offersIn(
  seen: Seen,
  { noted, doubtful, denied }: NamesWeighed,
  reading: Reading,
): HeardTopic[] {
  // Elsewhere meanings cannot be read: what was named and is not clear is all there is to ask about.
  if (seen.language !== 'en')
    return [...doubtful.values()]
      .map(({ heard }) => heard)
      .filter(({ topic }) => !noted.some((one) => one.topic === topic))
      .slice(0, OFFERS_MAX);
  const best = likelihoods(seen, { noted, doubtful, denied }, reading);
  const likely = [...best].sort((a, b) => b[1] - a[1]).filter(([, p]) => p >= reading.weights.offerAt);
  if ((likely[0]?.[1] ?? 0) < reading.weights.cardAt) return [];
  return likely
    .slice(0, OFFERS_MAX)
    .map(([topic]) => doubtful.get(topic)?.heard ?? { topic, written: '', strength: 0 });
}

/** How likely each topic is meant that is near to a sentence or was named without being clear. */
function likelihoods(
  seen: Seen,
  { noted, doubtful, denied }: NamesWeighed,
  reading: Reading,
): Map<TopicId, number> {
  const known = new Set([...noted, ...denied].map(({ topic }) => topic));
  const best = new Map<TopicId, number>();
  const numbers = [...new Set(seen.clauses.map(({ sentence }) => sentence))].slice(0, SENTENCES_NEAR);
  const pieces = numbers.map((sentence) => [sentence, seen.sentences.get(sentence) ?? seen.whole] as const);
  for (const [sentence, near] of pieces) {
    const oneself = seen.oneself.get(sentence);
    if (seen.acts.mute.has(sentence) || oneself === 'place' || !saysSomething(seen, sentence)) continue;
    const isSilent = seen.acts.silent.has(sentence);
    const hasNoted = isNotedIn(seen, sentence, noted);
    const nearest = near?.order.slice(0, NEAREST) ?? [];
    for (const place of new Set([
      ...nearest,
      ...[...doubtful.keys()].map((topic) => placeOf.get(topic) ?? -1),
    ])) {
      const topic = TOPICS[place]?.id;
      if (!topic || known.has(topic) || isLeftAlone(oneself, topic)) continue;
      const named = doubtful.get(topic)?.named ?? 0;
      const features = offerFeatures(place, near, { named, hasNoted, isSilent }, seen);
      reading.weighed?.({ kind: 'offer', topic, features, written: '' });
      best.set(topic, Math.max(best.get(topic) ?? 0, weigh(reading.weights.offer, features)));
    }
  }
  return best;
}

const isNotedIn = ({ names, clauses }: Seen, sentence: number, noted: readonly HeardTopic[]): boolean =>
  names.some(
    (name) => clauses[name.clause]?.sentence === sentence && noted.some(({ topic }) => topic === name.topic),
  );

/** A face, a key mash or an address is about nothing. */
function saysSomething({ clauses, names, lexicon }: Seen, sentence: number): boolean {
  const words = clauses.filter((clause) => clause.sentence === sentence).flatMap((clause) => clause.words);
  const isKnown = words.some(
    ({ word, stem }) => !isEmptyWord(word) && (lexicon.isOrdinary(word) || lexicon.isOrdinary(stem)),
  );
  return isKnown || names.some((name) => clauses[name.clause]?.sentence === sentence) || words.length > 3;
}
