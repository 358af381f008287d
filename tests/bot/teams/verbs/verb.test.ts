import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Refusal } from '#domain/basics/refusal.ts';
import { chosen, id, ticked, verb, words } from '#teams/verbs/verb.ts';

const Data = z.object({
  pair: id,
  text: words(5),
  choice: chosen(['yes', 'no']),
  shared: ticked,
});
const read = verb(Data, { once: (data) => JSON.stringify(data), run: async () => ({}) });
const dataOf = (data: unknown) => JSON.parse(read(data).once);
const refusalOf = (data: unknown): unknown => {
  try {
    return read(data);
  } catch (error) {
    return error;
  }
};

describe('a verb', () => {
  it('reads what a card sends, with what was left out', () => {
    expect(dataOf({ pair: 'p', text: ' hi ', choice: 'yes', shared: 'true' })).toEqual({
      ...{ pair: 'p', text: 'hi', choice: 'yes', shared: true },
    });
    expect(dataOf({ pair: 'p' })).toEqual({ pair: 'p', text: '', choice: '', shared: false });
  });

  it.each<[string, unknown, string]>([
    ['too long a text', { pair: 'p', text: 'too long' }, 'bot:tooLong'],
    ['a choice that is none', { pair: 'p', choice: 'perhaps' }, 'bot:pressed.incomplete'],
    ['no pair', { text: 'hi' }, 'bot:pressed.incomplete'],
    ['an empty id', { pair: '' }, 'bot:pressed.incomplete'],
    ['nothing', undefined, 'bot:pressed.incomplete'],
    ['a list', [], 'bot:pressed.incomplete'],
  ])('refuses %s with a sentence', (_, data, word) => {
    expect(refusalOf(data)).toBeInstanceOf(Refusal);
    expect(refusalOf(data)).toMatchObject({ kind: 'invalid', word });
  });
});
