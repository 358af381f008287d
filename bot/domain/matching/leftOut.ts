import type { LeftOutReason } from '../cohort.ts';
import { fitOf } from './fit.ts';
import { type Candidate, ENOUGH_HOURS, hoursOf, meetsWant, shareLanguage } from './rules.ts';

/**
 * Why somebody stays without a partner, from what is missing first. Declines, exclusions and former pairs are
 * never a reason of their own: whoever is kept apart by them, by rank or by room reads the same.
 */
export function whyLeftOut(person: Candidate, all: readonly Candidate[], floor: number): LeftOutReason {
  const declared = person.role === 'executive' ? person.wants : person.offers;
  if (declared.length === 0) return 'noProfile';
  const others = all.filter((other) => other.role !== person.role && other.id !== person.id);
  const onTopic = others.filter((other) => meetsWant(...seated(person, other)));
  if (onTopic.length === 0) return 'noTopic';
  const speaking = onTopic.filter((other) => shareLanguage(person, other));
  if (speaking.length === 0) return 'noLanguage';
  const awake = speaking.filter((other) => hoursOf(person, other) >= ENOUGH_HOURS);
  if (awake.length === 0) return 'noTime';
  const fitting = awake.filter((other) => fitOf(...seated(person, other)) >= floor);
  return fitting.length === 0 ? 'belowFloor' : 'noPartner';
}

const seated = (one: Candidate, other: Candidate): [executive: Candidate, mentor: Candidate] =>
  one.role === 'executive' ? [one, other] : [other, one];
