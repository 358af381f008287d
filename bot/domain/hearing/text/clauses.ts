import type { Token } from '#domain/hearing/text/plainText.ts';
import { sentenceTokensOf } from '#domain/hearing/text/sentences.ts';

/** How a clause hangs on what stands before it. */
type Joint = 'start' | 'end' | 'comma' | 'and' | 'or' | 'but';

/** What stands between two separators of a text. */
export interface Clause {
  words: Token[];
  joint: Joint;
  /** The word that joins it to the one before. */
  hinge?: Token;
  /** Place of its sentence in the text. */
  sentence: number;
  /** Its sentence ends with a question mark. */
  isAsked: boolean;
  inBrackets: boolean;
}

const list = (words: string): string[] => words.split(' ');
const JOINTS = new Map<string, Joint>(
  (
    [
      ['and', 'and plus & und sowie et y'],
      ['or', 'or nor / oder ou'],
      [
        'but',
        'but aber sondern mais pero sino though however while whereas because since although weil parce porque',
      ],
    ] as const
  ).flatMap(([joint, words]) => list(words).map((word): [string, Joint] => [word, joint])),
);

/** "Anything but SAP" is one thing said. */
const ALL = new Set(list('anything everything all anyone anybody nothing alles tout todo'));

/** So many words are read: more than a long story has. */
const WORDS_READ = 1_200;

/** Cuts a text at stops, commas, dashes, brackets and the words that join clauses. */
export function clausesOf(text: string): Clause[] {
  const cutter = new Cutter();
  let read = 0;
  for (const [n, { tokens, stop }] of sentenceTokensOf(text).entries()) {
    cutter.take(n, tokens.slice(0, WORDS_READ - read), stop);
    read += tokens.length;
    if (read >= WORDS_READ) break;
  }
  return cutter.clauses;
}

class Cutter {
  readonly clauses: Clause[] = [];
  #sentence = 0;
  #depth = 0;
  #open = this.#begin('start');

  #begin(joint: Joint, hinge?: Token): Clause {
    const isIn = { sentence: this.#sentence, isAsked: false, inBrackets: this.#depth > 0 };
    return { words: [], joint, ...(hinge && { hinge }), ...isIn };
  }

  #close(joint: Joint, hinge?: Token): void {
    const { words, joint: before } = this.#open;
    if (words.length > 0) this.clauses.push(this.#open);
    // A comma after "but" changes nothing.
    this.#open = this.#begin(words.length === 0 && joint === 'comma' ? before : joint, hinge);
  }

  /** Cuts one sentence. */
  take(sentence: number, tokens: readonly Token[], stop: string): void {
    this.#sentence = sentence;
    this.#open = this.#begin(sentence === 0 ? 'start' : 'end');
    for (const token of tokens)
      if (token.kind === 'comma') this.#bracket(token.word);
      else this.#word(token);
    this.#close('end');
    if (/[?？؟]/.test(stop))
      for (const clause of this.clauses) if (clause.sentence === sentence) clause.isAsked = true;
  }

  #bracket(sign: string): void {
    if (sign === '(') this.#depth++;
    if (sign === ')') this.#depth = Math.max(0, this.#depth - 1);
    this.#close('comma');
  }

  #word(token: Token): void {
    const isExcept = token.word === 'but' && ALL.has(this.#open.words.at(-1)?.word ?? '');
    const joint = isExcept ? undefined : JOINTS.get(token.word);
    if (joint) this.#close(joint, token);
    else this.#open.words.push(token);
  }
}

/** What a run of words says, for the patterns of acts and scope. */
export const saidBy = (words: readonly Token[]): string => words.map(({ word }) => word).join(' ');

/** The comparing form of a run of words: `Power-BI`, `power bi` and `powerbi` are one. */
export const keyOfWords = (words: readonly Token[]): string => words.map(({ stem }) => stem).join('');
