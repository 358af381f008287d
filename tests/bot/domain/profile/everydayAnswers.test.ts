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
    ['video, hmm no, rather in person over lunch', ['lunch'], []],
    ['am liebsten auf einen Kaffee, nicht per Video bitte', ['coffee'], []],
    ['walk, but not Microsoft Teams calls', ['walk'], []],
    ['I’d rather chat, phone calls scare me', [], ['chat']],
    ['video calls are a nightmare, coffee', ['coffee'], []],
    ['pas de café', ['walk', 'lunch', 'video'], []],
    ['コーヒーでもいいです', ['coffee'], []],
    ['ビデオは苦手なので散歩', ['walk'], []],
    ['チャットかメール', [], ['chat', 'mail']],
  ])('are heard in “%s”', (text, meets, reach) => {
    expect(recogniseWays(text)).toEqual({ meets, reach });
  });

  it('are not invented', () => {
    expect(recogniseWays('purple')).toBeUndefined();
    expect(recogniseWays('golf, no time for anything else')).toBeUndefined();
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

  it.each([
    ["sean.o'neil@x.example", ["sean.o'neil@x.example"]],
    ['Sean.O’Neil@x.example', ["sean.o'neil@x.example"]],
    ["not 'ann@x.example' please", ['ann@x.example']],
    ["pas celle d'ann@x.example", ['ann@x.example', "d'ann@x.example"]],
    ['r#d/ops?50%@x.example', ['r#d/ops?50%@x.example']],
  ])('takes no other address for the one in “%s”', (text, mails) => {
    expect(recogniseMails(text)).toEqual(mails);
  });
});

describe('addresses in what somebody wrote', () => {
  it('that are too long for one are none', () => {
    expect(recogniseMails(`${'a'.repeat(300)}@example.com, ${'b'.repeat(190)}@example.com`)).toEqual([]);
    expect(recogniseMails('not ann@x.example, bob@y.example!')).toEqual(['ann@x.example', 'bob@y.example']);
  });
});

describe('what a number counts', () => {
  it.each([
    ['a 15 min call', undefined],
    ['I speak three languages', undefined],
    ['a few words of French', undefined],
    ['one coffee in the office', undefined],
    ['two', 2],
    ['one at a time', 1],
    ['German too, and two people', 2],
  ])('is people only where nothing else is counted: %s', (text, room) => {
    expect(recogniseCapacity(text)).toBe(room);
  });
});

describe('languages', () => {
  it.each([
    ['日本語と英語', ['ja', 'en'], []],
    ['英語は話せません', [], []],
    ['only English, my French is terrible', ['en'], ['fr']],
    ['my French is good', ['fr'], []],
  ])('are those somebody wants to speak: %s', (text, yes, no) => {
    expect(recogniseLanguages(text)).toEqual({ yes, no });
  });
});
