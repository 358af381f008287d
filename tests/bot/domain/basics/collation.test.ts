import { expect, it } from 'vitest';
import { byName } from '#domain/basics/collation.ts';

const sorted = (locale: string) =>
  ['Zoe', 'de Wit', 'adam', 'Ärmel', 'Team 10', 'Team 9'].map((name) => ({ name })).sort(byName(locale));

it('orders names as people do, whatever their case and accents', () => {
  const expected = ['adam', 'Ärmel', 'de Wit', 'Team 9', 'Team 10', 'Zoe'];
  for (const locale of ['en', 'de-CH', 'nl'])
    expect(sorted(locale).map(({ name }) => name)).toEqual(expected);
});

it('follows the reader’s own language where that orders otherwise', () => {
  expect(sorted('sv-SE').at(-1)).toEqual({ name: 'Ärmel' });
});
