import { ENDS_AT, MINUTES_A_DAY, STARTS_AT } from '#domain/matching/hours.ts';
import { areFreeOfRank, type Candidate, ENOUGH_HOURS, mayMeet } from '#domain/matching/rules.ts';

const QUARTER = 15;

/** Why these people cannot sit in one circle; empty when they can. Nothing of topics or fit. */
export function keepsApart(all: readonly Candidate[]): string {
  for (const [n, one] of all.entries())
    for (const other of all.slice(n + 1))
      if (!areFreeOfRank(one, other) || !mayMeet(one, other)) return `${one.id} may not meet ${other.id}`;
  const [first] = all;
  if (!first?.languages.some((language) => all.every(({ languages }) => languages.includes(language))))
    return 'no language in common';
  return longestTogether(all) < ENOUGH_HOURS ? 'no hour in common' : '';
}

/** The most hours on end in which all are at work, by trying every quarter of a day. */
export function longestTogether(all: readonly Candidate[]): number {
  const isAtWork = ({ offset }: Candidate, minute: number) => {
    if (offset === undefined) return false;
    const local = (((minute + offset) % MINUTES_A_DAY) + MINUTES_A_DAY) % MINUTES_A_DAY;
    return local >= STARTS_AT && local < ENDS_AT;
  };
  let [longest, here] = [0, 0];
  for (let minute = 0; minute < 2 * MINUTES_A_DAY; minute += QUARTER) {
    here = all.every((one) => isAtWork(one, minute)) ? here + 1 : 0;
    longest = Math.max(longest, here);
  }
  return (longest * QUARTER) / 60;
}
