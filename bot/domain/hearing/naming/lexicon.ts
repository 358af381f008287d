import type { TopicId } from '#domain/basics/ids.ts';
import type { Clause } from '#domain/hearing/text/clauses.ts';
import type { HeardLanguage } from '#domain/hearing/text/language.ts';
import { keyOfPhrase, plain, tokensOf } from '#domain/hearing/text/plainText.ts';
import { SlipIndex } from '#domain/hearing/text/slips.ts';
import { TOPICS, type Topic } from '#domain/hearing/topics/topics.ts';

/** What is called by a name. */
export interface Named {
  topic: TopicId;
  language: HeardLanguage;
  /** It is the plainest name of the topic. */
  isPlainest: boolean;
}

/** Languages whose words have no blanks, or letters glued in front. */
export type Unspaced = 'ja' | 'ar';
const isUnspaced = (code: string): code is Unspaced => code === 'ja' || code === 'ar';

const LOOSE = 5;
/** Words of a name without the endings that German, French and Spanish give them. */
const looseKey = (words: readonly string[]): string =>
  words
    .map((word) => (word.length < LOOSE ? word : word.replace(/(?:en|em|er|es|e|n|s|x|os|as|a|o)$/, '')))
    .join('');

/** Words of a name for which slips of the pen are looked for. */
const SLIP_WORDS = 3;

/** All names of all topics by what they are written like, and the words that are no slips of anything. */
export class Lexicon {
  readonly #names = new Map<string, Named>();
  readonly #inflected = new Map<string, Named>();
  readonly #slips: SlipIndex;
  readonly unspaced: Record<Unspaced, { name: string; topic: TopicId }[]>;
  readonly #ranks: ReadonlyMap<string, number>;

  /** `ranks`: ordinary English words by how common they are, the most common first. */
  constructor(ordinary: readonly string[], topics: readonly Topic[] = TOPICS) {
    this.#ranks = new Map(ordinary.map((word, n) => [word, n]));
    for (const { id, synonyms, misspellings } of topics) {
      for (const name of synonyms)
        this.#add(name, { topic: id, language: 'en', isPlainest: name === synonyms[0] });
      for (const name of misspellings) this.#add(name, { topic: id, language: 'en', isPlainest: false });
    }
    this.#slips = new SlipIndex(
      topics.flatMap(({ synonyms }) =>
        synonyms.filter((name) => name.split(/[\s-]+/).length <= SLIP_WORDS).map(keyOfPhrase),
      ),
    );
    for (const { id, elsewhere } of topics)
      for (const [code, names] of Object.entries(elsewhere))
        if (!isUnspaced(code))
          for (const name of names) this.#addElsewhere(name, id, code as HeardLanguage, name === names[0]);
    this.unspaced = { ja: unspacedIn('ja', topics), ar: unspacedIn('ar', topics) };
  }

  #add(name: string, named: Named): void {
    const key = keyOfPhrase(name);
    if (key.length > 1 && !this.#names.has(key)) this.#names.set(key, named);
  }

  #addElsewhere(name: string, topic: TopicId, language: HeardLanguage, isPlainest: boolean): void {
    const named = { topic, language, isPlainest };
    this.#add(name, named);
    const key = `${language} ${looseKey(tokensOf(name).map(({ word }) => word))}`;
    if (!this.#inflected.has(key)) this.#inflected.set(key, named);
  }

  named(key: string): Named | undefined {
    return this.#names.get(key);
  }

  /** A name of another language, whatever endings its words have: "der künstlichen Intelligenz". */
  inflected(words: readonly string[], language: HeardLanguage): Named | undefined {
    return this.#inflected.get(`${language} ${looseKey(words)}`);
  }

  /** What a misspelt name means. */
  nearlyNamed(key: string): Named | undefined {
    const name = this.#slips.nearest(key);
    return name === undefined ? undefined : this.#names.get(name);
  }

  isOrdinary(word: string): boolean {
    return this.#ranks.has(word);
  }

  /** From 0 for the most common words to 1 for those that no list of ordinary words has. */
  rarity(word: string): number {
    const rank = this.#ranks.get(word);
    return rank === undefined ? 1 : Math.min(1, Math.log10(rank + 1) / Math.log10(this.#ranks.size + 1));
  }

  /** "Research and development" is one name: clauses that a joint inside a name parted come together again. */
  rejoin(clauses: readonly Clause[]): Clause[] {
    const joined: Clause[] = [];
    for (const clause of clauses) {
      const last = joined.at(-1);
      if (last && clause.hinge && clause.joint === 'and' && this.#isBridged(last, clause))
        joined[joined.length - 1] = { ...last, words: [...last.words, clause.hinge, ...clause.words] };
      else joined.push(clause);
    }
    return joined;
  }

  #isBridged(before: Clause, after: Clause): boolean {
    for (let left = 1; left <= 3; left++)
      for (let right = 1; right <= 3; right++) {
        const words = [...before.words.slice(-left), after.hinge, ...after.words.slice(0, right)];
        if (this.#names.has(words.map((word) => (word?.word === '&' ? 'and' : (word?.stem ?? ''))).join('')))
          return true;
      }
    return false;
  }
}

const unspacedIn = (code: Unspaced, topics: readonly Topic[]): { name: string; topic: TopicId }[] =>
  topics
    .flatMap(({ id, elsewhere }) => (elsewhere[code] ?? []).map((name) => ({ name: plain(name), topic: id })))
    .sort((a, b) => b.name.length - a.name.length);
