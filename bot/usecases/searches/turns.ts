import { type PairId, toMs } from '#domain/basics/ids.ts';
import { memberOf } from '#domain/pairs/introduction.ts';
import { activeSinceOf } from '#domain/pairs/pair.ts';
import type { SearchMessage } from '#domain/searches/messages.ts';
import { newsJob, placeOf } from '#domain/searches/notices.ts';
import {
  type Asking,
  askedOf,
  asking,
  nextOf,
  type Over,
  over,
  past,
  type Search,
  skipped,
} from '#domain/searches/search.ts';
import { findPair, listPairs } from '#usecases/pairs/pairs.ts';
import { leavePair } from '#usecases/pairs/slots.ts';
import type { Context } from '#usecases/story/context.ts';
import type { Chores } from '#usecases/story/notices.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';
import { cardsOf } from './cards.ts';
import { giveUp, introduceTo, isPairedAfterAll, type Searching, searchPairId } from './introductions.ts';

export const searchChores: Chores<SearchMessage> = {
  advanceSearch: (ctx, { cohort, person, ended }) => advanceSearch(ctx, { cohort, person }, ended),
};

/**
 * Takes a search as far as it goes now: asks the next of the list once the one before is over for the executive,
 * ends when a pair was made or nobody is left, withdraws what runs when the executive stopped. Decided from the
 * rows alone, so it may run twice, at the same time, or again after a crash. `ended`: the introduction whose
 * moment has come for the executive.
 */
export async function advanceSearch(ctx: Context, at: Searching, ended: PairId | '' = ''): Promise<void> {
  await retrying(ctx, async () => {
    const rows = await Partition.open(ctx, 'people', at.person);
    if (rows.find('enrolment', at.cohort)?.value.state === 'left') await stopIn(ctx, rows, at);
    const search = rows.find('search', at.cohort)?.value;
    if (search?.state === 'asking') await goOn(ctx, rows, { at, search });
    if (search?.state === 'over' && search.ended === 'stopped') await withdraw(ctx, rows, { at, search });
    if (!ended || isToldOtherwise(at, search, ended)) return;
    const notice = { kind: 'introductionEnded', pair: ended } as const;
    rows.tell({ kind: 'notify', job: `introductionEnded_${ended}`, to: at.person, notice });
    await rows.commit();
  });
}

/**
 * Ends a search with whatever else is written of the person: a list that nobody chose from goes, and what was asked
 * is withdrawn when the rows are written.
 */
export async function stopIn(ctx: Context, rows: Partition<'people'>, at: Searching): Promise<void> {
  const search = rows.find('search', at.cohort)?.value;
  if (!search || search.state === 'over') return;
  await ctx.due.pointAll([cardsOf(ctx, at, search)]);
  if (search.state === 'choosing') return rows.remove('search', at.cohort);
  rows.put('search', at.cohort, over(search, 'stopped'));
  rows.tell({ kind: 'advanceSearch', ...at, ended: '' });
}

/** The news of the search say so already; a search that was stopped has no more news. */
const isToldOtherwise = (at: Searching, search: Search | undefined, ended: PairId): boolean =>
  search !== undefined &&
  !(search.state === 'over' && search.ended === 'stopped' && search.pair === ended) &&
  search.mentors.some(({ person }) => searchPairId(at, search, person) === ended);

interface SearchAt<S extends Search> {
  at: Searching;
  search: S;
}

async function goOn(
  ctx: Context,
  rows: Partition<'people'>,
  { at, search }: SearchAt<Asking>,
): Promise<void> {
  const fate = search.pair === undefined ? 'over' : await fateOf(ctx, at, search.pair);
  if (fate === 'open') return;
  const asked = askedOf(search)?.person ?? '';
  await ctx.due.pointAll([cardsOf(ctx, at, search)]);
  if (fate === 'paired') rows.put('search', at.cohort, over(search, 'paired'));
  else {
    // Nobody's answer counts any more, so the executive's place is free, also before the mentor knows.
    if (search.pair) await leavePair(ctx, at.person, search.pair);
    const next = await askNext(ctx, at, past(search));
    if (next.state === 'over' && (next.ended === 'nobodyLeft' || next.ended === 'onlyOne'))
      await comeFirst(ctx, at);
    rows.put('search', at.cohort, next);
    if (asked || next.state === 'over') {
      const notice = { kind: 'searchNews', cohort: at.cohort, search: search.search, past: asked } as const;
      rows.tell({
        kind: 'notify',
        job: newsJob(search.search, placeOf(search, asked)),
        to: at.person,
        notice,
        // Nobody could be asked at all: the executive chose a moment ago.
        answers: asked === '',
      });
    }
  }
  await rows.commit();
}

/** Whoever looked in vain comes first in the next round, also where nobody could be asked at all. */
async function comeFirst(ctx: Context, { cohort, person }: Searching): Promise<void> {
  const rows = await Partition.pick(ctx, cohort, [['member', person]]);
  const member = rows.find('member', person)?.value;
  if (member?.state !== 'joined' || member.waiting) return;
  rows.put('member', person, { ...member, waiting: true });
  await rows.commit();
}

/** What has become of an introduction for the executive, who may not know before their own hour. */
async function fateOf(ctx: Context, { person }: Searching, id: PairId): Promise<'open' | 'paired' | 'over'> {
  const pair = await findPair(ctx, id);
  const me = pair && memberOf(pair, person);
  if (!pair || !me) return 'over';
  if (activeSinceOf(pair)) return 'paired';
  return ctx.clock.now() < toMs(me.answerBy) ? 'open' : 'over';
}

/** Introduces the executive to the first of the list whom the rules and both people's room still allow. */
async function askNext(ctx: Context, at: Searching, search: Asking): Promise<Asking | Over> {
  if (await hasOtherPair(ctx, at, search)) return over(search, 'elsewhere');
  let now = search;
  for (let mentor = nextOf(now); mentor; mentor = nextOf(now)) {
    const pair = searchPairId(at, search, mentor.person);
    const outcome = await introduceTo(ctx, at, { mentor, pair });
    if (outcome === 'introduced') return asking(now, mentor.person, pair);
    if (outcome !== 'cannot') return over(now, outcome);
    now = skipped(now, mentor.person);
  }
  return over(now, search.others ? 'nobodyLeft' : 'onlyOne');
}

/** A pair that came about otherwise since the search began. */
async function hasOtherPair(ctx: Context, { cohort, person }: Searching, search: Asking): Promise<boolean> {
  const pairs = await listPairs(ctx, person);
  return pairs.some(
    ({ pair, id }) =>
      pair.cohort === cohort &&
      id !== search.pair &&
      pair.state !== 'ended' &&
      (activeSinceOf(pair) ?? '') > search.startedAt,
  );
}

/** After a stop: whatever was begun for this search is withdrawn, as any introduction is. */
async function withdraw(
  ctx: Context,
  rows: Partition<'people'>,
  { at, search }: SearchAt<Over>,
): Promise<void> {
  for (const { person: mentor } of search.mentors) {
    const pair = searchPairId(at, search, mentor);
    if (!(await findPair(ctx, pair))) await giveUp(ctx, [at.person, mentor], pair);
    else if (await isPairedAfterAll(ctx, at.person, pair)) {
      await ctx.due.pointAll([cardsOf(ctx, at, search)]);
      rows.put('search', at.cohort, { ...search, pair, ended: 'paired' });
      await rows.commit();
    }
  }
}
