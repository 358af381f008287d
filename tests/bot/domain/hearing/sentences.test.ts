import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hearByNames } from '#domain/hearing/byNames.ts';
import { clausesOf } from '#domain/hearing/text/clauses.ts';
import { sentencesOf } from '#domain/hearing/text/sentences.ts';

/** Words, stops, brackets and joints in any order, with and without blanks. */
const texts = fc
  .array(
    fc.constantFrom(
      ...['Excel', 'TikTok', 'please', 'a bit', 'not golf', 'and', 'but', 'or', '/', '&'],
      ...['. ', '.', '...', '? ', '!? ', '\n', ';', '。', ', ', ' - ', '(', ')', ' “', '” ', ' '],
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(' '));

describe('sentences of a text', () => {
  it('are numbered alike for acts and for clauses, wherever stops and brackets stand', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const sentences = sentencesOf(text);
        const clauses = clausesOf(text);
        for (const { words, sentence } of clauses)
          for (const { from, to } of words) {
            expect(from).toBeGreaterThanOrEqual(sentences[sentence]?.from ?? Number.NaN);
            expect(to).toBeLessThanOrEqual(sentences[sentence]?.to ?? Number.NaN);
          }
      }),
    );
  });

  it.each([
    ['Excel (a bit). TikTok, please.', [0, 0, 1, 1]],
    ['“Excel”. TikTok', [0, 1]],
    ['Excel, and. TikTok', [0, 1]],
    ['... (hm). Excel', [0, 1]],
  ])('counts what stands behind a stop as the next: %s', (text, numbers) => {
    expect(clausesOf(text).map(({ sentence }) => sentence)).toEqual(numbers);
  });

  it('asks with several signs as with one', () => {
    expect(clausesOf('Excel?! TikTok!? Golf.').map(({ isAsked }) => isAsked)).toEqual([true, true, false]);
  });

  it('lays what a sentence does to that sentence alone', () => {
    const heard = hearByNames('My laptop is broken again (sorry). I can help with Excel.', 'offers');
    expect(heard.noted.map(({ topic }) => topic)).toEqual(['excel']);
  });
});
