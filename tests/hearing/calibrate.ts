import { readTopicVectors } from '#bot/threads/hearingFiles.ts';
import { hear } from '#domain/hearing/hear.ts';
import type { Reading, Weighed } from '#domain/hearing/heard.ts';
import { centred } from '#domain/hearing/near/nearSentences.ts';
import { logistic, type Weights, weigh } from '#domain/hearing/weigh.ts';
import type { Embedding } from './embedding.ts';
import type { Utterance } from './sets.ts';

interface Example {
  x: readonly number[];
  y: 0 | 1;
  /** Which message it comes from. */
  of: number;
}

/** Adds `by` times `x` to a sum of vectors. */
function add(sum: Float64Array, x: ArrayLike<number>, by: number): void {
  for (let n = 0; n < sum.length; n++) sum[n] = (sum[n] ?? 0) + by * (x[n] ?? 0);
}

const product = (x: readonly number[], weights: Float64Array): number =>
  x.reduce((sum, one, n) => sum + one * (weights[n] ?? 0), 0);

/** Logistic regression by gradient descent, drawn to zero by `keep`. */
function train(examples: readonly Example[], keep: number, rounds = 3_000, rate = 1.5): number[] {
  const weights = new Float64Array(examples[0]?.x.length ?? 0);
  for (let round = 0; round < rounds; round++) {
    const slope = weights.map((weight) => weight * keep);
    for (const { x, y } of examples) add(slope, x, (logistic(product(x, weights)) - y) / examples.length);
    add(weights, slope, -rate);
  }
  return [...weights].map((weight) => Number(weight.toFixed(3)));
}

const isMeant = ({ topics }: Utterance, topic: string): boolean =>
  topics.some((group) => group.split('|').includes(topic));

/** How each message is read: never by anything that was learnt from itself. */
export type Readings = (of: number) => Reading;

interface Gathered {
  weighed: Weighed;
  y: 0 | 1;
  of: number;
}

/** Everything weighed while the messages are heard without knowing the question, which would give the label away. */
function gather(said: readonly Utterance[], readings: Readings, weights: Weights): Gathered[] {
  return said.flatMap((one, of) => {
    const all: Weighed[] = [];
    hear(one.text, undefined, { ...readings(of), weights, weighed: (weighed) => all.push(weighed) });
    return all.map((weighed) => ({ weighed, y: isMeant(one, weighed.topic) ? 1 : 0, of }) as const);
  });
}

const NOTE_KEEP = 0.002;
const OFFER_KEEP = 0.0005;
const ABOUT_KEEP = 0.003;
export const FOLDS = 10;

/** What is asked of the thresholds. */
export interface Goals {
  /** Share of what is noted that must be right, out of fold. */
  right: number;
  /** Suggestions beside the point that a message may get, on the messages thresholds are chosen on. */
  beside: number;
  /** Share of messages about nothing that may get a card. */
  cards: number;
}

/** Weights and thresholds from labelled messages. Thresholds are chosen out of fold, so that they do not flatter themselves. */
export function calibrate(said: readonly Utterance[], readings: Readings, goals: Goals): Weights {
  const examples = (kind: Weighed['kind'], weights: Weights): Example[] =>
    gather(said, readings, weights)
      .filter(({ weighed }) => weighed.kind === kind)
      .map(({ weighed, y, of }) => ({ x: weighed.features, y, of }));
  const none: Weights = { note: [], offer: [], noteAt: 2, offerAt: 2, cardAt: 2 };
  const notes = examples('note', none);
  const note = train(notes, NOTE_KEEP);
  const noteAt = thresholdFor(goals.right, outOfFold(notes, NOTE_KEEP));
  const offers = examples('offer', { ...none, note, noteAt });
  const offer = train(offers, OFFER_KEEP);
  const measured = new Set(
    said.flatMap(({ id }, of) => (id.startsWith('talk') || id.startsWith('e-') ? [] : [of])),
  );
  const held = outOfFold(offers, OFFER_KEEP).filter(({ of }) => measured.has(of));
  const offerAt = besideAt(goals.beside, measured.size, held);
  const best = bestByMessage(outOfFold(offers, OFFER_KEEP));
  const cardAt = Math.max(offerAt, cardsAt(goals.cards, said, best));
  return { note, offer, noteAt, offerAt, cardAt };
}

interface Held {
  p: number;
  y: 0 | 1;
  of: number;
}

function outOfFold(examples: readonly Example[], keep: number): Held[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const weights = train(
      examples.filter(({ of }) => of % FOLDS !== fold),
      keep,
      1_500,
    );
    return examples
      .filter(({ of }) => of % FOLDS === fold)
      .map(({ x, y, of }) => ({ p: weigh(weights, x), y, of }));
  })
    .flat()
    .sort((a, b) => b.p - a.p);
}

/** The lowest probability above which so large a share is right. */
function thresholdFor(right: number, held: readonly { p: number; y: number }[]): number {
  let good = 0;
  let at = 0.99;
  held.forEach(({ p, y }, n) => {
    good += y;
    if (n > 20 && good / (n + 1) >= right) at = p;
  });
  return at;
}

/** The likeliest topic of each message. */
const bestByMessage = (held: readonly Held[]): Map<number, number> =>
  held.reduce((best, { p, of }) => best.set(of, Math.max(p, best.get(of) ?? 0)), new Map<number, number>());

/** From which probability of the likeliest topic on so few of the messages about nothing get a card. */
function cardsAt(cards: number, said: readonly Utterance[], best: ReadonlyMap<number, number>): number {
  const innocent = said.flatMap(({ kind, id }, n) =>
    kind === 'innocent' && !id.startsWith('talk') ? [best.get(n) ?? 0] : [],
  );
  return innocent.sort((a, b) => b - a)[Math.floor(innocent.length * cards)] ?? 0;
}

function besideAt(beside: number, messages: number, offers: readonly Held[]): number {
  const byMessage = Map.groupBy(offers, ({ of }) => of);
  for (let at = 0.03; at < 0.6; at += 0.005) {
    let wrong = 0;
    for (const all of byMessage.values())
      wrong += all
        .filter(({ p }) => p >= at)
        .sort((a, b) => b.p - a.p)
        .slice(0, 4)
        .filter(({ y }) => y === 0).length;
    if (wrong / messages <= beside) return at;
  }
  return 0.6;
}

/** Tells answers from talk by their sentence vectors; the first number is the constant. */
export async function calibrateAbout(
  answers: readonly string[],
  talk: readonly string[],
  embedding: Embedding,
): Promise<number[]> {
  await embedding.learn([...answers, ...talk]);
  const { centre } = readTopicVectors();
  const example =
    (y: 0 | 1) =>
    (text: string, of: number): Example => ({ x: [1, ...centred(embedding.of(text), centre)], y, of });
  return train([...answers.map(example(1)), ...talk.map(example(0))], ABOUT_KEEP, 300, 8);
}
