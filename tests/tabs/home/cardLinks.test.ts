import { expect, test } from 'vitest';
import { placeOf } from '#tabs/parts/place.ts';
import { cardsWith, contentOf, nodesOf } from '#tests/bot/teams/cards/everyCard.ts';

/** Where the buttons of a card lead inside the personal tab. */
const placesIn = (content: unknown): string[] =>
  [...nodesOf(content)]
    .map(({ url = '' }) => String(url))
    .filter((url) => url.includes('/l/entity/') && url.includes('context='))
    .map((url) => JSON.parse(new URL(url).searchParams.get('context') ?? '{}').subEntityId);

const CARDS = cardsWith('Clara').map(([name, drawn]) => [name, placesIn(contentOf(drawn))] as const);

test('some cards lead into the tab', () => {
  expect(CARDS.flatMap(([, places]) => places).length).toBeGreaterThan(20);
});

test.each(CARDS.filter(([, places]) => places.length > 0))(
  '%s leads to a place that the tab knows',
  (_, places) => {
    for (const place of places) expect(placeOf(place), place).not.toEqual({ at: 'home' });
  },
);
