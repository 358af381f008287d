import { MeetAgain, PairAnswer, PairView } from '#api/contract/contract.ts';
import { type Asked, route } from '#api/http/route.ts';
import { asId, type PairId } from '#domain/basics/ids.ts';
import { answerIntroduction } from '#usecases/pairs/introductions.ts';
import { askToMeetAgain } from '#usecases/pairs/meetAgain.ts';
import { getPair } from '#usecases/pairs/pairSpace.ts';
import { presentPair } from './pairView.ts';

export const pairOf = (params: Record<string, string>): PairId => asId<PairId>(params.pair ?? '');

/** The pair that a route is about, as the reader may see it now. */
export const seePair = async ({
  ctx,
  actor,
  params,
  words,
}: Pick<Asked<unknown, unknown>, 'ctx' | 'actor' | 'params' | 'words'>): Promise<PairView> =>
  presentPair(await getPair(ctx, actor.person, pairOf(params), words), words);

export const pairRoutes = [
  route('pair', {
    answer: PairView,
    run: seePair,
  }),
  route('answerPair', {
    body: PairAnswer,
    answer: PairView,
    run: async (asked) => {
      const { ctx, actor, params, body } = asked;
      await answerIntroduction(ctx, actor.person, pairOf(params), body.answer);
      return seePair(asked);
    },
  }),
  route('meetAgain', {
    body: MeetAgain,
    answer: PairView,
    run: async (asked) => {
      const { ctx, actor, params, body } = asked;
      await askToMeetAgain(ctx, actor.person, pairOf(params), body.again);
      return seePair(asked);
    },
  }),
];
