import { z } from 'zod';
import { COHORT_STATES } from '#domain/cohorts/cohort.ts';
import { ENROLMENT_STATES } from '#domain/cohorts/member.ts';
import { ENROLMENT_CHOICES } from '#domain/enrolment/answer.ts';
import { day, id } from './basics.ts';

export const EnrolmentAnswer = z.object({ answer: z.enum(ENROLMENT_CHOICES) });
export type EnrolmentAnswer = z.infer<typeof EnrolmentAnswer>;
/** Where the person's own enrolment stands after the answer. */
export const EnrolmentView = z.object({ state: z.enum(ENROLMENT_STATES) });
export type EnrolmentView = z.infer<typeof EnrolmentView>;

/** What somebody who was invited may know of a programme. */
export const Programme = z.object({
  startsOn: day,
  endsOn: day,
  /** A round under review is nobody's news. */
  state: z.enum(COHORT_STATES).exclude(['matching', 'draft']),
  /** Who runs it, by name. */
  champions: z.array(z.string()),
  /** To whom the reader can turn with a concern, by name. */
  contacts: z.array(z.string()),
  /** The reader's own pairs in it. */
  pairs: z.array(id),
});
export type Programme = z.infer<typeof Programme>;

export interface EnrolmentShapes {
  programme: { answer: Programme };
  answerEnrolment: { body: EnrolmentAnswer; answer: EnrolmentView };
}
