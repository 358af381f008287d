import { ENDS_AT, MINUTES_A_DAY, STARTS_AT } from '#domain/matching/hours.ts';
import { type Candidate, ENOUGH_HOURS } from '#domain/matching/rules.ts';

const LAST_START = ENDS_AT - ENOUGH_HOURS * 60;

/** When an hour that both work may begin, in minutes of the executive's day; undefined where there is none. */
function startsWith(executive: Candidate, mentor: Candidate): { from: number; to: number } | undefined {
  if (executive.offset === undefined || mentor.offset === undefined) return undefined;
  const ahead = mentor.offset - executive.offset;
  for (const days of [-1, 0, 1]) {
    const from = Math.max(STARTS_AT, STARTS_AT - ahead + days * MINUTES_A_DAY);
    const to = Math.min(LAST_START, LAST_START - ahead + days * MINUTES_A_DAY);
    if (from <= to) return { from, to };
  }
  return undefined;
}

/**
 * The ways in which a circle around an executive could meet: a language and an hour, each with the places in
 * `mentors` of those who have both. One that has nobody whom another lacks is left away.
 */
export function modesOf(executive: Candidate, mentors: readonly Candidate[]): number[][] {
  const hours = mentors.map((mentor) => startsWith(executive, mentor));
  const starts = new Set(hours.flatMap((hour) => hour?.from ?? []));
  const modes: number[][] = [];
  for (const language of executive.languages)
    for (const start of starts) {
      const able = [...mentors.keys()].filter((n) => {
        const hour = hours[n];
        return hour && hour.from <= start && start <= hour.to && mentors[n]?.languages.includes(language);
      });
      if (able.length > 0) modes.push(able);
    }
  return undominated(modes);
}

function undominated(modes: readonly number[][]): number[][] {
  const kept: Set<number>[] = [];
  for (const mode of [...modes].sort((a, b) => b.length - a.length))
    if (!kept.some((larger) => mode.every((n) => larger.has(n)))) kept.push(new Set(mode));
  return kept.map((mode) => [...mode]);
}
