import { type Token, tokensOf } from '#domain/hearing/text/plainText.ts';

/** The tokens of one sentence. Its place among those of a text is its number, for its clauses and for its acts. */
export interface SentenceTokens {
  tokens: Token[];
  /** The stops behind it: `.`, `?!`, empty at the end of the text. */
  stop: string;
}

/** Cuts a text at its stops; what holds no word is no sentence and has no number. */
export function sentenceTokensOf(text: string): SentenceTokens[] {
  const sentences: SentenceTokens[] = [];
  let open: Token[] = [];
  const close = (stop: string): void => {
    const last = sentences.at(-1);
    if (open.some(({ kind }) => kind !== 'comma')) sentences.push({ tokens: open, stop });
    else if (last) last.stop += stop;
    open = [];
  };
  for (const token of tokensOf(text))
    if (token.kind === 'end') close(token.word);
    else open.push(token);
  close('');
  return sentences;
}

/** A sentence of a message: its words as the patterns of acts read them, and its place in the text. */
export interface Sentence {
  /** Words with commas, contractions spelt out: "not now, sorry i am busy". */
  said: string;
  from: number;
  to: number;
}

/** The sentences of a text, numbered as its clauses are. */
export const sentencesOf = (text: string): Sentence[] =>
  sentenceTokensOf(text).map(({ tokens }) => ({
    said: tokens
      .map(({ kind, word }) => (kind === 'comma' ? ',' : ` ${word}`))
      .join('')
      .replace(/^[, ]+/, '')
      .trim(),
    from: tokens[0]?.from ?? 0,
    to: tokens.at(-1)?.to ?? 0,
  }));
