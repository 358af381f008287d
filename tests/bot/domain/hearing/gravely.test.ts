import { expect, it } from 'vitest';
import { hearActs } from '#domain/hearing/acts/hearActs.ts';
import { sentencesOf } from '#domain/hearing/text/sentences.ts';

const actsIn = (text: string) => hearActs(text, sentencesOf(text)).acts;

it.each([
  ...['Ich denke an Suizid', 'ich will einfach sterben', 'Ich möchte nicht mehr leben'],
  ...['je veux mourir', 'j’ai envie de mourir', 'je voudrais en finir'],
  ...['quiero morirme', 'no quiero seguir viviendo', 'pienso en suicidarme'],
  ...['自殺したい', 'もう死んでしまいたい', 'أفكر في الانتحار', 'أتمنى الموت'],
])('somebody does not want to live, and is answered as that: %s', (text) => {
  expect(actsIn(text)).toContain('distress');
});

it.each([
  '部長から嫌がらせを受けています',
  'ハラスメントについて',
  'مديري يضايقني',
  'لدي شكوى',
  'تعرضت للتحرش',
])('somebody is harassed, and is shown whom they can tell: %s', (text) => {
  expect(actsIn(text)).toContain('concern');
});
