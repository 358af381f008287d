import type { LeftOutReason } from '../cohort.ts';
import { fitOf } from './fit.ts';
import { type Candidate, ENOUGH_HOURS, hoursOf, meetsWant, shareLanguage } from './rules.ts';

/** What is missing first between two people, from the most to the least; the last is nothing that can be told. */
const REASONS = ['noTopic', 'noLanguage', 'noTime', 'belowFloor', 'noPartner'] as const;

/**
 * Why somebody stays without a partner: what is missing first with whoever comes closest. Declines, exclusions
 * and former pairs are never a reason of their own: whoever is kept apart by them, by rank or by room reads the
 * same. Stops at the first who would have suited; O(people) at worst.
 */
export function whyLeftOut(person: Candidate, all: readonly Candidate[], floor: number): LeftOutReason {
  const declared = person.role === 'executive' ? person.wants : person.offers;
  if (declared.length === 0) return 'noProfile';
  let closest = 0;
  for (const other of all) {
    if (other.role === person.role || other.id === person.id) continue;
    const [executive, mentor] = person.role === 'executive' ? [person, other] : [other, person];
    closest = Math.max(closest, stepsOf(executive, mentor, floor));
    if (closest === REASONS.length - 1) break;
  }
  return REASONS[closest] ?? 'noPartner';
}

/** How many of topic, language, time and fit two people have, counted until the first is missing. */
function stepsOf(executive: Candidate, mentor: Candidate, floor: number): number {
  if (!meetsWant(executive, mentor)) return 0;
  if (!shareLanguage(executive, mentor)) return 1;
  if (hoursOf(executive, mentor) < ENOUGH_HOURS) return 2;
  return fitOf(executive, mentor) < floor ? 3 : 4;
}
