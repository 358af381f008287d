import { GAP } from '#domain/matching/circles/circle.ts';
import { findCircles } from '#domain/matching/circles/findCircles.ts';
import { flawOf } from '#domain/matching/circles/flawOf.ts';
import { toCandidate } from '#domain/matching/rules.ts';
import { whoStays } from '#domain/matching/wishes.ts';
import { aSolver } from '#threads/circleSolver.ts';
import { aCompany, type CohortSize, DAY } from './cohort.ts';
import { busy, goal, ms, peakMb, runRound, say } from './measure.ts';

const SIZE = { least: 2, most: 5 };
const SECONDS = 600;
const COMPANIES: CohortSize[] = [
  { executives: 12, mentors: 40 },
  { executives: 40, mentors: 140 },
  { executives: 100, mentors: 350 },
  { executives: 100, mentors: 150 },
];
const THOUSAND: CohortSize = { executives: 200, mentors: 800 };
const LARGE: CohortSize = { executives: 2200, mentors: 2800 };

/** Circles of some companies, and of 1,000 people when asked for; what one more pin changes at 5,000. */
export async function benchCircles([which = '']: string[]): Promise<void> {
  for (const company of which === 'thousand' ? [THOUSAND] : COMPANIES) await circlesOf(company);
  onePin(LARGE);
}

async function circlesOf(company: CohortSize): Promise<void> {
  const people = aCompany(company);
  const options = { floor: 0, dateMs: DAY, size: SIZE };
  let asked = 0;
  const solver = aSolver(SECONDS);
  const solve: typeof solver = (programme) => {
    asked++;
    return solver(programme);
  };
  const [before, startedMs] = [process.cpuUsage().user, performance.now()];
  const result = await findCircles(people, options, { solve });
  const [seconds, own] = [(performance.now() - startedMs) / 1000, (process.cpuUsage().user - before) / 1e6];
  const found = result
    ? `${result.totals.covered} of ${result.totals.total} have a circle, ${(result.gap * 100).toFixed(3)} % from the best at most, HiGHS asked ${asked} times`
    : 'no answer in time';
  const { executives, mentors } = company;
  say(
    `\ncircles ${executives} × ${mentors}: ${ms(seconds)}, busy ${ms(own)}, ${found}, ${peakMb()} MB (${busy()})`,
  );
  if (executives === 40)
    goal('G7', `≤ 1 s, gap ≤ ${GAP * 100} %`, `${ms(own)} busy`, own <= 1 && (result?.gap ?? 1) <= GAP);
  if (result)
    goal('rules', 'none broken', flawOf(people, options, result) || 'none', !flawOf(people, options, result));
}

/** As a champion tries it: the pairs of the run before stay, and two who were not together are pinned. */
function onePin(company: CohortSize): void {
  const people = aCompany(company);
  const { result } = runRound(people);
  const [one] = result.pairs;
  const other = result.pairs.findLast((two) => two.executive !== one?.executive);
  if (!one || !other) return;
  const candidates = new Map(people.map((person) => [person.id, toCandidate(person, DAY)]));
  const wish = { executive: one.executive, mentor: other.mentor, wish: 'pin' as const };
  const before = process.cpuUsage().user;
  const wishes = [{ ...wish, by: one.executive, at: new Date(DAY).toISOString() as never }];
  const { pins, kept } = whoStays({ wishes, before: result.pairs, people: candidates, floor: 0 });
  runRound(people, { pins: [...pins, ...kept] });
  const seconds = (process.cpuUsage().user - before) / 1e6;
  const said = `${company.executives} × ${company.mentors}: ${ms(seconds)} busy (${busy()})`;
  goal('a pin', '≤ 2 s', said, seconds <= 2);
}
