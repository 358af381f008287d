import { type Token, tokensOf } from '#domain/hearing/text/plainText.ts';

/** A sentence of a message: its words as the patterns of acts read them, and its place in the text. */
export interface Sentence {
  /** Words with commas, contractions spelt out: "not now, sorry i am busy". */
  said: string;
  from: number;
  to: number;
}

/** The sentences of a text, numbered as its clauses are. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Token[][] = [[]];
  for (const token of tokensOf(text)) {
    if (token.kind !== 'end') sentences.at(-1)?.push(token);
    else if (sentences.at(-1)?.some(({ kind }) => kind !== 'comma')) sentences.push([]);
  }
  return sentences
    .filter((tokens) => tokens.some(({ kind }) => kind !== 'comma'))
    .map((tokens) => ({
      said: tokens
        .map(({ kind, word }) => (kind === 'comma' ? ',' : ` ${word}`))
        .join('')
        .replace(/^[, ]+/, '')
        .trim(),
      from: tokens[0]?.from ?? 0,
      to: tokens.at(-1)?.to ?? 0,
    }));
}
