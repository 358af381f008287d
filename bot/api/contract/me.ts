import { z } from 'zod';
import { ENROLMENT_STATES } from '#domain/cohorts/member.ts';
import { count, id, role } from './basics.ts';
import { MeetingStanding } from './meetings.ts';
import { PairCard } from './pairs.ts';

/** A goal of a pair, the reader's own where they have one, with how sure its owner felt when it began and feels now. */
const goal = z.object({
  text: z.string(),
  isMine: z.boolean(),
  ownerFirstName: z.string(),
  began: count,
  confidence: count,
});
/** Meetings and goal of those whose space is open. */
const pairOnHome = PairCard.extend({ meeting: MeetingStanding.optional(), goal: goal.optional() });
export type PairOnHome = z.infer<typeof pairOnHome>;

/** Whole hours of the reader's own clock between which what can wait arrives. */
const hours = z.object({ from: z.int().min(0).max(24), to: z.int().min(0).max(24) });

export const Me = z.object({
  person: id,
  firstName: z.string(),
  name: z.string(),
  isChampion: z.boolean(),
  /** The cohorts they back, and how many words in their name wait for their yes. */
  backs: z.array(z.object({ cohort: id, cohortName: z.string(), waiting: count })),
  /** Was asked to be whom people can turn to, somewhere. */
  isContact: z.boolean(),
  canCreateCohorts: z.boolean(),
  enrolments: z.array(
    z.object({
      ...{ cohort: id, cohortName: z.string(), role, state: z.enum(ENROLMENT_STATES) },
      /** The last day of the programme is over; its pairs go on. */
      isOver: z.boolean(),
    }),
  ),
  pairs: z.array(pairOnHome),
  locale: z.string(),
  timeZone: z.string(),
  newsMuted: z.boolean(),
  nudgesMuted: z.boolean(),
  /** Whoever is invited to a programme of theirs may read that they take part. */
  named: z.boolean(),
  hours,
});
export type Me = z.infer<typeof Me>;

/** What is left out stays as it is. */
export const SettingsBody = z.object({
  newsMuted: z.boolean().optional(),
  nudgesMuted: z.boolean().optional(),
  named: z.boolean().optional(),
  hours: hours.optional(),
});
export type SettingsBody = z.infer<typeof SettingsBody>;

/** Everything that is held about the reader, by kind, as it is kept. */
export const Held = z.object({
  madeAt: z.string(),
  parts: z.array(z.object({ kind: z.string(), entries: z.array(z.record(z.string(), z.unknown())) })),
  /** Whom ids in it mean: id → first name. */
  names: z.record(z.string(), z.string()),
  /** Why it is kept, and for a programme until which day, so many days after its last. */
  kept: z.discriminatedUnion('by', [
    z.object({ by: z.literal('pair') }),
    z.object({ by: z.literal('programme'), until: z.string(), days: z.number() }),
    z.object({ by: z.literal('themselves') }),
  ]),
});
export type Held = z.infer<typeof Held>;

export interface MeShapes {
  me: { answer: Me };
  held: { answer: Held };
  eraseMe: object;
  saveSettings: { body: SettingsBody };
}
