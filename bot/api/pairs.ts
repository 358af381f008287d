import { asId, type PairId } from '#domain/ids.ts';
import { answerIntroduction } from '#usecases/introductions.ts';
import { askToMeetAgain } from '#usecases/meetAgain.ts';
import { getPair } from '#usecases/pairSpace.ts';
import { MeetAgain, PairAnswer, PairView } from './contract.ts';
import { presentPair } from './pairView.ts';
import { route } from './route.ts';

export const pairOf = (params: Record<string, string>): PairId => asId<PairId>(params.pair ?? '');

export const pairRoutes = [
  route('pair', {
    answer: PairView,
    run: async ({ ctx, actor, params, words }) =>
      presentPair(await getPair(ctx, actor.person, pairOf(params), words), words),
  }),
  route('answerPair', {
    body: PairAnswer,
    answer: PairView,
    run: async ({ ctx, actor, params, body, words }) => {
      await answerIntroduction(ctx, actor.person, pairOf(params), body.answer);
      return presentPair(await getPair(ctx, actor.person, pairOf(params), words), words);
    },
  }),
  route('meetAgain', {
    body: MeetAgain,
    answer: PairView,
    run: async ({ ctx, actor, params, body, words }) => {
      await askToMeetAgain(ctx, actor.person, pairOf(params), body.again);
      return presentPair(await getPair(ctx, actor.person, pairOf(params), words), words);
    },
  }),
];
