import { createHash } from 'node:crypto';
import type { Cohort } from '#domain/cohort.ts';
import { asId, type CohortId, type PairId, type PersonId, toMs } from '#domain/ids.ts';
import { memberOf } from '#domain/introduction.ts';
import { reasonsOf } from '#domain/matching/fit.ts';
import { keepsRules, toCandidate } from '#domain/matching/rules.ts';
import { withOwnWords } from '#domain/reasons.ts';
import { Refusal } from '#domain/refusal.ts';
import {
  askedOf,
  asking,
  nextOf,
  over,
  past,
  type Search,
  type SearchMentor,
  skipped,
} from '#domain/search.ts';
import type { Context } from './context.ts';
import { answerIntroduction, introduce } from './introductions.ts';
import { joinedIn, loadMatchPeople } from './matchPeople.ts';
import { listPairs } from './pairs.ts';
import { Partition, retrying } from './partition.ts';
import { ownWordsOf } from './publication.ts';
import { leavePair, releaseSlot } from './slots.ts';

export interface Searching {
  cohort: CohortId;
  /** The executive who looks for a mentor. */
  person: PersonId;
}

/** The same for the same two in the same search, so that an introduction made twice is one. */
const pairIdOf = ({ cohort, person }: Searching, { search }: Search, mentor: PersonId): PairId =>
  asId<PairId>(
    createHash('sha256').update(`${cohort}\n${person}\n${search}\n${mentor}`).digest('hex').slice(0, 24),
  );

/**
 * Takes a search as far as it goes now: asks the next of the list once the one before is over for the executive,
 * ends when a pair was made or nobody is left, withdraws what runs when the executive stopped. Decided from the
 * rows alone, so it may run twice, at the same time, or again after a crash. `ended`: the introduction whose
 * moment has come for the executive.
 */
export async function advanceSearch(ctx: Context, at: Searching, ended: PairId | '' = ''): Promise<void> {
  await retrying(async () => {
    const rows = await Partition.pick(ctx, 'people', at.person, [['search', at.cohort]]);
    const search = rows.find('search', at.cohort)?.value;
    if (search?.state === 'asking') await goOn(ctx, rows, { at, search });
    if (search?.ended === 'stopped') await withdraw(ctx, rows, { at, search });
    if (!ended || isToldOtherwise(at, search, ended)) return;
    const notice = { kind: 'introductionEnded', pair: ended } as const;
    rows.tell({ kind: 'notify', job: `introductionEnded_${ended}`, to: at.person, notice });
    await rows.commit();
  });
}

/** The news of the search say so already; a search that was stopped has no more news. */
const isToldOtherwise = (at: Searching, search: Search | undefined, ended: PairId): boolean =>
  search !== undefined &&
  !(search.ended === 'stopped' && search.pair === ended) &&
  search.mentors.some(({ person }) => pairIdOf(at, search, person) === ended);

interface Standing {
  at: Searching;
  search: Search;
}

async function goOn(ctx: Context, rows: Partition<'people'>, { at, search }: Standing): Promise<void> {
  const fate = search.pair === '' ? 'over' : await fateOf(ctx, at, search.pair);
  if (fate === 'open') return;
  const asked = askedOf(search)?.person ?? '';
  if (fate === 'paired') rows.put('search', at.cohort, over(search, 'paired'));
  else {
    // Nobody's answer counts any more, so the executive's place is free, also before the mentor knows.
    if (search.pair !== '') await leavePair(ctx, at.person, search.pair);
    const next = await askNext(ctx, at, past(search));
    if (next.ended === 'nobodyLeft' || next.ended === 'onlyOne') await comeFirst(ctx, at);
    rows.put('search', at.cohort, next);
    if (asked || next.state === 'over') {
      const notice = { kind: 'searchNews', cohort: at.cohort, search: search.search, past: asked } as const;
      rows.tell({
        kind: 'notify',
        job: `searchNews_${search.search}_${asked || 'none'}`,
        to: at.person,
        notice,
      });
    }
  }
  await rows.commit();
}

/** Whoever looked in vain comes first in the next round, also where nobody could be asked at all. */
async function comeFirst(ctx: Context, { cohort, person }: Searching): Promise<void> {
  const rows = await Partition.pick(ctx, 'cohorts', cohort, [['member', person]]);
  const member = rows.find('member', person)?.value;
  if (!member || member.waiting) return;
  rows.put('member', person, { ...member, waiting: true });
  await rows.commit();
}

/** What has become of an introduction for the executive, who may not know before their own hour. */
async function fateOf(ctx: Context, { person }: Searching, id: PairId): Promise<'open' | 'paired' | 'over'> {
  const pair = (await Partition.pick(ctx, 'pairs', id, [['pair']])).find('pair')?.value;
  const me = pair && memberOf(pair, person);
  if (!pair || !me) return 'over';
  if (pair.activeSince !== '') return 'paired';
  return ctx.clock.now() < toMs(me.answerBy) ? 'open' : 'over';
}

/** Introduces the executive to the first of the list whom the rules and both people's room still allow. */
async function askNext(ctx: Context, at: Searching, search: Search): Promise<Search> {
  if (await hasOtherPair(ctx, at, search)) return over(search, 'elsewhere');
  let now = search;
  for (let mentor = nextOf(now); mentor; mentor = nextOf(now)) {
    const pair = pairIdOf(at, search, mentor.person);
    const outcome = await introduceTo(ctx, { at, search }, { mentor, pair });
    if (outcome === 'introduced') return asking(now, mentor.person, pair);
    if (outcome !== 'cannot') return over(now, outcome);
    now = skipped(now, mentor.person);
  }
  return over(now, search.others ? 'nobodyLeft' : 'onlyOne');
}

/** A pair that came about otherwise since the search began. */
async function hasOtherPair(ctx: Context, { cohort, person }: Searching, search: Search): Promise<boolean> {
  const pairs = await listPairs(ctx, person);
  return pairs.some(
    ({ pair, id }) =>
      pair.cohort === cohort &&
      id !== search.pair &&
      pair.state !== 'ended' &&
      pair.activeSince > search.startedAt,
  );
}

/** Looks once more as people stand now: since the list was made somebody may have left, changed or been met. */
async function introduceTo(
  ctx: Context,
  { at }: Standing,
  { mentor, pair }: { mentor: SearchMentor; pair: PairId },
): Promise<'introduced' | 'cannot' | 'elsewhere' | 'closed'> {
  if (await ctx.tables.find('pairs', pair, 'pair')) return 'introduced';
  const { cohort, person: executive } = at;
  const about = (await ctx.tables.find('cohorts', cohort, 'cohort'))?.value as Cohort | undefined;
  if (!about || about.state === 'closed') return 'closed';
  const two = joinedIn(
    await Partition.pick(ctx, 'cohorts', cohort, [
      ['member', executive],
      ['member', mentor.person],
    ]),
  );
  const rows = await Partition.open(ctx, 'cohorts', cohort, ['pair']);
  const people = (await loadMatchPeople(ctx, rows, two)).map((one) => toCandidate(one, ctx.clock.now()));
  const [one, other] = [executive, mentor.person].map((id) => people.find((person) => person.id === id));
  if (!one || !other || !keepsRules(one, other)) return giveUp(ctx, [executive, mentor.person], pair);
  const slots = (await Partition.open(ctx, 'people', executive, ['slot'])).list('slot');
  if (one.room === 0 && !slots.some(({ value }) => value.pair === pair)) return 'elsewhere';
  const reasons = withOwnWords(reasonsOf(one, other), await ownWordsOf(ctx, [mentor.person, executive]));
  const made = { pair, cohort, executive, mentor: mentor.person, fit: mentor.fit, reasons, asked: executive };
  return (await introduce(ctx, made)) === 'introduced' ? 'introduced' : 'cannot';
}

/** A run that broke off may have taken places for an introduction that nobody makes any more. */
async function giveUp(ctx: Context, people: readonly PersonId[], pair: PairId): Promise<'cannot'> {
  for (const person of people) await releaseSlot(ctx, person, pair);
  return 'cannot';
}

/** After a stop: whatever was begun for this search is withdrawn, as any introduction is. */
async function withdraw(ctx: Context, rows: Partition<'people'>, { at, search }: Standing): Promise<void> {
  for (const { person: mentor } of search.mentors) {
    const pair = pairIdOf(at, search, mentor);
    const made = await ctx.tables.find('pairs', pair, 'pair');
    if (!made) await giveUp(ctx, [at.person, mentor], pair);
    else if (await isPairedAfterAll(ctx, at.person, pair)) {
      rows.put('search', at.cohort, { ...search, pair, ended: 'paired' });
      await rows.commit();
    }
  }
}

/** Withdraws; the mentor's yes may have been faster. */
async function isPairedAfterAll(ctx: Context, person: PersonId, pair: PairId): Promise<boolean> {
  try {
    await answerIntroduction(ctx, person, pair, 'notThisTime');
    return false;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.word === 'pair:answer.alreadyPaired';
  }
}
