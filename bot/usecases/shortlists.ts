import { matchCohort } from '#domain/matching/engine.ts';
import { shortlistFor } from '#domain/matching/shortlist.ts';
import { withOwnWords } from '#domain/reasons.ts';
import type { SearchMentor } from '#domain/search.ts';
import type { Context } from './context.ts';
import { ownWordsOf } from './introducing.ts';
import { joinedIn, loadMatchPeople } from './matchPeople.ts';
import { inParallel } from './parallel.ts';
import { Partition } from './partition.ts';
import type { Searching } from './searchIntroductions.ts';

/**
 * Up to three mentors for one executive, best first: who suits, less what their time is worth to everybody else
 * in the cohort, so that not all who look see the same three. Nobody without room, nobody the rules keep apart.
 */
export async function makeShortlist(
  ctx: Context,
  { cohort, person }: Searching,
  floor: number,
): Promise<Omit<SearchMentor, 'state'>[]> {
  const rows = await Partition.open(ctx, 'cohorts', cohort, ['member', 'pair']);
  const people = await loadMatchPeople(ctx, rows, joinedIn(rows));
  const options = { floor, dateMs: ctx.clock.now() };
  const { certificate } = await (ctx.match ? ctx.match(people, options) : matchCohort(people, options));
  const { mentors } = shortlistFor(person, people, options, certificate);
  return inParallel(mentors, async ({ mentor, fit, reasons }) => ({
    ...{ person: mentor, fit },
    reasons: withOwnWords(reasons, await ownWordsOf(ctx, [mentor, person])),
  }));
}
