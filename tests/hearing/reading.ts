import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readNear } from '#bot/threads/hearingFiles.ts';
import { lexicon } from '#domain/hearing/byNames.ts';
import { piecesOf } from '#domain/hearing/hear.ts';
import type { Reading } from '#domain/hearing/heard.ts';
import type { Nearness } from '#domain/hearing/near/nearness.ts';
import type { Weights } from '#domain/hearing/weigh.ts';
import type { Embedding } from './embedding.ts';
import { hearAll, type Outcome } from './measure.ts';
import { type SetName, utterancesOf } from './sets.ts';

/** `both`: names and both kinds of vectors. `names`: without vectors. */
export const VARIANTS = ['both', 'names'] as const;
export type Variant = (typeof VARIANTS)[number];

const NOTHING: Weights = { note: [], offer: [], noteAt: 2, offerAt: 2, cardAt: 2 };

const weightsOf = (name: string): unknown =>
  JSON.parse(
    readFileSync(
      join(import.meta.dirname, '..', '..', 'bot', 'domain', 'hearing', 'weights', `${name}.json`),
      'utf8',
    ),
  );

/** A reading that calibration and measures share; `texts` are all that will be read. */
export async function readingOf(
  variant: Variant,
  texts: readonly string[],
  embedding: Embedding,
  about: readonly number[],
): Promise<Reading> {
  const known = { lexicon: lexicon(), weights: NOTHING };
  if (variant === 'names') return known;
  await embedding.learn(texts.flatMap(piecesOf));
  const nearTo = readNear(about);
  const read = new Map<string, Nearness>();
  const near = (text: string): Nearness => {
    const made = read.get(text) ?? nearTo(text, embedding.of(text));
    read.set(text, made);
    return made;
  };
  return { ...known, near };
}

/** What is heard of a set, as the product hears it. */
export async function measureSet(set: SetName, variant: Variant, embedding: Embedding): Promise<Outcome[]> {
  const said = utterancesOf(set);
  const texts = said.map(({ text }) => text);
  const reading = await readingOf(variant, texts, embedding, weightsOf('about') as number[]);
  return hearAll(said, { ...reading, weights: weightsOf(variant) as Weights });
}
