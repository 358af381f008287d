import { z } from 'zod';
import { asId } from '#domain/basics/ids.ts';
import { ENROLMENT_CHOICES } from '#domain/enrolment/answer.ts';
import { HEARD_MAX, STEPS } from '#domain/enrolment/conversation.ts';
import { converse } from '#teams/answering/converse.ts';
import { answeredInvitation, settledInvitation } from '#teams/cards/done.ts';
import { answeredCard } from '#teams/cards/enrolment/lines.ts';
import { answerEnrolment } from '#usecases/enrolment/enrolment.ts';
import { hasBegun, startEnrolment } from '#usecases/enrolment/talk.ts';
import { id, type Verb, verb } from './verb.ts';

const Enrolment = z.object({ cohort: id, answer: z.enum(ENROLMENT_CHOICES) });
const Say = z.object({
  hears: z.string().max(HEARD_MAX),
  title: z.string().max(200).default(''),
  asked: z.string().max(10_000).default(''),
  once: z.boolean().default(false),
  at: z.enum([...STEPS, 'invitation']).optional(),
});

export const enrolmentVerbs: Record<string, Verb> = {
  'enrolment.answer': verb(Enrolment, {
    async run({ cohort, answer }, by) {
      const { ctx } = by.parts;
      const isBegun = answer === 'join' && (await hasBegun(ctx, by.person, asId(cohort)));
      const { state, cohortName } = await answerEnrolment(ctx, by.person, asId(cohort), answer, {
        isInvitation: true,
      });
      const isSettled = isBegun || (answer !== 'join' && (state === 'joined' || state === 'left'));
      if (isSettled) return { card: settledInvitation(by.words, by.reader, { cohort, cohortName, state }) };
      const card = answeredInvitation(by.words, by.reader, { cohort, cohortName, answer });
      if (answer !== 'join') return { card };
      const said = await startEnrolment(ctx, by.person, asId(cohort), by.words);
      return { card, next: converse.show(said, by) };
    },
  }),

  'conversation.say': verb(Say, {
    once: ({ once }) => (once ? 'say' : ''),
    async run({ hears, title, asked, at }, by) {
      const next = await converse.hear(hears, by, at);
      return title ? { card: answeredCard(asked, title, by.words, by.reader), next } : { next };
    },
  }),
};
