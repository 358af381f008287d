/** How near every topic is to a piece of text, in the order of the catalogue, by one kind of measure. */
export interface Scores {
  scores: Float64Array;
  /** The largest of them; 0 when the measure knows nothing of the text. */
  best: number;
}

/** How near every topic is to a piece of text, measures added. */
export interface Nearness {
  /** In spreads above the mean over all topics. */
  z: Float64Array;
  bySentence?: Scores;
  byWords?: Scores;
  /** Places of the topics, the nearest first. */
  order: number[];
  /** Probability that the text speaks about something at all, and is not only talk; 1 where nobody can tell. */
  about: number;
}

/** What words add to sentences; found on the calibration sentences, with 0.25 and 0.5 about as good. */
const WORDS_BESIDE_SENTENCES = 0.4;

export const bestOf = (scores: Float64Array): Scores => ({
  scores,
  best: scores.reduce((best, score) => Math.max(best, score), 0),
});

/** Scores as distances from their mean in units of their spread, so that measures of different scale can be added. */
function standardised(scores: Float64Array): Float64Array {
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const spread = Math.sqrt(scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / scores.length) || 1;
  return scores.map((score) => (score - mean) / spread);
}

/** Both measures as one. */
export function nearnessOf(bySentence: Scores | undefined, byWords: Scores | undefined, about = 1): Nearness {
  const z = new Float64Array(bySentence?.scores.length ?? byWords?.scores.length ?? 0);
  const add = (scores: Float64Array, weight: number) =>
    standardised(scores).forEach((score, n) => {
      z[n] = (z[n] ?? 0) + score * weight;
    });
  if (bySentence) add(bySentence.scores, 1);
  if (byWords && byWords.best > 0) add(byWords.scores, bySentence ? WORDS_BESIDE_SENTENCES : 1);
  const order = [...z.keys()].sort((a, b) => (z[b] ?? 0) - (z[a] ?? 0));
  return { z, ...(bySentence && { bySentence }), ...(byWords && { byWords }), order, about };
}
