import { z } from 'zod';
import { ENROLMENT_STATES } from '#domain/cohorts/member.ts';
import { ENROLMENT_CHOICES } from '#domain/enrolment/answer.ts';

export const EnrolmentAnswer = z.object({ answer: z.enum(ENROLMENT_CHOICES) });
export type EnrolmentAnswer = z.infer<typeof EnrolmentAnswer>;
/** Where the person's own enrolment stands after the answer. */
export const EnrolmentView = z.object({ state: z.enum(ENROLMENT_STATES) });
export type EnrolmentView = z.infer<typeof EnrolmentView>;

export interface EnrolmentShapes {
  answerEnrolment: { body: EnrolmentAnswer; answer: EnrolmentView };
}
