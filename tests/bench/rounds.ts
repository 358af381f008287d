import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { MatchPerson } from '#domain/matching/types.ts';
import { aCompany, type CohortSize } from './cohort.ts';
import { busy, goal, median, mostly, ms, type Round, runRound, say } from './measure.ts';

type Cold = Pick<Round, 'seconds' | 'busySeconds' | 'phases'> & { peakMb: number };

function inFreshProcess(...args: number[]): Cold {
  const script = join(import.meta.dirname, 'coldRound.ts');
  const { stdout } = spawnSync(process.execPath, [script, ...args.map(String)]);
  return JSON.parse(String(stdout));
}

/** Whole rounds with all rooms, rules and the check: cold in a process of its own, warm, by phase, memory. */
export function wholeRounds(size: CohortSize, repeats: number): void {
  const people = aCompany(size);
  const cold = Array.from({ length: 3 }, () => inFreshProcess(size.executives, size.mentors));
  const [first, ...warm] = Array.from({ length: repeats + 1 }, () => runRound(people));
  if (!first) return;
  const { totals, pairs } = first.result;
  say(`\n${size.executives} × ${size.mentors}: ${pairs.length} pairs (${busy()})`);
  say(`  covered ${totals.covered}, waiting ${totals.waiting}, worst ${totals.worst}, total ${totals.fit}`);
  const middle = (rounds: readonly Pick<Round, 'seconds' | 'busySeconds'>[]) =>
    `${ms(median(rounds.map(({ seconds }) => seconds)))}, busy ${ms(median(rounds.map(({ busySeconds }) => busySeconds)))}, best ${ms(Math.min(...rounds.map(({ seconds }) => seconds)))}`;
  say(`  cold ${middle(cold)} (3 fresh processes); warm ${middle(warm)} (${repeats})`);
  const phases = (Object.keys(first.phases) as (keyof Round['phases'])[]).map(
    (phase) => `${phase} ${ms(median(warm.map((one) => one.phases[phase] ?? 0)))}`,
  );
  say(`  by phase, warm: ${phases.join(', ')}`);
  const peak = Math.max(...cold.map(({ peakMb }) => peakMb));
  const areProven = [first, ...warm].every(({ result }) => result.provenBest);
  goal('G1', 'every round proven', areProven ? 'all' : 'not all', areProven);
  if (size.executives >= 5000) scale(cold, warm, peak);
  else if (size.executives < 100) smallGoals(people, cold);
  else say(`  peak memory ${peak} MB`);
}

function scale(cold: readonly Cold[], warm: readonly Round[], peak: number): void {
  const seconds = median(warm.map((one) => one.seconds));
  const coldSeconds = median(cold.map((one) => one.seconds));
  goal('Scale', '≤ 1.5 s', `cold ${ms(coldSeconds)}, warm ${ms(seconds)}`, coldSeconds <= 1.5);
  goal('Memory', '≤ 300 MB', `${peak} MB in a fresh process`, peak <= 300);
  const threads = inFreshProcess(5000, 5000, 3);
  say(`  three rounds in threads of their own: ${ms(threads.seconds)} each, ${threads.peakMb} MB at most`);
}

/** G6: cold, a rematch that leaves running pairs alone, and what one ban would change. */
function smallGoals(people: MatchPerson[], cold: readonly Cold[]): void {
  const first = runRound(people).result;
  const coldSeconds = median(cold.map(({ seconds }) => seconds));
  goal('G6 cold', '≤ 30 ms', ms(coldSeconds), coldSeconds <= 0.03);
  const running = first.pairs.filter((_, n) => n % 8 !== 0);
  const free = people
    .map((one) => {
      const met = running.filter(({ executive, mentor }) => executive === one.id || mentor === one.id);
      return { ...one, room: one.room - met.length };
    })
    .filter(({ room }) => room > 0);
  const rematches = Array.from({ length: 50 }, () => runRound(free).seconds);
  goal('G6 locked rematch', '≤ 2 ms', ms(median(rematches)), median(rematches) <= 0.002);
  const bans = first.pairs.slice(0, 60).map((two) => runRound(people, { bans: [two] }).seconds);
  const said = `median ${ms(median(bans))}, p95 ${ms(mostly(bans))} (a whole round again)`;
  goal('G6 what if one were banned', 'p95 ≤ 2 ms', said, mostly(bans) <= 0.002);
}
