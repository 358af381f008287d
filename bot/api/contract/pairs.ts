import { z } from 'zod';
import { ANSWER_STATES } from '#domain/pairs/introduction.ts';
import { NEXT_STEPS } from '#domain/pairs/nextSteps.ts';
import { ANSWERS, INTRODUCTION_ANSWERS, NEW_MATCH_WISHES, PAIR_STATES } from '#domain/pairs/pair.ts';
import { AgreementBody, AgreementView } from './agreement.ts';
import { count, day, id, instant, role } from './basics.ts';
import { MeetingStanding } from './meetings.ts';

/** The day on which the pair goes on by itself; the earliest is tomorrow, where the reader is. */
export const PauseBody = z.object({ until: day });
export type PauseBody = z.infer<typeof PauseBody>;

/** How a pair stands after a change; `turn` is its etag. */
export const Standing = z.object({
  state: z.enum(['active', 'paused', 'ended']),
  turn: count,
  pausedUntil: day.nullable(),
});
export type Standing = z.infer<typeof Standing>;

export const NewMatchBody = z.object({ wish: z.enum(NEW_MATCH_WISHES) });
export type NewMatchBody = z.infer<typeof NewMatchBody>;

/** A break as both read it. */
const PauseView = z.object({ until: day, isMine: z.boolean(), byFirstName: z.string() });

/** What comes after the end of a pair, for this reader alone. */
const FormerView = z.object({
  cohort: id,
  /** Somebody new can be found: the reader takes part, and the programme goes on. */
  mayHaveNew: z.boolean(),
  wish: z.enum(NEW_MATCH_WISHES).nullable(),
});

export const PairCard = z.object({
  pair: id,
  cohortName: z.string(),
  role,
  /** introduced: waiting for answers · active: agreement or pair space · paused: it rests · ended. As this reader may know it now. */
  state: z.enum(PAIR_STATES),
  /** First names only; persons, not ranks. */
  partners: z.array(z.object({ firstName: z.string() })),
  next: z.enum(NEXT_STEPS),
  /** Whether they are a project team. */
  isTeam: z.boolean(),
  /** Until when it rests; null while it does not. */
  pausedUntil: day.nullable(),
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
  /** First names of those who come to learn, as the ground rules speak of them. */
  executives: z.array(z.string()),
  /** Whom to ask to a meeting: while there is time for a first chat, and once the agreement was signed. */
  partnerMails: z.array(z.string()),
  /** Null until there is one. */
  agreement: AgreementView.nullable(),
  /** A suggestion for the first draft, made from what both said in their profiles; the mentor only. */
  draft: AgreementBody.nullable(),
  canDraft: z.boolean(),
  canSign: z.boolean(),
  /** To end it is to leave a circle, which goes on with the others. */
  leaves: z.boolean(),
  /** Whether the reader asked to be introduced to the same partner again; possible once it ended. */
  again: z.boolean(),
  /** Sent back as If-Match with a break or going on again: what was seen. */
  turn: count,
  /** Null while it does not rest. */
  pause: PauseView.nullable(),
  /** Null before the end of a pair, and after an introduction that became none. */
  former: FormerView.nullable(),
  /** The agreement was signed by all: there are goals, meetings and kept questions to read. */
  hasSpace: z.boolean(),
  /** It was open, and consent to confidentiality was withdrawn since: it opens again when all sign anew. */
  isClosed: z.boolean(),
  /** Whether the reader has given a consent to confidentiality that they can take back. */
  canWithdraw: z.boolean(),
  /** Where they stand with their meetings; null while the space is not open. */
  meeting: MeetingStanding.nullable(),
  /** Changes whenever the reader would find something new in the space; empty while it is closed. */
  spaceVersion: z.string(),
});
export type PairView = z.infer<typeof PairView>;

/** What members of a pair that goes on look like: photos in base64 (JPEG), empty where somebody shares none. */
export const PairPhotos = z.object({ mine: z.string(), partners: z.array(z.string()) });
export type PairPhotos = z.infer<typeof PairPhotos>;

export const PairAnswer = z.object({ answer: z.enum(INTRODUCTION_ANSWERS) });
export type PairAnswer = z.infer<typeof PairAnswer>;
/** What came of the reader's own answer. */
export const PairAnswered = z.object({ state: z.enum(ANSWER_STATES) });
export type PairAnswered = z.infer<typeof PairAnswered>;

export const MeetAgain = z.object({ again: z.boolean() });
export type MeetAgain = z.infer<typeof MeetAgain>;

export interface PairShapes {
  pair: { answer: PairView };
  pairPhotos: { answer: PairPhotos };
  answerPair: { body: PairAnswer; answer: PairAnswered };
  meetAgain: { body: MeetAgain };
}

export interface PartingShapes {
  pausePair: { body: PauseBody; answer: Standing };
  resumePair: { answer: Standing };
  endPair: { answer: Standing };
  newMatch: { body: NewMatchBody };
}
