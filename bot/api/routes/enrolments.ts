import { EnrolmentAnswer, EnrolmentView } from '#api/contract/contract.ts';
import { route } from '#api/http/route.ts';
import { asId, type CohortId } from '#domain/basics/ids.ts';
import { answerEnrolment } from '#usecases/enrolment/enrolment.ts';

export const enrolmentRoutes = [
  /** Join, pass or later: only the invited person, for themselves. The same answer twice is one. */
  route('answerEnrolment', {
    body: EnrolmentAnswer,
    answer: EnrolmentView,
    run: async ({ ctx, actor, params, body }) => {
      const { state } = await answerEnrolment(
        ctx,
        actor.person,
        asId<CohortId>(params.cohort ?? ''),
        body.answer,
      );
      return { state };
    },
  }),
];
