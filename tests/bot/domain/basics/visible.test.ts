import { describe, expect, it } from 'vitest';
import { isSeen, seenName, seenText } from '#domain/basics/visible.ts';

describe('a name that is shown', () => {
  it.each([
    ['José', 'José'],
    [' Ann  Lee ', 'Ann  Lee'],
    ['Ann\tLee\nXu', 'Ann Lee Xu'],
    ['A\u202egnp.exe\u202c', 'Agnp.exe'],
    ['\u2067Ann\u2069\u200f', 'Ann'],
    ['An\u200bn\u00ad\ufeff', 'Ann'],
    ['🏳️‍🌈 pride', '🏳️‍🌈 pride'],
    ['می\u200cخواهم', 'می\u200cخواهم'],
    ['½', '½'],
    ['…', '…'],
  ])('keeps what is to be seen of %j', (typed, shown) => expect(seenName(typed)).toBe(shown));

  it.each([
    ...['', ' \t\n', '\u202e\u200b', '\u0301\u0301', '\u3164', '\u115f\u1160', '\u2800', '\u200d', '\ufe0f'],
    ...['\ufeff', '\u00ad', '\u0007', '\u2066\u2069', '\u00a0\u2003', '\u{e0041}', '\ue000'],
  ])('is empty where nothing is to be seen: %j', (typed) => {
    expect(seenName(typed)).toBe('');
    expect(isSeen(typed)).toBe(false);
  });
});

describe('words that are kept', () => {
  it('are as they were typed, without space around them', () => {
    expect(seenText(' <b>ü</b>\n\u202eابج\u202c ')).toBe('<b>ü</b>\n\u202eابج\u202c');
    expect(seenText('👍')).toBe('👍');
  });

  it('are none where nothing is to be seen', () => {
    for (const typed of ['', ' \n', '\u200b', '\u2060 \u2800', '\u202e\u202c'])
      expect(seenText(typed)).toBe('');
  });
});
