import { describe, expect, it } from 'vitest';
import { directionOf, knownLocale, languageOf, shownIn } from '#words/languages.ts';
import { wordsFor } from '#words/words.ts';

const REFUSED = ['en_GB', 'de_DE', 'de@euro', 'sr-Latn@x', 'not a locale', '', 'x', '123', 'en-'];

describe('the language somebody reads', () => {
  it.each(REFUSED)('is English where Intl refuses the tag %j', (tag) => {
    expect(shownIn(tag)).toBe('en');
    expect(knownLocale(tag)).toBe('en');
    expect(directionOf(tag)).toBe('ltr');
    expect(wordsFor(tag)('cohort:notYours')).toContain('cohort');
  });

  it('is their own where it has a catalogue, with the dates of their country', () => {
    expect(shownIn('en-gb')).toBe('en-GB');
    expect(shownIn('en-US')).toBe('en-US');
    expect(shownIn('de-CH')).toBe('de-CH');
    expect(languageOf('pt-BR')).toBe('en');
  });

  it('runs from right to left where its words do', () => {
    expect([directionOf('ar-SA'), directionOf('ja-JP')]).toEqual(['rtl', 'ltr']);
  });

  it('is English from left to right where it has none', () => {
    for (const tag of ['he-IL', 'sv-SE', 'zh-Hant-TW']) {
      expect(shownIn(tag)).toBe('en');
      expect(directionOf(tag)).toBe('ltr');
    }
  });

  it('stays known to the server, which sorts names by it', () => {
    expect(knownLocale('sv-SE')).toBe('sv-SE');
  });
});
