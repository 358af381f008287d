import { z } from 'zod';
import { ENROLMENT_STATES } from '#domain/cohorts/member.ts';
import { id, role } from './basics.ts';
import { PairCard } from './pairs.ts';

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
  pairs: z.array(PairCard),
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
