import { z } from 'zod';
import { ENROLMENT_STATES } from '#domain/cohorts/member.ts';
import { MEETING_STAGES } from '#domain/meetings/stage.ts';
import { id, instant, role } from './basics.ts';
import { PairCard } from './pairs.ts';

/** Where two whose space is open stand with their meetings, and the start of the one it speaks of. */
const meeting = z.object({ stage: z.enum(MEETING_STAGES), at: instant.nullable() });
const pairOnHome = PairCard.extend({ meeting: meeting.optional() });
export type PairOnHome = z.infer<typeof pairOnHome>;

export const Me = z.object({
  person: id,
  firstName: z.string(),
  name: z.string(),
  isChampion: z.boolean(),
  isSponsor: z.boolean(),
  canCreateCohorts: z.boolean(),
  enrolments: z.array(
    z.object({ cohort: id, cohortName: z.string(), role, state: z.enum(ENROLMENT_STATES) }),
  ),
  pairs: z.array(pairOnHome),
  locale: z.string(),
  timeZone: z.string(),
  newsMuted: z.boolean(),
});
export type Me = z.infer<typeof Me>;

export const SettingsBody = z.object({ newsMuted: z.boolean() });
export type SettingsBody = z.infer<typeof SettingsBody>;

export interface MeShapes {
  me: { answer: Me };
  saveSettings: { body: SettingsBody };
}
