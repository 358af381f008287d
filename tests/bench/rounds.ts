import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { MatchPerson } from '#domain/matching/types.ts';
import { aCompany, type CohortSize } from './cohort.ts';
import { busy, goal, median, mostly, ms, type Round, runRound, say, type ThreadRound } from './measure.ts';

type Cold = Pick<Round, 'seconds' | 'busySeconds' | 'phases'> & { peakMb: number };

/** A round in threads, and the most memory held up to its end. */
type InThreads = ThreadRound & { peakMb: number };

function inFreshProcess<T>(...args: number[]): T {
  const script = join(import.meta.dirname, 'coldRound.ts');
  const { stdout } = spawnSync(process.execPath, [script, ...args.map(String)]);
  return JSON.parse(String(stdout));
}

/**
 * Whole rounds with all rooms, rules and the check: cold in a process of its own, warm, by phase, memory. Returns
 * the seconds of a round in threads that have worked before, where those were measured.
 */
export function wholeRounds(size: CohortSize, repeats: number): number | undefined {
  if (size.executives > 5000) return huge(size);
  const people = aCompany(size);
  const cold = Array.from({ length: 3 }, () => inFreshProcess<Cold>(size.executives, size.mentors));
  const [first, ...warm] = Array.from({ length: repeats + 1 }, () => runRound(people));
  if (!first) return undefined;
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
  if (size.executives >= 5000) return scale(size);
  if (size.executives < 100) smallGoals(people, cold);
  else say(`  peak memory ${peak} MB`);
  return undefined;
}

/** Too large to repeat: one round in threads. */
function huge({ executives, mentors }: CohortSize): undefined {
  const [round] = inFreshProcess<InThreads[]>(executives, mentors, 1);
  if (!round) return undefined;
  say(`\n${executives} × ${mentors} in threads: ${ms(round.seconds)}, peak ${round.peakMb} MB (${busy()})`);
  goal('G1', 'proven', String(round.provenBest), round.provenBest);
  return undefined;
}

/** As the product runs it: the engine in one thread, the checker in another, both kept for the next round. */
function scale({ executives, mentors }: CohortSize): number {
  const tries = Array.from({ length: 3 }, () => inFreshProcess<InThreads[]>(executives, mentors, 3));
  const firsts = tries.flatMap((rounds) => rounds.slice(0, 1));
  const first = firsts.map(({ seconds }) => seconds);
  const later = median(tries.flatMap((rounds) => rounds.slice(1).map(({ seconds }) => seconds)));
  const busySeconds = median(tries.flat().map((round) => round.busySeconds));
  const said = `first ${ms(median(first))}, best ${ms(Math.min(...first))}, later ${ms(later)}, both threads busy ${ms(busySeconds)} together`;
  goal('Scale', '≤ 1.5 s in threads', said, later <= 1.5);
  const most = (rounds: readonly InThreads[]) => Math.max(...rounds.map(({ peakMb }) => peakMb));
  const held = `${most(firsts)} MB for one round in threads, ${most(tries.flat())} MB over three`;
  goal('Memory', '≤ 300 MB', held, most(firsts) <= 300);
  const areProven = tries.flat().every(({ provenBest }) => provenBest);
  goal('G1', 'every round proven in threads', areProven ? 'all' : 'not all', areProven);
  return later;
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
