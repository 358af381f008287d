import { bestOf, type Scores } from '#domain/hearing/near/nearness.ts';

/** Numbers in one sentence vector. */
export const WIDTH = 512;

/** So many of the phrases nearest to a text say how near a topic is: the mean of three keeps large topics from winning. */
const NEAREST = 3;

/** Vectors of everything that is said of the topics, as bytes, around the mean of everyday talk. */
export interface TopicVectors {
  /** The mean of everyday talk; every text is read as its distance from it. */
  centre: Float32Array;
  /** One vector after the other, each number from −127 to 127. */
  phrases: Int8Array;
  /** Where the phrases of each topic begin, and the end of the last. */
  starts: readonly number[];
}

/** A vector of length 1, seen from the centre of everyday talk. */
export function centred(vector: ArrayLike<number>, centre: Float32Array): Float32Array {
  const seen = Float32Array.from(vector, (x, n) => x - (centre[n] ?? 0));
  const length = Math.hypot(...seen) || 1;
  return seen.map((x) => x / length);
}

/** How near each topic is to a text by the vector of the whole text. */
export function nearBySentence(vector: Float32Array, { centre, phrases, starts }: TopicVectors): Scores {
  const text = centred(vector, centre);
  const scores = new Float64Array(starts.length - 1);
  for (let topic = 0; topic < scores.length; topic++) {
    const nearest = new Float64Array(NEAREST);
    for (let phrase = starts[topic] ?? 0; phrase < (starts[topic + 1] ?? 0); phrase++) {
      let near = 0;
      for (let n = 0, at = phrase * WIDTH; n < WIDTH; n++, at++) near += (text[n] ?? 0) * (phrases[at] ?? 0);
      keepLargest(nearest, near / 127);
    }
    scores[topic] = nearest.reduce((sum, near) => sum + near, 0) / NEAREST;
  }
  return bestOf(scores);
}

/** Takes the place of the smallest when it is larger. */
function keepLargest(kept: Float64Array, value: number): void {
  let smallest = 0;
  for (let n = 1; n < kept.length; n++) if ((kept[n] ?? 0) < (kept[smallest] ?? 0)) smallest = n;
  if (value > (kept[smallest] ?? 0)) kept[smallest] = value;
}
