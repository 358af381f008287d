import { fitOf, reasonsOf } from '#domain/matching/fit.ts';
import { matchCohort } from '#domain/matching/matchCohort.ts';
import { toCandidate } from '#domain/matching/rules.ts';
import { SHORT, shortlistFor } from '#domain/matching/shortlist.ts';
import type { Match } from '#domain/matching/types.ts';
import { type People, whoStays } from '#domain/matching/wishes.ts';
import { withOwnWords } from '#domain/pairs/reasons.ts';
import type { SearchMentor } from '#domain/searches/search.ts';
import { ownWordsOf } from '#usecases/matching/introducing.ts';
import { loadMatchPeople, presentIn } from '#usecases/matching/matchPeople.ts';
import { wishesIn } from '#usecases/matching/wishes.ts';
import type { Context } from '#usecases/story/context.ts';
import { inParallel } from '#usecases/story/parallel.ts';
import { Partition } from '#usecases/story/partition.ts';
import type { Searching } from './introductions.ts';

/**
 * Up to three mentors for one executive, best first: who suits, less what their time is worth to everybody else
 * in the cohort, so that not all who look see the same three. Nobody without room, nobody the rules or a champion
 * keep apart; whom a champion would see with this executive comes first, and places kept for others stay theirs.
 */
export async function makeShortlist(
  ctx: Context,
  { cohort, person }: Searching,
  floor: number,
): Promise<Omit<SearchMentor, 'state'>[]> {
  const rows = await Partition.openCohort(ctx, cohort, ['member', 'pair', 'wish']);
  const dateMs = ctx.clock.now();
  const people = await loadMatchPeople(ctx, rows, await presentIn(ctx, rows, person));
  const known: People = new Map(people.map((one) => [one.id, toCandidate(one, dateMs)]));
  const { pins, bans } = whoStays({ wishes: wishesIn(rows), before: [], people: known, floor });
  const others = pins.filter(({ executive }) => executive !== person);
  const options = { floor, dateMs, pins: others, bans };
  const { certificate } = await (ctx.match ? ctx.match(people, options) : matchCohort(people, options));
  const wished = wishedFor(
    pins.filter((pin) => !others.includes(pin)),
    known,
  );
  const found = shortlistFor(person, people, options, certificate).mentors;
  const rest = found.filter(({ mentor }) => !wished.some((one) => one.mentor === mentor));
  return inParallel([...wished, ...rest].slice(0, SHORT), async ({ mentor, fit, reasons }) => ({
    ...{ person: mentor, fit },
    reasons: withOwnWords(reasons, await ownWordsOf(ctx, [mentor, person])),
  }));
}

/** The mentors that a champion would see with one executive; the rules let them meet. */
const wishedFor = (pins: readonly Pick<Match, 'executive' | 'mentor'>[], people: People): Match[] =>
  pins.flatMap((two) => {
    const [one, other] = [people.get(two.executive), people.get(two.mentor)];
    return one && other ? [{ ...two, fit: fitOf(one, other), reasons: reasonsOf(one, other) }] : [];
  });
