import {
  Called,
  CalledGatherings,
  ComingBody,
  GatheringBody,
  Gatherings,
} from '#api/contract/gatherings/gatherings.ts';
import { cohortAt } from '#api/http/params.ts';
import { pressOf } from '#api/http/press.ts';
import { route } from '#api/http/route.ts';
import { asId, toInstant } from '#domain/basics/ids.ts';
import { isAhead, MENTOR_QUESTIONS } from '#domain/gatherings/gathering.ts';
import {
  answerGathering,
  callGathering,
  callOffGathering,
  listGatherings,
  listGatheringsFor,
} from '#usecases/gatherings/gatherings.ts';

/** What a champion asks of gatherings. */
export const callingRoutes = [
  route('calledGatherings', {
    answer: CalledGatherings,
    run: async ({ ctx, actor, params }) => {
      const all = await listGatherings(ctx, cohortAt({ params, actor }));
      return {
        gatherings: all.map((one) => {
          const { gathering, startsAt, minutes, place, line, state, coming } = one;
          const ahead = isAhead(one, ctx.clock.now());
          return { gathering, startsAt, minutes, place, line, state, coming, isAhead: ahead };
        }),
      };
    },
  }),
  route('callGathering', {
    body: GatheringBody,
    answer: Called,
    status: 201,
    run: async ({ ctx, actor, params, body, press }) => {
      const asked = { ...body, startsAt: toInstant(Date.parse(body.startsAt)) };
      const at = cohortAt({ params, actor });
      return { gathering: await callGathering(ctx, at, asked, pressOf({ press, ctx })) };
    },
  }),
  route('callOffGathering', {
    run: ({ ctx, actor, params }) =>
      callOffGathering(ctx, cohortAt({ params, actor }), params.gathering ?? ''),
  }),
];

/** What a mentor asks of them. */
export const gatheringRoutes = [
  route('gatherings', {
    answer: Gatherings,
    run: async ({ ctx, actor, params, words }) => {
      const ahead = await listGatheringsFor(ctx, cohortAt({ params, actor }));
      const questions = ahead.length > 0 ? MENTOR_QUESTIONS : [];
      return {
        gatherings: ahead.map(({ gathering, startsAt, minutes, place, line, endsAt, isComing, others }) => ({
          ...{ gathering, startsAt, minutes, place, line, endsAt, isComing, others },
        })),
        questions: questions.map((id) => ({ id, text: words(`gathering:question.${id}`) })),
      };
    },
  }),
  route('answerGathering', {
    body: ComingBody,
    run: async ({ ctx, actor, params, body: { isComing } }) => {
      const gathering = asId<never>(params.gathering ?? '');
      await answerGathering(ctx, cohortAt({ params, actor }), { gathering, isComing });
    },
  }),
];
