import { EnrolmentAnswer, EnrolmentView } from '#api/contract/enrolments.ts';
import { cohortOf } from '#api/http/params.ts';
import { route } from '#api/http/route.ts';
import { answerEnrolment } from '#usecases/enrolment/enrolment.ts';

export const enrolmentRoutes = [
  /** Join, pass or later: only the invited person, for themselves. The same answer twice is one. */
  route('answerEnrolment', {
    body: EnrolmentAnswer,
    answer: EnrolmentView,
    run: async ({ ctx, actor, params, body }) => {
      const { state } = await answerEnrolment(ctx, actor.person, cohortOf(params), body.answer);
      return { state };
    },
  }),
];
