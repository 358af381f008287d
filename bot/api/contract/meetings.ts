import { z } from 'zod';
import { FEEDBACK_TEXT_MAX, GO_ON, WORTH_MAX, WORTH_MIN, YES_PARTLY_NO } from '#domain/meetings/feedback.ts';
import { MEETING_READINGS, OUTCOMES } from '#domain/meetings/meetings.ts';
import { MOVES } from '#domain/meetings/panel.ts';
import { MEETING_STAGES } from '#domain/meetings/stage.ts';
import { RHYTHMS } from '#domain/pairs/agreement.ts';
import { MEETING_WAYS, REACH_WAYS } from '#domain/profile/profile.ts';
import { count, day, id, instant, text } from './basics.ts';
import { Curiosities, JottingView } from './jottings.ts';

const worth = z.number().int().min(WORTH_MIN).max(WORTH_MAX);
const way = z.enum([...MEETING_WAYS, '']);

/** What I can add to a face. */
export const FeedbackLine = z.object({
  learned: text(FEEDBACK_TEXT_MAX),
  surprised: text(FEEDBACK_TEXT_MAX),
  balanced: z.enum([...YES_PARTLY_NO, '']),
  candid: z.enum([...YES_PARTLY_NO, '']),
  goOn: z.enum([...GO_ON, '']),
  shared: z.boolean(),
});
export type FeedbackLine = z.infer<typeof FeedbackLine>;
/** What I said, for me alone. */
export const FeedbackView = FeedbackLine.extend({
  worthTheHour: worth,
  /** Until when the face can be changed. */
  changeUntil: instant,
});
export type FeedbackView = z.infer<typeof FeedbackView>;

export const MeetingView = z.object({
  occurrence: id,
  startedAt: instant,
  plannedEnd: instant,
  state: z.enum(MEETING_READINGS),
  /** One that one of us told of: on which day, and how. */
  told: z.object({ day, way }).nullable(),
  canTakeBack: z.boolean(),
  iGaveFeedback: z.boolean(),
  /** My face, and until when I can change it; null before. */
  myFace: worth.nullable(),
  changeUntil: instant.nullable(),
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

/** Where people whose space is open stand with their meetings, for one of them. */
export const MeetingStanding = z.object({
  stage: z.enum(MEETING_STAGES),
  /** The meeting the stage speaks of, its start, and whether it is known to have been; empty and null before the first. */
  occurrence: z.string(),
  at: instant.nullable(),
  isSure: z.boolean(),
  /** The reader's own face, while they may still change it. */
  told: z.object({ worthTheHour: worth, changeUntil: instant }).nullable(),
  last: z.object({ at: instant, way }).nullable(),
  next: instant.nullable(),
});
export type MeetingStanding = z.infer<typeof MeetingStanding>;

/** What it takes to find a time with the partners, and to reach them. */
export const Planning = z.object({
  partners: z.array(
    z.object({
      firstName: z.string(),
      /** Empty where none is known. */
      mail: z.string(),
      /** IANA name. */
      timeZone: z.string(),
      reach: z.array(z.enum(REACH_WAYS)),
    }),
  ),
  /** When all are at work, from no calendar; next ones first, none where their days never meet. */
  times: z.array(z.object({ startsAt: instant, endsAt: instant })),
  /** How long the next conversation is proposed to be: as agreed, or as usual. */
  minutes: count,
  rhythm: z.enum(RHYTHMS),
});
export type Planning = z.infer<typeof Planning>;

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
  prompt: z.object({ id, text: z.string(), family: z.string() }),
  /** First name of who answers first. */
  first: z.string(),
  firstIsMe: z.boolean(),
  /** The question before was passed, so whoever was first is first again. */
  firstAgain: z.boolean(),
  isKept: z.boolean(),
  /** How many other questions were kept for later. */
  keptCount: count,
  isFirstMeeting: z.boolean(),
  iGaveFeedback: z.boolean(),
  /** What each of us is curious about this time, and what was jotted down, as far as I may read it. */
  curiosities: Curiosities,
  jottings: z.array(JottingView),
});
export type PanelView = z.infer<typeof PanelView>;
export const PanelMove = z.discriminatedUnion('move', [
  z.object({ move: z.enum(MOVES) }),
  /** Back on the table comes one of those that were kept. */
  z.object({ move: z.literal('draw'), prompt: id }),
]);
export type PanelMove = z.infer<typeof PanelMove>;

/** A face, and perhaps more. */
export const FeedbackBody = FeedbackLine.partial().extend({ worthTheHour: worth });
export type FeedbackBody = z.infer<typeof FeedbackBody>;
export const FaceBody = z.object({ worthTheHour: worth });
export type FaceBody = z.infer<typeof FaceBody>;
/** Offered to me alone, where I may need it: somebody outside the line, and what I can do. */
export const HelpView = z.object({
  reason: z.enum(['goOn', 'candid']),
  contact: z.object({ name: z.string(), mail: z.string() }).nullable(),
});
export type HelpView = z.infer<typeof HelpView>;
/** `repeated`: there was one already, and that one stays. */
export const FeedbackGiven = z.object({
  repeated: z.boolean(),
  mine: FeedbackView,
  help: HelpView.nullable(),
});
export type FeedbackGiven = z.infer<typeof FeedbackGiven>;

/** The day as the teller's calendar has it. */
export const MeetingTold = z.object({ day, way });
export type MeetingTold = z.infer<typeof MeetingTold>;
export const MeetingMade = z.object({ occurrence: id });
export type MeetingMade = z.infer<typeof MeetingMade>;
export const OutcomeBody = z.object({ outcome: z.enum(OUTCOMES) });
export type OutcomeBody = z.infer<typeof OutcomeBody>;

export interface MeetingShapes {
  meetings: { answer: Meetings };
  kept: { answer: Kept };
  planning: { answer: Planning };
  findMeeting: { query: MeetingWhere; answer: MeetingLookup };
  claimMeeting: { body: MeetingClaim; answer: MeetingLookup };
  enterMeeting: { body: MeetingWhere; answer: MeetingLookup };
  giveBackMeeting: { query: MeetingWhere };
  /** Undefined where nothing is new. */
  panel: { query: PanelAsked; answer: PanelView | undefined };
  movePanel: { query: PanelPressed; body: PanelMove; answer: PanelView };
  tellMeeting: { body: MeetingTold; answer: MeetingMade };
  tellOutcome: { body: OutcomeBody };
  giveFeedback: { body: FeedbackBody; answer: FeedbackGiven };
  changeFace: { body: FaceBody; answer: FeedbackGiven };
  addLine: { body: FeedbackLine; answer: FeedbackGiven };
}
