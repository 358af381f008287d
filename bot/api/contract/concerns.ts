import { z } from 'zod';
import { CONCERN_ANSWERS, CONCERN_STATES, CONCERN_TEXT_MAX } from '#domain/concerns/concern.ts';
import { id, instant } from './basics.ts';

const turnTo = z.object({
  ...{ person: id, name: z.string(), firstName: z.string(), mail: z.string() },
  isReached: z.boolean(),
});
/** To whom the reader can turn in one programme. */
export const ConcernWay = z.object({
  cohort: id,
  cohortName: z.string(),
  /** Nobody near to either side; empty where nobody stands far enough. */
  contacts: z.array(turnTo),
  /** Who would get it; null where nobody can be reached here. */
  to: id.nullable(),
  /** Who runs the programme, by name. */
  champions: z.array(z.string()),
});
export type ConcernWay = z.infer<typeof ConcernWay>;

/** A concern as its author finds it again. */
export const RaisedConcern = z.object({
  concern: id,
  /** `gone`: its contact is no longer here, and nobody reads it. */
  state: z.enum([...CONCERN_STATES, 'gone']),
  name: z.string(),
  mail: z.string(),
  at: instant,
  /** The bot could not tell its contact. */
  isUntold: z.boolean(),
  text: z.string(),
});
export type RaisedConcern = z.infer<typeof RaisedConcern>;

/** A concern as the one person sees it to whom it was given. */
export const GivenConcern = z.object({
  concern: id,
  state: z.enum(CONCERN_STATES),
  at: instant,
  name: z.string(),
  mail: z.string(),
  /** Empty until it is opened. */
  text: z.string(),
});
export type GivenConcern = z.infer<typeof GivenConcern>;

export const Concerns = z.object({
  ways: z.array(ConcernWay),
  /** The reader was asked to be whom people can turn to, somewhere. */
  isContact: z.boolean(),
  /** By when whoever gets one now gets in touch. */
  answerBy: instant,
  raised: z.array(RaisedConcern),
  given: z.array(GivenConcern),
});
export type Concerns = z.infer<typeof Concerns>;

const TOO_LONG = `Please keep it under ${CONCERN_TEXT_MAX} characters. The rest you can tell them when you talk.`;
const NOTHING = 'Please write what happened first, as much or as little as you like.';
/** `to`: whom the writer saw named above the field. */
export const ConcernBody = z.object({
  cohort: id,
  to: id,
  text: z.string().trim().min(1, NOTHING).max(CONCERN_TEXT_MAX, TOO_LONG),
});
export type ConcernBody = z.infer<typeof ConcernBody>;

export const ConcernAnswerBody = z.object({ state: z.enum(CONCERN_ANSWERS) });
export type ConcernAnswerBody = z.infer<typeof ConcernAnswerBody>;

export interface ConcernShapes {
  concerns: { answer: Concerns };
  raiseConcern: { body: ConcernBody; answer: RaisedConcern };
  takeBackConcern: object;
  answerConcern: { body: ConcernAnswerBody; answer: GivenConcern };
}
