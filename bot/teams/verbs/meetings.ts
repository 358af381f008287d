import { z } from 'zod';
import { asId, type Day } from '#domain/basics/ids.ts';
import {
  canChange,
  FEEDBACK_TEXT_MAX,
  GO_ON,
  NO_LINE,
  WORTH_MAX,
  WORTH_MIN,
  YES_PARTLY_NO,
} from '#domain/meetings/feedback.ts';
import { OUTCOMES } from '#domain/meetings/meetings.ts';
import { MEETING_WAYS } from '#domain/profile/profile.ts';
import { noteMeeting } from '#teams/answering/meeting.ts';
import { doneCard } from '#teams/cards/done.ts';
import { missedCard } from '#teams/cards/meetings/didYouMeet.ts';
import { faceWord } from '#teams/cards/meetings/faces.ts';
import { facesCard, thanksCard } from '#teams/cards/meetings/feedback.ts';
import { helpCard } from '#teams/cards/meetings/help.ts';
import { notToldCard, weMetCard } from '#teams/cards/meetings/told.ts';
import type { Drawn } from '#teams/cards/parts.ts';
import {
  addLine,
  changeFace,
  type FeedbackStands,
  findFeedback,
  giveFeedback,
} from '#usecases/meetings/feedback.ts';
import { meetingAbout } from '#usecases/meetings/notices.ts';
import { tellOutcome } from '#usecases/meetings/offScreen.ts';
import { openPair } from '#usecases/pairs/pairs.ts';
import { chosen, id, type Presser, ticked, type Verb, verb, words } from './verb.ts';

const worthTheHour = z.coerce.number().int().min(WORTH_MIN).max(WORTH_MAX);
const Where = z.object({ pair: id, occurrence: id });
const Line = Where.extend({
  learned: words(FEEDBACK_TEXT_MAX),
  surprised: words(FEEDBACK_TEXT_MAX),
  balanced: chosen(YES_PARTLY_NO),
  candid: chosen(YES_PARTLY_NO),
  goOn: chosen(GO_ON),
  shared: ticked,
});
const Give = Line.extend({ worthTheHour });
const Change = Where.extend({ worthTheHour: worthTheHour.optional() });
const Told = z.object({
  pair: id,
  day: z.iso.date(),
  way: z.enum([...MEETING_WAYS, '', 'some']).default(''),
});
const SaidOutcome = Where.extend({ outcome: z.enum(OUTCOMES) });
const OfPair = z.object({ pair: id });

const aboutIn = ({ pair, occurrence }: z.infer<typeof Where>) => ({
  ...{ pair: asId<never>(pair), occurrence: asId<never>(occurrence) },
  from: 'card' as const,
});

/** The card after the tap, or what is gently offered to this one. */
function standing(stands: FeedbackStands, by: Presser, said?: string): Drawn {
  const { open, mine, help } = stands;
  if (help) return helpCard({ ...stands, help }, by.words, by.reader);
  const meeting = open.rows.find('meeting', mine.occurrence)?.value ?? { occurrence: mine.occurrence };
  const shown = {
    worthTheHour: mine.worthTheHour,
    canChange: canChange(mine, by.parts.ctx.clock.now()),
    ...(said !== undefined && { said }),
  };
  return thanksCard(meetingAbout(open, meeting), shown, by.words, by.reader);
}

const already = ({ mine }: FeedbackStands, by: Presser): string =>
  by.words('feedback:already', { face: faceWord(by.words, mine.worthTheHour) });

export const meetingVerbs: Record<string, Verb> = {
  /** A face; older cards send the rest along. */
  'feedback.give': verb(Give, {
    async run({ pair, occurrence, worthTheHour, ...line }, by) {
      const about = aboutIn({ pair, occurrence });
      const stands = await giveFeedback(by.parts.ctx, by.person, about, { worthTheHour, ...line });
      return { card: standing(stands, by, stands.repeated ? already(stands, by) : undefined) };
    },
  }),

  /** Without a face the five are shown again, with one it takes the place of the first. */
  'feedback.change': verb(Change, {
    async run({ worthTheHour, ...where }, by) {
      const { ctx } = by.parts;
      const about = aboutIn(where);
      if (worthTheHour !== undefined)
        return { card: standing(await changeFace(ctx, by.person, about, worthTheHour), by) };
      const { open, meeting, mine } = await findFeedback(ctx, by.person, about);
      const isLate = mine !== undefined && !canChange(mine, ctx.clock.now());
      if (isLate)
        return { card: standing({ open, mine, repeated: true }, by, by.words('pair:feedback.tooLate')) };
      const isChange = mine !== undefined;
      return { card: facesCard(meetingAbout(open, meeting), by.words, by.reader, { isChange }) };
    },
  }),

  'feedback.add': verb(Line, {
    async run({ pair, occurrence, ...line }, by) {
      const about = aboutIn({ pair, occurrence });
      const stands = await addLine(by.parts.ctx, by.person, about, { ...NO_LINE, ...line });
      return { card: standing(stands, by, by.words('feedback:kept')) };
    },
  }),

  /** Nothing changes, and nobody is told. */
  'feedback.carryOn': verb(OfPair, {
    async run({ pair }, by) {
      await openPair(by.parts.ctx, by.person, asId(pair));
      return {
        card: doneCard(by.words('feedback:thankYou'), by.words('feedback:offer.carriedOn'), by.reader),
      };
    },
  }),

  /** What became of a meeting. Whoever has said how it was is past that. */
  'meeting.outcome': verb(SaidOutcome, {
    async run({ outcome, ...where }, by) {
      const { ctx } = by.parts;
      const about = aboutIn(where);
      const before = await findFeedback(ctx, by.person, about);
      if (before.mine) {
        const stands = { open: before.open, mine: before.mine, repeated: true };
        return { card: standing(stands, by, already(stands, by)) };
      }
      const { open, meeting } = await tellOutcome(ctx, by.person, about, outcome);
      const facts = meetingAbout(open, meeting ?? before.meeting);
      if (!meeting)
        return { card: doneCard(by.words('bot:met.title'), by.words('bot:met.takenBack'), by.reader) };
      if (outcome === 'met') return { card: facesCard(facts, by.words, by.reader) };
      return { card: missedCard(facts, by.words, by.reader) };
    },
  }),

  /** *We met*: when and how is asked in a card of its own. */
  'meeting.choose': verb(OfPair, {
    async run({ pair }, by) {
      const { ctx } = by.parts;
      const { id: known } = await openPair(ctx, by.person, asId(pair));
      return { next: weMetCard(known, ctx.clock.now(), by.words, by.reader) };
    },
  }),

  'meeting.tell': verb(Told, {
    async run({ pair, day, way }, by) {
      const told = { day: asId<Day>(day), way: way === 'some' ? ('' as const) : way };
      return { card: await noteMeeting(by, asId(pair), told) };
    },
  }),

  'meeting.notTold': verb(z.object({}), {
    run: async (_, by) => ({ card: notToldCard(by.words, by.reader) }),
  }),
};
