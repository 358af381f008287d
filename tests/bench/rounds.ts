import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { MatchPerson } from '#domain/matching/types.ts';
import { aCompany, type CohortSize } from './cohort.ts';
import { busy, goal, median, mostly, ms, type Round, runRound, say, type ThreadRound } from './measure.ts';

type Cold = Pick<Round, 'seconds' | 'busySeconds' | 'phases'> & { peakMb: number };

interface InThreads {
  rounds: ThreadRound[];
  peakMb: number;
}

function inFreshProcess<T>(...args: number[]): T {
  const script = join(import.meta.dirname, 'coldRound.ts');
  const { stdout } = spawnSync(process.execPath, [script, ...args.map(String)]);
  return JSON.parse(String(stdout));
}

/** Whole rounds with all rooms, rules and the check: cold in a process of its own, warm, by phase, memory. */
export function wholeRounds(size: CohortSize, repeats: number): void {
  if (size.executives > 5000) return huge(size);
  const people = aCompany(size);
  const cold = Array.from({ length: 3 }, () => inFreshProcess<Cold>(size.executives, size.mentors));
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
  if (size.executives >= 5000) scale(size);
  else if (size.executives < 100) smallGoals(people, cold);
  else say(`  peak memory ${peak} MB`);
}

/** Too large to repeat: one round in threads. */
function huge({ executives, mentors }: CohortSize): void {
  const { rounds, peakMb } = inFreshProcess<InThreads>(executives, mentors, 1);
  const [round] = rounds;
  say(`\n${executives} × ${mentors} in threads: ${ms(round?.seconds ?? 0)}, peak ${peakMb} MB (${busy()})`);
  goal('G1', 'proven', String(round?.provenBest), round?.provenBest === true);
}

/** As the product runs it: the engine in one thread, the checker in another. */
function scale({ executives, mentors }: CohortSize): void {
  const tries = Array.from({ length: 3 }, () => inFreshProcess<InThreads>(executives, mentors, 3));
  const first = tries.map(({ rounds }) => rounds[0]?.seconds ?? 0);
  const later = tries.flatMap(({ rounds }) => rounds.slice(1).map(({ seconds }) => seconds));
  const busySeconds = median(tries.flatMap(({ rounds }) => rounds.map((round) => round.busySeconds)));
  const said = `first ${ms(median(first))}, best ${ms(Math.min(...first))}, later ${ms(median(later))}, both threads busy ${ms(busySeconds)} together`;
  goal('Scale', '≤ 1.5 s in threads', said, median(later) <= 1.5);
  const peak = Math.max(...tries.map(({ peakMb }) => peakMb));
  goal('Memory', '≤ 300 MB', `${peak} MB over three rounds in threads`, peak <= 300);
  const areProven = tries.every(({ rounds }) => rounds.every(({ provenBest }) => provenBest));
  goal('G1', 'every round proven in threads', areProven ? 'all' : 'not all', areProven);
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
