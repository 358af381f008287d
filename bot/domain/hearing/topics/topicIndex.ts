import MiniSearch from 'minisearch';
import type { TopicId } from '#domain/basics/ids.ts';
import { keyOfPhrase } from '#domain/hearing/plainText.ts';
import innocent from '#domain/hearing/topics/catalogue/innocent.json' with { type: 'json' };
import { phrasesOf, TOPICS } from './topics.ts';

const phrases = new Map<string, TopicId>();
for (const topic of TOPICS)
  for (const phrase of phrasesOf(topic))
    if (!phrases.has(keyOfPhrase(phrase))) phrases.set(keyOfPhrase(phrase), topic.id);

/** Ordinary words that lie one slip away from a topic and must not be taken for it. */
const ordinary = new Set<string>(innocent.words.map(keyOfPhrase));
/** Phrases in which a topic's word means something else: heard, and left alone. */
const decoys = new Set<string>(innocent.decoys.map(keyOfPhrase));
/** Words that name a topic only when nothing else is said with them. */
const weak = new Set<string>(innocent.weak.map(keyOfPhrase));

/** Of these, the ones that name a topic when somebody does them: "I bake cinnamon rolls", "learn to lead". */
const verbs = new Set<string>(innocent.verbs.map(keyOfPhrase));

export const LONGEST_PHRASE = 8;

export const SLIP_WORDS = 3;
const isShort = (phrase: string): boolean => phrase.split(/[\s-]+/).length <= SLIP_WORDS;

const byKey = new MiniSearch<{ key: string }>({
  idField: 'key',
  fields: ['key'],
  tokenize: (text) => [text],
  processTerm: (term) => term,
});
// A slip is looked for in runs of up to three words, so longer phrases would only cost time here.
const short = new Set(TOPICS.flatMap(phrasesOf).filter(isShort).map(keyOfPhrase));
byKey.addAll([...phrases.keys()].filter((key) => key.length >= 5 && short.has(key)).map((key) => ({ key })));

const slipsAllowed = (key: string): number => (key.length < 5 ? 0 : key.length < 9 ? 1 : 2);

/** Letters added, lost, changed, or two swapped: how many slips lie between two words (restricted Damerau). */
function slipsBetween(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      next.push(best);
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}

export type Strength = 'strong' | 'verb' | 'weak';

export interface Found {
  /** Undefined for a decoy. */
  topic: TopicId | undefined;
  strength: Strength;
}

/** The topic that is called exactly this; `topic: undefined` for a decoy; nothing when the phrase is unknown. */
export function findExactly(key: string): Found | undefined {
  if (decoys.has(key)) return { topic: undefined, strength: 'strong' };
  const topic = phrases.get(key);
  if (!topic) return undefined;
  return { topic, strength: verbs.has(key) ? 'verb' : weak.has(key) ? 'weak' : 'strong' };
}

/** A bit for each letter of a word. */
function lettersOf(key: string): number {
  let letters = 0;
  for (let n = 0; n < key.length; n++) letters |= 1 << (key.charCodeAt(n) & 31);
  return letters;
}
const shapes = new Map<string, { length: number; letters: number }[]>();
for (const key of short) {
  const shape = { length: key.length, letters: lettersOf(key) };
  shapes.set(key.charAt(0), [...(shapes.get(key.charAt(0)) ?? []), shape]);
}

function bitsIn(number: number): number {
  let bits = 0;
  for (let rest = number; rest !== 0; rest &= rest - 1) bits++;
  return bits;
}

/** Whether any name begins the same and has nearly these letters: without one, the search can be spared. */
function mayBeSlip(key: string, slips: number): boolean {
  const letters = lettersOf(key);
  return (shapes.get(key.charAt(0)) ?? []).some(
    (shape) => Math.abs(shape.length - key.length) <= slips && bitsIn(shape.letters ^ letters) <= 2 * slips,
  );
}

function isWorthSearching(key: string): boolean {
  const slips = slipsAllowed(key);
  return slips > 0 && !ordinary.has(key) && !weak.has(key) && mayBeSlip(key, slips);
}

/**
 * The topic this is most likely a slip of: one slip from five letters on, two from nine, the first letter right,
 * and never an ordinary word.
 */
function findAlmost(key: string): TopicId | undefined {
  const slips = slipsAllowed(key);
  const near = byKey
    .search(key, { fuzzy: slips + 1, prefix: false })
    .map((hit) => ({ key: String(hit.id), slips: slipsBetween(key, String(hit.id)) }))
    .filter((hit) => hit.slips <= slips && hit.key[0] === key[0] && !weak.has(hit.key))
    .sort((a, b) => a.slips - b.slips || (a.key < b.key ? -1 : 1));
  return near[0] && phrases.get(near[0].key);
}

/** So many words of one text are looked at for slips; what comes behind is heard as it is spelled. */
export const SLIP_SEARCHES = 50;

/** `findAlmost` for one text: each key once, and only so often as can be paid for. */
export function slipsOfOneText(): (key: string) => TopicId | undefined {
  const known = new Map<string, TopicId | undefined>();
  let searches = 0;
  return (key) => {
    if (known.has(key)) return known.get(key);
    if (!isWorthSearching(key) || searches === SLIP_SEARCHES) return undefined;
    searches++;
    const topic = findAlmost(key);
    known.set(key, topic);
    return topic;
  };
}

const byName = new MiniSearch<{ id: string; names: string }>({
  fields: ['names'],
  searchOptions: { prefix: true, fuzzy: (term) => (term.length > 5 ? 0.2 : false), combineWith: 'AND' },
});
byName.addAll(TOPICS.map((topic) => ({ id: topic.id, names: phrasesOf(topic).join(' ') })));

/** Topics for a picker: whatever starts with, or nearly is, what was typed. Best first. */
export const searchTopics = (query: string, limit = 8): TopicId[] =>
  byName
    .search(query.slice(0, 80))
    .slice(0, limit)
    .map((hit) => hit.id as TopicId);
