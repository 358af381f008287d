import { describe, expect, it } from 'vitest';
import { findCommand } from '#domain/hearing/acts/commands.ts';
import { controlsIn } from '#domain/hearing/acts/controls.ts';
import { readAge } from '#domain/hearing/ageWords.ts';
import { hearByNames } from '#domain/hearing/byNames.ts';
import { tokensOf } from '#domain/hearing/text/plainText.ts';
import { searchTopics } from '#domain/hearing/topics/searchTopics.ts';
import { recogniseCapacity, recogniseWays } from '#domain/profile/everydayAnswers.ts';
import { recogniseLanguages } from '#domain/profile/languageAnswers.ts';

const hears = (text: string) => hearByNames(text, 'wants');

/** Names that every plain object answers to: a table of words must not. */
const WORDS = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf', 'prototype'];

describe.each(WORDS)('somebody who says "%s"', (word) => {
  it.each([word, `I love ${word} racing`, `${word}, ${word} and coffee`])(
    'is heard like anybody: %s',
    (text) => {
      expect(tokensOf(text).every((token) => typeof token.word === 'string')).toBe(true);
      expect(findCommand(text)).toBeUndefined();
      expect(controlsIn(text)).toEqual([]);
      expect(recogniseCapacity(text)).toBeUndefined();
      expect(recogniseLanguages(text)).toEqual({ yes: [], no: [] });
      for (const read of [readAge, hears, searchTopics, recogniseWays])
        expect(() => read(text)).not.toThrow();
    },
  );
});
