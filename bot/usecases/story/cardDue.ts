import type { PersonId } from '#domain/basics/ids.ts';
import { type DueNoun, OUTBOX_RECHECK_MS, type Point, pointTo } from './due.ts';

/** What cards ask about, so that they can be shown as settled. */
export type Settled =
  | 'invitation'
  | 'contact'
  | 'inName'
  | 'introduction'
  | 'leftOut'
  | 'search'
  | 'agreement'
  | 'newMatch'
  | 'feedback';

/**
 * Whose card, about what: the id of a cohort or a pair, and the `part` of it where there are several: a search, a
 * version, an occurrence. `tries` counts from 1.
 */
export type CardAbout = { about: Settled; id: string; part: string; person: string; tries: string };

/** Points to a look whether somebody's card is settled, so that it shows what became of it. */
export const cardNoun: DueNoun<CardAbout> = { noun: 'card' };

/** The card of one person, to be looked at. */
export type Asked = Pick<CardAbout, 'about' | 'id'> & { person: PersonId; part?: string };

/** A look at a card soon, when the change is made before which this is written. */
export const lookSoon = (nowMs: number, asked: Asked): Point => lookAt(nowMs + OUTBOX_RECHECK_MS, asked);

/** A look at a card, where what settles it is written already or the clock alone settles it. */
export const lookAt = (atMs: number, { about, id, person, part = '' }: Asked): Point =>
  pointTo(atMs, cardNoun, { about, id, part, person, tries: '1' });
