/** `node tests/bench/coldRound.ts EXECUTIVES MENTORS [ROUNDS]`: a first round in a fresh process, as JSON. */
import { matchInThread } from '#threads/matching.ts';
import { aCompany } from './cohort.ts';
import { options, peakMb, runRound } from './measure.ts';

const [executives = 90, mentors = 110, rounds = 0] = process.argv.slice(2).map(Number);
const people = aCompany({ executives, mentors });
if (rounds > 0) {
  const startedMs = performance.now();
  for (let n = 0; n < rounds; n++) await matchInThread(people, options);
  const seconds = (performance.now() - startedMs) / 1000 / rounds;
  process.stdout.write(JSON.stringify({ seconds, peakMb: peakMb() }));
} else {
  const { seconds, busySeconds, phases } = runRound(people);
  process.stdout.write(JSON.stringify({ seconds, busySeconds, phases, peakMb: peakMb() }));
}
