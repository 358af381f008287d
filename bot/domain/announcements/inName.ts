import type { AnnouncementId, Instant, PersonId } from '#domain/basics/ids.ts';
import type { Announcement } from './announcement.ts';

export const IN_NAME_STATES = ['asked', 'agreed', 'declined', 'takenBack'] as const;
export const IN_NAME_WORD_MAX = 500;

/**
 * Row `inname_<announcement>`: words that a champion wrote in the sponsor's name. They never change, so that what was
 * agreed to is what is sent; other words are a new row. Nothing is sent before the sponsor's own yes.
 */
export interface InName extends Pick<Announcement, 'title' | 'text' | 'audience'> {
  announcement: AnnouncementId;
  by: PersonId;
  sponsor: PersonId;
  at: Instant;
  state: (typeof IN_NAME_STATES)[number];
  /** What the sponsor said back to the champion; empty for nothing. */
  word: string;
}
