import { expect, test } from 'vitest';
import { cardFor } from '#teams/cards/index.ts';
import { contentOf, nodesOf, noticesWith, reader, words } from '#tests/bot/teams/cards/everyCard.ts';

const placesOf = (rule: string): string[][] =>
  noticesWith('Aisha')
    .filter((facts) => facts.kind === 'nudge' && facts.rule === rule)
    .map((facts) =>
      [...nodesOf(contentOf(cardFor(facts, words, reader)))]
        .map(({ url = '' }) => String(url))
        .filter((url) => url.includes('context='))
        .map((url) => JSON.parse(new URL(url).searchParams.get('context') ?? '{}').subEntityId),
    );

test.each(['primer', 'beforeFirst'])('%s leads to five minutes of reading, then to the space', (rule) => {
  expect(placesOf(rule)).toEqual([
    ['primer/p', 'pair/p'],
    ['primer/p', 'pair/p'],
  ]);
});

test.each(['draft', 'afterFirst', 'rhythm'])('%s leads to the space alone', (rule) => {
  for (const places of placesOf(rule)) expect(places).toEqual(['pair/p']);
});
