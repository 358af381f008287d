import { readTopicVectors } from '#bot/threads/hearingFiles.ts';
import { hear } from '#domain/hearing/hear.ts';
import type { Reading, Weighed } from '#domain/hearing/heard.ts';
import { centred } from '#domain/hearing/near/nearSentences.ts';
import { logistic, type Weights, weigh } from '#domain/hearing/weigh.ts';
import type { Embedding } from './embedding.ts';
import { figuresOf, groupsOf } from './measure.ts';
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
  /** Share of what is noted inside answers that must be right. */
  right: number;
  /** Share of messages about nothing of which something may be noted. */
  talk: number;
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
  const noteAt = noteFrom(said, readings, weightsByFold(notes, NOTE_KEEP), goals);
  const offers = examples('offer', { ...none, note, noteAt });
  const offer = train(offers, OFFER_KEEP);
  const measured = new Set(said.flatMap((one, of) => (isTalk(one) || !knowsStep(one) ? [] : [of])));
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

const weightsByFold = (examples: readonly Example[], keep: number): number[][] =>
  Array.from({ length: FOLDS }, (_, fold) =>
    train(
      examples.filter(({ of }) => of % FOLDS !== fold),
      keep,
      1_500,
    ),
  );

const outOfFold = (examples: readonly Example[], keep: number): Held[] => {
  const weights = weightsByFold(examples, keep);
  return examples
    .map(({ x, y, of }) => ({ p: weigh(weights[of % FOLDS] ?? [], x), y, of }))
    .sort((a, b) => b.p - a.p);
};

const isTalk = ({ id }: Utterance): boolean => id.startsWith('talk');
/** The oldest sentences were written without a question, and labelled narrowly. */
const knowsStep = ({ id }: Utterance): boolean => !id.startsWith('e-');

const LOWEST = 0.6;
const HIGHEST = 0.94;
const STEP = 0.02;

/**
 * The lowest probability from which on enough of what the product notes is right: heard with its question, without what
 * is taken back, by weights of other folds. Names that no lane would note say nothing about where it begins.
 */
function noteFrom(
  said: readonly Utterance[],
  readings: Readings,
  byFold: readonly number[][],
  { right, talk }: Goals,
): number {
  const heardAt = (noteAt: number) =>
    said.flatMap((one, of) => {
      if (!knowsStep(one)) return [];
      const note = byFold[of % FOLDS] ?? [];
      const weights = { note, offer: [], noteAt, offerAt: 2, cardAt: 2 };
      const asked = isTalk(one) ? undefined : one.step;
      return [{ said: one, heard: hear(one.text, asked, { ...readings(of), weights }) }];
    });
  let lowest = HIGHEST;
  for (let at = HIGHEST; at >= LOWEST; at -= STEP) {
    const { answers, innocent } = groupsOf(heardAt(at));
    if (figuresOf(answers).notedRight >= right && figuresOf(innocent).falseNotes <= talk) lowest = at;
  }
  return Number(lowest.toFixed(2));
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
