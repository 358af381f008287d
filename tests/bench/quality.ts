import type { TopicId } from '#domain/basics/ids.ts';
import { FitRows } from '#domain/matching/engine/fitRows.ts';
import { fitOf } from '#domain/matching/fit.ts';
import { matchCohort } from '#domain/matching/matchCohort.ts';
import { readProblem } from '#domain/matching/problem.ts';
import { SHORT, shortlistAll } from '#domain/matching/shortlist.ts';
import type { MatchPerson } from '#domain/matching/types.ts';
import { aCompany, type CohortSize } from './cohort.ts';
import { busy, goal, ms, options, runRound, say } from './measure.ts';

/** First come, first served: everybody takes the best mentor who has room, in the order they joined. */
function firstCome(people: MatchPerson[]): { pairs: number; total: number; worst: number } {
  const problem = readProblem(people, options);
  const rows = new FitRows(problem);
  const room = problem.mentorRoom.slice();
  const fits = [...problem.executives.keys()].flatMap((e) => {
    const row = rows.row(e);
    let best = -1;
    for (let m = 0; m < row.length; m++) if (room[m]! > 0 && row[m]! > (row[best] ?? 0)) best = m;
    if (best < 0) return [];
    room[best]!--;
    return [fitOf(problem.executives[e]!, problem.mentors[best]!)];
  });
  return { pairs: fits.length, total: fits.reduce((sum, fit) => sum + fit, 0), worst: Math.min(...fits) };
}

/** G8: better than first come, first served, where each has one place. */
export function againstFirstCome(size: CohortSize): void {
  const people = aCompany(size).map((one) => ({ ...one, room: 1 }));
  const { totals } = matchCohort(people, options);
  const first = firstCome(people);
  const [total, worst] = [totals.fit / first.total - 1, totals.worst / first.worst - 1];
  const percent = (part: number) => `${part < 0 ? '−' : '+'}${Math.abs(100 * part).toFixed(1)} %`;
  say(`\nAgainst first come, first served (${size.executives} × ${size.mentors}):`);
  const pairs = totals.covered - first.pairs;
  goal('G8 pairs', 'no fewer', `${pairs} more`, pairs >= 0);
  goal('G8 total fit', '+5 %', percent(total), total >= 0.05);
  goal('G8 worst pair', '+50 %', `${percent(worst)} (${totals.worst} for ${first.worst})`, worst >= 0.5);
}

/** G9: no mentor on too many shortlists, and few on none. */
export function shortlists(size: CohortSize): void {
  const people = aCompany(size).map((one) => ({ ...one, room: 1 }));
  const { certificate } = matchCohort(people, options);
  const count = (prices: typeof certificate.prices) => {
    const on = new Map<string, number>();
    for (const { mentors } of shortlistAll(people, options, { prices }))
      for (const { mentor } of mentors) on.set(mentor, (on.get(mentor) ?? 0) + 1);
    return { most: Math.max(...on.values()), none: (100 * (size.mentors - on.size)) / size.mentors };
  };
  const [byFit, priced] = [count([]), count(certificate.prices)];
  say(`\nLists of ${SHORT} (${size.executives} × ${size.mentors}):`);
  say(`  by fit alone at most ${byFit.most} per mentor, ${byFit.none.toFixed(1)} % on none`);
  goal('G9', '≤ 12 per mentor', String(priced.most), priced.most <= 12);
  goal('G9', '≤ 15 % on none', `${priced.none.toFixed(1)} %`, priced.none <= 15);
}

/** Cohorts of unusual shapes: none may take much longer than its size says. */
export function shapes(): void {
  const people = aCompany({ executives: 1000, mentors: 1000 });
  const [executive, mentor] = [people[0], people[1000]];
  const topic = executive?.wants[0];
  if (!executive || !mentor || !topic) return;
  const offers = (topics: TopicId[]) => topics.map((one) => ({ topic: one, strength: 3 as const }));
  const change = (over: { executive?: Partial<MatchPerson>; mentor?: Partial<MatchPerson> }) =>
    people.map((one) => ({ ...one, ...over[one.role] }));
  const alike = { languages: ['en'], timeZone: executive.timeZone };
  const twin = { ...alike, interests: [], meets: [], room: 1, managerChain: [], former: [], waiting: false };
  const cohorts: Record<string, MatchPerson[]> = {
    'as usual': people,
    'dense: all speak, wake and teach alike': change({
      executive: alike,
      mentor: { ...alike, offers: offers([...new Set(people.flatMap(({ wants }) => wants))].slice(0, 20)) },
    }),
    'sparse: fifty words of their own': people.map((one, n) => {
      const own = `own:${n % 50}` as TopicId;
      return one.role === 'executive' ? { ...one, wants: [own] } : { ...one, offers: offers([own]) };
    }),
    'forty executives, four thousand mentors': aCompany({ executives: 40, mentors: 4000 }),
    'four thousand executives, forty mentors': aCompany({ executives: 4000, mentors: 40 }),
    'everybody wants one topic': change({ executive: { wants: [topic] } }),
    'nobody fits': change({ mentor: { languages: ['is'] } }),
    'all are twins': change({
      executive: { ...twin, wants: [topic], offers: [] },
      mentor: { ...twin, wants: [], offers: offers([topic]) },
    }),
  };
  say(`\nShapes of 1000 × 1000 unless said otherwise (${busy()}):`);
  for (const [name, cohort] of Object.entries(cohorts)) {
    const { seconds, busySeconds, result } = runRound(cohort);
    say(
      `  ${name}: ${ms(seconds)}, busy ${ms(busySeconds)}, ${result.pairs.length} pairs, proven best: ${result.provenBest}`,
    );
  }
}
