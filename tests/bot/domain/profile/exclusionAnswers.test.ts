import { describe, expect, it } from 'vitest';
import { avoidedBesides, excludedIn } from '#domain/profile/exclusionAnswers.ts';

describe('whom an answer names', () => {
  it.each([
    ['please never match me with Peter Muster', ['Peter Muster']],
    ['Peter Muster because he shouted at me', ['Peter Muster']],
    ['Peter Muster since we fell out', ['Peter Muster']],
    ['Clara Exampleton is difficult', ['Clara Exampleton']],
    ['Not Hedda Quill, we have a history', ['Hedda Quill']],
    ['Will Smith', ['Will Smith']],
    ['will smith', ['will smith']],
    ['Can Yilmaz and May Chan', ['Can Yilmaz', 'May Chan']],
    ['He Wei', ['He Wei']],
    ['peter van der berg', ['peter van der berg']],
    ['anyone from hr', ['hr']],
    ['the sales team', ['sales']],
    ['HR Business Partners', ['HR Business Partners']],
    ['Bitte nicht mit Erika Muster', ['Erika Muster']],
    ['田中太郎', ['田中太郎']],
    ['田中さんとは会いたくないです', ['田中']],
    ['佐藤部長、鈴木さん', ['佐藤', '鈴木']],
    ['لا أريد مقابلة أحمد', ['أحمد']],
    ['With my ex boss Antonio no please', ['Antonio']],
    ['my boss Peter Lang', ['Peter Lang']],
    ['Dawn French', ['Dawn French']],
    ['German Lopez', ['German Lopez']],
    ['Anna No', ['Anna No']],
    ['Christ', ['Christ']],
    ['my brother Tom Muster', ['Tom Muster']],
    ['peter muster lol', ['peter muster']],
    ['Clara is not fine with me', ['Clara']],
    ['HR', ['HR']],
  ])('is written so that it protects: %s', (text, names) => {
    expect(excludedIn(text)).toEqual(names);
  });

  it.each([
    ...['Nobody comes to mind right now', 'Honestly Everyone Is Fine', 'All Good Here', 'Not Applicable'],
    ...[
      'No One In Particular Comes To Mind',
      'I get along with everyone',
      'They Are All Lovely',
      'No Preference',
    ],
    ...[
      'Happy To Meet Anyone',
      'I Have No Enemies',
      'Let me think about it',
      'I don’t think so',
      'it’s okay',
    ],
    ...['english n german. just one person pls', 'only English, my French is terrible'],
    ...['wtf is this', 'how is it meant'],
    ...['my mother-in-law', 'my mother-in-law lol', 'my mum, haha', 'my own kids', 'the devil'],
    ...['nobody lol', 'god no', 'Oh god no!', 'Hell no', 'lol no', 'good lord no', 'omg', 'LOL', 'hahaha'],
    ...['goodness no, why', 'for heaven’s sake no', 'nobody, just kidding', 'jesus no'],
    ...['actually Maria is fine', 'Maria is ok after all', 'Maria’s fine', 'Peter Muster ist doch ok'],
    ...['we have history together', 'not really, I like people', 'Niemand fällt mir ein', 'Alle sind nett'],
    ...['Tout le monde est sympa', 'Nadie en especial', 'Keine Ahnung', '誰もいません', 'لا أحد'],
  ])('is nobody, however it is written: %s', (text) => {
    expect(excludedIn(text)).toEqual([]);
  });
});

describe('whom a message names beside its answer', () => {
  it.each([
    ['I speak German and French, room for 2, and please not Sabine Keller', ['Sabine Keller']],
    ["Is it ok if I don't want to be paired, not with Mr. Brandt?", ['Brandt']],
    ['Kaffee, aber bitte nicht mit Frau Muster', ['Frau Muster']],
    ['Sabine Keller knows me, not a problem', []],
    ['not SAP please', []],
    ['not in the morning', []],
  ])('is only somebody named in full behind “not”: %s', (text, names) => {
    expect(avoidedBesides(text)).toEqual(names);
  });
});
