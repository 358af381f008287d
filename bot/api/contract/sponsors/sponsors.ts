import { z } from 'zod';
import { type Announced, AnnouncementBody, Lines } from '#api/contract/announcements.ts';
import { id, instant } from '#api/contract/basics.ts';
import type { ChampionBody } from '#api/contract/cohorts.ts';
import { AUDIENCES } from '#domain/announcements/announcement.ts';
import { IN_NAME_STATES, IN_NAME_WORD_MAX } from '#domain/announcements/inName.ts';

/** What is said in the sponsor's name: words alone. */
export const InNameBody = AnnouncementBody.pick({ title: true, text: true, audience: true });
export type InNameBody = z.infer<typeof InNameBody>;

/** Words that a champion wrote in the sponsor's name. They never change. */
const InNameView = z.object({
  announcement: id,
  title: z.string(),
  lines: Lines,
  audience: z.enum(AUDIENCES),
  /** Empty for who is not there any more. */
  by: z.string(),
  at: instant,
  state: z.enum(IN_NAME_STATES),
  /** What the sponsor said back; empty for nothing. */
  word: z.string(),
});
export type InNameView = z.infer<typeof InNameView>;

/** Who backs a cohort, and what was written in their name, newest first. */
export const Backing = z.object({
  sponsor: z.object({ person: id, name: z.string(), since: instant }).nullable(),
  inName: z.array(InNameView),
});
export type Backing = z.infer<typeof Backing>;

export const InNameAnswer = z.object({
  answer: z.enum(['send', 'no']),
  word: z.string().trim().max(IN_NAME_WORD_MAX).default(''),
});
export type InNameAnswer = z.input<typeof InNameAnswer>;
/** How it stands then, whoever was quicker. */
export const InNameAnswered = z.object({ state: z.enum(IN_NAME_STATES) });
export type InNameAnswered = z.infer<typeof InNameAnswered>;

export interface SponsorShapes {
  backing: { answer: Backing };
  chooseSponsor: { body: ChampionBody };
  removeSponsor: object;
  askInName: { body: InNameBody; answer: Announced };
  takeBackInName: object;
  answerInName: { body: InNameAnswer; answer: InNameAnswered };
  announceAsSponsor: { body: InNameBody; answer: Announced };
}
