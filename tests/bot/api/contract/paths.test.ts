import { expect, it } from 'vitest';
import { ROUTES } from '#api/contract/paths.ts';
import { ALL_ROUTES } from '#api/routes/index.ts';

it('every path stands once, and every route is served', () => {
  const paths = Object.values(ROUTES);
  expect(new Set(paths).size).toBe(paths.length);
  expect(ALL_ROUTES.map(({ name }) => name).sort()).toEqual(Object.keys(ROUTES).sort());
});

it('whatever is read of a pair, and looked at again, has an etag; and so has a photo', () => {
  const isPart = ({ method, path }: (typeof ALL_ROUTES)[number]) =>
    method === 'GET' && path.startsWith('/api/pairs/') && !path.endsWith('/panel');
  const tagged = ALL_ROUTES.filter(({ hasEtag }) => hasEtag).map(({ name }) => name);
  expect(tagged.sort()).toEqual([
    ...[
      'closing',
      'curiosity',
      'exchanges',
      'goals',
      'jottings',
      'kept',
      'meetings',
      'ownWords',
      'pair',
      'pairPhotos',
      'photo',
      'planning',
      'timeline',
    ],
  ]);
  expect(
    ALL_ROUTES.filter(isPart)
      .map(({ name }) => name)
      .sort(),
  ).toEqual(tagged.filter((name) => name !== 'photo'));
});
