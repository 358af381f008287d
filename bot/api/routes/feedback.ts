import { z } from 'zod';
import { FeedbackBody } from '#api/contract/contract.ts';
import { route } from '#api/http/route.ts';
import { asId, type OccurrenceId } from '#domain/basics/ids.ts';
import { giveFeedback } from '#usecases/meetings/feedback.ts';
import { pairOf } from './pairs.ts';

/** `repeated`: there was one already, and that one stays. */
const FeedbackGiven = z.object({ repeated: z.boolean() });

export const feedbackRoutes = [
  route('giveFeedback', {
    body: FeedbackBody,
    answer: FeedbackGiven,
    status: 201,
    run: async ({ ctx, actor, params, body }) => {
      const occurrence = asId<OccurrenceId>(params.occurrence ?? '');
      const { repeated } = await giveFeedback(ctx, actor.person, pairOf(params), occurrence, body, 'panel');
      return { repeated };
    },
  }),
];
