import { ROSTER_COLUMNS } from '#domain/matching/roster.ts';
import type { MatchPerson } from '#domain/matching/types.ts';
import { aCompany } from './cohort.ts';

/** A cohort as the file that `npm run match` reads. The manager is the nearest one who takes part. */
export function toCsv(people: readonly MatchPerson[]): string {
  const present = new Set(people.map(({ id }) => id));
  const rows = people.map((one, n) => [
    ...[one.id, `Person ${n + 1}`, one.role, one.room],
    one.wants.join(';'),
    one.offers.map(({ topic, strength }) => (strength ? `${topic}:${strength}` : topic)).join(';'),
    ...[one.interests.join(';'), one.languages.join(';'), one.timeZone, one.meets.join(';')],
    one.managerChain.find((id) => present.has(id)) ?? '',
    ...[one.excludes.join(';'), one.former.join(';'), one.waiting ? 1 : 0],
  ]);
  return `${[ROSTER_COLUMNS, ...rows].map((row) => row.join(',')).join('\n')}\n`;
}

/** `node tests/bench/cohortCsv.ts EXECUTIVES MENTORS [SEED]` prints a made-up cohort. */
if (import.meta.main) {
  const [executives = 12, mentors = 14, seed = 5] = process.argv.slice(2).map(Number);
  process.stdout.write(toCsv(aCompany({ executives, mentors, seed })));
}
