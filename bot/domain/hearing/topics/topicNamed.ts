import type { TopicId } from '#domain/basics/ids.ts';
import { lexicon } from '#domain/hearing/byNames.ts';
import { keyOfPhrase, plain, tokensOf } from '#domain/hearing/text/plainText.ts';

/** The topic that is called exactly this, in any language that topics have names in. */
export function topicNamed(name: string): TopicId | undefined {
  const { unspaced } = lexicon();
  const flat = plain(name.trim());
  return (
    lexicon().named(keyOfPhrase(name))?.topic ??
    [...unspaced.ja, ...unspaced.ar].find((one) => one.name === flat)?.topic
  );
}

/** The topic whose name this is with a slip of the pen; ordinary words are no slips. */
export function topicNearlyNamed(name: string): TopicId | undefined {
  const isKnown = tokensOf(name).every(({ word }) => lexicon().isOrdinary(word));
  return isKnown ? undefined : lexicon().nearlyNamed(keyOfPhrase(name))?.topic;
}
