import type { DueNoun } from './due.ts';

/** Whose card, about what: an invitation to a cohort, or the introduction of a pair. `tries` counts from 1. */
export type CardAbout = { about: 'invitation' | 'introduction'; id: string; person: string; tries: string };

/** Points to a look whether somebody's card is settled, so that it shows what became of it. */
export const cardNoun: DueNoun<CardAbout> = { noun: 'card' };
