/** Languages that have a catalogue. */
export const SPOKEN: readonly string[] = ['en', 'de', 'fr', 'es', 'ja', 'ar'];
const RIGHT_TO_LEFT = ['ar', 'arc', 'ckb', 'dv', 'fa', 'ha', 'he', 'khw', 'ks', 'ps', 'sd', 'ur', 'yi'];

const parsed = (tag: string): Intl.Locale | undefined => {
  try {
    return new Intl.Locale(tag);
  } catch {
    return undefined;
  }
};

/** The tag as Intl writes it; English where Intl refuses it, as it does `en_GB` and `de@euro`. */
export const knownLocale = (tag: string): string => parsed(tag)?.toString() ?? 'en';

/** What somebody's words, dates and numbers are shown in: their locale where its language has a catalogue, or English. */
export function shownIn(tag: string): string {
  const locale = parsed(tag);
  return locale && SPOKEN.includes(locale.language) ? locale.toString() : 'en';
}

/** The language of such a locale, as its catalogue is called. */
export const languageOf = (tag: string): string => parsed(shownIn(tag))?.language ?? 'en';

/** Which way the words of somebody with this locale run. */
export const directionOf = (tag: string): 'ltr' | 'rtl' =>
  RIGHT_TO_LEFT.includes(languageOf(tag)) ? 'rtl' : 'ltr';
