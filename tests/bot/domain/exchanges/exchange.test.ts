import { describe, expect, it } from 'vitest';
import { asId, type PersonId } from '#domain/basics/ids.ts';
import { type ExchangeTold, newExchange, requireOwnExchange } from '#domain/exchanges/exchange.ts';

const NOW = Date.parse('2026-11-23T09:00:00Z');
const [clara, aisha, bo, diego] = ['clara', 'aisha', 'bo', 'diego'].map((id) => asId<PersonId>(id)) as [
  PersonId,
  PersonId,
  PersonId,
  PersonId,
];
const tell = (told: Partial<ExchangeTold>, writer = clara) =>
  newExchange(
    asId('x1'),
    { by: clara, to: aisha, kind: 'skill', text: '', ...told },
    { writer, members: [clara, aisha, bo], nowMs: NOW },
  );

describe('a help', () => {
  it('is told by either of its two sides', () => {
    expect(tell({ text: ' Her slides ' })).toMatchObject({ by: clara, to: aisha, text: 'Her slides' });
    expect(tell({}, aisha).writer).toBe(aisha);
    expect(tell({ by: bo, to: aisha }, aisha)).toMatchObject({ by: bo, to: aisha });
  });

  it.each<[string, Partial<ExchangeTold>, PersonId]>([
    ['between others', { by: aisha, to: bo }, clara],
    ['of somebody outside', { by: diego }, aisha],
    ['to somebody outside', { to: diego }, clara],
    ['to oneself', { to: clara }, clara],
  ])('is refused %s', (_, told, writer) => {
    expect(() => tell(told, writer)).toThrow(expect.objectContaining({ word: 'pair:exchange.who' }));
  });

  it('of another kind says what it was, in a line', () => {
    for (const text of [' ', '\u200b', '\u2800'])
      expect(() => tell({ kind: 'other', text })).toThrow(
        expect.objectContaining({ word: 'pair:exchange.needText' }),
      );
    expect(() => tell({ text: 'x'.repeat(301) })).toThrow(
      expect.objectContaining({ word: 'pair:exchange.tooLong', values: { max: 300 } }),
    );
  });

  it('is taken back by its writer alone', () => {
    expect(() => requireOwnExchange(tell({}), aisha)).toThrow(
      expect.objectContaining({ kind: 'forbidden', word: 'pair:exchange.notYours' }),
    );
    expect(() => requireOwnExchange(tell({}), clara)).not.toThrow();
  });
});
