import {
  EnrolmentAnswer,
  EnrolmentView,
  Programme,
  SuggestionBody,
  Suggestions,
} from '#api/contract/enrolments.ts';
import { cohortAt, cohortOf, suggestionOf } from '#api/http/params.ts';
import { route } from '#api/http/route.ts';
import { inviteSuggested, listSuggestions, passOver, suggestPeer } from '#usecases/cohorts/suggestions.ts';
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
  /** Only somebody who takes part; what becomes of it is told to nobody. */
  route('suggestPeer', {
    body: SuggestionBody,
    run: ({ ctx, actor, params, body }) =>
      suggestPeer(ctx, cohortAt({ params, actor }), { directoryId: '', mail: '', name: '', ...body }),
  }),
  route('suggestions', {
    answer: Suggestions,
    run: async ({ ctx, actor, params }) => {
      const seen = await listSuggestions(ctx, cohortAt({ params, actor }));
      return {
        suggestions: seen.map(({ id, name, mail, role, byName }) => ({
          ...{ suggestion: id, name: name || mail, role, by: byName },
        })),
      };
    },
  }),
  route('inviteSuggested', {
    run: ({ ctx, actor, params }) => inviteSuggested(ctx, cohortAt({ params, actor }), suggestionOf(params)),
  }),
  route('passOverSuggested', {
    run: ({ ctx, actor, params }) => passOver(ctx, cohortAt({ params, actor }), suggestionOf(params)),
  }),
];
