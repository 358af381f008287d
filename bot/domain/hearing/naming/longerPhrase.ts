import type { Name } from '#domain/hearing/naming/names.ts';
import type { Clause } from '#domain/hearing/text/clauses.ts';
import { keyOfPhrase } from '#domain/hearing/text/plainText.ts';
import { TOPICS } from '#domain/hearing/topics/topics.ts';

/** The longest hint that is looked for, in words. */
const LONGEST = 3;

let known: Map<string, Set<string>> | undefined;

/** Hints of several words, with the topics that people talk around by them; made when first needed. */
function hintsOfSeveralWords(): Map<string, Set<string>> {
  if (known) return known;
  known = new Map();
  for (const { id, hints } of TOPICS)
    for (const hint of hints.filter((one) => one.includes(' ')).map(keyOfPhrase))
      known.set(hint, (known.get(hint) ?? new Set()).add(id));
  return known;
}

/** "Image recognition" is no recognition: the name is part of a longer phrase by which people mean another topic. */
export function isInLongerPhrase({ topic, from, to }: Name, clause: Clause | undefined): boolean {
  const words = (clause?.words ?? []).map(({ word }) => word);
  for (let start = Math.max(0, to - LONGEST); start <= from; start++)
    for (let end = to; end <= Math.min(words.length, start + LONGEST); end++) {
      if (start === from && end === to) continue;
      const topics = hintsOfSeveralWords().get(keyOfPhrase(words.slice(start, end).join(' ')));
      if (topics && !topics.has(topic)) return true;
    }
  return false;
}
