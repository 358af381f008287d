import { hear } from '#domain/hearing/hear.ts';
import type { Heard } from '#domain/hearing/heard.ts';
import { Lexicon } from '#domain/hearing/naming/lexicon.ts';
import type { TopicList } from '#domain/hearing/topicList.ts';
import ordinary from '#domain/hearing/vectors/words.json' with { type: 'json' };
import weights from '#domain/hearing/weights/names.json' with { type: 'json' };

/** Sixty thousand ordinary English words, the most common first. */
export const ORDINARY: readonly string[] = ordinary;

let known: Lexicon | undefined;

/** All names of all topics; made when first needed, in a tenth of a second. */
export function lexicon(): Lexicon {
  known ??= new Lexicon(ORDINARY);
  return known;
}

/** Hears a message by names alone: what works everywhere, at once, without any model. */
export const hearByNames = (text: string, asked: TopicList | undefined): Heard =>
  hear(text, asked, { lexicon: lexicon(), weights });
