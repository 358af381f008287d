import { z } from 'zod';
import { ANSWER_STATES } from '#domain/pairs/introduction.ts';
import { NEXT_STEPS } from '#domain/pairs/nextSteps.ts';
import { ANSWERS, INTRODUCTION_ANSWERS, PAIR_STATES } from '#domain/pairs/pair.ts';
import { AgreementBody, AgreementView } from './agreement.ts';
import { id, instant, role } from './basics.ts';

export const PairCard = z.object({
  pair: id,
  cohortName: z.string(),
  role,
  /** introduced: waiting for answers · active: agreement or pair space · ended. As this reader may know it now. */
  state: z.enum(PAIR_STATES),
  /** First names only; persons, not ranks. */
  partners: z.array(z.object({ firstName: z.string() })),
  next: z.enum(NEXT_STEPS),
});
export type PairCard = z.infer<typeof PairCard>;

/** What is always looked at of a pair. What lies in its space is read part by part, once that is open. */
export const PairView = PairCard.extend({
  /** Why the two were introduced, in the reader's words. */
  reasons: z.array(z.string()),
  myAnswer: z.enum(ANSWERS),
  /** Until when the reader can answer, while it is an introduction. */
  answerBy: instant.nullable(),
  /** When the reader hears at the latest: their own morning, so never before `answerBy`. */
  hearBy: instant.nullable(),
  /** Both would like to meet, at least one of them before deciding: a first chat comes, then the decision. */
  isFirstChat: z.boolean(),
  /** An executive asked for this introduction, outside any round: who, as the reader may know it. */
  asked: z.enum(['nobody', 'me', 'partner']),
  myFirstName: z.string(),
  /** Whom to ask to a meeting: while there is time for a first chat, and once the agreement is signed. */
  partnerMails: z.array(z.string()),
  /** Null until there is one. */
  agreement: AgreementView.nullable(),
  /** A suggestion for the first draft, made from what both said in their profiles; the mentor only. */
  draft: AgreementBody.nullable(),
  canDraft: z.boolean(),
  canSign: z.boolean(),
  /** Whether the reader asked to be introduced to the same partner again; possible once it ended. */
  again: z.boolean(),
  /** The agreement was signed by all: there are goals, meetings and kept questions to read. */
  hasSpace: z.boolean(),
  /** Changes whenever the reader would find something new in the space; empty while it is closed. */
  spaceVersion: z.string(),
});
export type PairView = z.infer<typeof PairView>;

export const PairAnswer = z.object({ answer: z.enum(INTRODUCTION_ANSWERS) });
export type PairAnswer = z.infer<typeof PairAnswer>;
/** What came of the reader's own answer. */
export const PairAnswered = z.object({ state: z.enum(ANSWER_STATES) });
export type PairAnswered = z.infer<typeof PairAnswered>;

export const MeetAgain = z.object({ again: z.boolean() });
export type MeetAgain = z.infer<typeof MeetAgain>;

export interface PairShapes {
  pair: { answer: PairView };
  answerPair: { body: PairAnswer; answer: PairAnswered };
  meetAgain: { body: MeetAgain };
}
