import { EnrolmentAnswer, EnrolmentView, Programme } from '#api/contract/enrolments.ts';
import { cohortOf } from '#api/http/params.ts';
import { route } from '#api/http/route.ts';
import { answerEnrolment } from '#usecases/enrolment/enrolment.ts';
import { getProgramme } from '#usecases/enrolment/programme.ts';
import { knownLocale } from '#words/languages.ts';

export const enrolmentRoutes = [
  route('programme', {
    answer: Programme,
    run: ({ ctx, actor: { person, locale }, params }) =>
      getProgramme(ctx, { cohort: cohortOf(params), person, locale: knownLocale(locale) }),
  }),
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
