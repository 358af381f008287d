import { describe, expect, it } from 'vitest';
import { recogniseCapacity, recogniseMails, recogniseWays } from '#domain/profile/everydayAnswers.ts';
import { recogniseLanguages } from '#domain/profile/languageAnswers.ts';

describe('ways of meeting and being reached', () => {
  it.each([
    ['a walk or a coffee, ping me first, no calls', ['walk', 'coffee'], ['chat']],
    ['anything but lunch', ['walk', 'coffee', 'video'], []],
    ['video call', ['video'], []],
    ['whatever works', ['walk', 'coffee', 'lunch', 'video'], ['chat', 'call', 'mail']],
    ['in person please', ['walk', 'coffee', 'lunch'], []],
    ['I hate email', [], ['chat', 'call']],
    ['whatever, but not email', ['walk', 'coffee', 'lunch', 'video'], ['chat', 'call']],
    ['Spaziergang oder Mittagessen, Anruf ist ok', ['walk', 'lunch'], ['call']],
  ])('are heard in “%s”', (text, meets, reach) => {
    expect(recogniseWays(text)).toEqual({ meets, reach });
  });

  it('are not invented', () => {
    expect(recogniseWays('purple')).toBeUndefined();
  });
});

describe('languages, room and addresses', () => {
  it('hears languages by name in several languages, and what is taken back', () => {
    expect(recogniseLanguages('German and a bit of French, no Italian')).toEqual({
      yes: ['de', 'fr'],
      no: ['it'],
    });
    expect(recogniseLanguages('Deutsch, français, 日本語').yes).toEqual(['de', 'fr', 'ja']);
  });

  it('hears how many people there is room for', () => {
    expect(['no more than 2', 'a couple', 'just one', 'German'].map(recogniseCapacity)).toEqual([
      2,
      2,
      1,
      undefined,
    ]);
  });

  it('hears mail addresses, lower-case, each once', () => {
    expect(
      recogniseMails('not Anna.Muster@contoso.com, please; <bob@x.org>. Anna.muster@CONTOSO.com'),
    ).toEqual(['anna.muster@contoso.com', 'bob@x.org']);
  });
});

describe('addresses in what somebody wrote', () => {
  it('that are too long for one are none', () => {
    expect(recogniseMails(`${'a'.repeat(300)}@example.com, ${'b'.repeat(190)}@example.com`)).toEqual([]);
    expect(recogniseMails('not ann@x.example, bob@y.example!')).toEqual(['ann@x.example', 'bob@y.example']);
  });
});
