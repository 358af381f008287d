import { WishBody, Wishes, type WishView } from '#api/contract/contract.ts';
import { route } from '#api/http/route.ts';
import { asId } from '#domain/basics/ids.ts';
import type { Two } from '#domain/matching/types.ts';
import { addWishes, listWishes, takeBackWish, type WishSeen } from '#usecases/matching/wishes.ts';
import { atOf } from './at.ts';

const presentWish = ({ executive, mentor, names, wish, at, etag }: WishSeen): WishView => ({
  executive: { person: executive, name: names.executive },
  mentor: { person: mentor, name: names.mentor },
  wish,
  at,
  etag,
});

const presentWishes = (wishes: readonly WishSeen[]): Wishes => ({ wishes: wishes.map(presentWish) });

const twoIn = ({ executive = '', mentor = '' }: Record<string, string>): Two => ({
  executive: asId(executive),
  mentor: asId(mentor),
});

export const wishRoutes = [
  route('wishes', {
    answer: Wishes,
    run: async ({ ctx, actor, params }) => presentWishes(await listWishes(ctx, atOf({ params, actor }))),
  }),
  route('wish', {
    body: WishBody,
    answer: Wishes,
    run: async ({ ctx, actor, params, body }) =>
      presentWishes(await addWishes(ctx, atOf({ params, actor }), [{ ...twoIn(params), wish: body.wish }])),
  }),
  route('takeBackWish', {
    answer: Wishes,
    run: async ({ ctx, actor, params, etag }) =>
      presentWishes(await takeBackWish(ctx, atOf({ params, actor }), twoIn(params), etag)),
  }),
];
