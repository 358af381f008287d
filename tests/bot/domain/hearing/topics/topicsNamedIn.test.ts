import { expect, it } from 'vitest';
import { topicsNamedIn } from '#domain/hearing/topics/topicsNamedIn.ts';

it.each([
  ['Understand how people use generative AI', ['generativeAi']],
  ['Get better at public speaking, and at public speaking in English', ['publicSpeaking']],
  ['Less remote work, more leadership', ['remoteWork', 'leadership']],
  ['Mehr über künstliche Intelligenz lernen', ['ai']],
  ['Be kinder on Mondays', []],
  ['', []],
  ['🦆'.repeat(500), []],
])('hears the topics that a goal names, and no others: %s', (text, topics) => {
  expect(topicsNamedIn(text)).toEqual(topics);
});
