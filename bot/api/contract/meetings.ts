import { z } from 'zod';
import { FEEDBACK_TEXT_MAX, GO_ON, WORTH_MAX, WORTH_MIN, YES_PARTLY_NO } from '#domain/meetings/feedback.ts';
import { MEETING_READINGS } from '#domain/meetings/meetings.ts';
import { MOVES } from '#domain/meetings/panel.ts';
import { count, id, instant, text } from './basics.ts';

export const MeetingView = z.object({
  occurrence: id,
  startedAt: instant,
  plannedEnd: instant,
  state: z.enum(MEETING_READINGS),
  iGaveFeedback: z.boolean(),
  /** My own words, and whether the partner may read them. */
  myLearned: z.string(),
  mySurprised: z.string(),
  iShared: z.boolean(),
  /** The partner's words, only when the partner shares them. */
  partnerLearned: z.string(),
  partnerSurprised: z.string(),
});
export type MeetingView = z.infer<typeof MeetingView>;
/** Latest first. */
export const Meetings = z.object({ meetings: z.array(MeetingView) });
export type Meetings = z.infer<typeof Meetings>;
/** Questions put aside for later, in the reader's language. */
export const Kept = z.object({ kept: z.array(z.object({ prompt: id, text: z.string() })) });
export type Kept = z.infer<typeof Kept>;

export const MeetingWhere = z.object({
  /** Teams' meeting id and chat id, as the client's context says: a lookup key, never authority. */
  teamsMeeting: z.string().max(400),
  teamsChat: z.string().max(400),
});
export type MeetingWhere = z.infer<typeof MeetingWhere>;
export const MeetingLookup = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('unclaimed'),
    /** My pairs whose agreement is signed. */
    pairs: z.array(z.object({ pair: id, partners: z.array(z.string()) })),
    /** I have a pair, but its agreement still waits. */
    agreementMissing: z.boolean(),
  }),
  /** `occurrence` is empty until the two have met there. */
  z.object({
    state: z.literal('yours'),
    pair: id,
    occurrence: z.string(),
    partners: z.array(z.string()),
  }),
  z.object({ state: z.literal('others') }),
  /** Teams does not say that the reader is in this meeting: the same answer, whosever it is. */
  z.object({ state: z.literal('elsewhere') }),
]);
export type MeetingLookup = z.infer<typeof MeetingLookup>;
export const MeetingClaim = MeetingWhere.extend({
  pair: id,
  /** Only where Teams itself does not say when the meeting is planned; at most two years away. */
  startsAt: instant.nullable().default(null),
  plannedEnd: instant.nullable().default(null),
});
export type MeetingClaim = z.input<typeof MeetingClaim>;

export const PanelAsked = z.object({
  occurrence: id,
  /** The etag of the view the caller has: the answer waits until there is another, up to 25 seconds. */
  after: z.string().max(40).default(''),
});
export type PanelAsked = z.input<typeof PanelAsked>;
export const PanelPressed = z.object({ occurrence: z.string().max(200).optional() });
export type PanelPressed = z.infer<typeof PanelPressed>;
export const PanelView = z.object({
  etag: z.string(),
  occurrence: id,
  prompt: z.object({ id, text: z.string(), kind: z.string() }),
  /** First name of who answers first. */
  first: z.string(),
  firstIsMe: z.boolean(),
  isKept: z.boolean(),
  /** How many other questions were kept for later. */
  keptCount: count,
  isFirstMeeting: z.boolean(),
  iGaveFeedback: z.boolean(),
});
export type PanelView = z.infer<typeof PanelView>;
export const PanelMove = z.discriminatedUnion('move', [
  z.object({ move: z.enum(MOVES) }),
  /** Back on the table comes one of those that were kept. */
  z.object({ move: z.literal('draw'), prompt: id }),
]);
export type PanelMove = z.infer<typeof PanelMove>;

export const FeedbackBody = z.object({
  worthTheHour: z.number().int().min(WORTH_MIN).max(WORTH_MAX),
  learned: text(FEEDBACK_TEXT_MAX),
  surprised: text(FEEDBACK_TEXT_MAX),
  balanced: z.enum([...YES_PARTLY_NO, '']),
  candid: z.enum([...YES_PARTLY_NO, '']),
  goOn: z.enum([...GO_ON, '']),
  shared: z.boolean(),
});
export type FeedbackBody = z.infer<typeof FeedbackBody>;
/** `repeated`: there was one already, and that one stays. */
export const FeedbackGiven = z.object({ repeated: z.boolean() });
export type FeedbackGiven = z.infer<typeof FeedbackGiven>;

export interface MeetingShapes {
  meetings: { answer: Meetings };
  kept: { answer: Kept };
  findMeeting: { query: MeetingWhere; answer: MeetingLookup };
  claimMeeting: { body: MeetingClaim; answer: MeetingLookup };
  enterMeeting: { body: MeetingWhere; answer: MeetingLookup };
  giveBackMeeting: { query: MeetingWhere };
  /** Undefined where nothing is new. */
  panel: { query: PanelAsked; answer: PanelView | undefined };
  movePanel: { query: PanelPressed; body: PanelMove; answer: PanelView };
  giveFeedback: { body: FeedbackBody; answer: FeedbackGiven };
}
