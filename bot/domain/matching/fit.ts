import type { TopicId } from '#domain/basics/ids.ts';
import { GOOD_FIT } from '#domain/cohorts/cohort.ts';
import type { Reason } from '#domain/pairs/reasons.ts';
import { costOf } from './marks.ts';
import { type Candidate, ENOUGH_STRENGTH, hoursOf, strengthIn, strengthOf } from './rules.ts';

/**
 * What fit is made of, in permille. Learning counts most, giving back next: a pair in which both learn lasts.
 * A term nobody declared anything for earns nothing.
 */
export const WEIGHTS = {
  /** Strengths of the mentor in the executive's wants ÷ 3 per want. */
  learn: 450,
  /** Strengths of the executive in the mentor's wants ÷ 3 per want. */
  giveBack: 250,
  /** Shared interests, three are plenty. */
  interest: 150,
  /** Common working hours, four are plenty. */
  time: 60,
  /** Shared ways of meeting, two are plenty. */
  meet: 50,
  /** Shared languages, two are plenty. */
  language: 40,
} as const;

export const part = (weight: number, have: number, plenty: number): number =>
  plenty === 0 ? 0 : Math.floor((weight * Math.min(have, plenty)) / plenty);

const strengthFor = (wanting: Candidate, offering: Candidate): number =>
  wanting.wants.reduce((sum, topic) => sum + strengthIn(offering, topic), 0);

export const sharedOf = <T>(one: readonly T[], other: readonly T[]): T[] =>
  one.filter((item) => other.includes(item)).sort();

export const FIT_GRADES = ['strong', 'good', 'thin'] as const;
export type FitGrade = (typeof FIT_GRADES)[number];
/** In permille: half of all that two could have in common is seldom, a fifth is what most pairs have. */
const STRONG = 450;

/** A fit in a word, which is all that anybody reads of it. */
export const gradeOf = (fit: number): FitGrade =>
  fit >= STRONG ? 'strong' : fit >= GOOD_FIT ? 'good' : 'thin';

/** How well two people suit, 1–1000, less what it costs to be alike where the cohort prefers difference. Only asked of two who keep the hard rules. O(topics of both). */
export function fitOf(executive: Candidate, mentor: Candidate): number {
  const sum =
    part(WEIGHTS.learn, strengthFor(executive, mentor), 3 * executive.wants.length) +
    part(WEIGHTS.giveBack, strengthFor(mentor, executive), 3 * mentor.wants.length) +
    part(WEIGHTS.interest, sharedOf(executive.interests, mentor.interests).length, 3) +
    part(WEIGHTS.time, Math.floor(hoursOf(executive, mentor)), 4) +
    part(WEIGHTS.meet, sharedOf(executive.meets, mentor.meets).length, 2) +
    part(WEIGHTS.language, sharedOf(executive.languages, mentor.languages).length, 2) -
    sharedOf(executive.marks ?? [], mentor.marks ?? []).reduce((cost, mark) => cost + costOf(mark), 0);
  return Math.max(1, sum);
}

/** Wanted topics the other offers well enough, strongest first. */
const strongest = (wanting: Candidate, offering: Candidate): { topic: TopicId; strength: 0 | 1 | 2 | 3 }[] =>
  offering.offers
    .filter((offer) => strengthOf(offer) >= ENOUGH_STRENGTH && wanting.wants.includes(offer.topic))
    .sort((a, b) => strengthOf(b) - strengthOf(a) || (a.topic < b.topic ? -1 : 1))
    .map(({ topic, strength }) => ({ topic, strength }));

/**
 * Why these two, from the same terms as the fit and in the order of their weight: at most two topics to learn,
 * one to give back, two interests, one way to meet, a shared language other than English, the common hours.
 */
export function reasonsOf(executive: Candidate, mentor: Candidate): Reason[] {
  const languages = sharedOf(executive.languages, mentor.languages).filter((language) => language !== 'en');
  return [
    ...strongest(executive, mentor)
      .slice(0, 2)
      .map((learn): Reason => ({ kind: 'learn', ...learn })),
    ...strongest(mentor, executive)
      .slice(0, 1)
      .map(({ topic }): Reason => ({ kind: 'giveBack', topic })),
    ...sharedOf(executive.interests, mentor.interests)
      .slice(0, 2)
      .map((topic): Reason => ({ kind: 'interest', topic })),
    ...sharedOf(executive.meets, mentor.meets)
      .slice(0, 1)
      .map((way): Reason => ({ kind: 'meet', way })),
    ...languages.slice(0, 1).map((language): Reason => ({ kind: 'language', language })),
    { kind: 'time', hours: Math.floor(hoursOf(executive, mentor)) },
  ];
}
