import { expect, it, test } from 'vitest';
import { agreedMinutes, minutesFor } from '#domain/meetings/length.ts';

const said = (whereAndHow: string, respectForTime = '') => agreedMinutes({ whereAndHow, respectForTime });

it.each([
  ['Over coffee, 30 minutes.', 30],
  ['On a walk, half an hour.', 30],
  ['A 45-minute call', 45],
  ['45 min by video', 45],
  ['An hour on a walk', 60],
  ['We take 2 hours for lunch.', 120],
  ['An hour and a half', 90],
  ['1.5 hours, in person', 90],
  ['45 Minuten auf dem Bildschirm', 45],
])('reads how long two agreed to talk: %s', (text, minutes) => expect(said(text)).toBe(minutes));

it.each(['Over coffee.', 'We say so 30 minutes before.', 'Ten at most', '5 minutes late is fine', '400 min'])(
  'hears no length where none is meant: %s',
  (text) => expect(said(text)).toBeUndefined(),
);

it('looks first at where and how, then at each other’s time', () => {
  expect(said('A walk.', 'We keep 40 minutes free.')).toBe(40);
  expect(said('A walk of 30 minutes.', 'We keep an hour free.')).toBe(30);
});

const over = { isFirstChat: false, hasMet: false, agreed: undefined };
test.each([
  ['half an hour for a first chat', { ...over, isFirstChat: true }, 30],
  ['three quarters for the first conversation', over, 45],
  ['an hour afterwards', { ...over, hasMet: true }, 60],
  ['what was agreed', { ...over, agreed: { whereAndHow: '50 minutes', respectForTime: '' } }, 50],
] as const)('proposes %s', (_, at, minutes) => expect(minutesFor(at)).toBe(minutes));
