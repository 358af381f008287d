import type { Token } from '#domain/hearing/text/plainText.ts';

/** Words that say nothing of what something is about: small words, words of talking, wishing and doing. */
const EMPTY = new Set(
  `a an the some any my our your his her their its it this that these those of in on at with for to from into about
around by up as than then too also just maybe perhaps probably possibly really very quite rather pretty how what why
where which when who whom whose more most much many lot lots bit little better best good great nice stuff thing things
something anything everything nothing topic topics subject area areas etc like basically mainly mostly generally
especially actually well please thanks thank ok okay yes yeah yep yup sure hmm hm um uh er oh ah hey hi hello sort
kind work works working use using used get gets getting got go going goes new now here there all both other others
another first second one two make making do doing does did done deal world field general basics basic fundamentals
skills skill people colleagues colleague person someone somebody anyone anybody everyone always often sometimes still
already again instead include including such eg ie via per vs versus between among across over under within inside
behind until few several understand understanding know knowing learn learning help helping show showing teach
teaching explain improve love loved enjoy interested interest if let may be being been is are was were am will would
can could should shall might must big small real important useful different own whole right mean meant say said so i
you he she we they me him us them myself yourself not no never have has had need needs want wants wanted try trying
look looking started start curious happy glad able bring offer give take put add see think guess feel hear talk wonder
keen daily day days time times week year years life everyday modern today job office team teams company business out
off down because though yet even only lately mine ours away way ways each every hobby hobbies weekend weekends evening
evenings free spare fan nowadays else proper properly come came tell told ask keep kept without except
whenever whatever wherever sorry seriously obviously honestly same before
der die das den dem des ein eine einen einem einer mein meine mit von zu zum zur im am fur uber wie was auch gerne gern
etwas viel mehr ich du wir mich dir bin bist ist sind habe haben kann konnen mochte wurde will lernen verstehen helfen
zeigen mag liebe besser nicht kein keine auf bei aus an als dass
le la les un une des du de l mon ma mes avec pour sur comment plus mieux je tu il elle nous vous suis est sont ai peux
veux voudrais aimerais apprendre comprendre aider aime faire pas ne dans au aux qui que ce sans
el los las una unos mi mis con para como mas del al me te se gusta gustaria encanta quiero puedo aprender entender
ayudar saber soy es que en por lo sin`.split(/\s+/),
);

export const isEmptyWord = (word: string): boolean => EMPTY.has(word);

/** The words that may say what a clause is about. */
export const telling = (words: readonly Token[]): Token[] =>
  words.filter(({ word }) => !EMPTY.has(word) && (word.length > 1 || /[^a-z0-9]/.test(word)));

const MASH =
  /^(?:(?:asdf|sdfg|dfgh|fghj|ghjk|hjkl|qwer|wert|erty|rtyu|tyui|uiop|zxcv|xcvb|cvbn|vbnm|jkl|aoeu)+\w*|(.)\1{3,}.*|(?:bla|blah|la|ha|he|hi|ho|lo|xd|na)+)$/;

/** Letters without a word: keyboard runs, no vowel at all, one letter over and over. */
export function isGibberish(word: string): boolean {
  if (/^[^\p{L}]+$/u.test(word) || MASH.test(word)) return true;
  // Scripts without spaces: this long it is a sentence.
  // A polite Japanese sentence, not the name of a thing.
  if (/(?:です|ます|ません|でした|ました|ください|たい)(?:か|ね|よ)?$/u.test(word)) return true;
  if (/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}/u.test(word))
    return word.length > 8;
  if (!/^[a-z]+$/.test(word)) return false;
  if (word.length > 3 && !/[aeiouy]/.test(word)) return true;
  return /[bcdfghjklmnpqrstvwxz]{6,}/.test(word) || /(.)\1{3,}/.test(word) || word.length > 30;
}
