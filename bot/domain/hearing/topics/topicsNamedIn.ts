import type { TopicId } from '#domain/basics/ids.ts';
import { lexicon } from '#domain/hearing/byNames.ts';
import { namesIn } from '#domain/hearing/naming/names.ts';
import { clausesOf } from '#domain/hearing/text/clauses.ts';

/** The topics that a text names, each once, however it speaks of them. A millisecond for a long one. */
export const topicsNamedIn = (text: string): TopicId[] => [
  ...new Set(namesIn(lexicon().rejoin(clausesOf(text)), text, lexicon()).map(({ topic }) => topic)),
];
