/** What joins or shapes the characters around it, in emoji and in many scripts, and shows nothing alone. */
const JOINING = '\\u200c\\u200d\\ufe00-\\ufe0f\\u{e0100}-\\u{e01ef}\\u{e0020}-\\u{e007f}';
/** Zero-width, fillers, and whatever turns the direction of the writing around. */
const UNSEEN = new RegExp(`(?![${JOINING}])[\\p{Default_Ignorable_Code_Point}\\p{Bidi_Control}]`, 'gu');
const BREAKS = /[\p{Cc}\p{Zl}\p{Zp}\u2800]+/gu;
/** A letter, a figure, a sign: marks and joiners need one to stand on. */
const SEEN = /(?!\p{Default_Ignorable_Code_Point}|\u2800)[\p{L}\p{N}\p{P}\p{S}]/u;

/** Whether there is anything to be seen in a text. */
export const isSeen = (text: string): boolean => SEEN.test(text);

/** Words as they are kept: without space around them, and empty where there is nothing to be seen. */
export const seenText = (text: string): string => (isSeen(text) ? text.trim() : '');

/**
 * A name or title in one line as everybody sees it: without what is not seen, and without what would turn the words
 * beside it around. Empty where nothing is left to be seen.
 */
export function seenName(text: string): string {
  const cleaned = text.replace(BREAKS, ' ').replace(UNSEEN, '').trim();
  return isSeen(cleaned) ? cleaned : '';
}
