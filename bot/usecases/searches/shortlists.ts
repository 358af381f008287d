import { matchCohort } from '#domain/matching/matchCohort.ts';
import { shortlistFor } from '#domain/matching/shortlist.ts';
import { withOwnWords } from '#domain/pairs/reasons.ts';
import type { SearchMentor } from '#domain/searches/search.ts';
import { ownWordsOf } from '#usecases/matching/introducing.ts';
import { joinedIn, loadMatchPeople } from '#usecases/matching/matchPeople.ts';
import type { Context } from '#usecases/story/context.ts';
import { inParallel } from '#usecases/story/parallel.ts';
import { Partition } from '#usecases/story/partition.ts';
import type { Searching } from './introductions.ts';

/**
 * Up to three mentors for one executive, best first: who suits, less what their time is worth to everybody else
 * in the cohort, so that not all who look see the same three. Nobody without room, nobody the rules keep apart.
 */
export async function makeShortlist(
  ctx: Context,
  { cohort, person }: Searching,
  floor: number,
): Promise<Omit<SearchMentor, 'state'>[]> {
  const rows = await Partition.openCohort(ctx, cohort, ['member', 'pair']);
  const people = await loadMatchPeople(ctx, rows, joinedIn(rows));
  const options = { floor, dateMs: ctx.clock.now() };
  const { certificate } = await (ctx.match ? ctx.match(people, options) : matchCohort(people, options));
  const { mentors } = shortlistFor(person, people, options, certificate);
  return inParallel(mentors, async ({ mentor, fit, reasons }) => ({
    ...{ person: mentor, fit },
    reasons: withOwnWords(reasons, await ownWordsOf(ctx, [mentor, person])),
  }));
}
