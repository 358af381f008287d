import { z } from 'zod';
import { isMail } from '#domain/basics/mail.ts';
import { COHORT_STATES, MANY_FORMATS } from '#domain/cohorts/cohort.ts';
import { ENROLMENT_STATES } from '#domain/cohorts/member.ts';
import { ENROLMENT_CHOICES } from '#domain/enrolment/answer.ts';
import { isDirectoryId } from '#domain/people/person.ts';
import { day, id, name, role } from './basics.ts';

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
  /** What people meet in; missing for pairs. */
  meetIn: z.enum(MANY_FORMATS).optional(),
  /** Who backs it, where they agreed to be named; empty otherwise. */
  sponsor: z.string(),
  /** To whom the reader can turn with a concern, by name. */
  contacts: z.array(z.string()),
  /** The reader's own pairs in it. */
  pairs: z.array(id),
  /** Some of those who take part and agreed to be named, at most six; whoever reads is not among them. */
  takingPart: z.array(z.string()),
  /** The day the reader is back, while they are on leave. */
  awayUntil: day.optional(),
});
export type Programme = z.infer<typeof Programme>;

const NAME_MAX = 200;
const NOBODY = 'Please choose somebody, or write a whole mail address, such as clara@example.com.';

/** A colleague chosen in Teams with the name shown there, or a mail address: nothing that somebody writes of them. */
export const SuggestionBody = z.union(
  [
    z.object({ directoryId: z.string().toLowerCase().refine(isDirectoryId, NOBODY), name: name(NAME_MAX) }),
    z.object({ mail: z.string().trim().toLowerCase().max(NAME_MAX).refine(isMail, NOBODY) }),
  ],
  NOBODY,
);
export type SuggestionBody = z.input<typeof SuggestionBody>;

/** Whom somebody who takes part would like to see invited, for a champion. */
export const SuggestionView = z.object({
  suggestion: id,
  /** As it was chosen; the address where there is no name. */
  name: z.string(),
  role,
  /** Who would like it, where they agreed to be named; empty for a colleague. */
  by: z.string(),
});
export type SuggestionView = z.infer<typeof SuggestionView>;
export const Suggestions = z.object({ suggestions: z.array(SuggestionView) });
export type Suggestions = z.infer<typeof Suggestions>;

export interface EnrolmentShapes {
  programme: { answer: Programme };
  answerEnrolment: { body: EnrolmentAnswer; answer: EnrolmentView };
  suggestPeer: { body: SuggestionBody };
  suggestions: { answer: Suggestions };
  inviteSuggested: object;
  passOverSuggested: object;
}
