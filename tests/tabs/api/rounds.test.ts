import { expect, test } from 'vitest';
import type { WishView } from '#api/contract/rounds.ts';
import { withoutWish, withWish } from '#tabs/api/rounds.ts';

const aWish = (executive: string, mentor: string, wish: WishView['wish'] = 'pin'): WishView => ({
  executive: { person: executive, name: executive },
  mentor: { person: mentor, name: mentor },
  ...{ wish, at: '2026-11-23T09:00:00.000Z', etag: '1', isTogether: false },
});
const wishes = [aWish('clara', 'aisha'), aWish('diego', 'meera')];

test('a wish stands where the server would have it, once', () => {
  expect(withWish(wishes, aWish('clara', 'meera'))).toEqual([wishes[0], aWish('clara', 'meera'), wishes[1]]);
  expect(withWish(wishes, aWish('clara', 'aisha', 'ban'))).toEqual([
    aWish('clara', 'aisha', 'ban'),
    wishes[1],
  ]);
});

test('a wish that is taken back is gone, and no other', () => {
  expect(withoutWish(wishes, aWish('clara', 'aisha'))).toEqual([wishes[1]]);
});
