import {
  FaceBody,
  FeedbackBody,
  FeedbackGiven,
  FeedbackLine,
  type FeedbackView,
  MeetingMade,
  MeetingTold,
  OutcomeBody,
} from '#api/contract/meetings.ts';
import { occurrenceOf, pairOf } from '#api/http/params.ts';
import { route } from '#api/http/route.ts';
import { asId, type Day } from '#domain/basics/ids.ts';
import { changeUntil, type Feedback } from '#domain/meetings/feedback.ts';
import { addLine, changeFace, type FeedbackStands, giveFeedback } from '#usecases/meetings/feedback.ts';
import { tellMeeting, tellOutcome } from '#usecases/meetings/offScreen.ts';

const presentFeedback = (mine: Feedback): FeedbackView => ({
  worthTheHour: mine.worthTheHour,
  learned: mine.learned,
  surprised: mine.surprised,
  balanced: mine.balanced,
  candid: mine.candid,
  goOn: mine.goOn,
  shared: mine.shared,
  changeUntil: changeUntil(mine),
});

const presentStands = ({ repeated, mine, help }: FeedbackStands): FeedbackGiven => ({
  repeated,
  mine: presentFeedback(mine),
  help: help
    ? {
        reason: help.reason,
        contact: help.contact ? { name: help.contact.name, mail: help.contact.mail } : null,
      }
    : null,
});

const aboutIn = (params: Record<string, string>) => ({
  pair: pairOf(params),
  occurrence: occurrenceOf(params),
  from: 'tab' as const,
});

export const feedbackRoutes = [
  /** Told twice it is the same meeting, with the same id. */
  route('tellMeeting', {
    body: MeetingTold,
    answer: MeetingMade,
    status: 201,
    run: async ({ ctx, actor, params, body: { day, way } }) => {
      const told = { day: asId<Day>(day), way };
      const { meeting } = await tellMeeting(ctx, actor.person, pairOf(params), told);
      return { occurrence: meeting.occurrence };
    },
  }),
  route('tellOutcome', {
    body: OutcomeBody,
    run: async ({ ctx, actor, params, body: { outcome } }) => {
      await tellOutcome(ctx, actor.person, aboutIn(params), outcome);
    },
  }),
  route('giveFeedback', {
    body: FeedbackBody,
    answer: FeedbackGiven,
    status: 201,
    run: async ({ ctx, actor, params, body: { worthTheHour, ...line } }) =>
      presentStands(await giveFeedback(ctx, actor.person, aboutIn(params), { worthTheHour, ...said(line) })),
  }),
  route('changeFace', {
    body: FaceBody,
    answer: FeedbackGiven,
    run: async ({ ctx, actor, params, body: { worthTheHour } }) =>
      presentStands(await changeFace(ctx, actor.person, aboutIn(params), worthTheHour)),
  }),
  route('addLine', {
    body: FeedbackLine,
    answer: FeedbackGiven,
    run: async ({ ctx, actor, params, body }) =>
      presentStands(await addLine(ctx, actor.person, aboutIn(params), body)),
  }),
];

/** Fields that were left out stay out. */
const said = (
  line: { [Name in keyof FeedbackLine]?: FeedbackLine[Name] | undefined },
): Partial<FeedbackLine> =>
  Object.fromEntries(Object.entries(line).filter(([, value]) => value !== undefined));
