export type RefusalKind = 'invalid' | 'forbidden' | 'missing' | 'conflict' | 'gone';

/**
 * A rule says no. `word` is a key of the catalogue (`namespace:key`) whose sentence says what would be right;
 * the edges turn it into problem details (API) or a kind answer (bot). Nothing has changed when it is thrown.
 */
export class Refusal extends Error {
  readonly kind: RefusalKind;
  readonly word: string;
  readonly values: Record<string, string | number>;

  constructor(kind: RefusalKind, word: string, values: Record<string, string | number> = {}) {
    super(`${kind}: ${word}`);
    this.name = 'Refusal';
    this.kind = kind;
    this.word = word;
    this.values = values;
  }
}
