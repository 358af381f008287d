/**
 * `node tests/bench/coldRound.ts EXECUTIVES MENTORS [ROUNDS]`: a first round in a fresh process, or some
 * in threads of their own, as JSON.
 */
import { aCompany } from './cohort.ts';
import { peakMb, runInThreads, runRound, type ThreadRound } from './measure.ts';

const [executives = 90, mentors = 110, rounds = 0] = process.argv.slice(2).map(Number);
const people = aCompany({ executives, mentors });
if (rounds > 0) {
  const each: (ThreadRound & { peakMb: number })[] = [];
  for (let n = 0; n < rounds; n++) each.push({ ...(await runInThreads(people)), peakMb: peakMb() });
  process.stdout.write(JSON.stringify(each));
} else {
  const { seconds, busySeconds, phases } = runRound(people);
  process.stdout.write(JSON.stringify({ seconds, busySeconds, phases, peakMb: peakMb() }));
}
