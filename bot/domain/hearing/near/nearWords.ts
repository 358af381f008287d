import { bestOf, type Scores } from '#domain/hearing/near/nearness.ts';
import { telling } from '#domain/hearing/text/emptyWords.ts';
import { type Token, tokensOf } from '#domain/hearing/text/plainText.ts';

/** Numbers in one word vector. */
const WIDTH = 100;

/** Vectors of ordinary English words as bytes, the most common word first. */
export class WordVectors {
  readonly #ranks: ReadonlyMap<string, number>;
  readonly #bytes: Int8Array;
  readonly #lengths: Float32Array;

  constructor(words: readonly string[], bytes: Int8Array) {
    this.#ranks = new Map(words.map((word, n) => [word, n]));
    this.#bytes = bytes;
    this.#lengths = Float32Array.from(words, (_, n) => {
      let sum = 0;
      for (let at = n * WIDTH; at < (n + 1) * WIDTH; at++) sum += (bytes[at] ?? 0) ** 2;
      return Math.sqrt(sum) || 1;
    });
  }

  rankOf({ word, stem }: Pick<Token, 'word' | 'stem'>): number | undefined {
    return this.#ranks.get(word) ?? this.#ranks.get(stem);
  }

  /** The cosine of two words. */
  near(a: number, b: number): number {
    let sum = 0;
    for (let n = 0, at = a * WIDTH, other = b * WIDTH; n < WIDTH; n++, at++, other++)
      sum += (this.#bytes[at] ?? 0) * (this.#bytes[other] ?? 0);
    return sum / ((this.#lengths[a] ?? 1) * (this.#lengths[b] ?? 1));
  }
}

/** The telling words of each topic as places in one list without repeats. */
export interface TopicWords {
  ranks: number[];
  places: number[][];
}

/** What the telling words of all that is said of each topic are. */
export function wordsOfTopics(phrases: readonly (readonly string[])[], vectors: WordVectors): TopicWords {
  const known = new Map<number, number>();
  const placeOf = (rank: number): number => {
    const place = known.get(rank) ?? known.size;
    known.set(rank, place);
    return place;
  };
  const places = phrases.map((said) => {
    const ranks = telling(said.flatMap(tokensOf)).flatMap((token) => vectors.rankOf(token) ?? []);
    return [...new Set(ranks)].map(placeOf);
  });
  return { ranks: [...known.keys()], places };
}

/** Nearer than usual by less than this says nothing. */
const NOISE = 0.1;
/** From so many words on a topic has no more advantage by having many. */
const MANY_WORDS = 20;

/** How near each topic is by the nearest of its words to each telling word of the text, above what is usual. */
export function nearByWords(text: string, vectors: WordVectors, topics: TopicWords): Scores {
  const scores = new Float64Array(topics.places.length);
  const said = new Set(telling(tokensOf(text)).flatMap((token) => vectors.rankOf(token) ?? []));
  for (const rank of said) {
    const near = topics.ranks.map((other) => vectors.near(rank, other));
    const best = topics.places.map((places) =>
      places.reduce((most, place) => Math.max(most, near[place] ?? 0), 0),
    );
    const usual = best.reduce((sum, one) => sum + one, 0) / best.length;
    const weight = Math.min(1, Math.log(rank + 10) / 9);
    best.forEach((one, n) => {
      scores[n] = (scores[n] ?? 0) + weight * Math.max(0, one - usual - NOISE) ** 1.5;
    });
  }
  const size = Math.sqrt(Math.max(1, said.size));
  for (const [n, places] of topics.places.entries())
    scores[n] = (scores[n] ?? 0) / (size * Math.sqrt(1 + places.length / MANY_WORDS));
  return bestOf(scores);
}
