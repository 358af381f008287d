import { z } from 'zod';
import { count, id, instant, someText, text } from '#api/contract/basics.ts';
import { GATHERING_MINUTES, LINE_MAX, MENTOR_QUESTIONS, PLACE_MAX } from '#domain/gatherings/gathering.ts';

export const GatheringBody = z.object({
  startsAt: instant,
  minutes: z.literal(GATHERING_MINUTES),
  place: someText(PLACE_MAX),
  line: text(LINE_MAX).default(''),
});
export type GatheringBody = z.input<typeof GatheringBody>;
export const Called = z.object({ gathering: id });
export type Called = z.infer<typeof Called>;

const about = { gathering: id, startsAt: instant, minutes: count, place: z.string(), line: z.string() };
/** Latest first; of those who come, one to four are "few", as is nobody. */
export const CalledGatherings = z.object({
  gatherings: z.array(
    z.object({
      ...about,
      state: z.enum(['called', 'off']),
      isAhead: z.boolean(),
      coming: z.union([z.literal('few'), count]),
    }),
  ),
});
export type CalledGatherings = z.infer<typeof CalledGatherings>;

/** Those ahead of a mentor, the next one first, and what mentors may ask each other, by name. */
export const Gatherings = z.object({
  gatherings: z.array(
    z.object({ ...about, endsAt: instant, isComing: z.boolean(), others: z.array(z.string()) }),
  ),
  questions: z.array(z.object({ id: z.enum(MENTOR_QUESTIONS), text: z.string() })),
});
export type Gatherings = z.infer<typeof Gatherings>;
export const ComingBody = z.object({ isComing: z.boolean() });
export type ComingBody = z.infer<typeof ComingBody>;

export interface GatheringShapes {
  calledGatherings: { answer: CalledGatherings };
  callGathering: { body: GatheringBody; answer: Called };
  callOffGathering: object;
  gatherings: { answer: Gatherings };
  answerGathering: { body: ComingBody };
}
